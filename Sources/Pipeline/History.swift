import Evaluation
import Model
import Validation

/// What the units sent for earlier periods: figures to compare with and, where targets are set, the
/// results from which trends are drawn.
struct History: Sendable {
  /// Of the latest earlier period.
  let figures: [UnitCode: EarlierFigures]
  /// Of units whose folder of that period gives no figure, so that nothing could be compared.
  let findings: [Finding]
  private let assessments: [Int: [UnitCode: UnitAssessment]]

  /// Reads each period once, as this period's files are, and judges it by the same rules.
  ///
  /// The findings within them were that period's to report.
  init(_ request: RunRequest, in context: RunContext) {
    let periods = request.earlierPeriods(for: context.rulebook)
    let sent = periods.map { period in
      let earlier = RunContext(
        programme: context.programme, rulebook: context.rulebook, units: context.units,
        period: period, asOf: context.asOf)
      let submissions = concurrentMap(ingestUnits(request, in: earlier).sources) {
        validate($0, in: earlier)
      }
      return (context: earlier, submissions: submissions)
    }
    assessments =
      context.rulebook.setsTargets
      ? sent.reduce(into: [:]) { result, period in
        let units =
          assessed(period.submissions, in: period.context, after: nil)
          + assessedOffices(of: period.submissions.last, in: period.context, after: nil)
          .map(\.assessment)
        result[period.context.period] = Dictionary(units.map { ($0.unit.code, $0) }) { $1 }
      } : [:]
    guard let (latest, submissions) = sent.last else {
      (figures, findings) = ([:], [])
      return
    }
    figures = Dictionary(
      submissions.map {
        ($0.unit.code, EarlierFigures(period: latest.period, figures: $0.figures))
      },
      uniquingKeysWith: { first, _ in first })
    findings = submissions.compactMap { submission in
      guard let folder = submission.folder, submission.figures.isEmpty else { return nil }
      return Finding(
        .earlierUnread, unit: submission.unit.code, place: SourcePlace(file: folder),
        details: ["period": "\(latest.period)"])
    }
  }

  /// Every unit's and office's, by year.
  var byUnit: [UnitCode: [Int: UnitAssessment]] {
    assessments.reduce(into: [:]) { units, year in
      for (unit, assessment) in year.value { units[unit, default: [:]][year.key] = assessment }
    }
  }

  func assessments(of unit: UnitCode) -> [Int: UnitAssessment] {
    assessments.compactMapValues { $0[unit] }
  }
}

/// The offices of the province that report of their own people, each judged by its part of the
/// criteria.
func assessedOffices(
  of province: Submission?, in context: RunContext, after history: History?
) -> [(submission: Submission, assessment: UnitAssessment)] {
  guard let province else { return [] }
  return context.reportingOffices(of: province.unit).compactMap { office in
    let submission = province.part(of: office)
    return context.criteria(of: submission.unit).map { criteria in
      let assessment = assess(
        submission, by: criteria, children: [],
        earlier: history?.assessments(of: submission.unit.code) ?? [:], in: context)
      return (submission, assessment)
    }
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
