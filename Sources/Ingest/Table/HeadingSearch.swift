import Model

/// Where the table of a file begins.
struct TableStart {
  let heading: ScannedRow
  /// Stands before the first row below the heading.
  let scanner: RowScanner
  /// The lines of text above the heading.
  let titles: [TitleLine]

  /// The heading with its cells as text.
  var headingRow: SourceRow {
    SourceRow(
      line: heading.start.line,
      cells: heading.cells.map { SourceCell(text: $0.text(in: scanner.bytes), line: $0.line) })
  }
}

/// A line of text above the headings.
struct TitleLine {
  let line: Int
  let text: String
}

/// Finds the heading row and the separator: the first of the upper lines in which, under some
/// separator, recognised headings stand.
///
/// Title lines above it are skipped. `nil` when no line has a recognised heading.
func findHeading(
  in bytes: [UInt8], from position: Int, recognising headings: Set<String>
) -> TableStart? {
  let declared = declaredSeparator(in: bytes, from: position)
  let separators =
    declared.map { [$0.separator] } ?? [TableByte.semicolon, TableByte.tab, TableByte.comma]
  var lines = PhysicalLines(
    of: bytes, from: declared?.end ?? position, after: declared == nil ? 0 : 1)
  let rule = HeadingRule(recognising: headings)
  var linesLeft = linesSearched
  var withOneHeading: TableStart?
  var titles: [TitleLine] = []
  while linesLeft > 0, let range = lines.next() {
    if withoutOuterBlanks(bytes[range]).isEmpty { continue }
    linesLeft -= 1
    defer { titles += titleLine(bytes[range], line: lines.line) }
    let candidates = separators.compactMap {
      Candidate(bytes, separator: $0, at: range.lowerBound, line: lines.line, rule)
    }
    guard let best = candidates.reduce(nil, Candidate.better) else { continue }
    guard rule.mayBeHeadings(recognised: best.recognised, holdsNumbers: best.holdsNumbers) else {
      continue
    }
    let start = TableStart(heading: best.heading, scanner: best.scanner, titles: titles)
    if best.recognised > 1 { return start }
    withOneHeading = withOneHeading ?? start
  }
  return withOneHeading
}

private let linesSearched = 20
private let rowsCompared = 20

/// None for a line without anything but separators.
private func titleLine(_ bytes: ArraySlice<UInt8>, line: Int) -> [TitleLine] {
  let empty = [TableByte.semicolon, TableByte.comma, TableByte.tab, TableByte.quote]
  let isOuter = { (byte: UInt8) in byte <= TableByte.blank || empty.contains(byte) }
  let words = bytes.drop(while: isOuter).prefix(longestHeading)
  let end = words.lastIndex { !isOuter($0) } ?? words.startIndex
  let text = words.isEmpty ? "" : cellText(words[...end])
  return text.isEmpty ? [] : [TitleLine(line: line, text: text)]
}

/// One line read as a heading row under one separator.
private struct Candidate {
  let heading: ScannedRow
  let scanner: RowScanner
  let recognised: Int
  private let cells: Int
  /// How many of the next rows have as many cells.
  private let agreement: Int

  /// Returns `nil` when no cell is a recognised heading.
  init?(
    _ bytes: [UInt8], separator: UInt8, at position: Int, line: Int, _ rule: HeadingRule
  ) {
    var scanner = RowScanner(bytes, separator: separator, from: position, line: line)
    guard let heading = scanner.next() else { return nil }
    recognised = heading.cells.count {
      $0.content.count <= longestHeading && rule.isHeading($0.text(in: bytes))
    }
    guard recognised > 0 else { return nil }
    self.heading = heading
    self.scanner = scanner
    let width = heading.cells.count
    cells = width
    agreement = (0..<rowsCompared).count { _ in scanner.next()?.cells.count == width }
  }

  var holdsNumbers: Bool {
    heading.cells.contains { isNumeral(withoutOuterBlanks(scanner.bytes[$0.content])) }
  }

  /// The earlier one unless the later is better by headings, then cells, then agreement.
  static func better(_ one: Candidate?, _ other: Candidate) -> Candidate? {
    guard let one else { return other }
    let left = (one.recognised, one.cells, one.agreement)
    let right = (other.recognised, other.cells, other.agreement)
    return right > left ? other : one
  }
}

/// The separator that a first line `sep=;` declares for spreadsheet programs, and where the line
/// after it begins.
private func declaredSeparator(
  in bytes: [UInt8], from position: Int
) -> (separator: UInt8, end: Int)? {
  let end = endOfLine(in: bytes, from: position)
  guard end - position <= longestHeading else { return nil }
  let line = bytes[position..<end].filter { $0 != TableByte.quote }
  guard line.count > 4, String(decoding: line[..<4], as: UTF8.self).lowercased() == "sep=" else {
    return nil
  }
  let separator = line[4]
  // A spreadsheet program fills the line up to the table's width: `sep=;;;;`.
  guard separator < 0x80, separator != TableByte.blank, !Byte.isLetter(separator),
    line[5...].allSatisfy({ $0 == separator || $0 == TableByte.blank })
  else { return nil }
  return (separator, startOfLine(in: bytes, afterEndAt: end))
}
