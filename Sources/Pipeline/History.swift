import Evaluation
import Model
import Validation

/// What the units' indicators were in earlier periods, from which trends are drawn.
struct History: Sendable {
  private let assessments: [Int: [UnitCode: UnitAssessment]]

  /// Judges each period by the same rules, from the files that stand in the workspace now.
  ///
  /// The findings within them were that period's to report. None is read where levels are awarded,
  /// which have no trend.
  init(_ request: RunRequest, in context: RunContext) {
    guard context.rulebook.tiers.values.contains(where: { !$0.awardsLevels }) else {
      assessments = [:]
      return
    }
    assessments = request.earlierPeriods.reduce(into: [:]) { result, period in
      let earlier = RunContext(
        programme: context.programme, rulebook: context.rulebook, units: context.units,
        period: period, asOf: context.asOf)
      let submissions = concurrentMap(ingestUnits(request, in: earlier).sources) {
        validate($0, in: earlier)
      }
      let units = assessed(submissions, in: earlier, after: nil)
      result[period] = Dictionary(units.map { ($0.unit.code, $0) }) { first, _ in first }
    }
  }

  func assessments(of unit: UnitCode) -> [Int: UnitAssessment] {
    assessments.compactMapValues { $0[unit] }
  }
}

/// The assessments of units, in their order: those below first, from which the last may follow.
func assessed(
  _ submissions: [Submission], in context: RunContext, after history: History?
) -> [UnitAssessment] {
  let judge = { (submission: Submission, children: [UnitAssessment]) -> UnitAssessment? in
    context.rulebook.tiers[submission.unit.tier].map { criteria in
      assess(
        submission, by: criteria, children: children,
        earlier: history?.assessments(of: submission.unit.code) ?? [:], in: context)
    }
  }
  let below = submissions.dropLast().compactMap { judge($0, []) }
  return below + (submissions.last.flatMap { judge($0, below) }.map { [$0] } ?? [])
}
