public import Model

/// What a roster of persons is known by among the sheets of a workbook.
public let rosterTableHeadings = TableHeadings(
  Set(RosterColumn.byHeading.keys),
  required: Set(RosterColumn.commune.headings.map { folded($0) }),
  columnCount: RosterColumn.allCases.count)

/// A column of a roster of persons.
enum RosterColumn: Int, CaseIterable {
  // In the order in which the C reader has those that it reads.
  case commune, year, group, title, skill, proficient, status, day, person
  case province, district

  /// What heads the column, in Vietnamese and English.
  var headings: [String] {
    switch self {
    case .commune: ["Mã xã", "commune"]
    case .year: ["Năm sinh", "birth_year"]
    case .group: ["Nhóm", "group"]
    case .title: ["Danh hiệu", "learning_citizen"]
    case .skill: ["Kỹ năng số", "digital_skill"]
    case .proficient: ["Thành thạo", "proficient"]
    case .status: ["Trạng thái", "status"]
    case .day: ["Ngày công nhận", "recognised_on"]
    case .person: ["Mã định danh", "person"]
    case .province: ["Mã tỉnh", "province"]
    case .district: ["Mã huyện", "district"]
    }
  }

  static let byHeading: [String: RosterColumn] = {
    var columns: [String: RosterColumn] = [:]
    for column in allCases {
      for heading in column.headings { columns[folded(heading)] = column }
    }
    return columns
  }()

  static var isRead: [RosterColumn] { Array(allCases.prefix { $0 != .province }) }
}

/// The groups of persons, whose numbers the C reader counts by.
typealias RosterGroup = CitizenGroup
