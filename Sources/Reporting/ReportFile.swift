public import Model

/// The names of the reports' files, without their endings.
public enum ReportFile: Sendable {
  case district
  case province

  public var name: String {
    switch self {
    case .district: "bao-cao-tu-danh-gia"
    case .province: "bao-cao-tong-ket-thi-diem"
    }
  }
}

extension Composer {
  /// The report that a unit's folder holds.
  public func report(_ file: ReportFile, of unit: UnitRecord) -> ReportDocument {
    switch file {
    case .district: districtReport(unit)
    case .province: provinceReport()
    }
  }
}
