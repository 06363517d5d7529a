import Model

extension RowReader {
  /// Checks that a percentage is that of the two counts beside it, to the decimals written.
  mutating func checkPercentAgreement(
    _ percent: Sourced<ExactDecimal>?, with numerator: Sourced<Int>?,
    of denominator: Sourced<Int>?
  ) {
    guard let percent, let numerator, let denominator, denominator.value > 0,
      numerator.value <= denominator.value,
      let share = Rational(numerator.value * 100, over: denominator.value),
      !agrees(percent.value, withPart: numerator.value, of: denominator.value)
    else { return }
    report(
      .percentDisagrees, at: .percent,
      expected: VietnameseNumber.number(share, places: percent.value.scale),
      details: [
        "numerator": VietnameseNumber.count(numerator.value),
        "denominator": VietnameseNumber.count(denominator.value),
      ])
  }
}

/// Whether `part` of `whole`, in per cent, rounds to `percent` at the decimals that it has.
///
/// - Precondition: `whole` is positive, and neither count is above `Figure.maximumCount`.
func agrees(_ percent: ExactDecimal, withPart part: Int, of whole: Int) -> Bool {
  agrees(percent.significand, scale: percent.scale, withPart: part, of: whole)
}

/// Whether `part` of `whole`, in per cent, rounds to the percentage of those digits.
///
/// - Precondition: as above; the digits are those of an exact decimal.
func agrees(_ significand: Int64, scale: Int, withPart part: Int, of whole: Int) -> Bool {
  let unit = (0..<scale).reduce(into: Int64(1)) { product, _ in product *= 10 }
  let difference = Int128(significand) * Int128(whole) - Int128(part) * Int128(100 * unit)
  return difference.magnitude * 2 <= whole.magnitude
}
