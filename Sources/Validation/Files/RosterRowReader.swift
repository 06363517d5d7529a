import Model

/// Reads one row of a roster.
struct RosterRowReader {
  var cells: RowReader
  let columns: Set<ColumnKey>

  init(_ row: ReadRow, columns: Set<ColumnKey>) {
    cells = RowReader(row)
    self.columns = columns
  }

  /// The row as an entry; a cell that cannot be read leaves its answer out.
  mutating func entry() -> Roster.Entry {
    let grade = columns.contains(.grade) ? self.grade() : nil
    var answers: [RosterTest: Bool] = [:]
    for test in RosterTest.allCases where columns.contains(test.column) {
      if test == .gradedFairOrBetter {
        answers[test] = grade?.isFairOrBetter
      } else {
        let answer = cells.yesNo(test.column)?.value
        // An empty cell of a roster is a no.
        answers[test] = cells.row[test.column].isEmpty ? false : answer
      }
    }
    return Roster.Entry(
      code: cells.row[.code].text, name: cells.row[.name].text, grade: grade?.name ?? "",
      answers: answers, line: cells.row.place.line ?? 0)
  }

  private mutating func grade() -> Grade? {
    guard cells.requiredText(.grade) != nil else { return nil }
    return cells.word(.grade, from: .grades, expected: Grade.listed)
  }
}

extension Grade {
  /// The grades, as messages list them.
  static let listed = Vocabulary.grades.words.map(\.spelling).joined(separator: ", ")
}
