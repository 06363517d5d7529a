import Model

/// The sheet of a form: the headings in the first row, the prefilled rows, and checked cells below.
struct FormSheet {
  private let form: BlankForm
  private let lists: FormLists
  private let widths: [Double]

  init(_ form: BlankForm, lists: FormLists) {
    self.form = form
    self.lists = lists
    widths = form.columns.indices.map { formWidth(ofColumn: $0, in: form) }
  }

  /// Writes everything of the sheet.
  func write(
    to worksheet: Worksheet, of workbook: borrowing Workbook, with formats: inout Formats
  ) throws(WriterError) {
    for (column, width) in widths.enumerated() {
      let style = style(.spare, column: column)
      try worksheet.setWidth(
        width, ofColumn: column, try formats.format(style, in: workbook))
    }
    try worksheet.setPage(isLandscape: true, repeating: 0)
    try worksheet.freeze(rows: 1, columns: 1)
    let last = CellAddress(row: form.rows.count + form.spareRows, column: form.columns.count - 1)
    try worksheet.allowNumbersAsText(in: "A1:\(last)")
    try writeHeadings(to: worksheet, try formats.format(CellStyle(.heading), in: workbook))
    for (index, row) in form.rows.enumerated() {
      try worksheet.setHeight(height(of: row), ofRow: index + 1)
      for (column, cell) in row.enumerated() {
        try worksheet.write(
          StoredValue(cell.text), at: CellAddress(row: index + 1, column: column),
          try formats.format(style(cell.role, column: column), in: workbook))
      }
    }
    for column in form.columns.indices { try writeChecks(ofColumn: column, to: worksheet) }
  }

  private func writeHeadings(to worksheet: Worksheet, _ format: Formats.Format) throws(WriterError)
  {
    let lines = form.columns.indices.map {
      linesNeeded(by: form.columns[$0].heading, in: widths[$0] / boldFactor)
    }
    try worksheet.setHeight(rowHeight(lines: lines.max() ?? 1), ofRow: 0)
    for (column, heading) in form.columns.map(\.heading).enumerated() {
      try worksheet.write(StoredValue(heading), at: CellAddress(row: 0, column: column), format)
    }
  }

  private func height(of row: [FormCell]) -> Double {
    rowHeight(lines: row.indices.map { linesNeeded(by: row[$0].text, in: widths[$0]) }.max() ?? 1)
  }

  private func style(_ role: CellStyle.Role, column: Int) -> CellStyle {
    var style = CellStyle(role)
    let format = form.columns[column].format
    style.numberFormat = role == .unused ? nil : format.code
    style.alignment = format.alignment
    return style
  }

  /// One check for each run of rows that take the same.
  private func writeChecks(ofColumn column: Int, to worksheet: Worksheet) throws(WriterError) {
    let cells = form.rows.map { $0[column].check }
    let all = cells + Array(repeating: form.columns[column].check, count: form.spareRows)
    var start = 0
    while start < all.count {
      let end = all[start...].firstIndex { $0 != all[start] } ?? all.count
      if let check = all[start] {
        let range = CheckedRange(column: column, rows: (start + 1)...end)
        try worksheet.add(check, to: range, lists: lists)
      }
      start = end
    }
  }
}

extension FormCell {
  fileprivate var text: String {
    if case .given(let text) = self { text } else { "" }
  }

  fileprivate var check: FormCheck? {
    if case .asked(let check) = self { check } else { nil }
  }

  fileprivate var role: CellStyle.Role {
    switch self {
    case .given: .given
    case .asked: .asked
    case .unused: .unused
    }
  }
}

extension FormFormat {
  /// The spreadsheet's number format; `nil` for its own choice, by what is typed.
  fileprivate var code: String? {
    switch self {
    case .text: "@"
    case .count: "#,##0"
    case .decimal: nil
    // A spreadsheet shows a text of more than 255 letters as ### in a cell of the format for texts.
    case .prose: nil
    case .year: "0"
    case .day: "dd/mm/yyyy"
    }
  }

  fileprivate var alignment: Table.Column.Alignment {
    switch self {
    case .text, .prose: .text
    case .count, .decimal, .year, .day: .number
    }
  }
}

/// Wide enough for the words of the heading and for a number or date; long prefilled texts wrap
/// into a few lines.
///
/// - Unit: the width of a digit.
private func formWidth(ofColumn column: Int, in form: BlankForm) -> Double {
  let heading = form.columns[column].heading
  let text = form.rows.map { textWidth($0[column].text) }.max() ?? 0
  let least =
    switch form.columns[column].format {
    case .text: text > 0 ? 7.0 : 16.0
    case .prose: text > 0 ? 12.0 : 24.0
    case .count, .decimal, .year: 9.0
    case .day: 12.0
    }
  return max(least, widestWord(heading) * boldFactor, min(text, max(24, 12 + text / 5), 42)) + 2
}
