import Model

extension SheetLayout {
  /// The height of a row in which every cell is whole.
  ///
  /// LibreOffice takes a workbook of libxlsxwriter for one of Excel and does not fit its rows to
  /// wrapped text, so that each row has a height of its own.
  ///
  /// - Unit: points.
  func height(ofRow row: Int) -> Double {
    if row == 0 { return 26 }
    return rowHeight(lines: lineCount(ofRow: row))
  }

  private func lineCount(ofRow row: Int) -> Int {
    guard let table = sheet.table else { return linesNeeded(by: lines[row - 1], in: widths[0]) }
    if row < headingRow { return 1 }
    let counts = table.columns.indices.map { column in
      guard let cell = cell(at: CellAddress(row: row, column: column)) else {
        return linesNeeded(by: headings[column].text, in: widths[column] / boldFactor)
      }
      if case .number = StoredValue(cell) { return 1 }
      return linesNeeded(by: cell.text, in: widths[column])
    }
    return counts.max() ?? 1
  }
}

/// The height of a row of this many lines.
///
/// - Unit: points.
func rowHeight(lines: Int) -> Double {
  // The most that a spreadsheet allows is a little over 409.
  min(Double(lines) * 15.75 + 3, 409)
}

/// The lines of a wrapped text, where a word that is too wide is broken anywhere.
func linesNeeded(by text: String, in width: Double) -> Int {
  let room = max(width - 1, 1)
  if Double(text.utf8.count) * widestLetter <= room, !text.utf8.contains(UInt8(ascii: "\n")) {
    return 1
  }
  return wrapped(text, to: room).reduce(0) { count, line in
    count + max(1, Int((lineWidth(line) / room).rounded(.up)))
  }
}
