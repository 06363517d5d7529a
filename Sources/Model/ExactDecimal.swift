/// A decimal number as it was written: a whole number of units of 10^-scale.
///
/// Compared by value (`1.5 == 1.50`), while `scale` remembers how many decimals were written. At
/// most 15 digits before the separator and 6 after it, so that no product in an evaluation can
/// overflow 128 bits.
public struct ExactDecimal: Hashable, Sendable, Comparable {
  /// The digits without their decimal separator, with the sign.
  public let significand: Int64

  /// Number of digits after the decimal separator, 0 to 6.
  public let scale: Int

  public static let maximumScale = 6
  public static let maximumWholeDigits = 15

  /// Returns `nil` when the number has more digits than `maximumWholeDigits` and `maximumScale`
  /// allow, or more than 18 digits in all.
  public init?(significand: Int64, scale: Int) {
    guard (0...Self.maximumScale).contains(scale),
      significand.magnitude < 1_000_000_000_000_000_000,
      Int128(significand.magnitude) < power(of: Self.maximumWholeDigits + scale)
    else { return nil }
    self.significand = significand
    self.scale = scale
  }

  public init(_ whole: Int32) {
    significand = Int64(whole)
    scale = 0
  }

  /// Reads digits with an optional sign and an optional decimal point, as programme files write
  /// them; users' cells are read in the validation stage.
  public init?(plain text: String) {
    var digits = text[...]
    let negative = digits.first == "-"
    if negative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let magnitude = Int64(parts.joined())
    else { return nil }
    self.init(
      significand: negative ? -magnitude : magnitude, scale: parts.count == 2 ? parts[1].count : 0)
  }

  public var rational: Rational {
    Rational(reducing: Int128(significand), over: power(of: scale))
  }

  public var isNegative: Bool { significand < 0 }

  /// With a decimal point and every decimal that was written: `79.950`.
  public var plain: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }

  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.rational == right.rational
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(rational) }

  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.rational < right.rational
  }
}

/// 10 to the power of `exponent`, which is 0 to 38.
func power(of exponent: Int) -> Int128 {
  (0..<exponent).reduce(into: Int128(1)) { product, _ in product *= 10 }
}
