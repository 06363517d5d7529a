import Model

/// One share as its figure gives it.
enum ShareFigure {
  case missing
  case invalid
  /// A share of nothing.
  case empty
  case known(percentage: Rational, counts: (part: Int, whole: Int)?)
}

extension Question {
  /// The share of the indicator, or of one component: from counts, else from a typed percentage.
  func share(of component: ComponentID?) -> ShareFigure {
    guard !isInvalid(component) else { return .invalid }
    guard let figure = component.map({ self.figure(of: $0) }) ?? self.figure else {
      return .missing
    }
    if figure.denominator?.value == 0 { return .empty }
    if let part = figure.numerator?.value, let whole = figure.denominator?.value,
      let share = Rational(part, over: whole)
    {
      return .known(percentage: share.asPercentage, counts: (part, whole))
    }
    if let percent = figure.percent {
      return .known(percentage: percent.value.rational, counts: nil)
    }
    return .missing
  }
}

/// Judges a part of a whole against its limit.
func judgeShare(_ question: Question, _ threshold: Threshold) -> Ruling {
  switch question.share(of: nil) {
  case .missing: return .undecided(.noData, [.missing(component: nil)])
  case .invalid: return .undecided(.invalid, [.invalid(component: nil)])
  case .empty: return emptyShare(question)
  case .known(let percentage, let counts):
    let holds = threshold.admits(percentage)
    var ruling = Ruling(status: holds ? .met : .notMet)
    ruling.value = percentage
    ruling.numerator = counts?.part
    ruling.denominator = counts?.whole
    ruling.basis = basis(of: question.figure, counted: counts != nil)
    if let counts {
      ruling.trace.append(
        .share(part: counts.part, whole: counts.whole, percentage: percentage, component: nil))
    }
    ruling.trace.append(
      .comparison(value: percentage, limit: threshold, holds: holds, component: nil))
    if holds, threshold.comparison == .below,
      question.takes("belowAndLower", on: .belowLimit)
    {
      return comparedWithLastYear(ruling, percentage, question)
    }
    return ruling
  }
}

private func emptyShare(_ question: Question) -> Ruling {
  let countsAsMet = question.takes("met", on: .emptyDenominator)
  var ruling = Ruling.undecided(.notApplicable, [.emptyWhole(countsAsMet: countsAsMet)])
  ruling.countsAsMetWhenEmpty = countsAsMet
  ruling.numerator = 0
  ruling.denominator = 0
  ruling.basis = basis(of: question.figure, counted: true)
  return ruling
}

private func comparedWithLastYear(
  _ ruling: Ruling, _ percentage: Rational, _ question: Question
) -> Ruling {
  var ruling = ruling
  guard let previous = question.figure?.previous else {
    return .undecided(.noData, ruling.trace + [.missing(component: nil)])
  }
  let change = previous.value.rational
  let isLower = percentage < change
  ruling.status = isLower ? .met : .notMet
  ruling.trace.append(
    .comparison(
      value: percentage, limit: Threshold(.below, previous.value), holds: isLower, component: nil))
  return ruling
}

private func basis(of figure: Figure?, counted: Bool) -> FigureBasis {
  switch figure?.origin {
  case .roster, .citizens: .roster
  case .computed: .computed
  case .typed, nil: counted ? .counts : .percentage
  }
}
