import Foundation
import Model
import Pipeline
import Reporting

/// What a run prints at its end.
struct RunSummary {
  let session: Session
  let folder: URL
  let files: [OutputFile]
  let hasChanged: Bool

  private var terminal: Terminal { session.terminal }

  func print(as format: Format) throws {
    switch format {
    case .text: printText()
    case .json: try JSONPrinter.print(json)
    }
  }

  private func printText() {
    let context = session.judged.record.context
    terminal.line(
      terminal.styled(
        terminal.words(
          .runHeading,
          [
            "programme": context.programme.title, "period": "\(context.period)",
            "asOf": context.asOf.vietnamese,
          ]), .bold))
    terminal.line()
    let heading =
      [terminal.words(.runUnit)]
      + (context.rulebook.setsTargets
        ? session.judged.record.context.horizons.map {
          terminal.words(.runTargets, ["horizon": $0.title])
        }
        : [
          terminal.words(.runOutcome), terminal.words(.runLevel), terminal.words(.runPossible),
          terminal.words(.runBinding),
        ])
    terminal.table([heading] + session.judged.chosen.map(row)).forEach { terminal.line($0) }
    terminal.line()
    terminal.line(FindingSummary(terminal: terminal, judged: session.judged).line)
    if session.judged.findings.contains(where: { $0.severity != .note }) {
      terminal.line(terminal.words(.findingsMore, ["workspace": session.argument]))
    }
    if !session.request.units.isEmpty {
      let units = session.judged.chosen.map(\.unit.name).joined(separator: ", ")
      terminal.line(terminal.words(.runPartial, ["units": units]))
    }
    terminal.line(
      terminal.words(
        hasChanged ? .runWritten : .runUnchanged,
        ["count": "\(files.count)", "folder": folder.relativePath]))
  }

  private func row(_ unit: UnitRecord) -> [String] {
    guard let conclusion = unit.assessment.conclusion else {
      return [unit.unit.name]
        + session.judged.record.context.horizons.map { horizon in
          let met = unit.assessment.met(by: horizon).count
          return "\(met)/\(unit.assessment.indicators.count)"
        }
    }
    return [
      unit.unit.name, terminal.text(of: conclusion.outcome), "\(conclusion.level)",
      "\(conclusion.possibleLevel)",
      conclusion.binding.map(\.rawValue).joined(separator: ", "),
    ]
  }

  private func members(of unit: UnitRecord) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "code": .string(unit.unit.code.rawValue), "name": .string(unit.unit.name),
    ]
    if let conclusion = unit.assessment.conclusion {
      members["outcome"] = .string(conclusion.outcome.rawValue)
      members["level"] = .integer(conclusion.level)
      members["possibleLevel"] = .integer(conclusion.possibleLevel)
    } else {
      members["targetsMet"] = .object(
        Dictionary(
          session.judged.record.context.horizons.map {
            ($0.id.rawValue, .integer(unit.assessment.met(by: $0).count))
          }
        ) { first, _ in first })
    }
    return members
  }

  private var json: JSONValue {
    .object([
      "folder": .string(folder.relativePath), "changed": .bool(hasChanged),
      "files": .array(files.map { .string($0.path) }),
      "units": .array(
        session.judged.chosen.map { unit in
          .object(members(of: unit))
        }),
      "findings": .array(
        session.judged.messages.map { session.judged.composer.finding($0) }),
    ])
  }
}

extension Terminal {
  func text(of outcome: Outcome) -> String {
    switch outcome {
    case .recognised: words(.outcomeRecognised)
    case .pending: words(.outcomePending)
    case .notRecognised: words(.outcomeNotRecognised)
    }
  }
}
