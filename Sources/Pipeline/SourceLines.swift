import Model

/// A decoded text in lines, in which cells are found again by line and column.
struct SourceLines {
  private let text: String
  private let lines: [Substring]

  init(of text: String) {
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  func excerpts(at places: [SourcePlace]) -> [SourcePlace: SourceExcerpt] {
    let separator = separator(for: places)
    let cells = separator.map { self.cells(at: places, separatedBy: $0) } ?? [:]
    var excerpts: [SourcePlace: SourceExcerpt] = [:]
    for place in places {
      guard let number = place.line, lines.indices.contains(number - 1) else { continue }
      let line = lines[number - 1]
      let cell = place.columnNumber.flatMap { cells[CellKey(line: number, column: $0)] }
      excerpts[place] = excerpt(line, marking: cell)
    }
    return excerpts
  }

  /// Indices of the line's own text, since those of the whole file mean nothing in it.
  private func excerpt(_ line: Substring, marking cell: Range<String.Index>?) -> SourceExcerpt {
    let own = String(line)
    guard let cell else { return SourceExcerpt(text: own, cell: nil) }
    let scalars = text.unicodeScalars
    let start = scalars.distance(from: line.startIndex, to: cell.lowerBound)
    let end = scalars.distance(from: line.startIndex, to: min(cell.upperBound, line.endIndex))
    let view = own.unicodeScalars
    let from = view.index(view.startIndex, offsetBy: start)
    return SourceExcerpt(
      text: own, cell: from..<view.index(view.startIndex, offsetBy: max(start, end)))
  }

  /// The separator under which a heading stands where a place says that it does.
  private func separator(for places: [SourcePlace]) -> Unicode.Scalar? {
    let headed = places.filter { $0.column != nil && $0.columnNumber != nil }
    guard let first = headed.min(by: <), let column = first.columnNumber else { return nil }
    let declared = lines.first.flatMap { $0.lowercased().hasPrefix("sep=") ? $0.dropFirst(4) : nil }
    let candidates: [Unicode.Scalar] = [";", "\t", ","]
    return (declared?.unicodeScalars.prefix(1).map { $0 } ?? candidates).first { separator in
      lines.prefix(headingLines).contains { line in
        var scanner = CellScanner(of: line, separator: separator)
        return scanner.cells().dropFirst(column - 1).first?.content == first.column
      }
    }
  }

  private func cells(
    at places: [SourcePlace], separatedBy separator: Unicode.Scalar
  ) -> [CellKey: Range<String.Index>] {
    let wanted = Set(
      places.compactMap { place in
        place.columnNumber.flatMap { column in
          place.line.map { CellKey(line: $0, column: column) }
        }
      })
    var scanner = CellScanner(of: text[...], separator: separator)
    var found: [CellKey: Range<String.Index>] = [:]
    while let cell = scanner.next() {
      if wanted.contains(cell.key), found[cell.key] == nil { found[cell.key] = cell.range }
    }
    return found
  }
}

/// Titles may stand above the headings.
private let headingLines = 40
