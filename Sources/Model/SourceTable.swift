/// One cell of a table, as text in NFC without the file's quoting.
public struct SourceCell: Hashable, Sendable {
  public let text: String
  /// The physical line on which the cell begins, counted from 1.
  public let line: Int

  public init(text: String, line: Int) {
    self.text = text
    self.line = line
  }
}

/// One row of a table that is not blank, with as many cells as the file gives it.
public struct SourceRow: Hashable, Sendable {
  /// The physical line on which the row begins, counted from 1.
  public let line: Int
  public let cells: [SourceCell]

  public init(line: Int, cells: [SourceCell]) {
    self.line = line
    self.cells = cells
  }
}

/// A file of rows and columns, as text that knows where it stands.
///
/// Rows may be ragged: what is missing or too much is for the validation stage to judge. Two tables
/// are equal when what they say is, however their rows are kept.
public struct SourceTable: Hashable, Sendable {
  /// Path from the workspace's folder.
  public let file: String
  /// The sheet of a workbook that has more than one.
  public let sheet: String?
  /// The heading row.
  public let heading: SourceRow
  public let rows: SourceRows
  /// What stands above the heading row, line by line.
  public let titles: [SourceCell]
  /// Merged cells below the heading row.
  public let mergedCells: [CellRange]

  public init(
    file: String, heading: SourceRow, rows: [SourceRow], titles: [SourceCell] = [],
    mergedCells: [CellRange] = []
  ) {
    self.init(
      file: file, heading: heading, rows: SourceRows(rows), titles: titles,
      mergedCells: mergedCells)
  }

  public init(
    file: String, sheet: String? = nil, heading: SourceRow, rows: SourceRows,
    titles: [SourceCell] = [], mergedCells: [CellRange] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.heading = heading
    self.rows = rows
    self.titles = titles
    self.mergedCells = mergedCells
  }

  /// The table as a whole.
  public var place: SourcePlace { SourcePlace(file: file, sheet: sheet) }
}
