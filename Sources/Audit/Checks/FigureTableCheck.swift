extension StatementCheck {
  /// A row a figure as it was sent, in the order of the result.
  mutating func compareFigures(_ reading: TableReading) {
    guard let unit = owner(of: reading) else { return }
    var rows: [String: [[SeenText]]] = [:]
    for row in reading.table.rows {
      guard let id = reading.cell(.indicator, of: row)?.text else { continue }
      rows[id, default: []].append(row)
    }
    // What is computed from the units below is no figure that was sent.
    for indicator in unit.indicators where indicator.source != "computed" {
      let shown = (rows[indicator.id] ?? []).filter { hasValue($0, reading) }
      let figures = indicator.figures.filter(\.hasValue)
      guard shown.count == figures.count else {
        var place = shown.first?.first?.place ?? SeenPlace(table: reading.table.caption)
        place.subject = indicator.id
        note(.figure, at: place, found: "\(shown.count)", expected: "\(figures.count)")
        continue
      }
      for (row, figure) in zip(shown, figures) {
        compare(row, with: figure, of: indicator.id, reading)
      }
    }
  }

  private func hasValue(_ row: [SeenText], _ reading: TableReading) -> Bool {
    [Word.met, .numerator, .denominator, .percent, .previous, .current].contains { word in
      reading.cell(word, of: row).map { !$0.text.isEmpty } ?? false
    }
  }

  private mutating func compare(
    _ row: [SeenText], with figure: IndicatorResult.Figure, of id: String,
    _ reading: TableReading
  ) {
    if let cell = reading.cell(.met, of: row) {
      let expected = figure.met.map { words($0 ? .attestedYes : .attestedNo) } ?? ""
      expect(.figure, cell, toBe: expected, column: words(.met), about: id)
    }
    for (word, number) in [
      (Word.numerator, figure.numerator), (.denominator, figure.denominator),
    ] {
      guard let cell = reading.cell(word, of: row), !cell.isNumber(number) else { continue }
      report(
        .figure, cell, expected: number.map(String.init) ?? "", column: words(word), about: id)
    }
    for (word, decimal) in [
      (Word.percent, figure.percent), (.previous, figure.previous), (.current, figure.current),
    ] {
      guard let cell = reading.cell(word, of: row), !cell.isDecimal(decimal) else { continue }
      report(.figure, cell, expected: decimal ?? "", column: words(word), about: id)
    }
  }
}

extension IndicatorResult.Figure {
  fileprivate var hasValue: Bool {
    met != nil || numerator != nil || denominator != nil || percent != nil || previous != nil
      || current != nil
  }
}
