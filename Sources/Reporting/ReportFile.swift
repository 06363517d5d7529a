public import Model

/// The names of the reports' files, without their endings.
public enum ReportFile: Sendable {
  case district
  case province
  /// Of any unit, where targets are set.
  case annual

  public var name: String {
    switch self {
    case .district: "bao-cao-tu-danh-gia"
    case .province: "bao-cao-tong-ket-thi-diem"
    case .annual: "bao-cao-nam"
    }
  }
}

extension Composer {
  /// Which report a unit makes.
  public func kindOfReport(of unit: UnitRecord) -> ReportFile {
    guard criteria(of: unit.unit).awardsLevels else { return .annual }
    return unit.unit.code == programme.province ? .province : .district
  }

  /// Whether an office has a report of its own: it issues one, and has sent figures for it.
  public func issuesReport(_ office: UnitRecord) -> Bool {
    let symbol = office.unit.office.flatMap { programme.office($0)?.symbol }
    return symbol != nil && office.submission.hasFigures
  }

  /// The report that a unit's folder holds.
  public func report(_ file: ReportFile, of unit: UnitRecord) -> ReportDocument {
    switch file {
    case .district: districtReport(unit)
    case .province: provinceReport()
    case .annual: annualReport(of: unit)
    }
  }
}
