public import Model
public import Reporting
import Validation

/// What a run found, with the words to say it in.
public struct Judged: Sendable {
  public let record: RunRecord
  public let composer: Composer
  /// The units that were asked for: all, or those of the request.
  public let chosen: [UnitRecord]
  let catalogue: FindingCatalogue

  /// The findings of the chosen units, and those of no unit when all were chosen.
  public var findings: [WordedFinding] {
    let isWhole = chosen.count == record.units.count
    return (isWhole ? record.workspaceFindings : []) + chosen.flatMap(\.findings)
  }

  /// The offices with a report of their own, where their unit was asked for: those that issue one
  /// and have sent figures.
  var reportingOffices: [UnitRecord] {
    guard chosen.contains(where: { $0.unit.code == record.province.unit.code }) else { return [] }
    return record.offices.filter { composer.issuesReport($0) }
  }

  /// The same findings in the language of the request, for the terminal.
  public var messages: [WordedFinding] { findings.map(message) }

  /// One finding in the language of the request.
  public func message(_ worded: WordedFinding) -> WordedFinding {
    catalogue.words(for: worded.finding).waived(by: worded.waiver)
  }

  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// The first three stages: ingest, validation, evaluation.
///
/// Pure: equal requests give equal results.
///
/// - Throws: a fault of the programme, the rulebook, the units or the words.
public func judge(_ request: RunRequest) throws(Fault) -> Judged {
  try judge(request, prepared: try prepare(request))
}

/// The same for a request whose programme, rulebook, units and words are loaded already.
///
/// - Throws: a fault when there is no unit to judge.
public func judge(
  _ request: RunRequest, prepared preparation: Preparation
) throws(Fault) -> Judged {
  let context = preparation.context
  let folders = ingestUnits(request, in: context)
  let history = History(request, in: context)
  let submissions = concurrentMap(folders.sources) {
    validate($0, in: context, after: history.figures[$0.unit.code])
  }
  let assessments = assessed(submissions, in: context, after: history)
  guard let last = submissions.last, let province = assessments.last,
    assessments.count == submissions.count
  else {
    throw Fault(file: "programme.yaml", "Chương trình không có đơn vị nào để đánh giá.")
  }
  let districts = Array(zip(submissions, assessments).dropLast())
  let offices = assessedOffices(of: last, in: context, after: history)
  let crossing =
    folders.findings + history.findings
    + deadlineFindings(ofOffices: offices.map(\.assessment), of: last.unit.code, in: context)
    + findingsOfSums(of: last, over: districts.map(\.0), in: context)
  let worded = { finished($0, $1, crossing, context, preparation.catalogue) }
  let gathering = worded(last, province)
  let record = RunRecord(
    context: context, districts: districts.map { worded($0.0, $0.1) }, province: gathering,
    offices: offices.map {
      officeRecord($0.submission, $0.assessment, in: gathering)
    }, history: history.byUnit,
    workspaceFindings: (folders.findings.filter { $0.unit == nil } + rulebookFindings(in: context))
      .sorted(by: Finding.precedes).map(preparation.catalogue.words),
    tellsCommendations: request.tellsCommendations, tool: request.tool
  ).withholdingSmallCounts(in: preparation.catalogue)
  let chosen = record.units.filter {
    request.units.isEmpty || request.units.contains($0.unit.code)
  }
  return Judged(
    record: record, composer: Composer(record, in: preparation.wording), chosen: chosen,
    catalogue: preparation.messages)
}

/// An office with those of the province's findings that are about its files.
private func officeRecord(
  _ submission: Submission, _ assessment: UnitAssessment, in province: UnitRecord
) -> UnitRecord {
  let own = Set(submission.findings)
  return UnitRecord(
    submission: submission, assessment: assessment,
    findings: province.findings.filter { worded in
      let finding = worded.finding
      return own.contains(finding)
        || finding.place == nil && finding.office == assessment.unit.office
    })
}

/// Gathers a unit's findings of every stage.
private func finished(
  _ submission: Submission, _ assessment: UnitAssessment, _ otherFindings: [Finding],
  _ context: RunContext, _ catalogue: FindingCatalogue
) -> UnitRecord {
  let all =
    submission.findings + assessment.indicators.flatMap(\.findings)
    + otherFindings.filter { $0.unit == submission.unit.code }
    + deadlineFindings(of: assessment, in: context)
  let waived = WaivedFindings(all, by: submission.waivers, of: submission.unit.code)
  return UnitRecord(
    submission: submission, assessment: assessment,
    findings: waived.findings.map { catalogue.words(for: $0.finding).waived(by: $0.waiver) })
}
