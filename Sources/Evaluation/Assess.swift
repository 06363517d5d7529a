public import Model

/// Stage 3: judges one unit by its tier's criteria.
///
/// Pure and total: bad figures were marked in stage 2, and a bad rule cannot be inside a
/// ``Rulebook``. `children` are the assessments of the participating units below, from which an
/// indicator may be computed; empty for a unit without any. `earlier` are the unit's assessments of
/// earlier periods by their year, from which trends are drawn.
///
/// Source: plan 25/KH-UBND, III.1 and III.2; plan 4742/KH-UBND, I.2.
public func assess(
  _ submission: Submission, by criteria: CriteriaSet, children: [UnitAssessment],
  earlier: [Int: UnitAssessment] = [:], in context: RunContext
) -> UnitAssessment {
  let documents = Dictionary(grouping: submission.evidence, by: \.indicator)
  let indicators = criteria.indicators.map { indicator in
    judge(
      Question(
        indicator: indicator, submission: submission, children: children, earlier: earlier,
        criteria: criteria, context: context),
      documents: documents[indicator.id] ?? [])
  }
  switch criteria.rule {
  case .levels(let rule):
    return UnitAssessment(
      unit: submission.unit, conclusion: conclude(indicators, rule, context),
      indicators: indicators)
  case .targets:
    return UnitAssessment(unit: submission.unit, conclusion: nil, indicators: indicators)
  }
}

private func conclude(
  _ indicators: [IndicatorAssessment], _ rule: LevelRule, _ context: RunContext
) -> LevelConclusion {
  let highest = rule.highestLevel
  let proven = indicators.map { $0.provenStanding(highest: highest) }
  let level = rule.level(of: proven)
  let possible = rule.level(of: indicators.map { $0.possibleStanding(highest: highest) })
  let binding = zip(indicators, proven).filter { indicator, standing in
    standing == level && (level == 0 || indicator.indicator.role == .banded)
  }
  return LevelConclusion(
    outcome: level >= 1 ? .recognised : possible == 0 ? .notRecognised : .pending,
    level: level, possibleLevel: possible, binding: binding.map(\.0.indicator.id),
    nextLevel: level < highest
      ? nextLevel(level + 1, indicators, NeedsRule(rule: rule, context: context)) : nil)
}
