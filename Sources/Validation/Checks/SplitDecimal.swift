import Model

extension ReadTable {
  /// The numbers of `row` that a comma without quotes may have split between cells, as they were
  /// written; `nil` where the row is no longer than its heading, or all rows are.
  ///
  /// In a file with commas between its cells, `91,2` becomes two, and the row ends in an empty cell
  /// more.
  func splitNumber(in row: ReadRow) -> String? {
    guard source.rows.text?.separator == TableByte.comma, row.cells.count > headings.width,
      let number = row.cells.numbersSideBySide(butFor: headings.counts),
      source.rows.contains(where: { $0.cells.count <= headings.width })
    else { return nil }
    return number
  }
}

extension Headings {
  /// Where the two counts stand, when they follow each other.
  fileprivate var counts: Range<Int>? {
    guard let part = self[.numerator]?.index, self[.denominator]?.index == part + 1 else {
      return nil
    }
    return part..<(part + 2)
  }
}

extension [SourceCell] {
  /// The first cells that follow each other with nothing but digits in them, joined by commas.
  ///
  /// Two counts side by side are no decimal, and no thousands either unless the second has three
  /// digits.
  fileprivate func numbersSideBySide(butFor counts: Range<Int>?) -> String? {
    let runs = indices.split { index in
      let text = trimmed(self[index].text)
      return text.isEmpty || !text.allSatisfy(\.isWholeNumber)
    }
    let run = runs.first { run in
      let areCounts = run.startIndex == counts?.lowerBound && run.endIndex == counts?.upperBound
      return run.count > 1 && !(areCounts && trimmed(self[run.endIndex - 1].text).count != 3)
    }
    return run.map {
      self[$0.startIndex..<$0.endIndex].map { trimmed($0.text) }.joined(separator: ",")
    }
  }
}
