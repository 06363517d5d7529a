import Model

/// Judges one indicator: its figures by its measure, its band, and its evidence beside them.
func judge(_ question: Question, documents: [EvidenceDocument]) -> IndicatorAssessment {
  let indicator = question.indicator
  let ruling = rule(on: question)
  let band = bandReached(by: ruling, question)
  var trace = question.figures.figures.map(TraceStep.figure) + ruling.trace
  if let band, let value = ruling.value, indicator.role == .banded {
    trace.append(.band(percentage: value, level: band))
  }
  let readings = question.context.readings.choices.filter {
    indicator.interpretations.contains($0.interpretation.id)
  }
  trace += readings.filter { acts($0.interpretation.governs, on: ruling, question) }.map {
    .reading($0.interpretation.id, $0.reading.id)
  }
  return IndicatorAssessment(
    indicator: indicator, status: ruling.status,
    evidence: ruling.evidence ?? EvidenceStatus(of: documents), documents: documents, band: band,
    value: ruling.value, numerator: ruling.numerator, denominator: ruling.denominator,
    basis: ruling.basis, figures: question.figures.figures, readings: readings, trace: trace,
    countsAsMetWhenEmpty: ruling.countsAsMetWhenEmpty,
    possibleBandWhenOpen: possibleBand(ruling, question), findings: ruling.findings,
    progress: ruling.progress)
}

private func possibleBand(_ ruling: Ruling, _ question: Question) -> Int {
  guard case .levels(let rule) = question.criteria.rule else { return 0 }
  return ruling.bestPercentage.map { question.band(of: $0) } ?? rule.highestLevel
}

/// Whether the reading of `point` had a part in this result, rather than in another that the
/// indicator could have had.
private func acts(_ point: OpenPoint, on ruling: Ruling, _ question: Question) -> Bool {
  switch point {
  case .bandEdge:
    guard case .levels(let rule) = question.criteria.rule, let value = ruling.value else {
      return false
    }
    return rule.bands.dropFirst().contains { $0.from.rational == value }
  case .emptyDenominator:
    return ruling.trace.contains { if case .emptyWhole = $0 { true } else { false } }
  case .decreaseFloor:
    return ruling.trace.contains { if case .unattainable = $0 { true } else { false } }
  case .decreaseUnit, .childDenominator, .compositeRule, .belowLimit, .increaseRule,
    .targetBase:
    return ruling.status != .noData || point == .childDenominator
  }
}

private func rule(on question: Question) -> Ruling {
  switch question.indicator.measure {
  case .attestation: judgeAttestation(question)
  case .share(let threshold):
    question.indicator.source == .childOutcomes
      ? judgeChildOutcomes(question, threshold) : judgeShare(question, threshold)
  case .compositeShare(let threshold, let components):
    judgeCompositeShare(question, threshold, components)
  case .decrease(let amount): judgeDecrease(question, by: amount)
  case .increase(let components): judgeIncrease(question, components)
  case .target(let target): judgeTarget(question, target)
  }
}

private func bandReached(by ruling: Ruling, _ question: Question) -> Int? {
  guard question.indicator.role == .banded else { return nil }
  switch ruling.status {
  case .met: return ruling.value.map { question.band(of: $0) }
  case .notMet: return 0
  case .notApplicable:
    return ruling.countsAsMetWhenEmpty ? question.criteria.levelRule.highestLevel : nil
  case .noData, .invalid: return nil
  }
}
