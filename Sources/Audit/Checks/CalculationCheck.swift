import Model

/// What a workbook computes beside the result of each indicator: levels, criteria, conclusion.
extension StatementCheck {
  /// Rows of a label and a value that a workbook computes.
  mutating func compareConclusion(_ reading: TableReading) {
    guard case .unit(let result, _) = document.subject else { return }
    for row in reading.table.rows where row.count > 1 {
      let value = row[1]
      guard let (kind, expected) = conclusion(row[0].text, value, of: result) else { continue }
      if reading.table.headings.count > 2 { requireFormula(value, about: row[0].text) }
      expect(kind, value, toBe: expected, about: row[0].text)
    }
  }

  private func conclusion(
    _ label: String, _ value: SeenText, of result: UnitResult
  ) -> (Discrepancy.Kind, String)? {
    guard let own = result.conclusion else { return nil }
    return switch label {
    case words(.level): (.level, "\(own.level)")
    case words(.possibleByFigures): (.possibleLevel, "\(own.possibleLevel)")
    // The label also stands on the cover, with the whole sentence.
    case words(.conclusion) where !sentence(of: own).matches(value.text):
      (.outcome, outcomeText(of: own))
    case words(.bindingFact): (.binding, own.binding.joined(separator: ", "))
    case words(.indicatorCount): (.status, "\(result.indicators.count)")
    case words(.proven): provenCount(value, of: result)
    default: nil
    }
  }

  /// The label also stands on the cover, with the number of all indicators.
  private func provenCount(
    _ value: SeenText, of result: UnitResult
  ) -> (Discrepancy.Kind, String)? {
    guard let count = result.provenCount else { return nil }
    let details = ["met": "\(count)", "count": "\(result.indicators.count)"]
    let isWhole = words.pattern(.provenValue, details).matches(value.text)
    return isWhole ? nil : (.status, "\(count)")
  }

  /// The levels that an indicator allows, whether it decides, and that all of it is computed.
  mutating func compareStandings(
    _ row: [SeenText], with indicator: IndicatorResult, of unit: UnitResult,
    _ reading: TableReading
  ) {
    guard reading.has(.provenLevel, .possibleByFigures), let own = unit.conclusion else { return }
    for word in [Word.result, .evidence, .provenLevel, .possibleByFigures, .decides] {
      guard let cell = reading.cell(word, of: row) else { continue }
      requireFormula(cell, about: indicator.id)
    }
    let isDecided = [.met, .notMet].contains(indicator.status)
    if isDecided, let byFigures = indicator.status == .met ? indicator.band : 0 {
      let proven = indicator.evidence == .complete ? byFigures : 0
      for (word, level) in [(Word.provenLevel, proven), (.possibleByFigures, byFigures)] {
        guard let cell = reading.cell(word, of: row) else { continue }
        expect(.level, cell, toBe: "\(level)", column: words(word), about: indicator.id)
      }
    }
    if let cell = reading.cell(.decides, of: row),
      own.binding.contains(indicator.id) != (cell.text == words(.yes))
    {
      report(
        .binding, cell, expected: own.binding.joined(separator: ", "), column: words(.decides),
        about: indicator.id)
    }
  }

  /// The level of a criterion is the lowest of its indicators, and that of the unit the lowest of all.
  mutating func compareCriteria(in seen: SeenDocument) {
    guard case .unit(let result, _) = document.subject, let own = result.conclusion else { return }
    let readings = seen.tables.map { TableReading($0, words) }
    guard
      let indicators = readings.first(where: { $0.has(.indicator, .criterion, .provenLevel) })
    else { return }
    for (word, kind, level) in [
      (Word.provenLevel, Discrepancy.Kind.level, own.level),
      (.possibleByFigures, .possibleLevel, own.possibleLevel),
    ] {
      let levels = indicators.levels(word)
      if let lowest = levels.values.min(), lowest != level,
        let cell = indicators.table.rows.first.flatMap({ indicators.cell(word, of: $0) })
      {
        report(kind, cell, expected: "\(level)", column: words(word))
      }
      for reading in readings where reading.kind == .criteria {
        for row in reading.table.rows {
          guard let cell = reading.cell(word, of: row),
            let criterion = reading.cell(.criterion, of: row)?.text
          else { continue }
          requireFormula(cell, about: criterion)
          expect(
            kind, cell, toBe: levels[criterion].map(String.init) ?? "", column: words(word),
            about: criterion)
        }
      }
    }
  }

  /// In a workbook that computes, a value that stands there as a constant is wrong.
  private mutating func requireFormula(_ cell: SeenText, about subject: String) {
    guard cell.place.cell != nil, !cell.isComputed else { return }
    report(.formula, cell, expected: "=…", about: subject)
  }

  /// The limits that the formulas know by name are those of the rulebook.
  mutating func compareLimits(_ reading: TableReading) {
    guard case .unit(let result, _) = document.subject else { return }
    for row in reading.table.rows {
      guard let cell = reading.cell(.value, of: row), let name = reading.cell(.name, of: row)?.text
      else { continue }
      if let limit = limit(of: row, reading, result), !cell.isDecimal(limit) {
        report(.limit, cell, expected: limit, column: words(.value), about: name)
      }
      compareName(name, of: cell)
    }
  }

  /// The targets that formulas know by name are those of the result, in its order.
  mutating func compareTargetLimits(_ reading: TableReading) {
    guard case .unit(let result, _) = document.subject else { return }
    var targets = Dictionary(
      result.indicators.map { ($0.id, ($0.targets ?? [])[...]) }
    ) { first, _ in first }
    for row in reading.table.rows {
      guard let cell = reading.cell(.value, of: row), let name = reading.cell(.name, of: row)?.text
      else { continue }
      let id = reading.cell(.indicator, of: row)?.text ?? ""
      if let target = targets[id]?.popFirst(), !cell.isDecimal(target.target) {
        report(.limit, cell, expected: target.target, column: words(.value), about: name)
      }
      compareName(name, of: cell)
    }
  }

  private mutating func compareName(_ name: String, of cell: SeenText) {
    guard let sheet = cell.place.sheet, let place = cell.place.cell else { return }
    let address = absolute(place)
    let named = names[name] ?? ""
    guard named != "'\(sheet)'!\(address)", named != "\(sheet)!\(address)" else { return }
    report(
      .limit, SeenText(text: named, place: cell.place), expected: "'\(sheet)'!\(address)",
      column: words(.name), about: name)
  }

  private func limit(
    of row: [SeenText], _ reading: TableReading, _ result: UnitResult
  ) -> String? {
    let criteria = document.rulebook?.tiers[result.unit.tier]
    let meaning = reading.cell(.meaning, of: row)?.text ?? ""
    if case .levels(let rule) = criteria?.rule {
      let bands = rule.bands
      let band = bands.first {
        words.pattern(.bandFrom, ["level": "\($0.level)"]).matches(meaning)
      }
      if let band { return band.from.plain }
      if meaning == words(.top) { return bands.last?.to.plain }
    }
    let id = reading.cell(.indicator, of: row)?.text ?? ""
    return result.indicator(id)?.threshold
  }
}

/// `C4` as `$C$4`.
private func absolute(_ cell: String) -> String {
  let column = cell.prefix { $0.isLetter }
  return "$\(column)$\(cell.dropFirst(column.count))"
}

extension TableReading {
  /// The lowest level in a column, by criterion.
  fileprivate func levels(_ word: Word) -> [String: Int] {
    table.rows.reduce(into: [:]) { levels, row in
      guard let criterion = cell(.criterion, of: row)?.text,
        let level = cell(word, of: row).flatMap({ Int($0.text) })
      else { return }
      levels[criterion] = min(levels[criterion] ?? level, level)
    }
  }
}
