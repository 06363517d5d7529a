import Model
import Pipeline

/// Counts of findings, and of what was checked, so that silence is seen to be health.
struct FindingSummary {
  let terminal: Terminal
  let judged: Judged

  var line: String {
    let findings = judged.findings
    let submissions = judged.chosen.map(\.submission)
    let figures = submissions.map(\.figureCount).reduce(0, +)
    let documents = submissions.map(\.evidence.count).reduce(0, +)
    let rows = submissions.map(\.listedRows).reduce(0, +)
    let checked = terminal.words(
      .findingsChecked,
      [
        "items": "\(figures + documents + rows)", "figures": "\(figures)",
        "documents": "\(documents)", "rows": "\(rows)",
      ])
    let waived = findings.count { $0.waiver != nil }
    let addition =
      waived == 0 ? "" : terminal.words(.findingsWaivedCount, ["count": "\(waived)"])
    return terminal.words(
      findings.isEmpty ? .findingsClean : .findingsSummary,
      [
        "errors": "\(findings.count { $0.severity == .error })",
        "warnings": "\(findings.count { $0.severity == .warning })",
        "notes": "\(findings.count { $0.severity == .note })", "checked": checked,
      ]) + addition
  }
}

extension Submission {
  /// Figures that were read, of every indicator and component.
  fileprivate var figureCount: Int {
    figures.values.map(\.figures.count).reduce(0, +)
  }

  /// Rows of rosters, of feedback and of funding.
  fileprivate var listedRows: Int {
    rosters.map(\.entries.count).reduce(0, +) + feedback.count + funding.count
  }
}
