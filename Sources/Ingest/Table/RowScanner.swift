import Model

/// What is wrong with one cell's quoting.
struct CellDefect: Hashable {
  let code: FindingCode
  let line: Int
  let columnNumber: Int
  let value: String
}

/// One row as it was scanned, good or not.
struct ScannedRow {
  let start: RowText.Start
  let cells: [CellBytes]
  let defects: [CellDefect]
  let isBlank: Bool

  /// A quote that is never closed makes the row unreadable from there on.
  var isBroken: Bool { cells.last?.form == .open }
}

/// Reads rows one after another by RFC 4180, and where the file departs from it, loses no more than
/// the row at fault.
struct RowScanner {
  let bytes: [UInt8]
  let separator: UInt8
  private var cells: CellScanner

  /// Once a quote was found open at the end of the file, every later one is suspect, and each would
  /// cost a walk to the end of the file.
  private static let longestCellAfterOpenQuote = 16

  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - separator: the byte between two cells.
  ///   - position: where the first row begins.
  ///   - line: the number of that line.
  init(_ bytes: [UInt8], separator: UInt8, from position: Int, line: Int) {
    self.bytes = bytes
    self.separator = separator
    cells = CellScanner(bytes, separator: separator, from: position, line: line)
  }

  var position: Int { cells.position }

  /// The number of the line on which the next row begins.
  var line: Int { cells.line }

  /// How many columns the table has; zero where that is not known yet.
  var width: Int {
    get { cells.width }
    set { cells.width = newValue }
  }

  /// Goes on at `position`, where the line of the number `line` begins.
  mutating func move(to position: Int, line: Int) { cells.move(to: position, line: line) }

  /// The next row, blank or not; `nil` at the end of the file.
  mutating func next() -> ScannedRow? {
    guard !cells.isAtEnd else { return nil }
    let start = RowText.Start(offset: cells.position, line: cells.line)
    var row: [CellBytes] = []
    var defects: [CellDefect] = []
    var isBlank = true
    repeat {
      let cell = cells.next(after: row.count)
      isBlank = isBlank && withoutOuterBlanks(bytes[cell.content]).isEmpty
      if let code = cell.form.defect {
        defects.append(
          CellDefect(
            code: code, line: cell.line, columnNumber: row.count + 1,
            value: cell.text(in: bytes)))
      }
      row.append(cell)
    } while row.last?.form != .open && cells.skipSeparator()
    if cells.reachedEnd { cells.mostLineBreaks = Self.longestCellAfterOpenQuote }
    cells.skipLineEnd()
    return ScannedRow(start: start, cells: row, defects: defects, isBlank: isBlank)
  }
}

extension CellBytes.Form {
  fileprivate var defect: FindingCode? {
    switch self {
    case .strayQuote: .strayQuote
    case .open: .unclosedQuote
    case .plain, .quoted, .doubledQuotes: nil
    }
  }
}
