import Model

extension DocumentReader {
  /// Checks that the document has its number and symbol.
  mutating func checkNumber() {
    if cells.row[.number].isEmpty { fault(.number, .documentNumberMissing) }
  }
}
