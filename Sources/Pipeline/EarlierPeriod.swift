import Model
import Validation

/// What each unit sent for the latest earlier period, read as this period's files are; its findings
/// were that period's to report.
func earlierFigures(
  _ request: RunRequest, in context: RunContext
) -> [UnitCode: EarlierFigures] {
  guard let period = request.earlierPeriod else { return [:] }
  let earlier = RunContext(
    programme: context.programme, rulebook: context.rulebook, units: context.units,
    period: period, asOf: context.asOf)
  let submissions = concurrentMap(ingestUnits(request, in: earlier).sources) {
    validate($0, in: earlier)
  }
  return Dictionary(
    submissions.map { ($0.unit.code, EarlierFigures(period: period, figures: $0.figures)) },
    uniquingKeysWith: { first, _ in first })
}
