import Model

/// Figures, limits and bands in words.
extension Composer {
  /// The percentages that a rounded percentage of `indicator` must stay on the right side of.
  func limits(of indicator: Indicator, in criteria: CriteriaSet) -> [Rational] {
    var limits = [Rational.zero, Rational(100)]
    if let threshold = indicator.measure.threshold { limits.append(threshold.value.rational) }
    limits += (indicator.measure.target?.values.values.map(\.rational) ?? []).sorted()
    if indicator.role == .banded { limits += criteria.levelRule.bands.map(\.from.rational) }
    return limits
  }

  /// The figures of an indicator in one line: `9/11 = 81,82 %`.
  func figureText(_ assessment: IndicatorAssessment, in criteria: CriteriaSet) -> String {
    if assessment.status == .invalid { return words(.figureInvalid) }
    if assessment.isWithheld { return withheldText }
    let text = measured(assessment, in: criteria)
    guard let text else { return words(.figureNone) }
    return assessment.isPreliminary ? words(.figurePreliminary, ["value": text]) : text
  }

  private func measured(
    _ assessment: IndicatorAssessment, in criteria: CriteriaSet
  ) -> String? {
    let indicator = assessment.indicator
    if indicator.source == .childOutcomes { return outcomes(in: assessment.trace) }
    switch indicator.measure {
    case .attestation:
      return assessment.figures.first?.met.map {
        words($0.value ? .figureAttestedYes : .figureAttestedNo)
      }
    case .share:
      return assessment.figures.first.flatMap {
        shareText($0, limits: limits(of: indicator, in: criteria))
      }
    case .target: return targetText(assessment, limits: limits(of: indicator, in: criteria))
    case .compositeShare(_, let components):
      let limits = limits(of: indicator, in: criteria)
      return componentTexts(assessment, components) { shareText($0, limits: limits) }
    case .decrease:
      return changeText(assessment)
    case .increase(let components):
      guard !components.isEmpty else { return assessment.figures.first.flatMap(growthText) }
      return componentTexts(assessment, components, growthText)
    }
  }

  private func componentTexts(
    _ assessment: IndicatorAssessment, _ components: [MeasureComponent],
    _ text: (Figure) -> String?
  ) -> String? {
    let texts = components.compactMap { component in
      assessment.figures.first { $0.component == component.id }.flatMap(text).map {
        words(.figureComponent, ["component": component.name, "value": $0])
      }
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  func shareText(_ figure: Figure, limits: [Rational]) -> String? {
    if let part = figure.numerator?.value, let whole = figure.denominator?.value {
      return shareText(part, of: whole, limits: limits)
    }
    return figure.percent.map { VietnameseNumber.decimal($0.value) + "%" }
  }

  /// `9/11 = 81,82%`, or that there is nothing of which it is a share.
  func shareText(_ part: Int, of whole: Int, limits: [Rational]) -> String {
    guard let share = Rational(part, over: whole) else {
      return words(.figureEmptyShare, ["part": VietnameseNumber.count(part)])
    }
    return words(
      .figureShare,
      [
        "part": VietnameseNumber.count(part), "whole": VietnameseNumber.count(whole),
        "percentage": VietnameseNumber.percentage(share.asPercentage, limits: limits),
      ])
  }

  /// The sum of groups or units, else the one figure.
  private func targetText(_ assessment: IndicatorAssessment, limits: [Rational]) -> String? {
    guard let part = assessment.numerator, let whole = assessment.denominator else {
      // One of several groups or offices is not the whole.
      guard !assessment.indicator.isComputed else { return nil }
      return assessment.figures.first { $0.component == nil }.flatMap {
        shareText($0, limits: limits)
      }
    }
    return shareText(part, of: whole, limits: limits)
  }

  private func growthText(_ figure: Figure) -> String? {
    guard let previous = figure.previous, let current = figure.current else { return nil }
    return words(
      .figureGrowth,
      [
        "previous": VietnameseNumber.decimal(previous.value),
        "current": VietnameseNumber.decimal(current.value),
      ])
  }

  private func changeText(_ assessment: IndicatorAssessment) -> String? {
    for case .change(let previous, let current, let change, let isRelative) in assessment.trace {
      let rises = change < .zero
      let phrase: Phrase =
        isRelative
        ? (rises ? .figureRelativeRise : .figureRelative)
        : (rises ? .figurePointsRise : .figurePoints)
      let magnitude = rises ? Rational.zero.subtracting(change) ?? change : change
      let limit = assessment.indicator.measure.threshold?.value.rational
      return words(
        phrase,
        [
          "previous": typed(assessment.figures.first?.previous, otherwise: previous),
          "current": typed(assessment.figures.first?.current, otherwise: current),
          "change": VietnameseNumber.number(magnitude, limits: limit.map { [$0] } ?? []),
        ])
    }
    return nil
  }

  /// A decimal with the digits that were typed.
  private func typed(_ decimal: Sourced<ExactDecimal>?, otherwise number: Rational) -> String {
    decimal.map { VietnameseNumber.decimal($0.value) } ?? VietnameseNumber.number(number)
  }

  private func outcomes(in trace: [TraceStep]) -> String? {
    for case .outcomes(let recognised, let pending, let counted) in trace {
      return words(
        .figureOutcomes,
        ["recognised": "\(recognised)", "pending": "\(pending)", "counted": "\(counted)"])
    }
    return nil
  }

  /// What an indicator is compared with: `≥ 70 %`.
  func limitText(_ indicator: Indicator) -> String {
    switch indicator.measure {
    case .attestation: return words(.limitAttestation)
    case .share(let threshold): return text(of: threshold)
    case .compositeShare(let threshold, _):
      let takesAverage =
        context.readings.choice(on: .compositeRule, for: indicator)?.reading.id == "average"
      let limit = text(of: threshold)
      return takesAverage ? limit : words(.limitEach, ["limit": limit])
    case .decrease(let amount):
      let isRelative =
        context.readings.choice(on: .decreaseUnit, for: indicator)?.reading.id == "relative"
      return words(
        isRelative ? .limitDecreaseRelative : .limitDecreasePoints,
        ["limit": VietnameseNumber.decimal(amount)])
    case .increase: return words(.limitIncrease)
    case .target(let target):
      return context.horizons.compactMap { horizon in
        target.values[horizon.id].map { targetText($0, at: horizon) }
      }.joined(separator: "; ")
    }
  }

  /// `40% (đến năm 2025)`.
  func targetText(_ target: ExactDecimal, at horizon: Horizon) -> String {
    words(
      .limitTarget, ["limit": VietnameseNumber.decimal(target), "horizon": horizon.title])
  }

  func text(of threshold: Threshold) -> String {
    if threshold.comparison == .atLeast, threshold.value == ExactDecimal(100) {
      return words(.limitAll)
    }
    let limit = VietnameseNumber.decimal(threshold.value)
    return words(threshold.comparison == .atLeast ? .limitAtLeast : .limitBelow, ["limit": limit])
  }

  func bandText(_ assessment: IndicatorAssessment) -> String {
    guard assessment.indicator.role != .target else { return words(.bandTarget) }
    guard assessment.indicator.role == .banded else { return words(.bandPrerequisite) }
    guard let band = assessment.band else { return words(.bandNone) }
    return band == 0 ? words(.bandBelow) : words(.bandLevel, ["level": "\(band)"])
  }
}
