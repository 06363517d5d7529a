import Model

extension PlainFigureReader {
  /// The figure that `row` gives, as the full reading would make it.
  func figure(of row: PlainFigureRow, in table: ReadTable) -> TypedFigure {
    let plain = indicators[row.indicator]
    let place = SourcePlace(file: table.file, line: row.line)
    func sourced<Value>(_ value: Value?, _ key: ColumnKey) -> Sourced<Value>? {
      guard let value, let heading = table.headings[key] else { return nil }
      let place = SourcePlace(
        file: table.file, line: row.line, column: heading.text, columnNumber: heading.index + 1)
      return Sourced(value, at: place)
    }
    return TypedFigure(
      indicator: plain.indicator,
      figure: Figure(
        component: plain.component(row.component), origin: .typed, office: table.office,
        place: place, state: .final, referenceYear: row.referenceYear, note: note(of: row),
        met: sourced(row.met, .met), numerator: sourced(row.numerator, .numerator),
        denominator: sourced(row.denominator, .denominator),
        percent: sourced(row.percent?.decimal, .percent),
        previous: sourced(row.previous?.decimal, .previous),
        current: sourced(row.current?.decimal, .current)),
      isInvalid: false)
  }
}
