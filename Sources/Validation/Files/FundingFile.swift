import Model

/// Reads `kinh-phi.csv`: what was planned, allocated and spent.
struct FundingFile: Sendable {
  /// Whole đồng of fifteen digits: more than any budget.
  static let largestSum = 999_999_999_999_999

  private(set) var lines: [FundingLine] = []
  private(set) var refusedRows = 0
  private(set) var findings: [Finding] = []

  init(_ table: ReadTable) {
    for row in table.rows {
      var reader = RowReader(row)
      defer { findings += reader.findings }
      guard reader.checkCellCount(), let source = reader.requiredText(.source) else {
        refusedRows += 1
        continue
      }
      guard !row.isUntouched(beyond: .source) else { continue }
      let known = reader.word(
        .source, from: .fundingSources,
        expected: Vocabulary.fundingSources.words.map(\.spelling).joined(separator: ", "))
      let line = FundingLine(
        source: known ?? source, purpose: row[.purpose].text,
        planned: reader.count(.planned, upTo: Self.largestSum)?.value,
        allocated: reader.count(.allocated, upTo: Self.largestSum)?.value,
        spent: reader.count(.spent, upTo: Self.largestSum)?.value, note: row[.note].text,
        place: row.place)
      reader.checkSums(of: line)
      lines.append(line)
    }
  }
}
