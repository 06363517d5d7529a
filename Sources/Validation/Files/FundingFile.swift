import Model

/// Reads `kinh-phi.csv`: what was planned, allocated and spent.
struct FundingFile: Sendable {
  /// Whole đồng of fifteen digits: more than any budget.
  static let largestSum = 999_999_999_999_999

  /// Below this, a sum is rather one of thousands or millions of đồng.
  static let smallestSum = 1_000_000

  private(set) var lines: [FundingLine] = []
  private(set) var refusedRows = 0
  private(set) var findings: [Finding] = []

  init(_ table: ReadTable) {
    findings = table.findingsOfOtherUnits()
    var repetitions = FundingRepetitions()
    var filled: [ReadRow] = []
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
        planned: reader.sum(.planned),
        allocated: reader.sum(.allocated),
        spent: reader.sum(.spent), note: row[.note].text,
        place: row.place)
      reader.checkSums(of: line)
      reader.checkScale(of: line)
      reader.checkTexts(.purpose, .note)
      repetitions.check(line, &reader)
      lines.append(line)
      filled.append(row)
    }
    findings += table.findingsOfMissingAmounts(in: filled)
    // Beside a row that cannot be read, a sum says nothing.
    if refusedRows == 0, !findings.contains(where: { $0.code == .notWholeAmount }) {
      findings += table.findingsOfTotals(of: lines)
    }
  }
}
