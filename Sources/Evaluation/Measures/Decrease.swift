import Model

/// Judges a fall from last year's rate to this year's, in percentage points or, by the other
/// reading, in per cent of last year's rate.
func judgeDecrease(_ question: Question, by amount: ExactDecimal) -> Ruling {
  guard !question.isInvalid(nil) else { return .undecided(.invalid, [.invalid(component: nil)]) }
  guard let previous = question.figure?.previous, let current = question.figure?.current else {
    return .undecided(.noData, [.missing(component: nil)])
  }
  let (before, now) = (previous.value.rational, current.value.rational)
  if question.takes("relative", on: .decreaseUnit) {
    return judgeRelativeFall(from: before, to: now, by: amount)
  }
  guard let fall = before.subtracting(now) else {
    return .undecided(.invalid, [.invalid(component: nil)])
  }
  var ruling = ruling(fall: fall, from: before, to: now, by: amount, isRelative: false)
  guard before < amount.rational else { return ruling }
  ruling.trace.append(.unattainable(previous: before, amount: amount))
  if question.takes("metWhenZeroOrLower", on: .decreaseFloor) {
    ruling.status = now == .zero || now < before ? .met : .notMet
  } else {
    ruling.findings.append(unattainable(previous, amount, question))
  }
  return ruling
}

private func judgeRelativeFall(
  from before: Rational, to now: Rational, by amount: ExactDecimal
) -> Ruling {
  guard before > .zero else {
    return .undecided(.notApplicable, [.emptyWhole(countsAsMet: false)])
  }
  guard let fall = before.subtracting(now)?.divided(by: before) else {
    return .undecided(.invalid, [.invalid(component: nil)])
  }
  return ruling(fall: fall.asPercentage, from: before, to: now, by: amount, isRelative: true)
}

private func ruling(
  fall: Rational, from before: Rational, to now: Rational, by amount: ExactDecimal,
  isRelative: Bool
) -> Ruling {
  let threshold = Threshold(.atLeast, amount)
  let holds = threshold.admits(fall)
  return Ruling(
    status: holds ? .met : .notMet, value: fall, basis: .values,
    trace: [
      .change(previous: before, current: now, change: fall, isRelative: isRelative),
      .comparison(value: fall, limit: threshold, holds: holds, component: nil),
    ])
}

/// The criterion asks for a fall that no unit with this rate can make.
private func unattainable(
  _ previous: Sourced<ExactDecimal>, _ amount: ExactDecimal, _ question: Question
) -> Finding {
  Finding(
    .criterionUnattainable, unit: question.unit.code, indicator: question.indicator.id,
    place: previous.place, value: VietnameseNumber.decimal(previous.value),
    clause: question.indicator.clause, office: question.indicator.office,
    details: [
      "previous": VietnameseNumber.decimal(previous.value),
      "amount": VietnameseNumber.decimal(amount),
    ])
}
