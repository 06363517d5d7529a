import Model

/// Judges this year's value against last year's; of several components, their sums or, by the
/// other reading, each of them.
func judgeIncrease(_ question: Question, _ components: [MeasureComponent]) -> Ruling {
  guard question.figures.invalid != .indicator else {
    return .undecided(.invalid, [.invalid(component: nil)])
  }
  let ids = components.isEmpty ? [nil] : components.map { Optional($0.id) }
  if components.count > 1, question.takes("each", on: .increaseRule) {
    return judgeEachIncrease(question, ids)
  }
  return judgeSum(question, ids)
}

private struct Pair {
  let previous: Rational
  let current: Rational
  var grows: Bool { current > previous }
}

extension Question {
  fileprivate func pair(of component: ComponentID?) -> Pair? {
    guard let figure = component.map({ self.figure(of: $0) }) ?? self.figure,
      let previous = figure.previous, let current = figure.current
    else { return nil }
    return Pair(previous: previous.value.rational, current: current.value.rational)
  }
}

private func judgeSum(_ question: Question, _ ids: [ComponentID?]) -> Ruling {
  if let open = undecided(question, ids) { return open }
  let pairs = ids.compactMap { question.pair(of: $0) }
  let previous = pairs.reduce(Rational.zero as Rational?) { $0?.adding($1.previous) }
  let current = pairs.reduce(Rational.zero as Rational?) { $0?.adding($1.current) }
  guard let previous, let current else {
    return .undecided(.invalid, [.invalid(component: nil)])
  }
  let total = Pair(previous: previous, current: current)
  return Ruling(
    status: total.grows ? .met : .notMet, value: current, basis: .values,
    trace: [
      .growth(previous: previous, current: current, holds: total.grows, component: nil)
    ])
}

private func judgeEachIncrease(_ question: Question, _ ids: [ComponentID?]) -> Ruling {
  let known = ids.filter { !question.isInvalid($0) }.compactMap { id in
    question.pair(of: id).map { (id, $0) }
  }
  let steps = known.map { id, pair in
    TraceStep.growth(
      previous: pair.previous, current: pair.current, holds: pair.grows, component: id)
  }
  if known.contains(where: { !$0.1.grows }) {
    return Ruling(status: .notMet, basis: .values, trace: steps)
  }
  if var open = undecided(question, ids) {
    open.trace = steps + open.trace
    return open
  }
  return Ruling(status: .met, basis: .values, trace: steps)
}

private func undecided(_ question: Question, _ ids: [ComponentID?]) -> Ruling? {
  let invalid = ids.filter { question.isInvalid($0) }
  guard invalid.isEmpty else {
    return .undecided(.invalid, invalid.map { .invalid(component: $0) })
  }
  let missing = ids.filter { question.pair(of: $0) == nil }
  return missing.isEmpty ? nil : .undecided(.noData, missing.map { .missing(component: $0) })
}
