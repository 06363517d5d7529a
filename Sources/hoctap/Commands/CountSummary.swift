import Model
import Roster

/// What `count` prints when it is done.
struct CountSummary {
  let terminal: Terminal
  let roster: CountedRoster
  let command: CountCommand

  func print() {
    if !dropped.isEmpty {
      Terminal.error(
        terminal.words(
          .countDropped, ["columns": dropped.map(\.printable).joined(separator: ", ")]))
    }
    terminal.line(
      terminal.words(
        .countDone,
        [
          "rows": number(roster.accepted + roster.refused), "counted": number(roster.accepted),
          "groups": number(roster.counts.count), "output": command.output.printable,
        ]))
    let rejects = command.rejects.printable
    if roster.refused > 0 {
      let reasons = problems.filter { $0.0 != FindingCode.bodyTwice.rawValue }
      let codes = reasons.map { "\($0) × \(number($1))" }.joined(separator: ", ")
      terminal.line(
        terminal.words(
          .countRefused,
          [
            "rows": number(roster.refused), "codes": codes, "rejects": rejects,
            "code": reasons.first?.0 ?? "",
          ]))
    }
    guard let repeated = roster.problems[.bodyTwice] else { return }
    terminal.line(
      terminal.words(.countRepeated, ["rows": number(repeated), "rejects": rejects]))
  }

  var json: JSONValue {
    .object([
      "rows": .integer(roster.accepted + roster.refused), "counted": .integer(roster.accepted),
      "refused": .integer(roster.refused), "groups": .integer(roster.counts.count),
      "codes": .object(
        Dictionary(uniqueKeysWithValues: problems.map { ($0, JSONValue.integer($1)) })),
      "droppedColumns": .array(dropped.map { .string($0) }),
      "output": .string(command.output), "rejects": .string(command.rejects),
    ])
  }

  private var problems: [(String, Int)] {
    roster.problems.map { ($0.rawValue, $1) }.sorted { $0 < $1 }
  }

  /// Each heading once, in the order of the files.
  private var dropped: [String] {
    var seen: Set<String> = []
    return roster.droppedColumns.joined().filter { seen.insert($0).inserted }
  }

  private func number(_ count: Int) -> String { VietnameseNumber.count(count) }
}
