import Model

/// A table with its headings recognised by `schema`, and the findings about its headings and totals.
///
/// The table is `nil` when a required column is missing: none of its rows can then be read.
func recognise(
  _ table: SourceTable, of office: OfficeID?, by schema: FileSchema
) -> (table: ReadTable?, findings: [Finding]) {
  let headings = Headings(of: table, by: schema)
  let findings = headings.findings(office: office)
  guard headings.missing.isEmpty else { return (nil, findings) }
  return (
    ReadTable(source: table, headings: headings, office: office),
    findings + headings.findingsOfTotals(in: table, office: office)
  )
}

/// The headings of one table, each known, unknown, or a repetition.
struct Headings: Sendable {
  struct Heading: Sendable {
    let index: Int
    let text: String
    let place: SourcePlace
  }

  let schema: FileSchema
  private let file: String
  private let line: Int
  /// In the order of the file.
  private(set) var known: [(key: ColumnKey, heading: Heading)] = []
  private(set) var repeated: [(heading: Heading, first: Heading)] = []
  private(set) var unknown: [Heading] = []
  /// Cells that a row must have: up to the last heading that is not blank.
  let width: Int

  init(of table: SourceTable, by schema: FileSchema) {
    file = table.file
    line = table.heading.line
    self.schema = schema
    let texts = table.heading.cells.map { trimmed($0.text) }
    width = (texts.lastIndex { !$0.isEmpty } ?? -1) + 1
    for (index, text) in texts.enumerated() {
      let heading = Heading(
        index: index, text: text,
        place: SourcePlace(
          file: file, line: table.heading.cells[index].line, column: text, columnNumber: index + 1))
      if let column = schema.column(named: text), !text.isEmpty {
        if let first = self[column.key] {
          repeated.append((heading, first))
        } else {
          known.append((column.key, heading))
        }
      } else if !text.isEmpty || Self.hasText(in: table, below: index, width: width) {
        unknown.append(heading)
      }
    }
  }

  /// The heading of the column `key`, or `nil` where the file has none.
  subscript(key: ColumnKey) -> Heading? { known.first { $0.key == key }?.heading }

  /// The required columns that no heading names.
  var missing: [FileSchema.Column] {
    schema.columns.filter { $0.isRequired && self[$0.key] == nil }
  }

  /// The place of the heading row.
  var place: SourcePlace { SourcePlace(file: file, line: line) }

  func read(_ row: SourceRow, of office: OfficeID?) -> ReadRow {
    let lastText = row.cells.lastIndex { !trimmed($0.text).isEmpty } ?? -1
    let found = min(row.cells.count, max(lastText + 1, width))
    return ReadRow(
      place: SourcePlace(file: file, line: row.line), office: office,
      misfit: found == width ? nil : ReadRow.CellCount(found: found, expected: width),
      cells: row.cells, below: self)
  }

  /// The place of the cell in the column of `index` of the row on `line`.
  func place(of index: Int, line: Int) -> SourcePlace {
    let heading =
      known.first { $0.heading.index == index }?.heading ?? unknown.first { $0.index == index }
    return SourcePlace(file: file, line: line, column: heading?.text, columnNumber: index + 1)
  }

  /// A blank heading at the end, as spreadsheets leave it, is no column even with text below: the
  /// rows that reach it have too many cells.
  private static func hasText(in table: SourceTable, below index: Int, width: Int) -> Bool {
    index < width
      && table.rows.contains { index < $0.cells.count && !trimmed($0.cells[index].text).isEmpty }
  }
}
