import Model

extension PlainFigureReader {
  /// The figure that `row` gives, as the full reading would make it.
  func figure(of row: PlainFigureRow) -> Figure {
    Figure(
      component: component(of: row), origin: .typed,
      office: office, place: SourcePlace(file: file, line: row.line), state: .final,
      referenceYear: row.hasReferenceYear ? period : nil,
      note: row.note.isEmpty ? "" : note(of: row),
      met: sourced(row.met, below: headings.met, line: row.line),
      numerator: sourced(row.numerator, below: headings.numerator, line: row.line),
      denominator: sourced(row.denominator, below: headings.denominator, line: row.line),
      percent: sourced(row.percent?.decimal, below: headings.percent, line: row.line),
      previous: sourced(row.previous?.decimal, below: headings.previous, line: row.line),
      current: sourced(row.current?.decimal, below: headings.current, line: row.line))
  }

  private func component(of row: PlainFigureRow) -> ComponentID? {
    guard row.component >= 0 else { return nil }
    return indicator(of: row).measure.components[Int(row.component)].id
  }

  private func sourced<Value>(
    _ value: Value?, below heading: PlainHeadings.Heading?, line: Int
  ) -> Sourced<Value>? {
    guard let value, let heading else { return nil }
    return Sourced(
      value,
      at: SourcePlace(
        file: file, line: line, column: heading.text, columnNumber: heading.number))
  }
}

/// The headings of the columns that hold values.
struct PlainHeadings: Sendable {
  struct Heading: Sendable {
    let text: String
    /// Counted from 1.
    let number: Int
  }

  let met, numerator, denominator, percent, previous, current: Heading?

  init(_ headings: Headings) {
    func heading(_ key: ColumnKey) -> Heading? {
      headings[key].map { Heading(text: $0.text, number: $0.index + 1) }
    }
    met = heading(.met)
    numerator = heading(.numerator)
    denominator = heading(.denominator)
    percent = heading(.percent)
    previous = heading(.previous)
    current = heading(.current)
  }
}
