import Model

/// The rule by which needs are worked out.
struct NeedsRule {
  let rule: LevelRule
  let context: RunContext

  /// Whether a percentage on the lower edge of the band of `level` is still outside it.
  func edgeIsOutside(of level: Int, for indicator: Indicator) -> Bool {
    guard level > (rule.bands.first?.level ?? 1) else { return false }
    return context.readings.choice(on: .bandEdge, for: indicator)?.reading.id != "upper"
  }

  /// What a share must stay below: the limit and, by the stricter reading, last year's share.
  func limit(below threshold: Threshold, for assessment: IndicatorAssessment) -> ExactDecimal {
    let choice = context.readings.choice(on: .belowLimit, for: assessment.indicator)
    guard choice?.reading.id == "belowAndLower",
      let previous = assessment.figures.first(where: { $0.component == nil })?.previous
    else { return threshold.value }
    return min(threshold.value, previous.value)
  }
}

/// What each indicator that stands below `level` still needs to reach it.
func nextLevel(_ level: Int, _ indicators: [IndicatorAssessment], _ rule: NeedsRule) -> NextLevel {
  let highest = rule.rule.highestLevel
  let needs = indicators.compactMap { assessment -> LevelNeed? in
    let target = assessment.indicator.role == .banded ? level : highest
    guard assessment.provenStanding(highest: highest) < target else { return nil }
    var missing = figuresMissing(assessment, to: level, target: target, rule)
    if assessment.evidence != .complete {
      // What is computed from other units is documented by their assessments.
      let isComputed = assessment.indicator.source == .childOutcomes
      missing.append(isComputed ? .outcomes : .documents)
    }
    return LevelNeed(indicator: assessment.indicator.id, missing: missing)
  }
  return NextLevel(level: level, needs: needs)
}

private func figuresMissing(
  _ assessment: IndicatorAssessment, to level: Int, target: Int, _ rule: NeedsRule
) -> [LevelNeed.Missing] {
  switch assessment.status {
  case .notApplicable where assessment.countsAsMetWhenEmpty: return []
  case .notApplicable: return [.guidance]
  case .noData:
    // Where it is computed, what is missing are the documents of the units below.
    return assessment.basis == .computed && assessment.evidence != .complete
      ? countsMissing(assessment, to: level, rule) : [.figures]
  case .invalid: return [.correction]
  case .met, .notMet: break
  }
  let standing = assessment.standingByFigures(highest: rule.rule.highestLevel) ?? 0
  guard standing < target else { return [] }
  switch assessment.indicator.measure {
  case .attestation: return [.attestation]
  case .increase: return [.growth]
  case .decrease(let amount): return [fallMissing(assessment, amount)]
  case .share, .target: return countsMissing(assessment, to: level, rule)
  case .compositeShare(let threshold, let components):
    let failing = components.map(\.id).filter { fails($0, in: assessment, threshold) }
    return [failing.isEmpty ? .change : .components(failing)]
  }
}

/// How much larger the fall must be; only where it is counted in points.
private func fallMissing(
  _ assessment: IndicatorAssessment, _ amount: ExactDecimal
) -> LevelNeed.Missing {
  let isRelative = assessment.trace.contains { step in
    if case .change(_, _, _, isRelative: true) = step { true } else { false }
  }
  guard !isRelative, let fall = assessment.value,
    let missing = amount.rational.subtracting(fall), missing > .zero
  else { return .change }
  return .fall(missing)
}

private func fails(
  _ component: ComponentID, in assessment: IndicatorAssessment, _ threshold: Threshold
) -> Bool {
  assessment.trace.contains { step in
    if case .comparison(_, threshold, false, component) = step { true } else { false }
  }
}

/// The smallest change of a count that reaches the limit, with the whole as it is.
private func countsMissing(
  _ assessment: IndicatorAssessment, to level: Int, _ rule: NeedsRule
) -> [LevelNeed.Missing] {
  let indicator = assessment.indicator
  guard var threshold = indicator.measure.threshold else { return [.change] }
  if threshold.comparison == .below {
    return excessOver(rule.limit(below: threshold, for: assessment), in: assessment)
  }
  var isStrict = false
  if indicator.role == .banded,
    let band = rule.rule.bands.first(where: { $0.level == level })
  {
    threshold = Threshold(.atLeast, band.from)
    isStrict = rule.edgeIsOutside(of: level, for: indicator)
  }
  guard let part = assessment.numerator, let whole = assessment.denominator, whole > 0 else {
    return [.percentage(threshold, isStrict: isStrict)]
  }
  let needed = smallestCount(reaching: threshold.value, of: whole, strictly: isStrict)
  return [.more(max(0, needed - part), numerator: part, denominator: whole)]
}

/// What must go for a share to fall below `limit`; a share below 0 cannot be reached by counting.
private func excessOver(
  _ limit: ExactDecimal, in assessment: IndicatorAssessment
) -> [LevelNeed.Missing] {
  guard limit > ExactDecimal(0) else { return [.change] }
  guard let part = assessment.numerator, let whole = assessment.denominator, whole > 0 else {
    return [.percentage(Threshold(.below, limit), isStrict: true)]
  }
  guard let allowed = largestCount(below: limit, of: whole), allowed < part else {
    return [.change]
  }
  return [.fewer(part - allowed, numerator: part, denominator: whole)]
}

/// The smallest count whose share of `whole` is at least, or strictly above, `limit` per cent.
func smallestCount(reaching limit: ExactDecimal, of whole: Int, strictly: Bool) -> Int {
  let product = limit.rational.numerator * Int128(whole)
  let base = limit.rational.denominator * 100
  let quotient = product / base
  let isExact = product % base == 0
  return Int(clamping: isExact && !strictly ? quotient : quotient + 1)
}

/// The largest count whose share of `whole` is below `limit` per cent; `nil` when not even 0 is.
func largestCount(below limit: ExactDecimal, of whole: Int) -> Int? {
  let count = smallestCount(reaching: limit, of: whole, strictly: false) - 1
  return count >= 0 ? count : nil
}
