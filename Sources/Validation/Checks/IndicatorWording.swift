import Model

extension RowReader {
  /// Warns where the wording beside the id of an indicator is that of another.
  ///
  /// Forms print both; a column of ids that was sorted or filled in by itself gives every figure to
  /// the wrong indicator.
  mutating func checkWording(in scope: UnitScope) {
    let words = folded(row[.wording].text)
    guard let indicator, let other = scope.indicator(worded: words),
      folded(indicator.wording) != words
    else { return }
    report(.wordingDisagrees, at: .wording, expected: other.id.rawValue)
  }
}
