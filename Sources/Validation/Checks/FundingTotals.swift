import Model

extension ReadTable {
  /// Warns of each typed total that is neither the sum of all rows nor that of the rows since the
  /// total before it.
  ///
  /// Totals are not read, since reports add the rows up themselves; one that differs says that a row
  /// was lost or mistyped.
  func findingsOfTotals(of lines: [FundingLine]) -> [Finding] {
    var findings: [Finding] = []
    var last = 0
    for row in source.rows where headings.remark(in: row)?.code == .totalRow {
      let part = lines.filter { ($0.place.line ?? 0) > last && ($0.place.line ?? 0) < row.line }
      last = row.line
      var reader = RowReader(headings.read(row, of: office))
      let columns: [(ColumnKey, KeyPath<FundingLine, Int?>)] = [
        (.planned, \.planned), (.allocated, \.allocated), (.spent, \.spent),
      ]
      for (key, amount) in columns {
        guard let typed = reader.sum(key) else { continue }
        let sums = [lines, part].map { $0.compactMap { $0[keyPath: amount] }.reduce(0, +) }
        guard !sums.contains(typed) else { continue }
        let cell = reader.row[key]
        findings.append(
          Finding(
            .fundingTotalDisagrees, place: cell.place, value: cell.text,
            expected: VietnameseNumber.count(sums[0]), office: office,
            details: [
              "read": VietnameseNumber.count(typed), "sum": VietnameseNumber.count(sums[0]),
            ]))
      }
    }
    return findings
  }
}
