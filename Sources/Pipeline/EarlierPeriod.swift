import Model
import Validation

/// What the units sent for the latest earlier period.
struct EarlierPeriod: Sendable {
  let figures: [UnitCode: EarlierFigures]
  /// Of units whose folder of that period gives no figure, so that nothing could be compared.
  let findings: [Finding]

  /// Read as this period's files are; the findings within them were that period's to report.
  init(_ request: RunRequest, in context: RunContext) {
    guard let period = request.earlierPeriod else {
      (figures, findings) = ([:], [])
      return
    }
    let earlier = RunContext(
      programme: context.programme, rulebook: context.rulebook, units: context.units,
      period: period, asOf: context.asOf)
    let submissions = concurrentMap(ingestUnits(request, in: earlier).sources) {
      validate($0, in: earlier)
    }
    figures = Dictionary(
      submissions.map { ($0.unit.code, EarlierFigures(period: period, figures: $0.figures)) },
      uniquingKeysWith: { first, _ in first })
    findings = submissions.compactMap { submission in
      guard let folder = submission.folder, submission.figures.isEmpty else { return nil }
      return Finding(
        .earlierUnread, unit: submission.unit.code, place: SourcePlace(file: folder),
        details: ["period": "\(period)"])
    }
  }
}
