import Model

/// What is wrong with one cell's quoting.
struct CellDefect: Hashable {
  let code: FindingCode
  let line: Int
  let columnNumber: Int
  let value: String
}

/// One row as it was scanned, good or not.
struct ScannedRow: Hashable {
  let row: SourceRow
  let defects: [CellDefect]
  /// A quote that is never closed makes the row unreadable from there on.
  let isBroken: Bool

  var isBlank: Bool { row.cells.allSatisfy(\.text.isEmpty) }
}

/// Reads rows one after another by RFC 4180, and where the file departs from it, loses no more than
/// the row at fault.
struct RowScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  private var line: Int
  /// How many lines a quoted cell may span.
  ///
  /// Once a quote was found open at the end of the file, every later one is
  /// suspect, and each would cost a walk to the end of the file.
  private var longestCell = Int.max

  private static let longestCellAfterOpenQuote = 16

  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - separator: the byte between two cells.
  ///   - position: where the first row begins.
  ///   - line: the number of that line.
  init(_ bytes: [UInt8], separator: UInt8, from position: Int, line: Int) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    self.line = line
  }

  /// The next row, blank or not; `nil` at the end of the file.
  mutating func next() -> ScannedRow? {
    guard position < bytes.count else { return nil }
    let firstLine = line
    var cells: [SourceCell] = []
    var defects: [CellDefect] = []
    while true {
      let scanned = scanCell(columnNumber: cells.count + 1)
      if let defect = scanned.defect { defects.append(defect) }
      guard let text = scanned.text else {
        return ScannedRow(
          row: SourceRow(line: firstLine, cells: cells), defects: defects, isBroken: true)
      }
      cells.append(SourceCell(text: text, line: scanned.line))
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    skipLineEnd()
    return ScannedRow(
      row: SourceRow(line: firstLine, cells: cells), defects: defects, isBroken: false)
  }
}

extension RowScanner {
  private struct ScannedCell {
    /// `nil` when the cell's quote is never closed.
    let text: String?
    let line: Int
    var defect: CellDefect?
  }

  /// Leaves `position` on the separator or line end after the cell.
  private mutating func scanCell(columnNumber: Int) -> ScannedCell {
    let opening = skippingBlanks(from: position)
    if opening < bytes.count, bytes[opening] == Byte.quote {
      switch scanQuoted(from: opening + 1) {
      case .closed(let content, let end, let lineBreaks):
        let cell = ScannedCell(text: content, line: line)
        line += lineBreaks
        position = end
        return cell
      case .open:
        return abandonLine(openedAt: opening, columnNumber: columnNumber)
      case .followedByText: break
      }
    }
    return scanPlain(columnNumber: columnNumber)
  }

  private mutating func scanPlain(columnNumber: Int) -> ScannedCell {
    let start = position
    var index = start
    var hasQuote = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == separator || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      if byte == Byte.quote { hasQuote = true }
      index += 1
    }
    position = index
    var cell = ScannedCell(text: cellText(bytes[start..<index]), line: line)
    if hasQuote {
      cell.defect = CellDefect(
        code: .strayQuote, line: line, columnNumber: columnNumber, value: cell.text ?? "")
    }
    return cell
  }

  private enum QuotedCell {
    case closed(String, end: Int, lineBreaks: Int)
    case open
    case followedByText
  }

  private mutating func scanQuoted(from start: Int) -> QuotedCell {
    var index = start
    var lineBreaks = 0
    var hasDoubledQuote = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == Byte.quote else { break }
        hasDoubledQuote = true
        index += 2
      } else if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        index = startOfLine(in: bytes, afterEndAt: index)
        lineBreaks += 1
        if lineBreaks > longestCell { return .open }
      } else {
        index += 1
      }
    }
    guard index < bytes.count else {
      longestCell = Self.longestCellAfterOpenQuote
      return .open
    }
    let end = skippingBlanks(from: index + 1)
    guard end == bytes.count || isEnd(bytes[end]) else {
      // Text after the quote that closes a cell of several lines: that quote opens the next cell.
      return lineBreaks > 0 ? .open : .followedByText
    }
    let content = hasDoubledQuote ? withSingleQuotes(bytes[start..<index]) : bytes[start..<index]
    return .closed(
      cellText(withUniformLineEnds(content)), end: end, lineBreaks: lineBreaks)
  }

  /// Gives up the physical line on which a quote is opened and never closed.
  private mutating func abandonLine(openedAt opening: Int, columnNumber: Int) -> ScannedCell {
    let end = endOfLine(in: bytes, from: opening)
    let defect = CellDefect(
      code: .unclosedQuote, line: line, columnNumber: columnNumber,
      value: cellText(bytes[opening..<end]))
    let cell = ScannedCell(text: nil, line: line, defect: defect)
    position = end
    skipLineEnd()
    return cell
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    position = startOfLine(in: bytes, afterEndAt: position)
    line += 1
  }

  private func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < bytes.count,
      bytes[index] == Byte.blank || (bytes[index] == Byte.tab && separator != Byte.tab)
    {
      index += 1
    }
    return index
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private func withSingleQuotes(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var isSecond = false
    for byte in content {
      if byte == Byte.quote, isSecond {
        isSecond = false
      } else {
        isSecond = byte == Byte.quote
        result.append(byte)
      }
    }
    return result[...]
  }
}
