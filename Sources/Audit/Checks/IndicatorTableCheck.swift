import Model

extension StatementCheck {
  mutating func compare(_ reading: TableReading) {
    switch reading.kind {
    case .indicators: compareIndicators(reading)
    case .figures: compareFigures(reading)
    case .units: compareUnits(reading)
    case .owed: compareOwed(reading)
    case .findings: compareFindings(reading)
    case .facts: compareConclusion(reading)
    case .limits: compareLimits(reading)
    case .targets: compareTargetLimits(reading)
    case .groups: compareGroups(reading)
    case .deadlines: compareDeadlines(reading)
    case .criteria, .other: break
    }
  }

  /// The unit whose indicators a table shows, where its rows do not name one.
  func owner(of reading: TableReading) -> UnitResult? {
    switch document.subject {
    case .unit(let result, _), .request(let result, _): return result
    case .board:
      guard words.pattern(.provinceTable).matches(reading.table.caption) else { return nil }
      return document.units.values.first {
        $0.result.unit.tier == .province && $0.result.unit.office == nil
      }?.result
    }
  }

  private mutating func compareIndicators(_ reading: TableReading) {
    let matrix = reading.table.headings.enumerated().compactMap { index, heading in
      document.units[heading].map { (index, $0.result) }
    }
    guard matrix.isEmpty else { return compareMatrix(reading, matrix) }
    let owner = owner(of: reading)
    let rowCounts = Dictionary(
      reading.table.rows.compactMap { reading.cell(.indicator, of: $0).map { ($0.text, 1) } },
      uniquingKeysWith: +)
    for row in reading.table.rows {
      let unit = reading.cell(.unit, of: row).flatMap { document.units[$0.text]?.result } ?? owner
      guard let id = reading.cell(.indicator, of: row)?.firstWord,
        let indicator = unit?.indicator(id), let unit
      else { continue }
      compare(row, with: indicator, of: unit, reading, isOneOfSeveral: rowCounts[id] ?? 0 > 1)
    }
  }

  /// Of several rows of one indicator each is a component, whose own share the result does not give.
  private mutating func compare(
    _ row: [SeenText], with indicator: IndicatorResult, of unit: UnitResult,
    _ reading: TableReading, isOneOfSeveral: Bool
  ) {
    let needs = unit.conclusion?.nextLevel?.needs.first { $0.indicator == indicator.id }
    let owed = owedText(of: state(of: indicator, by: reading.cell(.office, of: row), in: unit))
    let statements: [(Word, Discrepancy.Kind, String?)] = [
      (.figure, .figure, indicator.text), (.result, .status, words(indicator.status.word)),
      (.evidence, .evidence, words(indicator.evidence.word)),
      (.band, .band, words.pattern(indicator.bandWord, ["level": "\(indicator.band ?? 0)"]).text),
      (.trace, .trace, indicator.trace.joined(separator: " ")),
      (.clause, .clause, indicator.clause), (.need, .need, needs?.text),
      (.missing, .owed, owed), (.requested, .owed, owed.capitalisedFirst),
    ]
    for (word, kind, expected) in statements {
      guard let cell = reading.cell(word, of: row), let expected else { continue }
      expect(kind, cell, toBe: expected, column: words(word), about: indicator.id)
    }
    if !isOneOfSeveral { compareNumbers(row, with: indicator, reading) }
    compareStandings(row, with: indicator, of: unit, reading)
    if !isOneOfSeveral { compareTargets(row, with: indicator, reading) }
    guard case .unit(let own, _) = document.subject, own.unit.code == unit.unit.code else { return }
    let tellsTargets = !reading.columns(.targetHorizon).isEmpty
    if reading.has(.result) || tellsTargets { stated.insert(.status(indicator.id)) }
    if reading.has(.figure) || reading.has(.percent) && (reading.has(.result) || tellsTargets) {
      stated.insert(.figure(indicator.id))
    }
  }

  private mutating func compareNumbers(
    _ row: [SeenText], with indicator: IndicatorResult, _ reading: TableReading
  ) {
    for (word, number) in [
      (Word.numerator, indicator.numerator), (.denominator, indicator.denominator),
    ] {
      guard let cell = reading.cell(word, of: row) else { continue }
      guard !cell.isNumber(number) else { continue }
      report(
        .figure, cell, expected: number.map(String.init) ?? "", column: words(word),
        about: indicator.id)
    }
    if let cell = reading.cell(.percent, of: row), !indicator.isPercentage(cell),
      !isOpenShare(cell, of: indicator)
    {
      report(
        .figure, cell, expected: indicator.exact ?? "", column: words(.percent),
        about: indicator.id)
    }
  }

  /// Whether the cell says that the share is not decided, as a range or in the words of its status.
  private func isOpenShare(_ cell: SeenText, of indicator: IndicatorResult) -> Bool {
    !indicator.status.isDecided
      && (words.pattern(.range).matches(cell.text) || cell.text == words(indicator.status.word))
  }

  /// A column a unit, a row an indicator.
  private mutating func compareMatrix(_ reading: TableReading, _ units: [(Int, UnitResult)]) {
    for row in reading.table.rows {
      guard let id = reading.cell(.indicator, of: row)?.text else { continue }
      for (column, unit) in units where row.indices.contains(column) {
        guard let indicator = unit.indicator(id) else { continue }
        let texts = matrixTexts(of: indicator)
        let cell = withoutCount(row[column])
        guard !texts.contains(where: cell.reads), !isShare(cell, of: indicator) else { continue }
        report(
          .status, row[column], expected: texts[0], column: unit.unit.name, about: id)
      }
    }
  }

  /// The cell without the words that lead from it to the findings about it.
  private func withoutCount(_ cell: SeenText) -> SeenText {
    let found = words.pattern(.found)
    let places = cell.text.indices.filter { cell.text[$0] == " " }
    let end = places.last { found.matches(String(cell.text[cell.text.index(after: $0)...])) }
    return end.map { SeenText(text: String(cell.text[..<$0]), place: cell.place) } ?? cell
  }

  /// Whether the cell, in a table of shares, is the indicator's.
  private func isShare(_ cell: SeenText, of indicator: IndicatorResult) -> Bool {
    cell.text.hasSuffix("%") && indicator.isPercentage(cell)
  }

  /// What a cell of the matrix may say, the fullest first.
  private func matrixTexts(of indicator: IndicatorResult) -> [String] {
    let status = words(indicator.status.word)
    let evidence = "\(words(.evidence).lowercased()) \(words(indicator.evidence.word).lowercased())"
    let result: String
    if indicator.status == .met, indicator.evidence != .complete {
      result = "\(status); \(evidence)"
    } else if let band = indicator.band, band > 0 {
      result = words.pattern(.bandLevel, ["level": "\(band)"]).text
    } else {
      result = status
    }
    let full = words.pattern(.matrixCell, ["figure": indicator.text, "result": result]).text
    let hasFigure = indicator.status.isDecided && indicator.source != "attestation"
    return hasFigure ? [full] : [result]
  }

  /// Of the unit, or of the office that the row, or a request, is about.
  private func state(
    of indicator: IndicatorResult, by office: SeenText?, in unit: UnitResult
  ) -> UnitResult.State {
    let own = unit.state(indicator.id) { candidate in
      office.map { plain(candidate.name) == $0.text } ?? (candidate.id == document.requested)
    }
    return own
      ?? UnitResult.State(
        id: indicator.id, status: indicator.status, evidence: indicator.evidence)
  }

  private func owedText(of indicator: UnitResult.State) -> String {
    var items: [Word] = []
    switch indicator.status {
    case .noData: items.append(.owedFiguresText)
    case .invalid: items.append(.owedCorrection)
    case .met, .notMet, .notApplicable: break
    }
    switch indicator.evidence {
    case .missing: items.append(.owedDocuments)
    case .incomplete: items.append(.owedDocumentsWhole)
    case .complete: break
    }
    return items.map { words($0) }.joined(separator: "; ")
  }
}

extension IndicatorStatus {
  var word: Word {
    switch self {
    case .met: .statusMet
    case .notMet: .statusNotMet
    case .noData: .statusNoData
    case .invalid: .statusInvalid
    case .notApplicable: .statusNotApplicable
    }
  }
}

extension EvidenceStatus {
  var word: Word {
    switch self {
    case .complete: .evidenceComplete
    case .incomplete: .evidenceIncomplete
    case .missing: .evidenceMissing
    }
  }
}

extension IndicatorResult {
  var bandWord: Word {
    guard role == .banded else { return .bandPrerequisite }
    guard let band else { return .bandNone }
    return band == 0 ? .bandBelow : .bandLevel
  }
}

extension SeenText {
  /// The id of an indicator, whose name may follow.
  fileprivate var firstWord: String {
    let word = text.prefix { $0 != " " }
    return String(word.last == "." ? word.dropLast() : word)
  }
}

extension String {
  fileprivate var capitalisedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
