import Model

/// The shares of an indicator through the periods, ending in the one that is judged.
func trend(ending percentage: Rational, _ counts: CountedPart?, _ question: Question) -> Trend {
  let earlier = question.earlier.keys.sorted().compactMap { year -> TrendPoint? in
    guard year < question.context.period,
      let assessment = question.earlier[year]?.indicator(question.indicator.id),
      let value = assessment.value
    else { return nil }
    return TrendPoint(
      year: year, percentage: value, numerator: assessment.numerator,
      denominator: assessment.denominator)
  }
  let last = TrendPoint(
    year: question.context.period, percentage: percentage, numerator: counts?.numerator,
    denominator: counts?.denominator)
  let points = earlier + [last]
  return Trend(points: points, pace: slope(of: points))
}

/// The slope of the straight line that fits the points best by least squares; `nil` from one point.
///
/// Shares are taken to a millionth of a point, so that the sums of any number of years stay exact
/// in 128 bits. No status is decided on it.
///
/// - Unit: percentage points a year.
private func slope(of points: [TrendPoint]) -> Rational? {
  guard points.count > 1 else { return nil }
  let first = points[0].year
  let years = points.map { Int128($0.year - first) }
  let shares = points.map { millionths(of: $0.percentage) }
  let count = Int128(points.count)
  let product = zip(years, shares).reduce(0) { $0 + $1.0 * $1.1 }
  let sumOfYears = years.reduce(0, +)
  let spread = count * years.reduce(0) { $0 + $1 * $1 } - sumOfYears * sumOfYears
  let rise = count * product - sumOfYears * shares.reduce(0, +)
  guard spread > 0 else { return nil }
  return Rational(fraction: rise, over: spread * 1_000_000)
}

/// Rounded half up.
private func millionths(of share: Rational) -> Int128 {
  (share.numerator * 2_000_000 + share.denominator) / (2 * share.denominator)
}

extension Trend {
  /// The share so many years after the last point, when the years go on as those before.
  ///
  /// It starts from the last share as it is, with the pace of the line; never below 0 or above 100.
  func projection(years: Int) -> Rational? {
    guard let pace, let last = points.last else { return nil }
    let start = Rational(fraction: millionths(of: last.percentage), over: 1_000_000)
    guard let way = pace.multiplied(by: Rational(years)), let end = start.adding(way) else {
      return nil
    }
    return min(max(end, .zero), Rational(100))
  }
}
