import Model

/// The rows of a workbook's table by their numbers, to show them on one line each.
struct WorkbookRows {
  private let rows: [Int: SourceRow]

  init(of table: SourceTable) {
    rows = Dictionary(([table.heading] + table.rows).map { ($0.line, $0) }) { first, _ in first }
  }

  func excerpts(at places: [SourcePlace]) -> [SourcePlace: SourceExcerpt] {
    var excerpts: [SourcePlace: SourceExcerpt] = [:]
    for place in places {
      guard let row = place.line.flatMap({ rows[$0] }) else { continue }
      excerpts[place] = excerpt(row, marking: place.columnNumber)
    }
    return excerpts
  }

  /// Cells that the row lacks at its end are empty.
  private func excerpt(_ row: SourceRow, marking column: Int?) -> SourceExcerpt {
    var texts = row.cells.map { $0.text.replacing("\n", with: " ") }
    guard let column, (1...CellScanner.mostCells).contains(column) else {
      return SourceExcerpt(text: texts.joined(separator: bar), cell: nil)
    }
    texts += repeatElement("", count: max(0, column - texts.count))
    let lead = texts[..<(column - 1)].reduce(0) { $0 + $1.utf8.count + bar.utf8.count }
    let text = texts.joined(separator: bar)
    let start = text.utf8.index(text.startIndex, offsetBy: lead)
    let end = text.utf8.index(start, offsetBy: texts[column - 1].utf8.count)
    return SourceExcerpt(text: text, cell: start..<end)
  }
}

private let bar = " | "
