import Model

/// Where the rows of a table begin, and what is wrong with their quoting and line ends.
struct RowIndex {
  private(set) var starts: RowStarts
  private(set) var defects: [CellDefect] = []
  /// The first line that ends otherwise than the heading row.
  private(set) var firstOtherEnd: Int?
  private var lineEnd: LineEnd?

  /// Looks at every row below the heading; blank and broken ones get no start.
  init(below start: TableStart) {
    var scanner = start.scanner
    scanner.width = start.heading.cells.count
    let text = scanner.bytes
    let bytes = text.span
    starts = RowStarts(ofTextOf: bytes.count)
    lineEnd = LineEnd(before: scanner.position, in: bytes)
    // With a line end for the separator, the marks in a row without quotes are its end alone.
    var marks = TableMarks(separator: TableByte.lineFeed)
    while scanner.position < bytes.count {
      let row = RowText.Start(offset: scanner.position, line: scanner.line)
      marks.move(to: row.offset, in: bytes)
      let end = marks.next(in: bytes)
      if end == bytes.count || bytes[end] != TableByte.quote {
        if !isBlank(text, row.offset..<end, separator: scanner.separator) { starts.append(row) }
        scanner.move(to: startOfLine(in: bytes, afterEndAt: end), line: row.line + 1)
      } else if let scanned = scanner.next() {
        defects += scanned.defects
        if !scanned.isBroken, !scanned.isBlank { starts.append(row) }
      }
      compareEnd(before: scanner.position, in: bytes, line: scanner.line - 1)
    }
  }

  private mutating func compareEnd(before position: Int, in bytes: Span<UInt8>, line: Int) {
    guard firstOtherEnd == nil, let end = LineEnd(before: position, in: bytes) else { return }
    if let lineEnd, lineEnd != end { firstOtherEnd = line }
    lineEnd = lineEnd ?? end
  }
}

private enum LineEnd {
  case lineFeed, carriageReturn, both

  /// Returns `nil` where no line ends, as at the end of a file.
  init?(before position: Int, in bytes: Span<UInt8>) {
    guard position > 0 else { return nil }
    switch bytes[position - 1] {
    case TableByte.carriageReturn: self = .carriageReturn
    case TableByte.lineFeed:
      self = position > 1 && bytes[position - 2] == TableByte.carriageReturn ? .both : .lineFeed
    default: return nil
    }
  }
}

private func isBlank(_ bytes: [UInt8], _ row: Range<Int>, separator: UInt8) -> Bool {
  var index = row.lowerBound
  while index < row.upperBound {
    let byte = bytes[index]
    if byte <= TableByte.blank || byte == separator {
      index += 1
    } else if byte < 0x80 {
      return false
    } else {
      let end = bytes[index..<row.upperBound].firstIndex(of: separator) ?? row.upperBound
      guard withoutOuterBlanks(bytes[index..<end]).isEmpty else { return false }
      index = end
    }
  }
  return true
}
