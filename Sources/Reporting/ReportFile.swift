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
