/// The groups of persons of a roster (nhóm), in the order of the specification.
public enum CitizenGroup: Int, Hashable, Sendable, CaseIterable {
  case family, clan, community, communeCadre, districtCadre, provinceCadre

  /// The component of an indicator that counts the group.
  public var component: ComponentID { ComponentID(names[0]) }

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

  /// By each of its names, folded.
  public static let byName: [String: CitizenGroup] = {
    var groups: [String: CitizenGroup] = [:]
    for group in allCases {
      for name in group.names { groups[folded(name)] = group }
    }
    return groups
  }()
}

/// Something about a person's path to recognition that somebody must look at.
public enum RecognitionFact: Hashable, Sendable, CaseIterable {
  /// Has the title and is not recognised.
  case titleUnrecognised
  /// Is recognised, and no day says since when.
  case recognisedUndated
  /// Was recognised before the programme began.
  case recognisedTooEarly
  /// Was recognised after the as-of day.
  case recognisedTooLate
}

/// The persons of one group in one commune.
public struct CitizenCount: Hashable, Sendable {
  /// As it stands in the file.
  public let commune: String
  /// `nil` where the file has no such column.
  public let group: CitizenGroup?
  public let persons: Int
  /// Those with the title (danh hiệu).
  public let holders: Int
  /// Of the holders, those with digital skills (kỹ năng số).
  public let skilledHolders: Int
  /// Of the holders with digital skills, those who are proficient (thành thạo).
  public let proficientHolders: Int
  /// Of all persons, those with digital skills.
  public let skilled: Int
  /// Of all persons, those who are proficient.
  public let proficient: Int

  public init(
    commune: String, group: CitizenGroup?, persons: Int, holders: Int, skilledHolders: Int,
    proficientHolders: Int, skilled: Int? = nil, proficient: Int? = nil
  ) {
    self.commune = commune
    self.group = group
    self.persons = persons
    self.holders = holders
    self.skilledHolders = skilledHolders
    self.proficientHolders = proficientHolders
    self.skilled = skilled ?? skilledHolders
    self.proficient = proficient ?? proficientHolders
  }
}

/// What was counted in one file of a roster of persons (cong-dan.csv); nothing of it names somebody.
public struct CountedCitizens: Hashable, Sendable {
  /// Rows of which something holds: how many, and the lines of the first of them.
  public struct Lines: Hashable, Sendable {
    public let count: Int
    public let first: [Int]

    public init(count: Int, first: [Int]) {
      self.count = count
      self.first = first
    }

    public static let none = Lines(count: 0, first: [])
  }

  /// Something wrong with a row that was left out.
  public struct Reject: Hashable, Sendable {
    public let line: Int
    public let code: FindingCode
    /// The heading; empty where the whole row is meant.
    public let column: String

    public init(line: Int, code: FindingCode, column: String) {
      self.line = line
      self.code = code
      self.column = column
    }
  }

  public let counts: [CitizenCount]
  /// Rows that were left out of the counts.
  public let refused: Int
  /// The first problems of such rows, by line.
  public let rejects: [Reject]
  /// Rows whose person has an earlier row; they are counted.
  public let repeated: Lines
  public let recognition: [RecognitionFact: Lines]
  /// The headings of columns that the count does not need.
  public let droppedColumns: [String]
  /// The headings of columns that some counts need and the file does not have, by what is asked.
  public let missingColumns: [CitizenTest: [String]]

  public init(
    counts: [CitizenCount], refused: Int = 0, rejects: [Reject] = [],
    repeated: Lines = .none, recognition: [RecognitionFact: Lines] = [:],
    droppedColumns: [String] = [], missingColumns: [CitizenTest: [String]] = [:]
  ) {
    self.counts = counts
    self.refused = refused
    self.rejects = rejects
    self.repeated = repeated
    self.recognition = recognition
    self.droppedColumns = droppedColumns
    self.missingColumns = missingColumns
  }
}
