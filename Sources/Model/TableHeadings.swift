/// What the table of one kind of file is known by among the sheets of a workbook.
public struct TableHeadings: Hashable, Sendable {
  /// The `folded` keys of the headings that the table may have.
  public let recognised: Set<String>
  /// Those of the columns that the table must have.
  public let required: Set<String>
  /// How many columns the table has in its form.
  public let columnCount: Int
  /// The `folded` names of sheets that forms have beside their table.
  public let sideSheets: Set<String>

  public init(
    _ recognised: Set<String>, required: Set<String> = [], columnCount: Int = 0,
    sideSheets: Set<String> = []
  ) {
    self.recognised = recognised
    self.required = required
    self.columnCount = columnCount
    self.sideSheets = sideSheets
  }
}
