import ArgumentParser
import Foundation
import Model
import Pipeline
import Reporting

/// `hoctap explain`: the trace of a result, or what a finding code means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Vì sao một đơn vị, một chỉ báo có kết quả như vậy; mã phát hiện nghĩa là gì.",
    discussion: """
      Ví dụ: hoctap explain input/ba-ria-vung-tau-2022 748 2.1.2
             hoctap explain E104
             hoctap explain --all
      """)

  @Argument(help: "Thư mục của chương trình, hoặc mã phát hiện như E104.")
  var workspace: String?

  @Argument(
    help: "Mã đơn vị, ví dụ 748; của cơ quan tự báo cáo thì thêm mã cơ quan: 49/so-tai-chinh.")
  var unit: String?

  @Argument(help: "Chỉ báo, ví dụ 2.1.2; bỏ trống để xem cả đơn vị.")
  var indicator: String?

  @Flag(help: "In danh mục mọi mã phát hiện.")
  var all = false

  @OptionGroup var options: CommonOptions
  @OptionGroup var printing: PrintingOption

  func run() throws {
    if all { return try CodeExplanation(options: options, format: printing.format).printAll() }
    guard let workspace else {
      throw ValidationError("Hãy ghi một mã phát hiện, hoặc thư mục của chương trình và mã đơn vị.")
    }
    guard let unit else {
      guard !FileTree.isFolder(URL(fileURLWithPath: workspace)) else {
        throw ValidationError("Hãy ghi mã đơn vị sau thư mục của chương trình, ví dụ 748.")
      }
      return try CodeExplanation(options: options, format: printing.format).print(workspace)
    }
    try explain(unit, in: workspace)
  }

  private func explain(_ unit: String, in workspace: String) throws {
    let code = String(unit.prefix { $0 != "/" })
    let session = try Session.open(workspace, options, units: [UnitCode(code)])
    let record = try record(of: unit, in: session)
    let known = record.assessment.indicators.map(\.indicator.id)
    if let indicator, !known.contains(IndicatorID(indicator)) {
      let ids = known.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("Đơn vị \(unit) không có chỉ báo “\(indicator)”; có: \(ids).")
    }
    let chosen = record.assessment.indicators.filter {
      indicator == nil || $0.indicator.id == IndicatorID(indicator ?? "")
    }
    switch printing.format {
    case .text:
      Explanation(session: session, unit: record).print(chosen, isWhole: indicator == nil)
    case .json: try JSONPrinter.print(session.judged.composer.result(of: record, only: chosen))
    }
  }
}

extension ExplainCommand {
  /// A unit, or an office that reports of its own people.
  private func record(of unit: String, in session: Session) throws -> UnitRecord {
    let offices = session.judged.record.offices
    guard
      let record = (session.judged.chosen + offices).first(where: { $0.unit.code.rawValue == unit })
    else {
      let known = offices.map(\.unit.code.rawValue).joined(separator: ", ")
      throw ValidationError(
        known.isEmpty
          ? "Chương trình không có cơ quan nào tự báo cáo; hãy ghi mã đơn vị, không có dấu “/”."
          : "Không có cơ quan “\(unit)”; các cơ quan tự báo cáo: \(known).")
    }
    return record
  }
}

/// What `explain` prints.
struct Explanation {
  let session: Session
  let unit: UnitRecord

  private var terminal: Terminal { session.terminal }

  func print(_ indicators: [IndicatorAssessment], isWhole: Bool) {
    if isWhole { printUnit() }
    for assessment in indicators { print(assessment) }
  }

  private func printUnit() {
    let assessment = unit.assessment
    guard assessment.conclusion != nil else {
      terminal.line(terminal.styled(unit.unit.name, .bold))
      terminal.line()
      return
    }
    terminal.line(
      terminal.styled(
        terminal.words(
          .explainUnit,
          [
            "unit": unit.unit.name, "outcome": terminal.text(of: assessment.outcome),
            "level": "\(assessment.level)", "possible": "\(assessment.possibleLevel)",
          ]), .bold))
    let binding = assessment.binding.map(\.rawValue).joined(separator: ", ")
    terminal.line("  " + terminal.words(.explainBinding, ["indicators": binding]))
    if let next = assessment.nextLevel {
      terminal.line("  " + terminal.words(.explainNext, ["level": "\(next.level)"]))
      for (id, text) in session.judged.composer.needs(of: unit) {
        terminal.line("    \(id)  \(text)")
      }
    }
    terminal.line()
  }

  private func print(_ assessment: IndicatorAssessment) {
    let indicator = assessment.indicator
    let composer = session.judged.composer
    terminal.line(
      terminal.styled(
        terminal.words(
          .explainIndicator, ["id": indicator.id.rawValue, "wording": indicator.wording]), .bold))
    let office = session.judged.record.context.programme.office(indicator.office)?.name ?? ""
    let labels = composer.labels(of: assessment)
    terminal.line("  " + terminal.words(.explainClause, ["clause": indicator.clause]))
    terminal.line("  " + terminal.words(.explainOffice, ["office": office]))
    terminal.line(
      "  "
        + terminal.words(
          .explainResult, ["status": labels.status, "evidence": labels.evidence]))
    terminal.line("  " + terminal.words(.explainTrace))
    for step in composer.trace(of: assessment) { terminal.line("    - \(step)") }
    terminal.line("  " + terminal.words(.explainDocuments))
    if assessment.documents.isEmpty {
      terminal.line("    - " + terminal.words(.explainNoDocuments))
    }
    for document in assessment.documents { print(document) }
    printFindings(of: indicator.id)
    terminal.line()
  }

  private func print(_ document: EvidenceDocument) {
    let parts = [
      document.number, document.date?.vietnamese ?? "", document.issuer, document.title,
    ].filter { !$0.isEmpty }
    let defects = document.defects.map(\.rawValue).joined(separator: ", ")
    let mark = defects.isEmpty ? "" : " [\(defects)]"
    terminal.line("    - " + parts.joined(separator: "; ") + mark)
  }

  private func printFindings(of id: IndicatorID) {
    let findings = unit.findings.filter { $0.finding.indicator == id }
    guard !findings.isEmpty else { return }
    terminal.line("  " + terminal.words(.explainFindings))
    for worded in findings.map(session.judged.message) {
      terminal.line("    - \(worded.finding.code.rawValue): \(worded.message)")
      if worded.waiver != nil {
        let label = terminal.words(.findingsWaived)
        terminal.line("      = \(label): \(terminal.words(of: worded.waiver))")
      }
    }
  }
}
