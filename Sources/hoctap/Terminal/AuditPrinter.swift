import Audit
import Model

/// Prints what an audit found, a difference as a finding is printed.
struct AuditPrinter {
  let terminal: Terminal

  func print(_ outputs: [AuditedOutput]) {
    for output in outputs {
      guard !output.isLeftOut else {
        terminal.line(terminal.words(.verifyForms, ["folder": output.name]))
        continue
      }
      output.audit.discrepancies.forEach(print)
      let files = Set(output.audit.discrepancies.map(\.file)).count
      let details = [
        "folder": output.name, "count": "\(output.audit.discrepancies.count)",
        "files": "\(files == 0 ? output.audit.files : files)",
        "documents": "\(output.audit.documents)", "results": "\(output.audit.results)",
        "digest": output.audit.manifestDigest,
      ]
      terminal.line(
        terminal.words(files == 0 ? .verifyAgrees : .verifyDiffers, details))
    }
  }

  private func print(_ difference: Discrepancy) {
    terminal.line(
      terminal.styled(
        terminal.words(
          .verifyHeading, ["kind": difference.kind.rawValue, "what": words(for: difference.kind)]),
        .bold))
    terminal.line("  --> " + ([difference.file] + place(of: difference)).joined(separator: ", "))
    for (phrase, text) in [
      (TerminalPhrase.verifyFound, difference.found), (.verifyExpected, difference.expected),
    ] {
      let shown = text.isEmpty ? terminal.words(.verifyNothing) : text
      terminal.line("  = \(terminal.words(phrase)): \(shown)")
    }
    terminal.line()
  }

  private func place(of difference: Discrepancy) -> [String] {
    let place = difference.place
    let parts: [(TerminalPhrase, String, String?)] = [
      (.verifyLine, "line", place.line.map(String.init)), (.verifySheet, "sheet", place.sheet),
      (.verifyCell, "cell", place.cell), (.verifyTable, "table", place.table),
      (.verifyRow, "row", place.row.map(String.init)), (.verifyColumn, "column", place.column),
    ]
    let words = parts.compactMap { phrase, name, value in
      value.flatMap { $0.isEmpty ? nil : terminal.words(phrase, [name: $0]) }
    }
    return words + [place.subject].compactMap(\.self)
  }

  func words(for kind: Discrepancy.Kind) -> String {
    guard let phrase = TerminalPhrase(rawValue: "difference.\(kind.rawValue)") else {
      preconditionFailure("no words for \(kind)")
    }
    return terminal.words(phrase)
  }

  func json(_ outputs: [AuditedOutput]) -> JSONValue {
    .object([
      "folders": .array(
        outputs.filter { !$0.isLeftOut }.map { output in
          .object([
            "folder": .string(output.name), "files": .integer(output.audit.files),
            "documents": .integer(output.audit.documents),
            "results": .integer(output.audit.results),
            "manifest": .string(output.audit.manifestDigest),
            "differences": .array(output.audit.discrepancies.map(json)),
          ])
        })
    ])
  }

  private func json(_ difference: Discrepancy) -> JSONValue {
    let place = difference.place
    var members: [String: JSONValue] = [
      "kind": .string(difference.kind.rawValue), "message": .string(words(for: difference.kind)),
      "file": .string(difference.file), "found": .string(difference.found),
      "expected": .string(difference.expected),
    ]
    members["line"] = place.line.map { .integer($0) }
    members["row"] = place.row.map { .integer($0) }
    for (name, value) in [
      ("sheet", place.sheet), ("cell", place.cell), ("table", place.table),
      ("column", place.column), ("subject", place.subject),
    ] {
      members[name] = value.map { .string($0) }
    }
    return .object(members)
  }
}
