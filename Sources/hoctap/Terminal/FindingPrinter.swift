import Model
import Pipeline

/// Prints findings as compilers do: severity, code, place, message, what to do.
struct FindingPrinter {
  let terminal: Terminal
  let judged: Judged

  func print() {
    let groups = Dictionary(grouping: judged.messages, by: \.finding.unit)
    let order: [UnitCode?] = [nil] + judged.chosen.map(\.unit.code)
    for code in order {
      guard let findings = groups[code], !findings.isEmpty else { continue }
      let name = code.flatMap { judged.record.context.units[$0]?.name }
      terminal.line(terminal.styled(name ?? terminal.words(.findingsWorkspace), .bold))
      for finding in findings { print(finding) }
      terminal.line()
    }
    terminal.line(summary)
  }

  private func print(_ worded: WordedFinding) {
    let finding = worded.finding
    let label = "\(severity(worded.severity))[\(finding.code.rawValue)]"
    let place = [
      finding.place?.file, finding.place?.line.map(String.init),
      finding.place?.columnNumber.map(String.init),
    ].compactMap { $0 }.joined(separator: ":")
    let indicator = finding.indicator.map { " \($0)" } ?? ""
    terminal.line(
      "  \(terminal.styled(label, style(worded.severity)))\(indicator) \(worded.message)")
    if !place.isEmpty { terminal.line("    \(terminal.styled("--> \(place)", .dim))") }
    detail(.findingsFound, finding.value)
    detail(.findingsExpected, worded.expected)
    detail(.findingsHint, worded.hint)
    let office = finding.office.flatMap { judged.record.context.programme.office($0)?.name }
    detail(.findingsOffice, office ?? "")
  }

  private func detail(_ phrase: TerminalPhrase, _ text: String) {
    guard !text.isEmpty else { return }
    terminal.line("     = \(terminal.words(phrase)): \(text)")
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: terminal.words(.findingsError)
    case .warning: terminal.words(.findingsWarning)
    case .note: terminal.words(.findingsNote)
    }
  }

  private func style(_ severity: Severity) -> Terminal.Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .dim
    }
  }

  /// Counts of findings, and of what was checked, so that silence is seen to be health.
  var summary: String {
    let findings = judged.findings
    return terminal.words(
      .findingsSummary,
      [
        "errors": "\(findings.count { $0.severity == .error })",
        "warnings": "\(findings.count { $0.severity == .warning })",
        "notes": "\(findings.count { $0.severity == .note })",
        "figures": "\(judged.chosen.map { $0.submission.figureCount }.reduce(0, +))",
        "documents": "\(judged.chosen.map { $0.submission.evidence.count }.reduce(0, +))",
      ])
  }
}

extension Submission {
  /// Figures that were read, of every indicator and component.
  fileprivate var figureCount: Int {
    figures.values.map(\.figures.count).reduce(0, +)
  }
}
