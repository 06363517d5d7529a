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
    /// The text folded and without blanks, by which headings are compared.
    let name: String
    let place: SourcePlace
  }

  let schema: FileSchema
  /// The table as a whole.
  private let table: SourcePlace
  private let line: Int
  /// In the order of the file.
  private(set) var known: [(key: ColumnKey, heading: Heading)] = []
  private(set) var repeated: [(heading: Heading, first: Heading)] = []
  private(set) var unknown: [Heading] = []
  private var unknownTexts: [Int: String] = [:]
  /// Cells that a row must have: up to the last heading that is not blank.
  let width: Int

  init(of table: SourceTable, by schema: FileSchema) {
    self.table = table.place
    line = table.heading.line
    self.schema = schema
    let texts = table.heading.cells.map { trimmed($0.text) }
    width = (texts.lastIndex { !$0.isEmpty } ?? -1) + 1
    var filled: Set<Int>?
    for (index, text) in texts.enumerated() {
      let heading = Heading(
        index: index, text: text, name: packed(folded(text)),
        place: table.place.cell(
          line: table.heading.cells[index].line, column: text, columnNumber: index + 1))
      if let column = schema.column(named: heading.name), !text.isEmpty {
        if let first = self[column.key] {
          repeated.append((heading, first))
        } else {
          known.append((column.key, heading))
        }
      } else if !text.isEmpty {
        unknown.append(heading)
      } else if index < width {
        let withText = filled ?? Self.columnsWithText(below: texts, width: width, in: table)
        if withText.contains(index) { unknown.append(heading) }
        filled = withText
      }
    }
    unknownTexts = Dictionary(
      unknown.map { ($0.index, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The heading of the column `key`, or `nil` where the file has none.
  subscript(key: ColumnKey) -> Heading? { known.first { $0.key == key }?.heading }

  /// The required columns that no heading names.
  var missing: [FileSchema.Column] {
    schema.columns.filter { $0.isRequired && self[$0.key] == nil }
  }

  /// The place of the heading row.
  var place: SourcePlace { table.cell(line: line) }

  func read(_ row: SourceRow, of office: OfficeID?) -> ReadRow {
    let lastText = row.cells.lastIndex { !trimmed($0.text).isEmpty } ?? -1
    let found = min(row.cells.count, max(lastText + 1, width))
    let misfit = ReadRow.CellCount(
      found: found, expected: width, surplus: found > width ? surplus(of: row) : nil)
    return ReadRow(
      place: table.cell(line: row.line), office: office, misfit: found == width ? nil : misfit,
      cells: row.cells, below: self)
  }

  /// The place of the first cell with text to the right of the table.
  private func surplus(of row: SourceRow) -> SourcePlace? {
    row.cells.indices.dropFirst(width).first { !trimmed(row.cells[$0].text).isEmpty }
      .map { place(of: $0, line: row.cells[$0].line) }
  }

  /// The place of the cell in the column of `index` of the row on `line`.
  func place(of index: Int, line: Int) -> SourcePlace {
    let heading = known.first { $0.heading.index == index }?.heading
    return table.cell(
      line: line, column: heading?.text ?? unknownTexts[index], columnNumber: index + 1)
  }

  /// The indices of the blank headings below which text stands, found by going through the rows
  /// once.
  ///
  /// A blank heading at the end, as spreadsheets leave it, is no column even with text below: the
  /// rows that reach it have too many cells.
  private static func columnsWithText(
    below headings: [String], width: Int, in table: SourceTable
  ) -> Set<Int> {
    var waiting = Set((0..<width).filter { headings[$0].isEmpty })
    var filled: Set<Int> = []
    for row in table.rows where !waiting.isEmpty {
      for (index, cell) in row.cells.enumerated() {
        guard waiting.contains(index), !trimmed(cell.text).isEmpty else { continue }
        waiting.remove(index)
        filled.insert(index)
      }
    }
    return filled
  }
}
