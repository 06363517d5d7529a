import Model

/// Where everything of a sheet stands: the title, the lines, the table's headings and its rows,
/// from A1 down without a blank row.
///
/// The one description for the writer and for the check of what was written.
struct SheetLayout {
  let sheet: WorkbookDocument.Sheet
  let title: String
  /// The lines that say something; a blank row would end the sheet for a screen reader.
  ///
  /// Beside a table a line runs on over the cells to its right, so that one which is wider than
  /// the page and the table continues in the next row; without a table it wraps in its cell.
  let lines: [String]
  /// The headings as the file keeps them.
  let headings: [SpreadsheetText]
  /// The widths of the columns.
  ///
  /// - Unit: the width of a digit.
  let widths: [Double]
  /// Where the tables stand that formulas refer to.
  private(set) var places = TablePlaces()
  /// The formulas of the table, by row and column, as the file keeps them.
  private var formulas: [[String?]] = []

  init(_ sheet: WorkbookDocument.Sheet) {
    self.sheet = sheet
    title = SpreadsheetText.line(sheet.title).text
    headings = sheet.table?.spreadsheetHeadings ?? []
    let page = pageWidth(isLandscape: sheet.isLandscape)
    let texts = sheet.lines.filter { !$0.isEmpty }.map { SpreadsheetText.line($0).text }
    if let table = sheet.table {
      widths = columnWidths(of: table, isLandscape: sheet.isLandscape)
      let room = max(page, widths.reduce(0, +))
      lines = texts.flatMap { wrapped($0, to: room).map(String.init) }
    } else {
      widths = [page]
      lines = texts
    }
  }

  /// The row of the table's headings.
  var headingRow: Int { 1 + lines.count }

  var rowCount: Int { headingRow + (sheet.table.map { 1 + $0.rows.count } ?? 0) }

  var columnCount: Int { sheet.table?.columns.count ?? 1 }

  var cellCount: Int { headingRow + (rowCount - headingRow) * columnCount }

  var lastCell: CellAddress { CellAddress(row: rowCount - 1, column: columnCount - 1) }

  /// The range of all cells, such as `A1:F20`.
  var range: String { rowCount * columnCount == 1 ? "A1" : "A1:\(lastCell)" }

  /// The range of the table with its headings, such as `A4:F20`.
  var tableRange: String { "\(CellAddress(row: headingRow, column: 0)):\(lastCell)" }

  /// The place of the cell with this number, in the order of rows, then of columns.
  func address(ofCell index: Int) -> CellAddress {
    guard index >= headingRow else { return CellAddress(row: index, column: 0) }
    let (row, column) = (index - headingRow).quotientAndRemainder(dividingBy: columnCount)
    return CellAddress(row: headingRow + row, column: column)
  }

  /// What the cell at a place holds.
  func value(at address: CellAddress) -> StoredValue {
    if address.row == 0 { return StoredValue(title) }
    if address.row < headingRow { return StoredValue(lines[address.row - 1]) }
    if address.row == headingRow { return .text(headings[address.column]) }
    guard let cell = cell(at: address) else { return .blank }
    guard let text = formula(at: address) else { return StoredValue(cell) }
    if case .number(let number) = StoredValue(cell) { return .calculated(text, .number(number)) }
    return .calculated(text, .text(SpreadsheetText(cell.text)))
  }

  /// The table's cell at a place; `nil` outside the rows of the table.
  func cell(at address: CellAddress) -> Cell? {
    guard address.row > headingRow, let table = sheet.table else { return nil }
    return table.rows[address.row - headingRow - 1][address.column]
  }

  /// The formula of a table's cell.
  func formula(at address: CellAddress) -> String? {
    let row = address.row - headingRow - 1
    guard formulas.indices.contains(row) else { return nil }
    return formulas[row][address.column]
  }

  /// Writes the formulas out, now that every table has its place.
  mutating func resolve(in places: TablePlaces) {
    self.places = places
    guard let table = sheet.table,
      table.rows.contains(where: { $0.contains { $0.formula != nil } })
    else { return }
    let name = sheet.name
    formulas = table.rows.map { row in row.map { $0.formula?.text(in: places, on: name) } }
  }

  /// The places of the cells with a link, in the order of rows.
  var linkedCells: [CellAddress] {
    guard let table = sheet.table else { return [] }
    return table.rows.indices.flatMap { row in
      table.columns.indices.filter { table.rows[row][$0].link != nil }
        .map { CellAddress(row: headingRow + 1 + row, column: $0) }
    }
  }
}

extension Table {
  /// The table's name in a spreadsheet's formulas.
  var spreadsheetName: String { "bang_" + id.replacing("-", with: "_") }

  /// The headings as a spreadsheet keeps them.
  var spreadsheetHeadings: [SpreadsheetText] { columns.map { SpreadsheetText.line($0.title) } }
}
