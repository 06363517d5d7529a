public import Model

/// What was counted in rosters of persons (danh sách công dân).
public struct CountedRoster: Hashable, Sendable {
  public let counts: RosterCounts
  /// Rows that were counted.
  public let accepted: Int
  /// Rows that were left out.
  public let refused: Int
  /// What was wrong, each with how often; a row may have several.
  public let problems: [FindingCode: Int]
  public let recognition: [RecognitionFact: NotedRows]
  /// The headings of columns that were dropped at reading, file by file.
  public let droppedColumns: [[String]]
  /// The headings of columns that are counted by and that a file does not have, file by file.
  public let missingColumns: [[String]]
}

/// The persons of one group in one commune.
public struct RosterCount: Hashable, Sendable {
  /// As it stands in the file.
  public let commune: String
  /// As it stands in the file where it stands first; empty where the file has no such column.
  public let group: String
  public let persons: Int
  /// Those with the title (danh hiệu).
  public let learningCitizens: Int
  /// Those with basic digital skills (kỹ năng số).
  public let digitallySkilled: Int
  public let proficient: Int
  public let recognised: Int
  /// Those with the title and digital skills.
  public let skilledHolders: Int
  /// Those with the title and digital skills who are proficient.
  public let proficientHolders: Int

  /// The group that is meant; `nil` where the file has no such column.
  public var groupOfPersons: CitizenGroup? { CellWords.group(group) }
}

/// A row that was left out, or one that repeats a person, without anything that names somebody.
public struct RosterReject: Hashable, Sendable {
  /// Counted from 0, in the order in which the files were given.
  public let file: Int
  /// The physical line on which the row, or its open quote, begins.
  public let line: Int
  public let code: FindingCode
  /// The heading as it stands in the file; empty where the whole row is meant.
  public let column: String
  /// As it stands in the file; empty where it could name a person.
  public let value: String
}

/// Rows of which something holds.
public struct NotedRows: Hashable, Sendable {
  public private(set) var count = 0
  /// The first of them, each by its file and line.
  public private(set) var places: [Place] = []

  public struct Place: Hashable, Sendable {
    public let file: Int
    public let line: Int
  }

  mutating func add(file: Int, line: Int, most: Int) {
    count += 1
    if places.count < most { places.append(Place(file: file, line: line)) }
  }
}

/// Why a roster cannot be read at all.
public struct RosterFault: Error, Hashable, Sendable {
  public enum Reason: Error, Hashable, Sendable {
    case unreadable
    case empty
    /// Not text, such as a workbook.
    case notText
    /// In an encoding other than UTF-8, by its name.
    case encoding(String)
    /// No row of headings in the first lines.
    case noHeadings
    case columnMissing(String, nearest: String)
    /// What was packed ends too early or is damaged.
    case damagedArchive
  }

  /// Counted from 0, in the order in which the files were given.
  public let file: Int
  public let reason: Reason
}
