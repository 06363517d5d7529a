import Model

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

/// The groups of persons (nhóm), in the order of the specification.
enum RosterGroup: Int, CaseIterable {
  case family, clan, community, communeCadre, districtCadre, provinceCadre

  /// How the group may be written, compared folded.
  private var names: [String] {
    switch self {
    case .family: ["gia-dinh", "family", "families"]
    case .clan: ["dong-ho", "clan", "clans"]
    case .community: ["cong-dong", "community", "communities"]
    case .communeCadre: ["can-bo-xa", "cán bộ cấp xã", "cadre-commune", "commune cadre"]
    case .districtCadre: ["can-bo-huyen", "cán bộ cấp huyện", "cadre-district", "district cadre"]
    case .provinceCadre: ["can-bo-tinh", "cán bộ cấp tỉnh", "cadre-province", "province cadre"]
    }
  }

  static let byName: [String: RosterGroup] = {
    var groups: [String: RosterGroup] = [:]
    for group in allCases {
      for name in group.names { groups[folded(name)] = group }
    }
    return groups
  }()
}
