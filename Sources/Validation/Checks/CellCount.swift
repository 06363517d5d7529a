import Model

extension RowReader {
  /// Checks that the row has the cells that its heading asks for.
  mutating func checkCellCount() -> Bool {
    guard let misfit = row.misfit else { return true }
    reportRow(
      .wrongCellCount, value: "\(misfit.found)", expected: "\(misfit.expected)",
      details: ["found": "\(misfit.found)"])
    return false
  }
}
