import Model

extension RowReader {
  /// Checks that what was spent was allocated, and what was allocated planned, where both are
  /// given; beside no allocation, what was spent with what was planned.
  mutating func checkSums(of line: FundingLine) {
    check(.allocated, line.allocated, within: .planned, line.planned)
    if line.allocated != nil {
      check(.spent, line.spent, within: .allocated, line.allocated)
    } else {
      check(.spent, line.spent, within: .planned, line.planned)
    }
  }

  private mutating func check(
    _ key: ColumnKey, _ sum: Int?, within bound: ColumnKey, _ limit: Int?
  ) {
    guard let sum, let limit, sum > limit else { return }
    report(
      .fundingDisagrees, at: key, expected: VietnameseNumber.count(limit),
      details: [
        "read": VietnameseNumber.count(sum), "bound": row[bound].place.column ?? "",
        "purpose": row[.purpose].isEmpty ? row[.source].text : row[.purpose].text,
      ])
  }
}
