import Model

/// Judges a share on its way to its targets: of the indicator as a whole, of the sum of its groups,
/// or of the sum of the units below and the unit's own offices.
///
/// Its status is that of the nearest horizon that is not past.
///
/// Source: plan 4742/KH-UBND, I.2 and II.1.
func judgeTarget(_ question: Question, _ target: Target) -> Ruling {
  switch question.figures.invalid {
  case .none, .offices: break
  case .components, .indicator: return .undecided(.invalid, [.invalid(component: nil)])
  }
  let sum = CountSum(question, target)
  // An office whose figure cannot be used is absent from a sum, unless nobody else is in it.
  if sum.parts.isEmpty, question.figures.invalid != .none {
    return .undecided(.invalid, [.invalid(component: nil)])
  }
  if let counts = sum.counts {
    let base = question.base(of: target) ?? counts.denominator
    return ruling(
      CountedPart(body: counts.body, numerator: counts.numerator, denominator: base), sum, question,
      target)
  }
  // A percentage alone cannot be added up, but it can be compared.
  guard sum.isOfOneFigure, case .known(let percentage, nil) = question.share(of: nil) else {
    return .undecided(.noData, sum.missing)
  }
  return ruling(of: percentage, counts: nil, sum, question, target)
}

private func ruling(
  _ counts: CountedPart, _ sum: CountSum, _ question: Question, _ target: Target
) -> Ruling {
  guard let percentage = counts.percentage else {
    return .undecided(.notApplicable, [.emptyWhole(countsAsMet: false)])
  }
  return ruling(of: percentage, counts: counts, sum, question, target)
}

private func ruling(
  of percentage: Rational, counts: CountedPart?, _ sum: CountSum, _ question: Question,
  _ target: Target
) -> Ruling {
  let trend = trend(ending: percentage, counts, question)
  let standings = question.criteria.horizons.compactMap { horizon in
    target.values[horizon.id].map {
      standing(of: percentage, counts, at: horizon, target: $0, trend, question)
    }
  }
  let current = standings.first { $0.horizon.year >= question.context.period } ?? standings.last
  var ruling = Ruling(status: current?.isMet == true ? .met : .notMet)
  ruling.value = percentage
  ruling.numerator = counts?.numerator
  ruling.denominator = counts?.denominator
  ruling.basis = sum.basis
  ruling.trace = sum.parts.isEmpty ? [] : [.sum(parts: sum.parts)]
  if let counts {
    ruling.trace.append(
      .share(
        part: counts.numerator, whole: counts.denominator, percentage: percentage, component: nil))
  }
  ruling.trace += standings.map {
    .target(value: percentage, target: $0.target, horizon: $0.horizon.id, holds: $0.isMet)
  }
  ruling.progress = TargetProgress(
    standings: standings, groups: sum.groups(question, target), parts: sum.parts,
    absent: sum.absent, absentOffices: sum.absentOffices, trend: trend)
  if sum.basis == .sum { ruling.evidence = sum.evidence }
  return ruling
}

/// Where a share stands beside the target of one horizon.
func standing(
  of percentage: Rational, _ counts: CountedPart?, at horizon: Horizon, target: ExactDecimal,
  _ trend: Trend, _ question: Question
) -> TargetStanding {
  let isMet = percentage >= target.rational
  let years = horizon.year - question.context.period
  let more = counts.map {
    max(0, smallestCount(reaching: target, of: $0.denominator, strictly: false) - $0.numerator)
  }
  let gap = isMet || years <= 0 ? nil : target.rational.subtracting(percentage)
  return TargetStanding(
    horizon: horizon, target: target, isMet: isMet, more: more,
    neededPace: gap?.divided(by: Rational(max(1, years))),
    projection: years > 0 ? trend.projection(years: years) : nil)
}

/// The counts that an indicator with targets is made of.
private struct CountSum {
  /// `nil` while something that is needed is missing.
  private(set) var counts: CountedPart?
  private(set) var parts: [CountedPart] = []
  private(set) var missing: [TraceStep] = []
  private(set) var absent: [UnitCode] = []
  private(set) var absentOffices: [OfficeID] = []
  private(set) var basis = FigureBasis.counts
  private(set) var evidence = EvidenceStatus.complete
  /// Whether one figure gives the indicator as a whole.
  private(set) var isOfOneFigure = false
  private var groupCounts: [ComponentID: CountedPart] = [:]

  init(_ question: Question, _ target: Target) {
    if question.indicator.source == .childFigures {
      addUnits(below: question, target)
    } else if target.groups.isEmpty || question.figure != nil {
      isOfOneFigure = true
      basis = Self.basis(of: question.figure)
      if case .known(_, let counts?) = question.share(of: nil) {
        self.counts = CountedPart(
          body: .unit(question.unit.code), numerator: counts.part, denominator: counts.whole)
      } else if question.figure?.denominator?.value == 0 {
        counts = CountedPart(body: .unit(question.unit.code), numerator: 0, denominator: 0)
      } else {
        missing = [.missing(component: nil)]
      }
    } else {
      addGroups(of: question, target)
    }
  }

  private static func basis(of figure: Figure?) -> FigureBasis {
    switch figure?.origin {
    case .roster, .citizens: .roster
    case .computed: .computed
    case .typed, nil: .counts
    }
  }

  private mutating func addGroups(of question: Question, _ target: Target) {
    basis = Self.basis(of: question.figures.figures.first)
    for group in target.groups {
      guard let figure = question.figure(of: group.id), let part = figure.numerator?.value,
        let whole = figure.denominator?.value
      else {
        missing.append(.missing(component: group.id))
        continue
      }
      let counts = CountedPart(body: .group(group.id), numerator: part, denominator: whole)
      groupCounts[group.id] = counts
      parts.append(counts)
    }
    if missing.isEmpty { counts = total(of: question.unit.code) }
  }

  /// Units and offices whose figures are not known stay out of the sum, part and whole, and are
  /// named.
  private mutating func addUnits(below question: Question, _ target: Target) {
    basis = .sum
    for child in question.children {
      guard let assessment = child.indicator(question.indicator.id),
        let part = assessment.numerator, let whole = assessment.denominator
      else {
        absent.append(child.unit.code)
        continue
      }
      if assessment.evidence != .complete { evidence = .incomplete }
      parts.append(
        CountedPart(body: .unit(child.unit.code), numerator: part, denominator: whole))
      for group in assessment.progress?.groups ?? [] { add(group.counts, to: group.group.id) }
    }
    for figure in question.figures.figures {
      guard let part = figure.numerator?.value, let whole = figure.denominator?.value else {
        continue
      }
      let office = figure.office ?? question.indicator.office
      let isProven = question.submission.evidence.contains {
        $0.indicator == question.indicator.id && $0.office == figure.office && $0.isWhole
      }
      if !isProven { evidence = .incomplete }
      let counts = CountedPart(body: .office(office), numerator: part, denominator: whole)
      parts.append(counts)
      if let group = figure.component { add(counts, to: group) }
    }
    absentOffices = question.context.reportingOffices(of: question.unit).filter { office in
      office.reports(question.indicator.id)
        && !parts.contains { $0.body == .office(office.id) }
    }.map(\.id)
    if !absent.isEmpty || !absentOffices.isEmpty { evidence = .incomplete }
    if parts.isEmpty {
      missing = [.missing(component: nil)]
    } else {
      counts = total(of: question.unit.code)
    }
  }

  private mutating func add(_ counts: CountedPart, to group: ComponentID) {
    let before = groupCounts[group]
    groupCounts[group] = CountedPart(
      body: .group(group), numerator: (before?.numerator ?? 0) + counts.numerator,
      denominator: (before?.denominator ?? 0) + counts.denominator)
  }

  private func total(of unit: UnitCode) -> CountedPart {
    CountedPart(
      body: .unit(unit), numerator: parts.map(\.numerator).reduce(0, +),
      denominator: parts.map(\.denominator).reduce(0, +))
  }

  func groups(_ question: Question, _ target: Target) -> [GroupStanding] {
    target.groups.compactMap { group in
      guard let counts = groupCounts[group.id] else { return nil }
      let own = target.groupValues[group.id]
      let noTrend = Trend(points: [], pace: nil)
      let standings = question.criteria.horizons.compactMap { horizon in
        (own ?? target.values)[horizon.id].flatMap { value in
          counts.percentage.map {
            standing(of: $0, counts, at: horizon, target: value, noTrend, question)
          }
        }
      }
      return GroupStanding(
        group: group, counts: counts, targets: standings, hasOwnTargets: own != nil)
    }
  }
}

extension Question {
  /// The whole that another reading takes: that of the indicator within which this one is counted.
  fileprivate func base(of target: Target) -> Int? {
    guard let within = target.within, takes("holders", on: .targetBase) else { return nil }
    if indicator.source == .childFigures {
      let wholes = children.compactMap { child in
        child.indicator(indicator.id)?.numerator == nil
          ? nil : child.indicator(within)?.denominator
      }
      let counted = Set(figures.figures.map(\.office))
      let own = (submission.figures[within]?.figures ?? []).filter { counted.contains($0.office) }
        .compactMap { $0.denominator?.value }
      return (wholes + own).reduce(0, +)
    }
    return submission.figures[within]?.figures.first { $0.component == nil }?.denominator?.value
  }
}
