/// Numbers as Vietnamese documents write them: a point between thousands, a comma before decimals.
///
/// The only place where a number is rounded: half up, and never across a limit that it is compared
/// with.
public enum VietnameseNumber {
  /// A whole number with a point between thousands: `1.234.567`.
  public static func count(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(String(number.magnitude))
  }

  /// As it was written, with a comma: `79,950`.
  public static func decimal(_ number: ExactDecimal) -> String {
    localised(number.plain)
  }

  /// Rounded half up to at most `places` decimals, with more where that is needed not to show a
  /// number on a limit that it is not on, or beyond one that it does not reach.
  ///
  /// 79,995 beside 80 is `79,995`, not `80,00`. Closing zeros are kept to `minimumPlaces`.
  public static func number(
    _ number: Rational, places: Int = 2, minimumPlaces: Int = 0, limits: [Rational] = []
  ) -> String {
    for decimals in places...(places + 18) {
      let (rounded, text) = round(number, to: decimals)
      let isFaithful = limits.allSatisfy {
        (rounded < $0) == (number < $0) && (rounded == $0) == (number == $0)
      }
      if isFaithful { return localised(trimmed(text, keeping: minimumPlaces)) }
    }
    return localised(number.truncated(to: places + 18))
  }

  /// `91,67%`, rounded as `number` is.
  public static func percentage(_ percentage: Rational, limits: [Rational] = []) -> String {
    number(percentage, limits: limits) + "%"
  }

  /// The nearest multiple of 10^-places, halves away from zero, with its digits.
  static func round(_ number: Rational, to places: Int) -> (Rational, String) {
    let unit = power(of: places)
    let magnitude = number.numerator.magnitude
    let base = number.denominator.magnitude
    let scaled = magnitude.multipliedFullWidth(by: unit.magnitude)
    let (quotient, remainder) = base.dividingFullWidth(scaled)
    let whole = quotient + (remainder >= base - remainder ? 1 : 0)
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let isNegative = number < .zero && whole != 0
    let text =
      (isNegative ? "-" : "") + padded.dropLast(places)
      + (places > 0 ? "." + padded.suffix(places) : "")
    return (Rational(reducing: (isNegative ? -1 : 1) * Int128(whole), over: unit), text)
  }

  private static func trimmed(_ text: String, keeping minimum: Int) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    var result = text[...]
    while result.last == "0", result[point...].count - 1 > minimum { result = result.dropLast() }
    return String(result.last == "." ? result.dropLast() : result)
  }

  private static func localised(_ plain: String) -> String {
    let negative = plain.hasPrefix("-")
    let parts = plain.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = grouped(String(parts[0]))
    return (negative ? "-" : "") + whole + (parts.count > 1 ? "," + parts[1] : "")
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(".") }
      result.append(digit)
    }
    return result
  }
}
