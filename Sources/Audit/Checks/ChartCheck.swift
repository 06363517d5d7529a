/// A drawing writes no other values than its table.
extension StatementCheck {
  mutating func compareCharts(in seen: SeenDocument) {
    for chart in seen.charts {
      let own = seen.tables.filter { $0.caption == chart.title }
      let cells = (own.isEmpty ? seen.tables : own).flatMap { $0.rows.flatMap { $0 } }
      for value in chart.values where !cells.contains(where: { $0.text.contains(sign(value)) }) {
        report(.figure, value, expected: chart.title)
      }
    }
  }

  /// The value without the sign that stands before it.
  private func sign(_ value: SeenText) -> String {
    guard let first = value.text.first, !first.isLetter, !first.isNumber else { return value.text }
    return plain(String(value.text.dropFirst()))
  }
}
