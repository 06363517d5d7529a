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
  let period: Int
  private let indicators: [PlainIndicator]
  private let typed: [Indicator]
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
    typed = scope.indicators.filter { $0.source != .childOutcomes }
    let limits = scope.context.programme.limits
    indicators = typed.map { PlainIndicator($0, limits: limits) }
    indicatorIDs = ShortTexts(typed.enumerated().map { ($1.id.rawValue, $0) })
  }

  /// Reads a row of the table.
  ///
  /// - Parameters:
  ///   - index: the place of the row in the table.
  ///   - bytes: the table's text, which is not asked for anew with each row.
  ///   - marks: those of the text; quickest where rows are read in their order.
  /// - Returns: the row, or `nil` when it needs the full reading.
  func row(
    at index: Int, in bytes: Span<UInt8>, along marks: inout TableMarks
  ) -> PlainFigureRow? {
    let start = text.starts[index]
    var row = PlainFigureRow(line: start.line)
    var component = 0..<0
    var isLast = false
    marks.move(to: start.offset, in: bytes)
    while !isLast {
      var (cell, column) = marks.nextCell(in: bytes)
      guard column < keys.count else { return nil }
      var end = cell.upperBound
      if end < bytes.count, bytes[end] == TableByte.quote {
        // Notes are quoted where they have a separator in them.
        guard keys[column] == .note, cell.isEmpty, row.indicator >= 0,
          let content = quotedText(in: bytes, from: end + 1, along: &marks)
        else { return nil }
        cell = content
        end = content.upperBound + 1
      }
      isLast = end == bytes.count || bytes[end] != text.separator
      guard !isLast || column == keys.count - 1 else { return nil }
      guard !cell.isEmpty else { continue }
      let key = keys[column]
      // The first text of a row tells a total.
      guard key == .indicator || row.indicator >= 0 || isDigit(bytes[cell.lowerBound]) else {
        return nil
      }
      if key == .component {
        component = cell
      } else if let key, !read(bytes, cell, as: key, into: &row) {
        return nil
      }
    }
    guard row.indicator >= 0,
      indicators[Int(row.indicator)].takes(bytes, component, into: &row)
    else { return nil }
    return row
  }

  func indicator(of row: PlainFigureRow) -> Indicator { typed[Int(row.indicator)] }

  /// The text of the note of `row`.
  func note(of row: PlainFigureRow) -> String { trimmed(cellText(text.bytes[row.note])) }

  /// Reads a cell that is not empty; `false` when it is not plain.
  private func read(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, as key: ColumnKey, into row: inout PlainFigureRow
  ) -> Bool {
    switch key {
    case .indicator:
      guard let indicator = indicatorIDs.value(bytes, cell) else { return false }
      row.indicator = Int16(truncatingIfNeeded: indicator)
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
      row.hasReferenceYear = true
      return cell.count == 4 && year?.significand == period && year?.scale == 0
    case .state: return states.value(bytes, cell) == .final
    case .note:
      row.note = cell
      return beginsWithLetter(bytes, cell)
    // Compared with that of the indicator.
    case .wording: return false
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

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// What stands from `start` to the quote that closes the cell, where the cell ends behind it and has
/// nothing but text.
private func quotedText(
  in bytes: Span<UInt8>, from start: Int, along marks: inout TableMarks
) -> Range<Int>? {
  var mark = marks.next(in: bytes)
  while mark < bytes.count, bytes[mark] != TableByte.quote {
    if isLineEnd(bytes[mark]) { return nil }
    mark = marks.next(in: bytes)
  }
  guard mark < bytes.count else { return nil }
  let end = marks.next(in: bytes)
  guard end == mark + 1, end == bytes.count || bytes[end] != TableByte.quote else { return nil }
  return start..<mark
}

private func isLineEnd(_ byte: UInt8) -> Bool {
  byte == TableByte.lineFeed || byte == TableByte.carriageReturn
}

/// Whether a text that is not empty begins with a letter or sign that is neither a blank nor the
/// first of a spreadsheet's error.
private func beginsWithLetter(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  guard let first = cell.first.map({ bytes[$0] }) else { return true }
  return first > TableByte.blank && first != 0x23 && (first < 0x80 || (0xC3...0xE1).contains(first))
}
