import Model
import Pipeline

/// Prints findings as compilers do: severity, code, message, place, the row with the cell marked,
/// what to do.
struct FindingPrinter {
  let terminal: Terminal
  let judged: Judged
  let excerpts: SourceExcerpts
  /// Whether floods are printed whole.
  var isComplete = false

  /// More findings than this of one code in one file are a flood, of which the first are shown.
  private static let floodLimit = 5
  private static let floodShown = 3

  init(_ session: Session, isComplete: Bool) {
    terminal = session.terminal
    judged = session.judged
    excerpts = SourceExcerpts(
      of: session.request, at: session.judged.findings.compactMap(\.finding.place))
    self.isComplete = isComplete
  }

  func print() {
    var unit: UnitCode??
    for group in FindingGroup.all(of: judged) {
      if unit != .some(group.unit) { printHeading(of: group.unit) }
      unit = .some(group.unit)
      print(group)
    }
    terminal.line(FindingSummary(terminal: terminal, judged: judged).line)
  }

  private func printHeading(of unit: UnitCode?) {
    let name = unit.flatMap { judged.record.context.units[$0]?.name }
    terminal.line(terminal.styled(name ?? terminal.words(.findingsWorkspace), .heading))
    terminal.line()
  }

  private func print(_ group: FindingGroup) {
    if let office = name(of: group.office) {
      terminal.line(
        "\(terminal.styled(office, .bold)) (\(terminal.words(.findingsCount, count(group))))")
      terminal.line()
    }
    let limit = isComplete ? Int.max : Self.floodLimit
    for (worded, omitted) in group.folded(above: limit, showing: Self.floodShown) {
      print(worded)
      if omitted > 0 { printOmitted(omitted, like: worded.finding) }
      terminal.line()
    }
  }

  private func count(_ group: FindingGroup) -> [String: String] {
    ["count": "\(group.findings.count)"]
  }

  private func printOmitted(_ count: Int, like finding: Finding) {
    terminal.line(
      terminal.styled(
        "  "
          + terminal.words(
            .findingsOmitted, ["count": "\(count)", "code": finding.code.rawValue]), .dim))
  }

  private func print(_ worded: WordedFinding) {
    let finding = worded.finding
    let label = "\(terminal.text(of: worded.severity))[\(finding.code.rawValue)]"
    let indicator = finding.indicator.map { "\($0.rawValue.printable) " } ?? ""
    terminal.paragraph(
      label, style(worded.severity), indicator + worded.message.printable, indent: 0,
      hanging: 4)
    printPlace(of: worded)
    detail(.findingsExpected, worded.expected)
    detail(.findingsHint, worded.hint)
    detail(.findingsClause, finding.clause)
    detail(.findingsWaived, terminal.words(of: worded.waiver))
  }

  /// The place as editors open it, then the row; the value stands alone where no row can be shown.
  private func printPlace(of worded: WordedFinding) {
    guard let place = worded.finding.place else { return }
    let parts = [place.file, place.line.map(String.init), place.columnNumber.map(String.init)]
    let names = [
      place.address.map { terminal.words(.findingsCell, ["cell": $0]) },
      place.sheet.map { terminal.words(.findingsSheet, ["sheet": $0.printable]) },
    ].compactMap(\.self)
    let address = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    let path = parts.compactMap { $0 }.joined(separator: ":").printable
    let gutter = String(repeating: " ", count: "\(place.line ?? 0)".count)
    terminal.line(" \(gutter)\(terminal.styled("-->", .dim)) \(path)\(address)")
    guard let line = place.line, let excerpt = excerpts[place] else { return }
    let row = MarkedRow(excerpt, width: max(terminal.width - gutter.count - 5, 20))
    let bar = terminal.styled("|", .dim)
    terminal.line(" \(gutter) \(bar)")
    terminal.line(" \(terminal.styled("\(line)", .dim)) \(bar) \(row.row)")
    guard !row.marks.isEmpty else { return }
    terminal.line(" \(gutter) \(bar) \(terminal.styled(row.marks, style(worded.severity)))")
  }

  private func detail(_ phrase: TerminalPhrase, _ text: String) {
    guard !text.isEmpty else { return }
    terminal.paragraph(
      "= \(terminal.words(phrase)):", .bold, text.printable, indent: 2, hanging: 4)
  }

  private func name(of office: OfficeID?) -> String? {
    office.map { judged.record.context.programme.office($0)?.name ?? $0.rawValue.printable }
  }

  private func style(_ severity: Severity) -> Terminal.Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}

extension Terminal {
  /// A waiver in words; nothing where there is none.
  func words(of waiver: Waiver?) -> String {
    guard let waiver else { return "" }
    return words(
      .findingsWaiver,
      [
        "until": waiver.until.vietnamese, "approver": waiver.approvedBy,
        "reason": waiver.reason,
      ])
  }
}
