import ArgumentParser
import Model
import Pipeline
import Reporting

/// `hoctap status`: deadlines, who has sent what, what is owed by whom.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Thời hạn, đơn vị nào đã gửi gì, cơ quan nào còn thiếu gì.")

  @Argument(help: "Thư mục của chương trình.")
  var workspace: String

  @OptionGroup var options: CommonOptions
  @OptionGroup var printing: PrintingOption

  func run() throws {
    let session = try Session.open(workspace, options)
    let report = StatusReport(session: session)
    switch printing.format {
    case .text: report.printText()
    case .json: try JSONPrinter.print(session.judged.composer.status())
    }
  }
}

/// What `status` prints.
struct StatusReport {
  let session: Session

  private var terminal: Terminal { session.terminal }
  private var record: RunRecord { session.judged.record }

  func printText() {
    terminal.line(terminal.styled(terminal.words(.statusDeadlines), .bold))
    let milestones = session.judged.composer.milestones.map { milestone in
      [
        "  " + remaining(milestone),
        terminal.words(.statusLastDay, ["day": milestone.lastDay.vietnamese]), milestone.title,
      ]
    }
    terminal.table(milestones).forEach { terminal.line($0) }
    terminal.line()
    terminal.line(terminal.styled(terminal.words(.statusSent), .bold))
    terminal.table((record.units + record.offices).map(sentRow)).forEach { terminal.line($0) }
    terminal.line()
    terminal.line(terminal.styled(terminal.words(.statusOwed), .bold))
    let owed = session.judged.composer.owedByOffice()
    if owed.isEmpty { terminal.line("  " + terminal.words(.statusOwedNothing)) }
    terminal.table(owed.map(owedRow)).forEach { terminal.line($0) }
  }

  private func remaining(_ milestone: Milestone) -> String {
    let days = milestone.lastDay.ordinal - record.context.asOf.ordinal
    if days == 0 { return terminal.words(.statusToday) }
    return terminal.words(days < 0 ? .statusLate : .statusSoon, ["days": "\(abs(days))"])
  }

  private func sentRow(_ unit: UnitRecord) -> [String] {
    let indicators = unit.assessment.indicators
    let count = "\(indicators.count)"
    guard unit.submission.hasFigures else {
      return ["  " + unit.unit.name, terminal.words(.statusNothing)]
    }
    let figures = indicators.count(where: \.isSettled)
    let documents = indicators.count { $0.evidence == .complete }
    return [
      "  " + unit.unit.name,
      terminal.words(.statusFigures, ["done": "\(figures)", "count": count]),
      terminal.words(.statusEvidence, ["done": "\(documents)", "count": count]),
    ] + (unit.assessment.conclusion.map { [terminal.text(of: $0.outcome)] } ?? [])
  }

  private func owedRow(_ owed: OfficeDebt) -> [String] {
    let parts: [(TerminalPhrase, [IndicatorID])] = [
      (.statusOwedFigures, owed.figures), (.statusOwedEvidence, owed.evidence),
    ]
    let texts = parts.filter { !$0.1.isEmpty }.map { phrase, ids in
      terminal.words(
        phrase, ["indicators": ids.map(\.rawValue).joined(separator: ", ")])
    }
    return ["  " + owed.unit.name, owed.office.name, texts.joined(separator: "; ")]
  }
}
