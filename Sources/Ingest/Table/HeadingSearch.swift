import Model

/// Where the table of a file begins.
struct TableStart {
  let heading: ScannedRow
  /// Stands before the first row below the heading.
  let scanner: RowScanner

  /// The heading with its cells as text.
  var headingRow: SourceRow {
    SourceRow(
      line: heading.start.line,
      cells: heading.cells.map { SourceCell(text: $0.text(in: scanner.bytes), line: $0.line) })
  }
}

/// Finds the heading row and the separator: the first of the upper lines in which, under some
/// separator, recognised headings stand.
///
/// Title lines above it are skipped. `nil` when no line has a recognised heading.
func findHeading(in bytes: [UInt8], recognising headings: Set<String>) -> TableStart? {
  let declared = declaredSeparator(in: bytes)
  let separators =
    declared.map { [$0.separator] } ?? [TableByte.semicolon, TableByte.tab, TableByte.comma]
  var lines = PhysicalLines(
    of: bytes, from: declared?.end ?? 0, after: declared == nil ? 0 : 1)
  var linesLeft = linesSearched
  var withOneHeading: Candidate?
  while linesLeft > 0, let range = lines.next() {
    if cellText(bytes[range]).isEmpty { continue }
    linesLeft -= 1
    let candidates = separators.compactMap {
      Candidate(bytes, separator: $0, at: range.lowerBound, line: lines.line, headings)
    }
    guard let best = candidates.reduce(nil, Candidate.better) else { continue }
    // One match may be a word of a title; two are a heading row.
    if best.recognised > 1 { return best.start }
    withOneHeading = withOneHeading ?? best
  }
  return withOneHeading?.start
}

private let linesSearched = 20
private let rowsCompared = 20

/// One line read as a heading row under one separator.
private struct Candidate {
  let start: TableStart
  let recognised: Int
  private let cells: Int
  /// How many of the next rows have as many cells.
  private let agreement: Int

  /// Returns `nil` when no cell is a recognised heading.
  init?(
    _ bytes: [UInt8], separator: UInt8, at position: Int, line: Int, _ headings: Set<String>
  ) {
    var scanner = RowScanner(bytes, separator: separator, from: position, line: line)
    guard let heading = scanner.next() else { return nil }
    recognised = heading.cells.count { headings.contains(folded($0.text(in: bytes))) }
    guard recognised > 0 else { return nil }
    start = TableStart(heading: heading, scanner: scanner)
    let width = heading.cells.count
    cells = width
    agreement = (0..<rowsCompared).count { _ in scanner.next()?.cells.count == width }
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
private func declaredSeparator(in bytes: [UInt8]) -> (separator: UInt8, end: Int)? {
  let end = endOfLine(in: bytes, from: 0)
  let line = bytes[..<end].filter { $0 != TableByte.quote }
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
