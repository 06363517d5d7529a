import Model

/// Part of a text in memory, with what is known of what follows.
struct TextWindow {
  let bytes: UnsafePointer<UInt8>
  /// As many bytes are there.
  let count: Int
  /// Whether the text ends with them.
  let isLast: Bool
}

/// A cell by its place in a text.
struct PlainCell {
  /// Without quotes and blanks around it.
  let content: Range<Int>
  /// Whether quotes in it are written twice.
  let isDoubled: Bool

  /// The bytes that are meant.
  func bytes(in text: UnsafePointer<UInt8>) -> [UInt8] {
    let raw = UnsafeBufferPointer(start: text + content.lowerBound, count: content.count)
    guard isDoubled else { return Array(raw) }
    var result: [UInt8] = []
    var isSecond = false
    for byte in raw {
      isSecond = byte == TableByte.quote && !isSecond
      if byte != TableByte.quote || isSecond { result.append(byte) }
    }
    return result
  }
}

/// How a row ends.
enum RowEnding {
  /// All cells are known; the next row begins at `next`.
  case whole(next: Int, lines: Int)
  /// A cell that is never closed, a row that is too long, or one with too few or too many cells;
  /// `line` counts from 0 in the row.
  case broken(FindingCode, cell: Int?, line: Int, next: Int)
  /// The same on a line whose end is not in sight.
  case endless(FindingCode, cell: Int?, line: Int)
  /// More bytes are needed.
  case unknown
}

/// Reads rows one after another by RFC 4180, byte by byte: the plain reader, which says what the
/// fast one must find.
///
/// A quote inside a cell that no quote opened is text. Where a quote is never closed, no more is lost
/// than the line on which it stands.
struct PlainRowReader {
  let separator: UInt8
  /// As many cells has a row; 0 where that is not known yet.
  var width = 0
  /// A row ends before as many bytes.
  let longestRow: Int
  /// The cells of the row that was read last.
  private(set) var cells: [PlainCell] = []

  init(separator: UInt8, longestRow: Int) {
    self.separator = separator
    self.longestRow = longestRow
  }

  /// As many bytes decide any row.
  var enough: Int { longestRow + 2 }

  /// Reads the row that begins at `start`.
  mutating func read(_ text: TextWindow, from start: Int) -> RowEnding {
    cells.removeAll(keepingCapacity: true)
    var walk = Walk(text, from: start, longest: longestRow)
    while true {
      let cellStart = walk.position
      let cellLine = walk.lines
      guard let cell = walk.cell(separator: separator) else {
        return broken(text, start, cell: cellStart, line: cellLine, isOpen: walk.isQuoted)
      }
      cells.append(cell)
      if walk.position == text.count {
        return ending(text, start, next: walk.position, lines: walk.lines + 1)
      }
      if text.bytes[walk.position] == separator {
        walk.position += 1
        if walk.position < walk.limit || walk.isTextEnd { continue }
        return broken(text, start, cell: walk.position, line: walk.lines, isOpen: false)
      }
      guard let next = lineStart(text, afterEndAt: walk.position) else { return .unknown }
      return ending(text, start, next: next, lines: walk.lines + 1)
    }
  }

  /// Whether no cell of the row that was read last says anything.
  var isBlank: Bool { cells.allSatisfy { $0.content.isEmpty } }

  /// Of a row with too few or too many cells no more than a line is lost: a quote that is closed far
  /// below may have taken whole rows into a cell.
  private func ending(_ text: TextWindow, _ start: Int, next: Int, lines: Int) -> RowEnding {
    guard width > 0, cells.count != width, !isBlank else {
      return .whole(next: next, lines: lines)
    }
    let rest = lines > 1 ? nextLine(text, from: start) : next
    return .broken(.wrongCellCount, cell: nil, line: 0, next: rest ?? next)
  }

  /// Where the line after the one that holds `position` begins; `nil` where that is not in sight.
  func nextLine(_ text: TextWindow, from position: Int) -> Int? {
    var end = position
    while end < text.count, !isLineEnd(text.bytes[end]) { end += 1 }
    if end == text.count { return text.isLast ? end : nil }
    return lineStart(text, afterEndAt: end)
  }

  private func lineStart(_ text: TextWindow, afterEndAt end: Int) -> Int? {
    guard text.bytes[end] == TableByte.carriageReturn else { return end + 1 }
    guard end + 1 < text.count else { return text.isLast ? end + 1 : nil }
    return text.bytes[end + 1] == TableByte.lineFeed ? end + 2 : end + 1
  }

  private func broken(
    _ text: TextWindow, _ start: Int, cell: Int, line: Int, isOpen: Bool
  ) -> RowEnding {
    let isDecided = text.isLast || text.count >= start + enough
    guard isDecided else { return .unknown }
    let code: FindingCode = isOpen ? .unclosedQuote : .wrongCellCount
    if let next = nextLine(text, from: cell) {
      return .broken(code, cell: isOpen ? cells.count : nil, line: line, next: next)
    }
    return .endless(code, cell: isOpen ? cells.count : nil, line: line)
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool {
  byte == TableByte.lineFeed || byte == TableByte.carriageReturn
}

/// A walk through one row.
private struct Walk {
  let text: TextWindow
  /// What lies at or behind it is not looked at.
  let limit: Int
  /// Whether the limit is the end of the text, and not of what may be read of it.
  let isTextEnd: Bool
  var position: Int
  /// Line breaks that were passed inside quotes.
  var lines = 0
  /// Whether the last cell was opened by a quote.
  var isQuoted = false
  /// Whether it was never closed.
  var isOpen = false

  init(_ text: TextWindow, from start: Int, longest: Int) {
    self.text = text
    limit = min(text.count, start + longest)
    isTextEnd = text.isLast && text.count < start + longest
    position = start
  }

  /// The next cell, or `nil` where it does not end before the limit, or is open.
  ///
  /// `position` is left on what ends it.
  mutating func cell(separator: UInt8) -> PlainCell? {
    let first = skippingBlanks(from: position, separator: separator)
    isQuoted = first < limit && text.bytes[first] == TableByte.quote
    guard isQuoted else { return plain(separator) }
    let lines = lines
    if let cell = quoted(from: first + 1, separator: separator) { return cell }
    guard !isOpen, position < limit else { return nil }
    self.lines = lines
    position = first
    isQuoted = false
    return plain(separator)
  }

  private mutating func plain(_ separator: UInt8) -> PlainCell? {
    let start = position
    while position < limit, text.bytes[position] != separator, !isLineEnd(text.bytes[position]) {
      position += 1
    }
    guard position < limit || isTextEnd else { return nil }
    return PlainCell(content: withoutBlanks(start..<position), isDoubled: false)
  }

  /// Leaves `position` at the limit where that is reached; sets `isOpen` where the quote that closes
  /// a cell of several lines cannot be its own; else `nil` means that the quotes are text.
  private mutating func quoted(from start: Int, separator: UInt8) -> PlainCell? {
    let linesBefore = lines
    var index = start
    var isDoubled = false
    while index < limit {
      let byte = text.bytes[index]
      if byte == TableByte.quote {
        guard index + 1 < limit, text.bytes[index + 1] == TableByte.quote else { break }
        isDoubled = true
        index += 1
      } else if byte == TableByte.lineFeed
        || byte == TableByte.carriageReturn
          && !(index + 1 < text.count && text.bytes[index + 1] == TableByte.lineFeed)
      {
        lines += 1
      }
      index += 1
    }
    guard index < limit else {
      position = limit
      isOpen = isTextEnd
      return nil
    }
    let end = skippingBlanks(from: index + 1, separator: separator)
    guard end < limit || (end == limit && isTextEnd) else {
      position = limit
      return nil
    }
    if end < limit, text.bytes[end] != separator, !isLineEnd(text.bytes[end]) {
      isOpen = lines > linesBefore
      return nil
    }
    position = end
    return PlainCell(content: withoutBlanks(start..<index), isDoubled: isDoubled)
  }

  private func skippingBlanks(from start: Int, separator: UInt8) -> Int {
    var index = start
    while index < limit, isBlank(text.bytes[index]), text.bytes[index] != separator { index += 1 }
    return index
  }

  private func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text.bytes[start] <= TableByte.blank { start += 1 }
    while start < end, text.bytes[end - 1] <= TableByte.blank { end -= 1 }
    return start..<end
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == TableByte.blank || byte == TableByte.tab
  }
}
