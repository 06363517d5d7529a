import Model

/// The spreadsheet's number format that shows a number as `text` does, as far as formats can.
///
/// A percentage is kept as the number before its sign, so that the sign is a literal in quotation
/// marks; a bare one would multiply by a hundred.
func numberFormat(of number: Cell.Number, shownAs text: String) -> String {
  switch number {
  case .integer(let whole):
    whole.magnitude >= 1000 && !text.contains(".") ? "0" : "#,##0"
  case .decimal(_, let places):
    "#,##0" + decimals(places)
  case .percentage:
    "#,##0" + decimals(decimalPlaces(in: text)) + (text.contains("%") ? "\"%\"" : "")
  case .day:
    "dd/mm/yyyy"
  }
}

private func decimals(_ places: Int) -> String {
  places > 0 ? "." + String(repeating: "0", count: min(places, 15)) : ""
}

/// Digits after the comma; two where the text shows no number.
private func decimalPlaces(in text: String) -> Int {
  guard text.contains(where: \.isNumber) else { return 2 }
  guard let comma = text.lastIndex(of: ",") else { return 0 }
  return text[text.index(after: comma)...].prefix(while: \.isNumber).count
}
