import Model

/// Writes everything of a sheet.
func write(
  _ layout: SheetLayout, to worksheet: Worksheet, of workbook: borrowing Workbook,
  with formats: inout Formats
) throws(WriterError) {
  try worksheet.setWidths(layout.widths)
  try worksheet.setPage(
    isLandscape: layout.sheet.isLandscape,
    repeating: layout.sheet.table == nil ? nil : layout.headingRow)
  try worksheet.allowNumbersAsText(in: layout.range)
  for row in 0..<layout.rowCount {
    try worksheet.setHeight(layout.height(ofRow: row), ofRow: row)
  }
  for row in 0..<layout.headingRow {
    let place = CellAddress(row: row, column: 0)
    let format = try formats.format(lineStyle(of: layout, row: row), in: workbook)
    try worksheet.write(layout.value(at: place), at: place, format)
  }
  if let table = layout.sheet.table {
    try write(table, at: layout, to: worksheet, of: workbook, with: &formats)
  }
  if let chart = layout.sheet.chart {
    try insert(chart, beside: layout, on: worksheet, of: workbook)
  }
}

/// A line runs on beside a table, whose columns are too narrow for it.
private func lineStyle(of layout: SheetLayout, row: Int) -> CellStyle {
  if row == 0 { return CellStyle(.title) }
  return CellStyle(layout.sheet.table == nil ? .paragraph : .line)
}

private func write(
  _ table: Table, at layout: SheetLayout, to worksheet: Worksheet, of workbook: borrowing Workbook,
  with formats: inout Formats
) throws(WriterError) {
  try worksheet.addTable(
    named: table.spreadsheetName, from: layout.headingRow, to: layout.lastCell,
    headings: layout.headings, format: formats.format(CellStyle(.heading), in: workbook),
    hasRowHeadings: table.rowsHaveHeadings)
  for (rowIndex, row) in table.rows.enumerated() {
    for (column, cell) in row.enumerated() {
      let place = CellAddress(row: layout.headingRow + 1 + rowIndex, column: column)
      let format = try formats.format(CellStyle(cell, in: table.columns[column]), in: workbook)
      if let link = cell.link {
        try worksheet.link(CellLink(link), from: cell.text, at: place, format)
      }
      try worksheet.write(layout.value(at: place), at: place, format)
    }
  }
  for rule in layout.wordRules {
    try worksheet.mark(rule, with: workbook.addFormat(of: rule.mark))
  }
}
