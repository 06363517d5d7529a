import Model

extension RosterRowReader {
  /// Warns of a body without an answer in any column that the roster has answers in: it counts as a
  /// no, and may be no body at all.
  ///
  /// A row without a grade that it needs has a finding of its own.
  mutating func checkAnswers() {
    let asked = RosterTest.allCases.map(\.column).filter(columns.contains)
    guard !asked.isEmpty, !columns.contains(.grade), asked.allSatisfy({ cells.row[$0].isEmpty })
    else { return }
    cells.report(
      .bodyWithoutAnswers, at: cells.row[.name].isEmpty ? .code : .name,
      details: [
        "columns": asked.compactMap { cells.row[$0].place.column }.joined(separator: ", ")
      ])
  }
}

extension ReadTable {
  /// The rows of a list of bodies, without those that follow what stands below it to be signed and
  /// have no answer: who made the list, who gets it.
  var listedRows: [ReadRow] {
    var listed: [ReadRow] = []
    var below: [ReadRow]?
    for index in source.rows.indices {
      if headings.remark(in: source.rows[index])?.code == .footerRow { below = below ?? [] }
      guard let row = row(at: index) else { continue }
      if below != nil, !row.hasAnswer {
        below?.append(row)
      } else {
        // A remark may stand between the rows of a list too.
        listed += (below ?? []) + [row]
        below = nil
      }
    }
    return listed
  }

  /// Warns of each merged range that keeps answers of a roster from its rows.
  ///
  /// An empty grade has a finding of its own.
  func findingsOfMergedAnswers() -> [Finding] {
    let columns = RosterTest.allCases.filter { $0 != .gradedFairOrBetter }
      .compactMap { headings[$0.column].map { $0.index + 1 } }
    let lines = rows.compactMap(\.place.line)
    return source.mergedCells.filter { range in
      columns.filter(range.columns.contains).contains { column in
        lines.contains { range.covers(line: $0, column: column) }
      }
    }.map { range in
      let place = headings.place(
        of: range.columns.lowerBound - 1, line: range.lines.lowerBound)
      let row = source.rows.first { $0.line == range.lines.lowerBound }
      let index = range.columns.lowerBound - 1
      let cell = row.flatMap { index < $0.cells.count ? $0.cells[index] : nil }
      return Finding(
        .mergedCells, place: place, value: trimmed(cell?.text ?? ""), office: office,
        details: ["range": range.address])
    }
  }
}

extension ReadRow {
  /// Whether a column of a roster has an answer that can be read.
  fileprivate var hasAnswer: Bool {
    RosterTest.allCases.contains { test in
      let text = self[test.column].text
      return test == .gradedFairOrBetter
        ? Vocabulary.grades[text] != nil : Vocabulary.yesNo[text] != nil
    }
  }
}
