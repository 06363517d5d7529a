import Model

extension RowReader {
  /// Checks that the row has the cells that its heading asks for.
  mutating func checkCellCount() -> Bool {
    guard let misfit = row.misfit else { return true }
    reportRow(
      .wrongCellCount, at: misfit.surplus, value: "\(misfit.found)", expected: "\(misfit.expected)",
      details: ["found": "\(misfit.found)"])
    return false
  }

  /// Checks that no comma between decimals has split a number of the row in two cells.
  mutating func checkDecimals(in table: ReadTable) -> Bool {
    guard let number = table.splitNumber(in: row) else { return true }
    reportRow(
      .decimalCommaUnquoted, value: number, expected: "\(table.headings.width)",
      details: ["found": "\(row.cells.count)"])
    return false
  }
}
