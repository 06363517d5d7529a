import Model

/// Compares this period's figures with an earlier period's final ones, in the rulebook's order.
///
/// "Năm trước" is compared only with the year before; a change is looked at since any earlier
/// period.
func findingsOfChanges(
  in figures: [IndicatorID: IndicatorFigures], since earlier: EarlierFigures,
  _ scope: UnitScope
) -> [Finding] {
  scope.indicators.flatMap { indicator -> [Finding] in
    let known = figures[indicator.id] ?? .none
    return known.figures.filter { !known.isInvalid($0.component) }.flatMap { figure -> [Finding] in
      guard let past = earlier.final(before: figure, of: indicator) else { return [] }
      let comparison = Comparison(
        indicator: indicator, figure: figure, past: past, period: earlier.period)
      let isYearBefore = earlier.period == scope.context.period - 1
      return (isYearBefore ? comparison.restatement : [])
        + comparison.unusualChange(beyond: scope.context.programme.limits)
    }
  }
}

/// A figure beside that of an earlier period.
private struct Comparison {
  let indicator: Indicator
  let figure: Figure
  let past: Figure
  let period: Int

  /// That "Năm trước" is not what was reported then, to the decimals written.
  var restatement: [Finding] {
    guard let previous = figure.previous, let value = value(of: past),
      !isRounded(previous.value, from: value)
    else { return [] }
    return [
      Finding(
        .previousDisagrees, about: indicator, office: nil, at: previous.place,
        value: VietnameseNumber.decimal(previous.value),
        expected: asReported(past) ?? text(value),
        details: ["period": "\(period)", "place": past.place.reference])
    ]
  }

  func unusualChange(beyond limits: CheckLimits) -> [Finding] {
    guard let now = value(of: figure), let then = value(of: past),
      let change = now.subtracting(then)
    else { return [] }
    let magnitude = change < .zero ? Rational.zero.subtracting(change) : change
    if indicator.measure.isIncrease {
      // A change from nothing has no size.
      guard then > .zero, let share = magnitude?.divided(by: then)?.asPercentage,
        share > limits.valuePercent.rational
      else { return [] }
      return [relative(change: share, from: text(then), to: text(now), limits.valuePercent)]
    }
    guard let magnitude, magnitude > limits.sharePoints.rational else { return [] }
    return [
      inPoints(change: magnitude, from: text(then) + "%", to: text(now) + "%", limits.sharePoints)
    ]
  }

  private func relative(
    change: Rational, from then: String, to now: String, _ limit: ExactDecimal
  ) -> Finding {
    let sum = "|\(now) − \(then)| : \(then)"
    return unusual(now, then, limit, "percent", change: "\(sum) = \(percentage(change, limit))")
  }

  private func inPoints(
    change: Rational, from then: String, to now: String, _ limit: ExactDecimal
  ) -> Finding {
    unusual(now, then, limit, "points", change: "|\(now) − \(then)| = \(percentage(change, limit))")
  }

  private func unusual(
    _ now: String, _ then: String, _ limit: ExactDecimal, _ unit: String, change: String
  ) -> Finding {
    let limit = VietnameseNumber.decimal(limit)
    return Finding(
      .unusualChange, about: indicator, office: nil, at: figure.place, value: now,
      expected: "≤ \(limit)%",
      details: [
        "change": change, "earlier": then, "limit": limit, "limitUnit": unit, "period": "\(period)",
      ])
  }

  /// What the measure looks at: a percentage, or this year's value.
  private func value(of figure: Figure) -> Rational? {
    switch indicator.measure {
    case .attestation: return nil
    case .share, .compositeShare, .target:
      guard let part = figure.numerator?.value, let whole = figure.denominator?.value
      else { return figure.percent?.value.rational }
      return Rational(part, over: whole)?.asPercentage
    case .decrease, .increase: return figure.current?.value.rational
    }
  }

  /// A decimal with the digits that were typed; `nil` where two counts make the value.
  private func asReported(_ figure: Figure) -> String? {
    let isCounted = figure.numerator != nil && figure.denominator != nil
    let typed = indicator.measure.isShare ? (isCounted ? nil : figure.percent) : figure.current
    return typed.map { VietnameseNumber.decimal($0.value) }
  }

  /// Whether `value` rounds to `written`.
  private func isRounded(_ written: ExactDecimal, from value: Rational) -> Bool {
    let unit = (0..<written.scale).reduce(1) { product, _ in product * 10 }
    guard let half = Rational(1, over: 2 * unit),
      let difference = value.subtracting(written.rational)
    else { return false }
    return difference <= half && .zero <= (half.adding(difference) ?? .zero)
  }

  private func text(_ value: Rational) -> String { VietnameseNumber.number(value) }

  private func percentage(_ value: Rational, _ limit: ExactDecimal) -> String {
    VietnameseNumber.percentage(value, limits: [limit.rational])
  }
}
