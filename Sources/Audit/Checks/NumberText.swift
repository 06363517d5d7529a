import Model

/// Numbers as cells show them: `38.640` in a page, `38640` in a workbook.
extension SeenText {
  /// Whether the cell is `number`, or blank where there is none.
  func isNumber(_ number: Int?) -> Bool {
    guard let number else { return text.isEmpty }
    return text == String(number) || text == VietnameseNumber.count(number)
      || Double(text) == Double(number)
  }

  /// Whether the cell is a decimal as a result gives it, or blank where there is none.
  func isDecimal(_ decimal: String?) -> Bool {
    guard let decimal else { return text.isEmpty }
    guard let number = Double(decimal) else { return false }
    return text == decimal.replacing(".", with: ",") || value.map { isNear($0, number) } ?? false
  }

  /// The number that a workbook stores, or that a page writes with a comma.
  var value: Double? {
    Double(text)
      ?? Double(text.filter { $0 != "." && $0 != "%" }.replacing(",", with: "."))
  }
}

extension SeenText {
  /// Whether the cell is the share in per cent, rounded half up to the decimals that it shows.
  fileprivate func isRounded(_ part: Int, of whole: Int) -> Bool {
    guard text.hasSuffix("%") else { return false }
    let parts = text.dropLast().filter { $0 != "." }.split(separator: ",")
    guard (1...2).contains(parts.count), let digits = Int128(parts.joined()) else { return false }
    let decimals = parts.count == 2 ? parts[1].count : 0
    let unit = (0..<min(decimals, 20)).reduce(into: Int128(1)) { product, _ in product *= 10 }
    let difference = Int128(part) * 100 * unit - digits * Int128(whole)
    return 2 * difference < Int128(whole) && -Int128(whole) <= 2 * difference
  }
}

extension IndicatorResult {
  /// Whether the cell shows the indicator's percentage, or nothing where the result has no counts.
  func isPercentage(_ cell: SeenText) -> Bool {
    guard let value else { return cell.text.isEmpty }
    if cell.text.isEmpty { return numerator == nil }
    guard let shown = cell.value else { return false }
    if let numerator, let denominator, denominator > 0 {
      // A spreadsheet may keep 91,67 % as 0,9167.
      let share = Double(numerator) / Double(denominator)
      return isNear(shown, share * 100) || isNear(shown, share)
        || cell.isRounded(numerator, of: denominator)
    }
    let digits = value.hasSuffix("…") ? String(value.dropLast()) : value
    guard let number = Double(digits) else { return false }
    return abs(shown - number) < 0.001
  }
}

private func isNear(_ one: Double, _ other: Double) -> Bool {
  abs(one - other) <= max(abs(one), abs(other)) * 1e-12
}

extension CalendarDay {
  /// Reads `29/11/2022`, as documents write a day.
  init?(vietnamese text: String) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[2], month: parts[1], day: parts[0])
  }
}
