import Model

/// Where an indicator stands beside its targets, a column a horizon.
extension StatementCheck {
  mutating func compareTargets(
    _ row: [SeenText], with indicator: IndicatorResult, _ reading: TableReading
  ) {
    compare(row, with: indicator.targets ?? [], about: indicator.id, reading)
  }

  /// A row a group, in the order of the result; what the result withholds, no document tells.
  mutating func compareGroups(_ reading: TableReading) {
    guard let unit = owner(of: reading) else { return }
    var groups = Dictionary(
      unit.indicators.map { ($0.id, ($0.groups ?? [])[...]) }
    ) { first, _ in first }
    for row in reading.table.rows {
      guard let id = reading.cell(.indicator, of: row)?.text, let group = groups[id]?.popFirst()
      else { continue }
      if let cell = reading.cell(.figure, of: row), !tells(cell, group) {
        let counts = [group.numerator, group.denominator].compactMap(\.self)
        report(
          .figure, cell, expected: counts.map(VietnameseNumber.count).joined(separator: "/"),
          column: words(.figure), about: id)
      }
      compare(row, with: group.targets ?? [], about: id, reading)
    }
  }

  private func tells(_ cell: SeenText, _ group: IndicatorResult.Group) -> Bool {
    guard let part = group.numerator, let whole = group.denominator else {
      return !cell.text.contains("/")
    }
    let counts = "\(VietnameseNumber.count(part))/\(VietnameseNumber.count(whole))"
    return whole == 0 || cell.text.hasPrefix(counts + " ")
  }

  private mutating func compare(
    _ row: [SeenText], with targets: [IndicatorResult.Target], about subject: String,
    _ reading: TableReading
  ) {
    for (column, target) in columns(.targetHorizon, of: targets, in: reading)
    where row.indices.contains(column) {
      let texts = [targetText(target), words(target.met ? .statusMet : .statusNotMet)]
      let cell = row[column]
      guard !texts.contains(where: cell.reads), !isOpen(target, cell) else { continue }
      report(
        .target, cell, expected: texts[0], column: reading.table.headings[column],
        about: subject)
    }
    for (column, target) in columns(.targetMore, of: targets, in: reading)
    where row.indices.contains(column) && !row[column].isNumber(target.more) {
      report(
        .target, row[column], expected: target.more.map(String.init) ?? "",
        column: reading.table.headings[column], about: subject)
    }
  }

  /// The columns that tell of a target, by the horizon that their headings name; a table need not have
  /// one for each.
  private func columns(
    _ word: Word, of targets: [IndicatorResult.Target], in reading: TableReading
  ) -> [(Int, IndicatorResult.Target)] {
    let columns = reading.columns(word)
    let horizons = document.rulebook?.tiers.values.flatMap(\.horizons) ?? []
    return targets.compactMap { target in
      // Without the rules, the id is what the title most likely names.
      let title = horizons.first { $0.id.rawValue == target.horizon }?.title ?? target.horizon
      return columns.first { reading.table.headings[$0].contains(title) }.map { ($0, target) }
    }
  }

  /// The text without what is counted, which no result says.
  private func targetText(_ target: IndicatorResult.Target) -> String {
    let value = target.target.replacing(".", with: ",")
    guard !target.met else { return words.pattern(.targetMet, ["target": value]).text }
    guard let more = target.more else {
      return words.pattern(.targetMissedShare, ["target": value]).text
    }
    let details = ["target": value, "more": VietnameseNumber.count(more)]
    return words.pattern(.targetMissed, details).text
  }

  private func isOpen(_ target: IndicatorResult.Target, _ cell: SeenText) -> Bool {
    guard !target.met, let more = target.more else { return false }
    let details = [
      "target": target.target.replacing(".", with: ","), "more": VietnameseNumber.count(more),
    ]
    return words.pattern(.targetMissed, details).matches(cell.text)
  }
}

extension TableReading {
  /// The columns whose headings are the phrase, whatever is filled in, from the left.
  func columns(_ word: Word) -> [Int] {
    table.headings.indices.filter { isHeading(word, table.headings[$0]) }
  }
}
