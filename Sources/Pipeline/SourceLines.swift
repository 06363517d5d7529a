import Model

/// A decoded text in lines, in which cells are found again by line and column.
struct SourceLines {
  private let bytes: [UInt8]
  /// Without their ends.
  private let lines: [Range<Int>]

  init(of text: String) {
    let bytes = Array(text.utf8)
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = endOfLine(in: bytes, from: start)
      lines.append(start..<end)
      start = startOfLine(in: bytes, afterEndAt: end)
    }
    self.bytes = bytes
    self.lines = lines
  }

  func excerpts(at places: [SourcePlace]) -> [SourcePlace: SourceExcerpt] {
    let cells = table(for: places).map { self.cells(at: places, in: $0) } ?? [:]
    var excerpts: [SourcePlace: SourceExcerpt] = [:]
    // A line may have thousands of findings, which must not each keep a copy of it.
    var texts: [Range<Int>: String] = [:]
    for place in places {
      guard let number = place.line, lines.indices.contains(number - 1) else { continue }
      let cell = CellKey(place).flatMap { cells[$0] }
      let part = shown(of: lines[number - 1], around: cell)
      let text = texts[part] ?? String(decoding: bytes[part], as: UTF8.self)
      texts[part] = text
      excerpts[place] = excerpt(text, of: part, marking: cell)
    }
    return excerpts
  }

  /// The whole line, or of a very long one a part that shows the cell; the parts that begin at each
  /// half of one are few, so that cells share them.
  private func shown(of line: Range<Int>, around cell: Range<Int>?) -> Range<Int> {
    guard line.count > longestExcerpt else { return line }
    let half = longestExcerpt / 2
    let offset = max(0, (cell?.lowerBound ?? 0) - line.lowerBound) / half * half
    var start = min(line.lowerBound + offset, line.upperBound)
    var end = min(line.upperBound, start + longestExcerpt)
    while start < end, isInsideLetter(bytes[start]) { start += 1 }
    while end < line.upperBound, isInsideLetter(bytes[end]) { end += 1 }
    return start..<end
  }

  private func isInsideLetter(_ byte: UInt8) -> Bool { (0x80..<0xC0).contains(byte) }

  private func excerpt(
    _ text: String, of line: Range<Int>, marking cell: Range<Int>?
  ) -> SourceExcerpt {
    guard let cell = cell?.clamped(to: line) else { return SourceExcerpt(text: text, cell: nil) }
    let start = text.utf8.index(text.startIndex, offsetBy: cell.lowerBound - line.lowerBound)
    let end = text.utf8.index(start, offsetBy: cell.count)
    return SourceExcerpt(text: text, cell: start..<end)
  }

  /// A scanner on the heading row: the first under which a heading stands where a place says that
  /// it does.
  private func table(for places: [SourcePlace]) -> CellScanner? {
    let headed = places.filter { $0.column != nil && $0.columnNumber != nil }
    guard let first = headed.min(by: <), let column = first.columnNumber else {
      return tableWithoutHeading(for: places)
    }
    for separator in separators {
      for (index, line) in lines.prefix(headingLines).enumerated() {
        var scanner = CellScanner(
          bytes, separator: separator, from: line.lowerBound, line: index + 1)
        var heading = scanner
        heading.mostLineBreaks = headingLines
        let cells = heading.row()
        guard column >= 1, column <= cells.count,
          cells[column - 1].text(in: bytes) == first.column
        else { continue }
        scanner.width = cells.count
        return scanner
      }
    }
    return nil
  }

  /// A scanner on the first line, under a separator that gives every cell that a place names.
  private func tableWithoutHeading(for places: [SourcePlace]) -> CellScanner? {
    let wanted = Set(places.compactMap(CellKey.init))
    guard !wanted.isEmpty, let first = lines.first else { return nil }
    return separators.map {
      CellScanner(bytes, separator: $0, from: first.lowerBound, line: 1)
    }
    .first { cells(at: places, in: $0).count == wanted.count }
  }

  private var separators: [UInt8] {
    guard let first = lines.first.map({ bytes[$0] }), first.count > 4,
      String(decoding: first.prefix(4), as: UTF8.self).lowercased() == "sep="
    else { return [TableByte.semicolon, TableByte.tab, TableByte.comma] }
    return [first[first.startIndex + 4]]
  }

  private func cells(at places: [SourcePlace], in table: CellScanner) -> [CellKey: Range<Int>] {
    let wanted = Set(places.compactMap(CellKey.init))
    let last = wanted.map(\.line).max() ?? 0
    var scanner = table
    var found: [CellKey: Range<Int>] = [:]
    while !scanner.isAtEnd, scanner.line <= last {
      for (index, cell) in scanner.row().enumerated() {
        let key = CellKey(line: cell.line, column: index + 1)
        if wanted.contains(key), found[key] == nil { found[key] = marked(cell) }
      }
    }
    return found
  }

  /// Where the cell stands with its quotes, without the blanks around it.
  private func marked(_ cell: CellBytes) -> Range<Int> {
    switch cell.form {
    case .quoted, .doubledQuotes: cell.content.lowerBound - 1..<cell.content.upperBound + 1
    case .plain, .strayQuote, .open: withoutOuterBlanks(bytes[cell.content]).indices
    }
  }
}

/// A cell by the line on which it begins and its column, both counted from 1.
private struct CellKey: Hashable {
  let line: Int
  let column: Int
}

extension CellKey {
  /// Returns `nil` for a whole row or file.
  init?(_ place: SourcePlace) {
    guard let line = place.line, let column = place.columnNumber else { return nil }
    self.init(line: line, column: column)
  }
}

extension CellScanner {
  /// The cells of the next row, as the reader of tables finds them.
  fileprivate mutating func row() -> [CellBytes] {
    var cells: [CellBytes] = []
    repeat {
      cells.append(next(after: cells.count))
    } while cells.last?.form != .open && skipSeparator()
    if reachedEnd { mostLineBreaks = min(mostLineBreaks, longestCellAfterOpenQuote) }
    skipLineEnd()
    return cells
  }
}

/// Bytes of a line that are enough to find a cell again.
private let longestExcerpt = 20_000

/// Titles may stand above the headings.
private let headingLines = 40

/// Line breaks of a cell once a quote was found that is never closed.
private let longestCellAfterOpenQuote = 16
