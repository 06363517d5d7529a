/// A piece of a line of prose in one style.
public struct ProseRun: Hashable, Sendable {
  public enum Style: Hashable, Sendable, CaseIterable {
    case plain
    case emphasis
    case strong
    case strongEmphasis
  }

  /// What stands between a run and the one before it.
  public enum Lead: Hashable, Sendable {
    case nothing
    case blank
    case lineBreak
  }

  /// Without blanks at its ends, and with one for each run of blanks inside.
  public let text: String
  public let style: Style
  public let lead: Lead

  public init(_ text: String, _ style: Style = .plain, after lead: Lead = .nothing) {
    self.text = text
    self.style = style
    self.lead = lead
  }
}

extension [ProseRun] {
  /// The words alone, on one line.
  public var plainText: String {
    reduce(into: "") { text, run in
      text += (run.lead == .nothing || text.isEmpty ? "" : " ") + run.text
    }
  }
}

/// One item of a list, which may stand below an item of the level before.
public struct ProseItem: Hashable, Sendable {
  public enum Marker: Hashable, Sendable {
    case dash
    case number(Int)
    /// A further paragraph of the item above.
    case none
  }

  /// Counted from 1; at most one more than that of the item before.
  public let level: Int
  public let marker: Marker
  /// Empty where an item has nothing but items below it.
  public let runs: [ProseRun]

  public init(level: Int, marker: Marker, runs: [ProseRun]) {
    self.level = level
    self.marker = marker
    self.runs = runs
  }
}

/// A table that stands in prose.
public struct ProseTable: Hashable, Sendable {
  public let columns: [Table.Column]
  /// Each has as many cells as there are columns.
  public let rows: [[String]]

  public init(columns: [Table.Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// A block of prose; quotations are paragraphs, and items below items stand in one list.
public enum ProseBlock: Hashable, Sendable {
  case paragraph([ProseRun])
  case list([ProseItem])
  case table(ProseTable)
  /// A heading; of level 1 to 6 as it was typed, or in a passage counted from that passage's own.
  case heading(level: Int, String)
}

/// One file of prose in its structure, before anybody has judged its headings.
public struct SourceProse: Hashable, Sendable {
  public struct Element: Hashable, Sendable {
    /// The physical line that it begins on.
    public let line: Int
    public let block: ProseBlock

    public init(line: Int, _ block: ProseBlock) {
      self.line = line
      self.block = block
    }
  }

  public let file: String
  /// In the order of the file.
  public let elements: [Element]

  public init(file: String, elements: [Element]) {
    self.file = file
    self.elements = elements
  }
}
