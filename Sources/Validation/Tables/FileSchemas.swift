import Model

extension FileSchema {
  init(of kind: WorkspaceFileKind) {
    switch kind {
    case .figures: self = .figures
    case .evidence: self = .evidence
    case .agencies: self = .agencies
    case .communes: self = .communes
    case .centres: self = .centres
    case .feedback: self = .feedback
    case .funding: self = .funding
    case .waivers: self = .waivers
    case .personCounts: self = .personCounts
    case .commendations: self = .commendations
    case .narrative: self = FileSchema(columns: [])
    }
  }

  static let figures = FileSchema(columns: [
    Column(.indicator, "Chỉ báo", required: true),
    Column(.component, "Thành phần"),
    Column(.wording, "Nội dung chỉ báo"),
    Column(.requirement, "Yêu cầu"),
    Column(.fill, "Cột cần điền"),
    Column(.met, "Đạt"),
    Column(.numerator, "Số đạt"),
    Column(.denominator, "Tổng số"),
    Column(.percent, "Tỷ lệ (%)"),
    Column(.previous, "Năm trước"),
    Column(.current, "Năm nay"),
    Column(.referenceYear, "Năm số liệu"),
    Column(.state, "Tình trạng"),
    Column(.note, "Ghi chú"),
  ])

  static let evidence = FileSchema(columns: [
    Column(.indicator, "Chỉ báo", required: true),
    Column(.wording, "Nội dung chỉ báo"),
    Column(.number, "Số, ký hiệu"),
    Column(.date, "Ngày ban hành"),
    Column(.issuer, "Cơ quan ban hành"),
    Column(.title, "Trích yếu"),
    Column(.file, "Tệp"),
    Column(.guidance, "Hướng dẫn đánh giá"),
    Column(.acceptedIssuers, "Cơ quan được chấp nhận"),
  ])

  static let agencies = FileSchema(columns: [
    Column(.name, "Tên cơ quan, đơn vị", required: true),
    Column(.grade, "Xếp loại"),
    Column(.trainingPlan, "Kế hoạch tập huấn kỹ năng số"),
    Column(.digitalTools, "Trang bị dịch vụ, công cụ số"),
  ])

  static let communes = FileSchema(columns: [
    Column(.code, "Mã", required: true),
    Column(.name, "Tên"),
    Column(.grade, "Xếp loại"),
    Column(.freeWifi, "Wifi miễn phí"),
  ])

  static let centres = FileSchema(columns: [
    Column(.name, "Tên", required: true),
    Column(.openResources, "Học liệu mở"),
  ])

  static let feedback = FileSchema(columns: [
    Column(.indicator, "Chỉ báo", required: true),
    Column(.wording, "Nội dung chỉ báo"),
    Column(.suitability, "Mức độ phù hợp"),
    Column(.difficulty, "Vướng mắc"),
    Column(.proposal, "Kiến nghị"),
  ])

  static let funding = FileSchema(columns: [
    Column(.source, "Nguồn kinh phí", required: true),
    Column(.purpose, "Nội dung"),
    Column(.planned, "Dự toán"),
    Column(.allocated, "Phân bổ"),
    Column(.spent, "Thực chi"),
    Column(.note, "Ghi chú"),
  ])

  static let waivers = FileSchema(columns: [
    Column(.code, "Mã phát hiện", required: true),
    Column(.indicator, "Chỉ báo"),
    Column(.reason, "Lý do", required: true),
    Column(.requestedBy, "Người đề nghị", required: true),
    Column(.approvedBy, "Người duyệt", required: true),
    Column(.until, "Đến ngày", required: true),
  ])

  static let personCounts = FileSchema(columns: [
    Column(.commune, "Mã xã", required: true),
    Column(.group, "Nhóm", required: true),
    Column(.persons, "Số người", required: true),
    Column(.learningCitizen, "Danh hiệu", required: true),
    Column(.digitalSkill, "Kỹ năng số", required: true),
    Column(.proficient, "Thành thạo", required: true),
    Column(.recognised, "Công nhận"),
  ])

  static let commendations = FileSchema(columns: [
    Column(.kind, "Loại", required: true),
    Column(.name, "Tên", required: true),
    Column(.unit, "Đơn vị"),
    Column(.achievement, "Thành tích"),
    Column(.award, "Hình thức"),
  ])

  static let units = FileSchema(columns: [
    Column(.code, "Mã", required: true),
    Column(.name, "Tên", required: true),
    Column(.tier, "Cấp", required: true),
    Column(.parent, "Mã cấp trên", required: true),
    Column(.validFrom, "Có hiệu lực từ"),
    Column(.validTo, "Có hiệu lực đến"),
  ])
}

extension RosterTest {
  /// The roster's column that the test looks at.
  var column: ColumnKey {
    switch self {
    case .gradedFairOrBetter: .grade
    case .trainingPlan: .trainingPlan
    case .digitalTools: .digitalTools
    case .freeWifi: .freeWifi
    case .openResources: .openResources
    }
  }
}
