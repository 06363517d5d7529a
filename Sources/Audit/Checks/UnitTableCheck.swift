import Model

extension StatementCheck {
  /// A row a unit: its level, what it could reach, what decides, the digest of its result.
  mutating func compareUnits(_ reading: TableReading) {
    for row in reading.table.rows {
      guard let name = reading.cell(.unit, of: row)?.text, let unit = document.units[name] else {
        continue
      }
      let result = unit.result
      if let cell = reading.cell(.digest, of: row) {
        stated.insert(.digest(unit: name))
        expect(
          .resultDigest, cell, toBe: unit.digest, column: words(.digest), about: name)
      }
      guard let own = result.conclusion else { continue }
      if let cell = reading.cell(.result, of: row) {
        stated.insert(.outcome(unit: name))
        expect(
          .outcome, cell, toBe: outcomeText(of: own), column: words(.result), about: name)
      }
      compareLevels(of: own, name, row, reading)
      if let cell = reading.cell(.binding, of: row) {
        expect(
          .binding, cell, toBe: own.binding.joined(separator: ", "),
          column: words(.binding), about: name)
      }
    }
  }

  private mutating func compareLevels(
    of result: UnitResult.Conclusion, _ unit: String, _ row: [SeenText], _ reading: TableReading
  ) {
    for (word, kind, level) in [
      (Word.level, Discrepancy.Kind.level, result.level),
      (.possible, .possibleLevel, result.possibleLevel),
    ] {
      guard let cell = reading.cell(word, of: row), cell.level != level else { continue }
      report(
        kind, cell, expected: "\(level)", column: words(word), about: unit)
    }
  }

  func outcomeText(of result: UnitResult.Conclusion) -> String {
    switch result.outcome {
    case .recognised:
      words.pattern(.outcomeRecognised, ["level": "\(result.level)"]).text
    case .pending: words(.outcomePending)
    case .notRecognised: words(.outcomeNotRecognised)
    }
  }

  /// What each office owes: an indicator named there must lack what the column says.
  mutating func compareOwed(_ reading: TableReading) {
    for row in reading.table.rows {
      guard let name = reading.cell(.unit, of: row)?.text,
        let result = document.units[name]?.result
      else { continue }
      for word in [Word.owedFigures, .owedEvidence] {
        guard let cell = reading.cell(word, of: row) else { continue }
        let ids = cell.text.split(separator: ",").map { plain(String($0)) }
        let office = reading.cell(.office, of: row)?.text
        let right = ids.filter { id in
          let own = result.state(id) { plain($0.name) == office }
          guard let indicator = result.indicator(id) else { return false }
          return word == .owedFigures
            ? [.noData, .invalid].contains(own?.status ?? indicator.status)
            : (own?.evidence ?? indicator.evidence) != .complete
        }
        expect(
          .owed, cell, toBe: right.joined(separator: ", "), column: words(word), about: name)
      }
    }
  }
}

extension SeenText {
  /// The level that a cell names, as `2` or in words; 0 where it names none.
  fileprivate var level: Int {
    Int(String(text.filter { ("0"..."9").contains($0) })) ?? 0
  }
}
