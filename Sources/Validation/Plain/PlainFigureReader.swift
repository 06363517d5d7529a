import Model

/// Reads rows of figures straight from the bytes of a table, as long as they are plain.
///
/// It takes a row only when the full reading of it would give the same figure and no finding;
/// everything else it leaves to that. The full reading is its oracle in the tests. A class, because
/// each row would copy its many tables otherwise.
final class PlainFigureReader: Sendable {
  private let text: RowText
  let file: String
  let office: OfficeID?
  let headings: PlainHeadings
  /// The columns by their place in a row; `nil` for one that is not read.
  private let keys: [ColumnKey?]
  private let period: Int
  let indicators: [PlainIndicator]
  private let indicatorIDs: ShortTexts<Int>
  private let answers = ShortTexts(Vocabulary.yesNo.plainSpellings)
  private let states = ShortTexts(Vocabulary.states.plainSpellings)

  /// Returns `nil` for a table whose rows do not stand in a text.
  init?(_ table: ReadTable, in scope: UnitScope) {
    guard let text = table.source.rows.text else { return nil }
    self.text = text
    file = table.file
    office = table.office
    headings = PlainHeadings(table.headings)
    var keys = [ColumnKey?](repeating: nil, count: table.headings.width)
    for (key, heading) in table.headings.known { keys[heading.index] = key }
    self.keys = keys
    period = scope.context.period
    let typed = scope.indicators.filter { $0.source != .childOutcomes }
    let limits = scope.context.programme.limits
    indicators = typed.map { PlainIndicator($0, limits: limits) }
    indicatorIDs = ShortTexts(typed.enumerated().map { ($1.id.rawValue, $0) })
  }

  /// The row at `index` of the table, or `nil` when it needs the full reading.
  func row(at index: Int) -> PlainFigureRow? {
    let start = text.starts[index]
    let all = text.bytes
    let bytes = all.span
    var row = PlainFigureRow(line: start.line)
    var position = start.offset
    var component = 0..<0
    for column in keys.indices {
      let cell: Range<Int>
      let end: Int
      if position < bytes.count, bytes[position] == TableByte.quote {
        // Notes are quoted where they have a separator in them.
        guard keys[column] == .note, row.indicator >= 0,
          let closing = closingQuote(in: bytes, after: position)
        else { return nil }
        cell = position + 1..<closing
        end = closing + 1
        let isClosed = end == bytes.count || bytes[end] == text.separator || isLineEnd(bytes[end])
        guard isClosed else { return nil }
      } else {
        guard let found = endOfPlainCell(in: bytes, from: position, separator: text.separator)
        else { return nil }
        cell = position..<found
        end = found
      }
      let isLast = end == bytes.count || bytes[end] != text.separator
      guard isLast == (column == keys.count - 1) else { return nil }
      if end > position, keys[column] != .indicator, row.indicator < 0 {
        // The first text of a row tells a total.
        guard (0x30...0x39).contains(bytes[position]) else { return nil }
      }
      if end > position, let key = keys[column] {
        if key == .component {
          component = cell
        } else if !read(bytes, cell, as: key, into: &row) {
          return nil
        }
      }
      position = end + 1
    }
    guard row.indicator >= 0 else { return nil }
    let indicator = indicators[row.indicator]
    guard indicator.place(bytes, component, into: &row), indicator.takes(row) else { return nil }
    return row
  }

  /// The text of the note of `row`.
  func note(of row: PlainFigureRow) -> String { trimmed(cellText(text.bytes[row.note])) }

  /// Reads a cell that is not empty; `false` when it is not plain.
  private func read(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, as key: ColumnKey, into row: inout PlainFigureRow
  ) -> Bool {
    switch key {
    case .indicator:
      guard let indicator = indicatorIDs.value(bytes, cell) else { return false }
      row.indicator = indicator
    case .met:
      row.met = answers.value(bytes, cell)
      return row.met != nil
    case .numerator:
      row.numerator = count(bytes, cell)
      return row.numerator != nil
    case .denominator:
      row.denominator = count(bytes, cell)
      return row.denominator != nil
    case .percent:
      row.percent = percentage(bytes, cell)
      return row.percent != nil
    case .previous:
      row.previous = PlainNumber(bytes, cell)
      return row.previous != nil
    case .current:
      row.current = PlainNumber(bytes, cell)
      return row.current != nil
    case .referenceYear:
      let year = PlainNumber(bytes, cell)
      row.referenceYear = period
      return cell.count == 4 && year?.significand == period && year?.scale == 0
    case .state: return states.value(bytes, cell) == .final
    case .note:
      row.note = cell
      return beginsWithLetter(bytes, cell)
    default: break
    }
    return true
  }

  private func count(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int? {
    guard let number = PlainNumber(bytes, cell), number.scale == 0,
      number.significand <= Figure.maximumCount
    else { return nil }
    return number.significand
  }

  private func percentage(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> PlainNumber? {
    let hasSign = bytes[cell.upperBound - 1] == 0x25
    let digits = hasSign ? cell.lowerBound..<(cell.upperBound - 1) : cell
    return PlainNumber(bytes, digits).flatMap { $0.isPercentage ? $0 : nil }
  }
}

extension PlainNumber {
  var isPercentage: Bool {
    guard significand > 100 else { return true }
    return significand <= (0..<scale).reduce(100) { product, _ in product * 10 }
  }
}

/// The end of the cell at `start`: its separator, its line end or the end of the bytes; `nil` when
/// it has a quote.
private func endOfPlainCell(in span: Span<UInt8>, from start: Int, separator: UInt8) -> Int? {
  let ones: UInt64 = 0x0101_0101_0101_0101
  func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & (ones &* 0x80)
  }
  let bytes = span.bytes
  var index = start
  while index + 8 <= span.count {
    let word = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    let found =
      equal(word, separator) | equal(word, TableByte.lineFeed)
      | equal(word, TableByte.carriageReturn) | equal(word, TableByte.quote)
    if found != 0 {
      index += found.trailingZeroBitCount / 8
      return span[index] == TableByte.quote ? nil : index
    }
    index += 8
  }
  while index < span.count {
    let byte = span[index]
    if byte == TableByte.quote { return nil }
    if byte == separator || byte == TableByte.lineFeed || byte == TableByte.carriageReturn { break }
    index += 1
  }
  return index
}

private func isLineEnd(_ byte: UInt8) -> Bool {
  byte == TableByte.lineFeed || byte == TableByte.carriageReturn
}

/// The quote that closes the cell opened at `opening`, when nothing but text stands between them.
private func closingQuote(in span: Span<UInt8>, after opening: Int) -> Int? {
  var index = opening + 1
  while index < span.count, span[index] != TableByte.quote {
    if isLineEnd(span[index]) { return nil }
    index += 1
  }
  return index < span.count ? index : nil
}

/// Whether a text that is not empty begins with a letter or sign that is neither a blank nor the
/// first of a spreadsheet's error.
private func beginsWithLetter(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  guard let first = cell.first.map({ bytes[$0] }) else { return true }
  return first > TableByte.blank && first != 0x23 && (first < 0x80 || (0xC3...0xE1).contains(first))
}
