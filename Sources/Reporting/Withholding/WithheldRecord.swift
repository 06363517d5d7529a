public import Model

extension RunRecord {
  /// The record without the counts of few people that no document may tell, so that whatever is made
  /// from it tells none: reports, pages, workbooks, results for machines, traces and findings.
  ///
  /// Only of a programme that sets targets: others count bodies, not people.
  ///
  /// Pure: the same record gives the same.
  public func withholdingSmallCounts(in catalogue: FindingCatalogue) -> RunRecord {
    guard context.rulebook.setsTargets, context.programme.smallCell > 1 else { return self }
    let plans = Plans(self)
    let withheld = { (unit: UnitRecord) in
      let findings = unit.findings.map { worded -> WordedFinding in
        guard let finding = plans.withheld(worded.finding, of: unit) else { return worded }
        return catalogue.words(for: finding).waived(by: worded.waiver)
      }
      return UnitRecord(
        submission: unit.submission, assessment: plans.withheld(unit.assessment, in: nil),
        findings: findings)
    }
    return RunRecord(
      context: context, districts: districts.map(withheld), province: withheld(province),
      offices: offices.map(withheld),
      history: history.mapValues { years in
        Dictionary(uniqueKeysWithValues: years.map { ($0, plans.withheld($1, in: $0)) })
      }, workspaceFindings: workspaceFindings, tellsCommendations: tellsCommendations, tool: tool)
  }
}

/// The plans of the period and of every year before it.
struct Plans {
  let period: WithholdingPlan
  let earlier: [Int: WithholdingPlan]
  let programme: Programme
  private let history: [UnitCode: [Int: UnitAssessment]]

  init(_ record: RunRecord) {
    let limit = record.context.programme.smallCell
    let units = record.units + record.offices
    let year = CountedCells(units.map(\.assessment))
    period = WithholdingPlan(year, below: limit)
    let years = Set(record.history.values.flatMap(\.keys))
    earlier = Dictionary(
      uniqueKeysWithValues: years.map { year in
        let assessments = units.compactMap { record.history[$0.unit.code]?[year] }
        return (year, WithholdingPlan(CountedCells(assessments), below: limit))
      })
    programme = record.context.programme
    history = record.history
  }

  /// The plan of a year; of the period where none is named.
  private func plan(of year: Int?) -> WithholdingPlan? { year.map { earlier[$0] } ?? period }

  func withheld(_ assessment: UnitAssessment, in year: Int?) -> UnitAssessment {
    guard let plan = plan(of: year) else { return assessment }
    return UnitAssessment(
      unit: assessment.unit, conclusion: assessment.conclusion,
      indicators: assessment.indicators.map { indicator in
        let view = IndicatorView(
          plan: plan, earlier: earlier, unit: assessment.unit.code, assessment: indicator)
        return view.withheld
      })
  }

  /// Whether anything that the unit or office has of the indicator is not told, in any year.
  func hides(_ indicator: IndicatorID, of body: UnitCode) -> Bool {
    ([period] + earlier.values).contains { plan in
      plan.hidden.contains { $0.body == body && $0.indicator == indicator }
    }
  }

  func isSmall(_ count: Int) -> Bool { period.isSmall(count) }

  /// What the unit or office had of the indicator in earlier years.
  func earlierFigures(_ indicator: IndicatorID, of body: UnitCode) -> [Figure] {
    (history[body] ?? [:]).values.flatMap { $0.indicator(indicator)?.figures ?? [] }
  }
}

/// An indicator of one unit or office, before and after withholding.
private struct IndicatorView {
  let plan: WithholdingPlan
  let earlier: [Int: WithholdingPlan]
  let unit: UnitCode
  let assessment: IndicatorAssessment

  private var id: IndicatorID { assessment.indicator.id }
  private var whole: CountedCell { CountedCell(body: unit, indicator: id) }

  /// Whether the counts of all are not told.
  ///
  /// Without counts of all, the plan does not know them: figures with a small count, or beside
  /// anything else of the unit that is not told, are then kept back altogether.
  private var isWithheld: Bool {
    guard assessment.numerator == nil || assessment.denominator == nil else {
      return !plan.tells(whole)
    }
    return assessment.figures.contains(where: plan.isSmall)
      || assessment.figures.contains { $0.numerator != nil || $0.denominator != nil }
        && plan.hidden.contains { $0.body == unit }
  }

  var withheld: IndicatorAssessment {
    guard assessment.indicator.measure.target != nil else { return assessment }
    let isWithheld = isWithheld
    let figures = assessment.figures.map { isTold($0, isWithheld) ? $0 : $0.withoutValues }
    return IndicatorAssessment(
      indicator: assessment.indicator, status: assessment.status, evidence: assessment.evidence,
      documents: assessment.documents, band: assessment.band,
      value: isWithheld ? nil : assessment.value,
      numerator: isWithheld ? nil : assessment.numerator,
      denominator: isWithheld ? nil : assessment.denominator, basis: assessment.basis,
      figures: figures, readings: assessment.readings, trace: trace(isWithheld),
      countsAsMetWhenEmpty: assessment.countsAsMetWhenEmpty,
      possibleBandWhenOpen: assessment.possibleBandWhenOpen, findings: assessment.findings,
      progress: assessment.progress.map { progress($0, isWithheld) }, isWithheld: isWithheld)
  }

  private func isTold(_ figure: Figure, _ isWithheld: Bool) -> Bool {
    guard assessment.numerator != nil, assessment.denominator != nil else { return !isWithheld }
    let isOfOffice = assessment.progress?.parts.contains { $0.body.isOffice } ?? false
    if isOfOffice {
      let office = figure.office ?? assessment.indicator.office
      return plan.tells(CountedCell(body: unit.office(office), indicator: id))
    }
    return plan.tells(CountedCell(body: unit, indicator: id, group: figure.component))
  }

  private func trace(_ isWithheld: Bool) -> [TraceStep] {
    let steps = assessment.trace.compactMap { step -> TraceStep? in
      switch step {
      case .sum(let parts): .sum(parts: parts.map(part))
      case .figure(let figure): isTold(figure, isWithheld) ? step : nil
      case .missing, .invalid, .reading, .emptyWhole: step
      default: isWithheld ? nil : step
      }
    }
    return steps + (isWithheld ? [.withheld] : [])
  }

  private func part(_ part: CountedPart) -> CountedPart {
    plan.tells(CountedCells.cell(of: part.body, in: unit, id))
      ? part : CountedPart(withholding: part.body)
  }

  private func progress(_ progress: TargetProgress, _ isWithheld: Bool) -> TargetProgress {
    let points = progress.trend.points.filter { point in
      if let plan = earlier[point.year] { return plan.tells(whole) }
      return !isWithheld
    }
    let isWhole = points.count == progress.trend.points.count
    return TargetProgress(
      standings: progress.standings.map { standing in
        TargetStanding(
          horizon: standing.horizon, target: standing.target, isMet: standing.isMet,
          more: isWithheld ? nil : standing.more,
          neededPace: isWithheld ? nil : standing.neededPace,
          projection: isWhole ? standing.projection : nil)
      }, groups: progress.groups.map(group), parts: progress.parts.map(part),
      absent: progress.absent, absentOffices: progress.absentOffices,
      // A line through points of which one is not told would tell it.
      trend: Trend(points: points, pace: isWhole ? progress.trend.pace : nil))
  }

  private func group(_ group: GroupStanding) -> GroupStanding {
    guard !plan.tells(CountedCell(body: unit, indicator: id, group: group.group.id)) else {
      return group
    }
    return GroupStanding(
      group: group.group, counts: CountedPart(withholding: group.counts.body), targets: [],
      hasOwnTargets: group.hasOwnTargets)
  }
}

extension CountedBody {
  fileprivate var isOffice: Bool { if case .office = self { true } else { false } }
}

extension WithholdingPlan {
  /// Whether a count of the figure is of few people.
  func isSmall(_ figure: Figure) -> Bool {
    [figure.numerator, figure.denominator].contains { $0.map { isSmall($0.value) } ?? false }
  }
}

extension Figure {
  /// The figure as one that was sent, without what it says.
  fileprivate var withoutValues: Figure {
    Figure(
      component: component, origin: origin, office: office, place: place, state: state,
      referenceYear: referenceYear, note: note)
  }
}
