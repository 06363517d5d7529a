import Model

extension DocumentReader {
  /// Checks that the document has its number and symbol.
  mutating func checkNumber() {
    let number = cells.row[.number].text
    guard cells.row.has(.number) else { return note(.documentNumberMissing) }
    if !isDocumentNumber(number) {
      fault(.number, .documentNumberMissing, details: ["written": number])
    }
  }
}

/// Whether `text` is the number of a document that has been issued: `94/BC-VHTT`, `01-NQ/TU`,
/// `Số 94`, and not `.../BC-UBND`, `BC-VHTT` or a day or month that a spreadsheet has made of it.
func isDocumentNumber(_ text: String) -> Bool {
  let rest = text.drop { $0.isLetter || $0.isWhitespace || ".:".contains($0) }
  let digits = rest.prefix { $0.isASCII && $0.isNumber }
  return digits.contains { $0 != "0" } && CalendarDay(written: text) == nil && !isMonth(text)
}

/// Whether `text` is a month of a year: `01/2022`.
private func isMonth(_ text: String) -> Bool {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count == 2, let month = Int(parts[0]), let year = Int(parts[1]) else { return false }
  return (1...12).contains(month) && (1900...2999).contains(year)
}
