import Model

/// Judges one share for each component: each must pass, or their plain average by the other
/// reading.
func judgeCompositeShare(
  _ question: Question, _ threshold: Threshold, _ components: [MeasureComponent]
) -> Ruling {
  guard question.figures.invalid != .indicator else {
    return .undecided(.invalid, [.invalid(component: nil)])
  }
  let parts = components.map { Part(id: $0.id, figure: question.share(of: $0.id)) }
  let emptyCountsAsMet = question.takes("met", on: .emptyDenominator)
  return question.takes("average", on: .compositeRule)
    ? judgeAverage(parts, threshold, emptyCountsAsMet: emptyCountsAsMet)
    : judgeEach(parts, threshold, emptyCountsAsMet: emptyCountsAsMet)
}

private struct Part {
  let id: ComponentID
  let figure: ShareFigure

  var percentage: Rational? {
    if case .known(let percentage, _) = figure { percentage } else { nil }
  }

  var counts: (part: Int, whole: Int)? {
    if case .known(_, let counts) = figure { counts } else { nil }
  }
}

private func judgeEach(
  _ parts: [Part], _ threshold: Threshold, emptyCountsAsMet: Bool
) -> Ruling {
  var ruling = Ruling(
    status: .met,
    trace: parts.flatMap {
      steps(of: $0, against: threshold, emptyCountsAsMet: emptyCountsAsMet)
    })
  let known = parts.compactMap { part in part.percentage.map { (part, $0) } }
  let worst = known.min { threshold.comparison == .atLeast ? $0.1 < $1.1 : $0.1 > $1.1 }
  // A component that fails decides, whatever the others are.
  if let worst, !threshold.admits(worst.1) {
    ruling.status = .notMet
  } else {
    ruling.status = undecided(parts, emptyCountsAsMet: emptyCountsAsMet) ?? .met
    ruling.countsAsMetWhenEmpty = ruling.status == .notApplicable && emptyCountsAsMet
  }
  guard ruling.status.isDecided, let worst else { return ruling }
  ruling.value = worst.1
  ruling.numerator = worst.0.counts?.part
  ruling.denominator = worst.0.counts?.whole
  ruling.basis = worst.0.counts == nil ? .percentage : .counts
  return ruling
}

/// A component of nothing that counts as met is left out of the average.
private func judgeAverage(
  _ parts: [Part], _ threshold: Threshold, emptyCountsAsMet: Bool
) -> Ruling {
  var ruling = Ruling(
    status: .met,
    trace: parts.flatMap { steps(of: $0, against: nil, emptyCountsAsMet: emptyCountsAsMet) })
  if let status = undecided(parts, emptyCountsAsMet: emptyCountsAsMet) {
    ruling.status = status
    ruling.countsAsMetWhenEmpty = status == .notApplicable && emptyCountsAsMet
    return ruling
  }
  let known = parts.compactMap(\.percentage)
  // Three shares of counts up to `Figure.maximumCount` always fit; what does not is not a figure.
  guard
    let sum = known.reduce(Rational.zero as Rational?, { $0?.adding($1) }),
    let average = sum.divided(by: Rational(known.count))
  else { return .undecided(.invalid, ruling.trace + [.invalid(component: nil)]) }
  ruling.value = average
  ruling.basis = .percentage
  let holds = threshold.admits(average)
  ruling.status = holds ? .met : .notMet
  ruling.trace.append(.average(average))
  ruling.trace.append(.comparison(value: average, limit: threshold, holds: holds, component: nil))
  return ruling
}

/// What keeps the parts from deciding together; `nil` when nothing does.
private func undecided(_ parts: [Part], emptyCountsAsMet: Bool) -> IndicatorStatus? {
  var isInvalid = false
  var isMissing = false
  var emptyParts = 0
  for part in parts {
    switch part.figure {
    case .invalid: isInvalid = true
    case .missing: isMissing = true
    case .empty: emptyParts += 1
    case .known: continue
    }
  }
  if isInvalid { return .invalid }
  if isMissing { return .noData }
  if emptyParts == parts.count { return .notApplicable }
  return emptyParts > 0 && !emptyCountsAsMet ? .notApplicable : nil
}

private func steps(
  of part: Part, against threshold: Threshold?, emptyCountsAsMet: Bool
) -> [TraceStep] {
  switch part.figure {
  case .missing: return [.missing(component: part.id)]
  case .invalid: return [.invalid(component: part.id)]
  case .empty: return [.emptyWhole(countsAsMet: emptyCountsAsMet)]
  case .known(let percentage, let counts):
    var steps: [TraceStep] = []
    if let counts {
      steps.append(
        .share(
          part: counts.part, whole: counts.whole, percentage: percentage, component: part.id))
    }
    if let threshold {
      steps.append(
        .comparison(
          value: percentage, limit: threshold, holds: threshold.admits(percentage),
          component: part.id))
    }
    return steps
  }
}
