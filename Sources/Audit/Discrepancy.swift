/// One thing in which an output folder is not what its results and its manifest say (điểm sai khác).
public struct Discrepancy: Hashable, Sendable {
  /// What differs; each has its words in `templates/terminal.yaml`, in the group `verify`.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case missingFile
    case extraFile
    /// A symbolic link or another thing that is no file.
    case notFile
    case size
    case digest
    case manifest
    /// The words that the folder was written in are not those at hand.
    case wording
    case unreadable
    case result
    /// The digest of the result that a document prints.
    case resultDigest
    case level
    case possibleLevel
    case outcome
    case binding
    case status
    case evidence
    case band
    case figure
    case trace
    case clause
    case need
    case owed
    case asOf
    /// A cell that a workbook must compute holds a constant.
    case formula
    /// Where an indicator stands beside its target.
    case target
    case limit
    case days
    case finding
    /// Two formats of one report say different things.
    case disagreement
    /// A document says nothing of what it must state.
    case unstated
  }

  public let kind: Kind
  /// Path from the period's folder.
  public let file: String
  public let place: SeenPlace
  public let found: String
  public let expected: String

  public init(
    _ kind: Kind, in file: String, at place: SeenPlace = SeenPlace(), found: String,
    expected: String
  ) {
    self.kind = kind
    self.file = file
    self.place = place
    self.found = found
    self.expected = expected
  }
}

/// Where a reader finds a statement in a file; what does not apply is `nil`.
public struct SeenPlace: Hashable, Sendable {
  /// Counted from 1.
  public var line: Int?
  public var sheet: String?
  /// As spreadsheets name it, such as `J8`.
  public var cell: String?
  /// The caption of the table.
  public var table: String?
  /// The row of the table below its heading, counted from 1.
  public var row: Int?
  /// The heading of the column.
  public var column: String?
  /// What the row is about: an indicator's id, or a unit's name.
  public var subject: String?

  public init(
    line: Int? = nil, sheet: String? = nil, cell: String? = nil, table: String? = nil,
    row: Int? = nil
  ) {
    self.line = line
    self.sheet = sheet
    self.cell = cell
    self.table = table
    self.row = row
  }
}
