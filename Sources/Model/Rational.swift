/// An exact fraction in lowest terms with a positive denominator.
///
/// Every comparison that decides a status, a band or a level is made on these, cross-multiplied in
/// full width; no binary floating point takes part.
public struct Rational: Hashable, Sendable, Comparable {
  public let numerator: Int128
  public let denominator: Int128

  public static let zero = Rational(0)

  public init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Returns `nil` unless `denominator` is positive.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator > 0 else { return nil }
    self.init(reducing: Int128(numerator), over: Int128(denominator))
  }

  /// - Precondition: `denominator` is positive.
  public init(fraction numerator: Int128, over denominator: Int128) {
    self.init(reducing: numerator, over: denominator)
  }

  /// - Precondition: `denominator` is positive.
  init(reducing numerator: Int128, over denominator: Int128) {
    precondition(denominator > 0, "a fraction's denominator is positive")
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  public static func < (left: Rational, right: Rational) -> Bool {
    let one = left.numerator.multipliedFullWidth(by: right.denominator)
    let other = right.numerator.multipliedFullWidth(by: left.denominator)
    return (one.high, one.low) < (other.high, other.low)
  }

  /// The sum, or `nil` when it does not fit in 128 bits.
  public func adding(_ other: Rational) -> Rational? {
    let (left, overflowLeft) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, overflowRight) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, overflowSum) = left.addingReportingOverflow(right)
    let (base, overflowBase) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !overflowLeft, !overflowRight, !overflowSum, !overflowBase else { return nil }
    return Rational(reducing: sum, over: base)
  }

  /// The difference, or `nil` when it does not fit in 128 bits.
  public func subtracting(_ other: Rational) -> Rational? {
    adding(Rational(reducing: -other.numerator, over: other.denominator))
  }

  /// The product, or `nil` when it does not fit in 128 bits.
  public func multiplied(by other: Rational) -> Rational? {
    let (top, overflowTop) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (base, overflowBase) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !overflowTop, !overflowBase else { return nil }
    return Rational(reducing: top, over: base)
  }

  /// The quotient, or `nil` when `other` is not positive or the result does not fit in 128 bits.
  public func divided(by other: Rational) -> Rational? {
    guard other.numerator > 0 else { return nil }
    return multiplied(by: Rational(reducing: other.denominator, over: other.numerator))
  }

  /// This share as a percentage: 7/10 becomes 70.
  ///
  /// - Precondition: the share is made of counts up to `Figure.maximumCount`, or of three such
  ///   shares, so that a hundred times its numerator fits in 128 bits.
  public var asPercentage: Rational {
    let reduced = Rational(reducing: 100, over: denominator)
    return Rational(reducing: numerator * reduced.numerator, over: reduced.denominator)
  }
}

extension Rational {
  /// The decimal expansion with a point: exact where it ends within `places`, otherwise cut there
  /// and marked with `…`, so that no digit shown is ever rounded.
  public func truncated(to places: Int) -> String {
    let magnitude = numerator.magnitude
    let base = denominator.magnitude
    var digits = String(magnitude / base)
    var remainder = magnitude % base
    if remainder != 0, places > 0 { digits += "." }
    for _ in 0..<places where remainder != 0 {
      let scaled = remainder.multipliedFullWidth(by: 10)
      let (quotient, rest) = base.dividingFullWidth(scaled)
      digits += String(quotient)
      remainder = rest
    }
    return (numerator < 0 ? "-" : "") + digits + (remainder == 0 ? "" : "…")
  }
}

private func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (one, other) = (first, second)
  while other != 0 { (one, other) = (other, one % other) }
  return max(one, 1)
}
