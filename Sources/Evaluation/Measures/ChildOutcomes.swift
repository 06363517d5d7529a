import Model

/// Judges the share of units below that are recognised, from their own assessments.
///
/// While units are pending, the share lies between what is proven and what is possible; it is
/// decided once both ends fall in the same band.
func judgeChildOutcomes(_ question: Question, _ threshold: Threshold) -> Ruling {
  let recognised = question.children.count { $0.outcome == .recognised }
  let pending = question.children.count { $0.outcome == .pending }
  let counted = countedChildren(question)
  let step = TraceStep.outcomes(recognised: recognised, pending: pending, counted: counted)
  guard let proven = Rational(recognised, over: counted)?.asPercentage,
    let possible = Rational(recognised + pending, over: counted)?.asPercentage
  else {
    var ruling = Ruling.undecided(.notApplicable, [step, .emptyWhole(countsAsMet: false)])
    ruling.evidence = .missing
    return ruling
  }
  let holds = threshold.admits(proven)
  let isDecided =
    holds == threshold.admits(possible)
    && (question.indicator.role == .prerequisite
      || question.band(of: proven) == question.band(of: possible))
  var ruling = Ruling(status: isDecided ? (holds ? .met : .notMet) : .noData)
  ruling.value = isDecided ? proven : nil
  ruling.numerator = recognised
  ruling.denominator = counted
  ruling.basis = .computed
  ruling.bestPercentage = possible
  ruling.evidence = pending == 0 ? .complete : .missing
  ruling.trace = [step]
  if pending > 0 { ruling.trace.append(.range(proven: proven, possible: possible)) }
  if isDecided {
    ruling.trace.append(
      .comparison(value: proven, limit: threshold, holds: holds, component: nil))
  }
  return ruling
}

/// The units that the share is of: those that take part, or by the other reading all that exist.
private func countedChildren(_ question: Question) -> Int {
  let context = question.context
  guard question.takes("all", on: .childDenominator) else {
    return context.programme.participants.count
  }
  return context.units.children(of: question.unit.code, on: context.asOf).count
}
