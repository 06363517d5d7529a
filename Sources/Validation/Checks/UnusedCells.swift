import Model

extension RowReader {
  /// Warns of values in columns that the indicator does not use, whatever they say: the cells of
  /// the row may have slipped.
  mutating func checkUnused(beside used: [ColumnKey]) {
    let headings = FileSchema.figures.headings(of: Set(used))
    for key in ColumnKey.values where !used.contains(key) && !row[key].isEmpty {
      withdrawFindings(at: key)
      report(.unusedCell, at: key, details: ["columns": headings])
    }
  }

  /// Warns of a percentage beside one count, where either both counts or none are expected.
  mutating func checkOneCount(_ percent: Sourced<ExactDecimal>?, isShare: Bool) {
    guard isShare, let percent, row[.numerator].isEmpty != row[.denominator].isEmpty else { return }
    report(
      .oneCountBesidePercentage, at: row[.numerator].isEmpty ? .denominator : .numerator,
      details: ["read": VietnameseNumber.decimal(percent.value)])
  }
}

extension ColumnKey {
  /// The columns of `so-lieu.csv` that hold values, in the order of the form.
  static let values: [ColumnKey] = [.met, .numerator, .denominator, .percent, .previous, .current]
}
