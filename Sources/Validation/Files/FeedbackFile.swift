import Model

/// Reads `gop-y.csv`: what the unit says of the criteria themselves.
struct FeedbackFile: Sendable {
  private(set) var feedback: [Feedback] = []
  private(set) var refusedRows = 0
  private(set) var findings: [Finding] = []

  init(_ table: ReadTable, in scope: UnitScope) {
    for row in table.rows {
      let (named, problems) = RowReader.indicator(of: row, in: scope)
      findings += problems
      var reader = RowReader(row, about: named)
      defer { findings += reader.findings }
      guard reader.checkCellCount(), let indicator = named else {
        refusedRows += 1
        continue
      }
      guard !row.isUntouched(beyond: .indicator) else { continue }
      reader.checkWording(in: scope)
      reader.checkTexts(.difficulty, .proposal)
      feedback.append(
        Feedback(
          indicator: indicator.id,
          suitability: reader.word(
            .suitability, from: .suitabilities,
            expected: "phù hợp, cần điều chỉnh, không phù hợp"),
          difficulty: row[.difficulty].text, proposal: row[.proposal].text, place: row.place))
    }
  }
}
