/// The words by which a reader finds and reads the statements of a report, by their key in
/// `templates/reports/wording.yaml`.
public enum Word: String, CaseIterable, Sendable {
  case statusMet = "status.met"
  case statusNotMet = "status.notMet"
  case statusNoData = "status.noData"
  case statusInvalid = "status.invalid"
  case statusNotApplicable = "status.notApplicable"
  case evidenceComplete = "evidence.complete"
  case evidenceIncomplete = "evidence.incomplete"
  case evidenceMissing = "evidence.missing"
  case outcomeRecognised = "outcome.recognised"
  case outcomePending = "outcome.pending"
  case outcomeNotRecognised = "outcome.notRecognised"
  case bandLevel = "band.level"
  case bandBelow = "band.below"
  case bandPrerequisite = "band.prerequisite"
  case bandNone = "band.none"
  case attestedYes = "figure.attestedYes"
  case attestedNo = "figure.attestedNo"

  case indicator = "column.indicator"
  case unit = "column.unit"
  case figure = "column.figure"
  case result = "column.result"
  case evidence = "column.evidence"
  case band = "column.band"
  case clause = "column.clause"
  case level = "column.level"
  case possible = "column.possible"
  case binding = "column.binding"
  case need = "column.need"
  case office = "column.office"
  case missing = "column.missing"
  case requested = "letter.what"
  case trace = "table.traceColumn"
  case digest = "digest.column"
  case code = "column.code"
  case message = "column.message"
  case met = "trace.metColumn"
  case numerator = "column.numerator"
  case denominator = "column.denominator"
  case percent = "column.percent"
  case previous = "column.previous"
  case current = "column.current"
  case owedFigures = "column.owedFigures"
  case owedEvidence = "column.owedEvidence"
  case label = "workbook.label"
  case content = "workbook.content"

  case name = "column.name"
  case value = "column.value"
  case criterion = "column.criterion"
  case milestone = "column.milestone"
  case lastDay = "column.lastDay"
  case indicatorCount = "calculation.count"
  case provenLevel = "calculation.proven"
  case possibleByFigures = "calculation.possible"
  case decides = "calculation.decides"
  case meaning = "calculation.meaning"
  case bandFrom = "calculation.bandFrom"
  case top = "calculation.top"
  case yes = "roster.yes"

  case deadlineFuture = "opening.deadlineFuture"
  case deadlinePast = "opening.deadlinePast"
  case timelineNext = "chart.timelineNext"
  case letterSend = "letter.send"
  case letterSendLate = "letter.sendLate"
  case daysFuture = "submission.future"
  case daysPast = "submission.past"
  case overdueLacking = "glance.overdueLacking"
  case futureLacking = "glance.futureLacking"
  case readyFuture = "glance.readyFuture"

  case horizon = "target.horizonColumn"
  case targetGroup = "target.group"
  case targetHorizon = "target.horizon"
  case targetMore = "target.more"
  case targetMet = "target.cellMet"
  case targetMissed = "target.cellMissed"
  case targetMissedShare = "target.cellMissedShare"

  case matrixCell = "table.matrixCell"
  case provinceTable = "table.province"
  case digestStatement = "digest.statement"
  case conclusion = "opening.conclusion"
  case recognised = "opening.recognised"
  case pending = "opening.pending"
  case notRecognised = "opening.notRecognised"
  case bindingFact = "opening.binding"
  case proven = "opening.met"
  case provenValue = "opening.metValue"
  case asOf = "opening.asOf"
  case paragraphRecognised = "paragraph.recognised"
  case paragraphPending = "paragraph.pending"
  case paragraphNotRecognised = "paragraph.notRecognised"
  case paragraphWaiting = "paragraph.waiting"
  case paragraphNextLevel = "paragraph.nextLevel"

  case found = "glance.found"
  case range = "chart.range"

  case owedFiguresText = "owed.figures"
  case owedCorrection = "owed.correction"
  case owedDocuments = "owed.documents"
  case owedDocumentsWhole = "owed.documentsWhole"
}

struct Words {
  private let phrases: [String: String]

  /// - Precondition: every ``Word`` is there; the words' loader checks it.
  init(_ phrases: [String: String]) { self.phrases = phrases }

  func phrase(_ word: Word) -> String {
    guard let text = phrases[word.rawValue] else {
      preconditionFailure("no words for \(word.rawValue)")
    }
    return text
  }

  /// The phrase as it reads when nothing is to be filled in.
  func callAsFunction(_ word: Word) -> String { plain(phrase(word)) }

  func pattern(_ word: Word, _ details: [String: String] = [:]) -> Pattern {
    Pattern(phrase(word), details)
  }
}
