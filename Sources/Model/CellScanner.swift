/// Where one cell stands in the text of a table.
public struct CellBytes: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    case plain
    /// Not quoted, with a quote somewhere in it.
    case strayQuote
    case quoted
    /// Quoted, with doubled quotes in it.
    case doubledQuotes
    /// Opened by a quote that is never closed; the content is the rest of the line.
    case open
  }

  /// Without the quotes around it.
  public let content: Range<Int>
  public let form: Form
  /// The physical line on which the cell begins.
  public let line: Int

  /// The cell as text: without blanks around it, line breaks as `\n`, doubled quotes as one.
  public func text(in bytes: [UInt8]) -> String {
    switch form {
    case .plain, .strayQuote, .open: cellText(bytes[content])
    case .quoted: cellText(withUniformLineEnds(bytes[content]))
    case .doubledQuotes: cellText(withUniformLineEnds(withSingleQuotes(bytes[content])))
    }
  }
}

/// Reads cells one after another by RFC 4180; a quote inside a cell that no quote opened is text.
public struct CellScanner: Sendable {
  /// As many columns as a spreadsheet has; a row has no more cells.
  public static let mostCells = 16_384

  private let bytes: [UInt8]
  private let separator: UInt8
  private let mostCells: Int
  public private(set) var position: Int
  /// The number of the physical line on which `position` stands.
  public private(set) var line: Int
  /// How many line breaks a quoted cell may have.
  public var mostLineBreaks = Int.max
  /// How many columns the table has; above two, a quoted cell that holds whole rows of that many is
  /// taken for one whose quote was never closed.
  public var width = 0
  /// Whether the last open cell was one because no quote followed it to the end of the text.
  public private(set) var reachedEnd = false

  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - separator: the byte between two cells.
  ///   - position: where the first row begins.
  ///   - line: the number of that line.
  ///   - mostCells: how many cells a row has at most.
  public init(
    _ bytes: [UInt8], separator: UInt8, from position: Int, line: Int,
    mostCells: Int = CellScanner.mostCells
  ) {
    self.bytes = bytes
    self.separator = separator
    self.mostCells = mostCells
    self.position = position
    self.line = line
  }

  /// Goes on at `position`, where the line of the number `line` begins.
  public mutating func move(to position: Int, line: Int) {
    self.position = position
    self.line = line
  }

  public var isAtEnd: Bool { position >= bytes.count }

  /// The next cell of a row that has `count` cells so far.
  ///
  /// The last that a row may have holds the rest of its line, unless nothing but separators and
  /// blanks follows: so nothing that was written is lost.
  public mutating func next(after count: Int) -> CellBytes {
    let cell = next()
    guard count + 1 >= mostCells, position < bytes.count, bytes[position] == separator else {
      return cell
    }
    let rest = position
    position = endOfLine(in: bytes, from: rest)
    let isEmpty = bytes[rest..<position].allSatisfy { $0 == separator || $0 <= TableByte.blank }
    return isEmpty
      ? cell
      : CellBytes(content: cell.content.lowerBound..<position, form: .plain, line: cell.line)
  }

  /// The next cell; leaves `position` on the separator or line end after it, for an open cell on
  /// the end of its line.
  public mutating func next() -> CellBytes {
    let opening = skippingBlanks(from: position)
    guard opening < bytes.count, bytes[opening] == TableByte.quote else { return plain() }
    return quoted(from: opening + 1) ?? plain()
  }

  /// Steps over a separator; `false` when none follows.
  public mutating func skipSeparator() -> Bool {
    guard position < bytes.count, bytes[position] == separator else { return false }
    position += 1
    return true
  }

  /// Steps over a line end: CR, LF or CRLF.
  public mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    position = startOfLine(in: bytes, afterEndAt: position)
    line += 1
  }

  private mutating func plain() -> CellBytes {
    let start = position
    var hasQuote = false
    while position < bytes.count, !isEnd(bytes[position]) {
      if bytes[position] == TableByte.quote { hasQuote = true }
      position += 1
    }
    return CellBytes(
      content: start..<position, form: hasQuote ? .strayQuote : .plain, line: line)
  }

  /// Returns `nil` when text follows the closing quote on the same line.
  private mutating func quoted(from start: Int) -> CellBytes? {
    var index = start
    var lineBreaks = 0
    var hasDoubledQuote = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == TableByte.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == TableByte.quote else { break }
        hasDoubledQuote = true
        index += 2
      } else if byte == TableByte.lineFeed || byte == TableByte.carriageReturn {
        index = startOfLine(in: bytes, afterEndAt: index)
        lineBreaks += 1
        if lineBreaks > mostLineBreaks { return open(from: start, reachedEnd: false) }
      } else {
        index += 1
      }
    }
    guard index < bytes.count else { return open(from: start, reachedEnd: true) }
    let end = skippingBlanks(from: index + 1)
    guard end == bytes.count || isEnd(bytes[end]) else {
      // Text after the quote that closes a cell of several lines: that quote opens the next cell.
      return lineBreaks > 0 ? open(from: start, reachedEnd: false) : nil
    }
    if lineBreaks > 0, holdsRows(from: start, to: index) {
      return open(from: start, reachedEnd: false)
    }
    let cell = CellBytes(
      content: start..<index, form: hasDoubledQuote ? .doubledQuotes : .quoted, line: line)
    position = end
    line += lineBreaks
    return cell
  }

  /// Whether each line that the quoted cell touches would be a row of its own without the quotes.
  ///
  /// A separator with a blank behind it is punctuation, which rows seldom have and prose has.
  private func holdsRows(from opening: Int, to closing: Int) -> Bool {
    guard width > 2 else { return false }
    var start = opening
    while start > 0, !isLineEnd(bytes[start - 1]) { start -= 1 }
    while start <= closing {
      let end = endOfLine(in: bytes, from: start)
      let separators = (start..<end).filter { bytes[$0] == separator }
      let isProse =
        start > opening
        && separators.contains { $0 + 1 < end && bytes[$0 + 1] == TableByte.blank }
      guard separators.count == width - 1, !isProse else { return false }
      start = startOfLine(in: bytes, afterEndAt: end)
    }
    return true
  }

  private mutating func open(from start: Int, reachedEnd: Bool) -> CellBytes {
    self.reachedEnd = reachedEnd
    position = endOfLine(in: bytes, from: start)
    return CellBytes(content: (start - 1)..<position, form: .open, line: line)
  }

  private func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < bytes.count,
      bytes[index] == TableByte.blank
        || (bytes[index] == TableByte.tab && separator != TableByte.tab)
    {
      index += 1
    }
    return index
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || isLineEnd(byte)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == TableByte.lineFeed || byte == TableByte.carriageReturn
  }
}
