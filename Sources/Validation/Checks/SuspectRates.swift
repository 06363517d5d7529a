import Model

extension RowReader {
  /// Warns of percentages that look like fractions of one, and of rates of two years that are far
  /// apart.
  ///
  /// A percentage with its sign says what it means, and is no fraction.
  mutating func checkRates(
    of indicator: Indicator, _ percent: Sourced<ExactDecimal>?, _ previous: Sourced<ExactDecimal>?,
    _ current: Sourced<ExactDecimal>?, limits: CheckLimits
  ) {
    let isCounted = !row[.numerator].isEmpty && !row[.denominator].isEmpty
    let suspicion = RateSuspicion(
      indicator.measure, percent: isCounted ? nil : percent.map { WrittenRate($0.value) },
      previous: previous.map { WrittenRate($0.value) },
      current: current.map { WrittenRate($0.value) }, limits: limits)
    if suspicion.isPercentFraction { checkFraction(percent, at: .percent) }
    if suspicion.isPreviousFraction { checkFraction(previous, at: .previous) }
    if suspicion.isCurrentFraction { checkFraction(current, at: .current) }
    guard suspicion.areFarApart, let previous, let current,
      let change = current.value.rational.subtracting(previous.value.rational)
    else { return }
    let magnitude = change < .zero ? Rational.zero.subtracting(change) : change
    report(
      .ratesFarApart, at: .current,
      details: [
        "previous": VietnameseNumber.decimal(previous.value),
        "change": magnitude.map { VietnameseNumber.number($0) } ?? "",
        "limit": VietnameseNumber.decimal(limits.sharePoints),
      ])
  }

  private mutating func checkFraction(_ rate: Sourced<ExactDecimal>?, at key: ColumnKey) {
    guard let rate, row[key].text.last != "%",
      let hundredfold = Rational(100, over: 1)?.multiplied(by: rate.value.rational)
    else { return }
    // That it was read with a decimal comma would confirm what is in doubt.
    withdrawFindings(at: key)
    report(
      .percentageLikeFraction, at: key,
      details: [
        "read": VietnameseNumber.decimal(rate.value),
        "hundredfold": VietnameseNumber.number(hundredfold, places: ExactDecimal.maximumScale),
      ])
  }
}

/// What is doubtful about the rates of one row.
struct RateSuspicion: Hashable {
  private(set) var isPercentFraction = false
  private(set) var isPreviousFraction = false
  private(set) var isCurrentFraction = false
  private(set) var areFarApart = false

  /// - Parameters:
  ///   - measure: what the rates are for.
  ///   - percent: `nil` beside two counts, which it is compared with instead.
  ///   - previous: last year's rate.
  ///   - current: this year's rate.
  ///   - limits: how far two years may be apart.
  init(
    _ measure: Measure, percent: WrittenRate?, previous: WrittenRate?, current: WrittenRate?,
    limits: CheckLimits
  ) {
    switch measure {
    case .share(let threshold), .compositeShare(let threshold, _):
      // Beside a limit of many per cent, a share of one or less is hardly one.
      guard threshold.comparison == .atLeast, WrittenRate(threshold.value).isAtLeast(10) else {
        return
      }
      isPercentFraction = percent.map { $0.isPositive && !$0.isAbove(1) } ?? false
    case .target: isPercentFraction = percent.map { $0.isPositive && !$0.isAbove(1) } ?? false
    case .decrease:
      isPreviousFraction = previous.map { $0.isLikeFraction(beside: current) } ?? false
      isCurrentFraction = current.map { $0.isLikeFraction(beside: previous) } ?? false
      if let previous, let current {
        areFarApart = previous.gap(to: current) > WrittenRate(limits.sharePoints).millionths
      }
    case .attestation, .increase: break
    }
  }

  var isAny: Bool { isPercentFraction || isPreviousFraction || isCurrentFraction || areFarApart }
}

/// A percentage of at most 100, with the decimals that were written.
struct WrittenRate: Hashable {
  /// Millionths of a per cent: as fine as an exact decimal is.
  let millionths: Int
  private let scale: Int

  init(_ rate: ExactDecimal) {
    self.init(significand: Int(rate.significand), scale: rate.scale)
  }

  /// - Precondition: the rate has at most `ExactDecimal.maximumScale` decimals.
  init(significand: Int, scale: Int) {
    millionths = (scale..<ExactDecimal.maximumScale).reduce(significand) { number, _ in number &* 10
    }
    self.scale = scale
  }

  var isPositive: Bool { millionths > 0 }

  func isAtLeast(_ percent: Int) -> Bool { millionths >= percent * Self.one }

  func isAbove(_ percent: Int) -> Bool { millionths > percent * Self.one }

  func gap(to other: WrittenRate) -> Int { abs(millionths - other.millionths) }

  /// Whether a rate below one has more decimals than rates are written with, or is about the
  /// hundredth of the other year's.
  func isLikeFraction(beside other: WrittenRate?) -> Bool {
    guard isPositive, millionths < Self.one else { return false }
    if scale > 2 { return true }
    let ratio = 50...200
    return other.map {
      (millionths * ratio.lowerBound...millionths * ratio.upperBound).contains($0.millionths)
    } ?? false
  }

  private static let one = 1_000_000
}
