import Model

/// A table with its headings recognised by `schema`, and the findings about its headings.
///
/// The table is `nil` when a required column is missing: none of its rows can then be read.
func recognise(
  _ table: SourceTable, of office: OfficeID?, by schema: FileSchema
) -> (table: ReadTable?, findings: [Finding]) {
  let headings = Headings(of: table, by: schema)
  let findings = headings.findings(office: office)
  guard headings.missing.isEmpty else { return (nil, findings) }
  let rows = table.rows.filter { row in row.cells.contains { !trimmed($0.text).isEmpty } }
  return (
    ReadTable(
      file: table.file, office: office, columns: Set(headings.known.keys),
      rows: rows.map { headings.read($0, of: office) }),
    findings
  )
}

/// The headings of one table, each known, unknown, or a repetition.
struct Headings {
  struct Heading {
    let index: Int
    let text: String
    let place: SourcePlace
  }

  private let file: String
  private let line: Int
  private let schema: FileSchema
  private(set) var known: [ColumnKey: Heading] = [:]
  private(set) var repeated: [(heading: Heading, first: Heading)] = []
  private(set) var unknown: [Heading] = []
  /// Cells that a row must have: up to the last heading that is not blank.
  private let width: Int

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
        if let first = known[column.key] {
          repeated.append((heading, first))
        } else {
          known[column.key] = heading
        }
      } else if !text.isEmpty || Self.hasText(in: table, below: index, width: width) {
        unknown.append(heading)
      }
    }
  }

  /// The required columns that no heading names.
  var missing: [FileSchema.Column] {
    schema.columns.filter { $0.isRequired && known[$0.key] == nil }
  }

  /// The heading that is most like that of `column`, preferring those that name nothing else.
  func nearest(to column: FileSchema.Column) -> String {
    let spare = unknown.map(\.text).filter { !$0.isEmpty }
    let others = known.values.sorted { $0.index < $1.index }.map(\.text)
    let names = [packed(folded(column.heading)), packed(folded(column.key.rawValue))]
    func distance(_ text: String) -> Int {
      names.map { editDistance(packed(folded(text)), $0) }.min() ?? 0
    }
    return (spare.isEmpty ? others : spare).min { distance($0) < distance($1) } ?? ""
  }

  /// The place of the heading row.
  var place: SourcePlace { SourcePlace(file: file, line: line) }

  func read(_ row: SourceRow, of office: OfficeID?) -> ReadRow {
    let lastText = row.cells.lastIndex { !trimmed($0.text).isEmpty } ?? -1
    let found = min(row.cells.count, max(lastText + 1, width))
    return ReadRow(
      place: SourcePlace(file: file, line: row.line), office: office,
      misfit: found == width ? nil : ReadRow.CellCount(found: found, expected: width),
      cells: known.mapValues { heading in
        let cell = heading.index < row.cells.count ? row.cells[heading.index] : nil
        return ReadCell(
          text: trimmed(cell?.text ?? ""),
          place: SourcePlace(
            file: file, line: cell?.line ?? row.line, column: heading.text,
            columnNumber: heading.index + 1))
      })
  }

  /// A blank heading at the end, as spreadsheets leave it, is no column even with text below: the
  /// rows that reach it have too many cells.
  private static func hasText(in table: SourceTable, below index: Int, width: Int) -> Bool {
    index < width
      && table.rows.contains { index < $0.cells.count && !trimmed($0.cells[index].text).isEmpty }
  }
}
