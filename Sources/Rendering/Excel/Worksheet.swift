import CXlsxWriter
import Foundation

/// One sheet of a workbook that is being written; valid until the workbook is closed.
struct Worksheet {
  let pointer: UnsafeMutablePointer<lxw_worksheet>

  init(_ pointer: UnsafeMutablePointer<lxw_worksheet>) { self.pointer = pointer }

  /// Writes one value; a text stays a text, whatever it begins with.
  func write(
    _ value: StoredValue, at place: CellAddress, _ format: UnsafeMutablePointer<lxw_format>
  ) throws(WriterError) {
    let row = lxw_row_t(place.row)
    let column = lxw_col_t(place.column)
    switch value {
    case .blank: try check(worksheet_write_blank(pointer, row, column, format))
    case .number(let number):
      try check(worksheet_write_number(pointer, row, column, number, format))
    case .text(let text):
      try check(worksheet_write_string(pointer, row, column, text.escaped, format))
    case .calculated(let formula, .number(let number)):
      try check(
        worksheet_write_formula_num(pointer, row, column, "=" + formula, format, number))
    case .calculated(let formula, .text(let text)):
      try check(
        worksheet_write_formula_str(pointer, row, column, "=" + formula, format, text.escaped))
    }
  }

  /// Makes a cell a link; its value is to be written afterwards.
  ///
  /// The library cuts the attribute that repeats the text in the middle of a letter when it is
  /// long, so that only its beginning is given.
  func link(
    _ link: CellLink, from text: String, at place: CellAddress,
    _ format: UnsafeMutablePointer<lxw_format>
  ) throws(WriterError) {
    let row = lxw_row_t(place.row)
    let column = lxw_col_t(place.column)
    let label = SpreadsheetText.line(text, limit: 255).escaped
    try check(worksheet_write_url_opt(pointer, row, column, link.url, format, label, nil))
  }

  /// Makes the cells from the headings down to `last` a table.
  func addTable(
    named name: String, from headingRow: Int, to last: CellAddress, headings: [SpreadsheetText],
    format: UnsafeMutablePointer<lxw_format>, hasRowHeadings: Bool
  ) throws(WriterError) {
    var columns = headings.map {
      var column = lxw_table_column()
      column.header = strdup($0.escaped)
      column.header_format = format
      return column
    }
    let tableName = strdup(name)
    defer {
      free(tableName)
      columns.forEach { free($0.header) }
    }
    let error = columns.withUnsafeMutableBufferPointer { columns in
      // The library wants a list of pointers that ends with none.
      var list = columns.indices.map { columns.baseAddress?.advanced(by: $0) } + [nil]
      return list.withUnsafeMutableBufferPointer { list in
        var options = lxw_table_options()
        options.name = tableName
        options.columns = list.baseAddress
        options.no_autofilter = UInt8(LXW_TRUE.rawValue)
        options.first_column = UInt8((hasRowHeadings ? LXW_TRUE : LXW_FALSE).rawValue)
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_MEDIUM.rawValue)
        options.style_type_number = 2
        return worksheet_add_table(
          pointer, lxw_row_t(headingRow), 0, lxw_row_t(last.row), lxw_col_t(last.column), &options)
      }
    }
    try check(error)
  }

  func setWidths(_ widths: [Double]) throws(WriterError) {
    for (column, width) in widths.enumerated() {
      let column = lxw_col_t(column)
      try check(worksheet_set_column(pointer, column, column, width, nil))
    }
  }

  /// Sets the height of a row in points.
  func setHeight(_ height: Double, ofRow row: Int) throws(WriterError) {
    try check(worksheet_set_row(pointer, lxw_row_t(row), height, nil))
  }

  /// Hides the warnings that a code such as 748 is a number stored as text.
  func allowNumbersAsText(in range: String) throws(WriterError) {
    let kind = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    try check(worksheet_ignore_errors(pointer, kind, range))
  }

  /// A4, one page wide, page numbers below, and the table's headings on every page.
  ///
  /// Source: decree 30/2020/NĐ-CP, annex I, for the margins.
  func setPage(isLandscape: Bool, repeating headingRow: Int?) throws(WriterError) {
    worksheet_set_paper(pointer, 9)
    if isLandscape { worksheet_set_landscape(pointer) }
    worksheet_fit_to_pages(pointer, 1, 0)
    worksheet_set_margins(pointer, 1.18, 0.6, 0.8, 0.8)
    try check(worksheet_set_footer(pointer, "&C&\"\(CellStyle.fontName),Regular\"&12&P/&N"))
    guard let headingRow else { return }
    try check(worksheet_repeat_rows(pointer, lxw_row_t(headingRow), lxw_row_t(headingRow)))
  }

  /// Makes this the sheet that is shown first.
  func activate() { worksheet_activate(pointer) }
}
