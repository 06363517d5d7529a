public import Model

/// Stage 3: judges one unit by its tier's criteria.
///
/// Pure and total: bad figures were marked in stage 2, and a bad rule cannot be inside a
/// ``Rulebook``. `children` are the assessments of the participating units below, from which an
/// indicator may be computed; empty for a unit without any.
///
/// Source: plan 25/KH-UBND, III.1 and III.2.
public func assess(
  _ submission: Submission, by criteria: CriteriaSet, children: [UnitAssessment],
  in context: RunContext
) -> UnitAssessment {
  let documents = Dictionary(grouping: submission.evidence, by: \.indicator)
  let indicators = criteria.indicators.map { indicator in
    judge(
      Question(
        indicator: indicator, figures: submission.figures[indicator.id] ?? .none,
        unit: submission.unit, children: children, levelRule: criteria.levelRule,
        context: context),
      documents: documents[indicator.id] ?? [])
  }
  return conclude(submission.unit, indicators, criteria.levelRule, context)
}

private func conclude(
  _ unit: AdministrativeUnit, _ indicators: [IndicatorAssessment], _ rule: LevelRule,
  _ context: RunContext
) -> UnitAssessment {
  let highest = rule.highestLevel
  let proven = indicators.map { $0.provenStanding(highest: highest) }
  let level = rule.level(of: proven)
  let possible = rule.level(of: indicators.map { $0.possibleStanding(highest: highest) })
  let binding = zip(indicators, proven).filter { indicator, standing in
    standing == level && (level == 0 || indicator.indicator.role == .banded)
  }
  return UnitAssessment(
    unit: unit, outcome: level >= 1 ? .recognised : possible == 0 ? .notRecognised : .pending,
    level: level, possibleLevel: possible, binding: binding.map(\.0.indicator.id),
    nextLevel: level < highest
      ? nextLevel(level + 1, indicators, NeedsRule(rule: rule, context: context)) : nil,
    indicators: indicators)
}
