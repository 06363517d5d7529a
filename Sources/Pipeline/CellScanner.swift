/// A cell by the line on which it begins and its column, both counted from 1.
struct CellKey: Hashable {
  let line: Int
  let column: Int
}

/// Walks through the cells of a text whose separator is known, to show where they stand.
///
/// It follows the reader's rules as far as a mark under a cell needs them.
struct CellScanner {
  struct Cell {
    let key: CellKey
    /// Without blanks around it, with its quotes.
    let range: Range<String.Index>
    /// The text without quotes.
    let content: String
  }

  private let text: Substring.UnicodeScalarView
  private let separator: Unicode.Scalar
  private var position: String.Index
  private var line = 1
  private var column = 1
  private var isAtEnd = false

  init(of text: Substring, separator: Unicode.Scalar) {
    self.text = text.unicodeScalars
    self.separator = separator
    position = text.startIndex
  }

  mutating func cells() -> [Cell] {
    var cells: [Cell] = []
    while let cell = next() { cells.append(cell) }
    return cells
  }

  /// The next cell; `nil` after the last.
  mutating func next() -> Cell? {
    guard !isAtEnd else { return nil }
    let key = CellKey(line: line, column: column)
    let start = skippingBlanks(from: position)
    let quotedEnd = start < text.endIndex && text[start] == "\"" ? quoted(from: start) : nil
    let end = quotedEnd ?? plainEnd(from: position)
    let range = start..<max(start, withoutBlanks(start, end))
    step(over: end)
    return Cell(key: key, range: range, content: content(range, isQuoted: quotedEnd != nil))
  }

  private mutating func step(over end: String.Index) {
    position = end
    guard position < text.endIndex else {
      isAtEnd = true
      return
    }
    if text[position] == separator {
      column += 1
    } else {
      line += 1
      column = 1
    }
    position = text.index(after: position)
  }

  /// Where the cell ends whose quote opens at `start`; `nil` when the quote does not close a cell.
  private mutating func quoted(from start: String.Index) -> String.Index? {
    var index = text.index(after: start)
    var lineBreaks = 0
    while index < text.endIndex, lineBreaks <= longestCell {
      let next = text.index(after: index)
      if text[index] == "\n" { lineBreaks += 1 }
      guard text[index] == "\"" else {
        index = next
        continue
      }
      if next < text.endIndex, text[next] == "\"" {
        index = text.index(after: next)
        continue
      }
      let end = skippingBlanks(from: next)
      guard end == text.endIndex || text[end] == separator || text[end] == "\n" else { return nil }
      line += lineBreaks
      return end
    }
    return nil
  }

  private func plainEnd(from start: String.Index) -> String.Index {
    text[start...].firstIndex { $0 == separator || $0 == "\n" } ?? text.endIndex
  }

  private func skippingBlanks(from start: String.Index) -> String.Index {
    text[start...].firstIndex { !isBlank($0) } ?? text.endIndex
  }

  private func withoutBlanks(_ start: String.Index, _ end: String.Index) -> String.Index {
    guard start < end else { return start }
    return text[start..<end].lastIndex { !isBlank($0) }.map { text.index(after: $0) } ?? start
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    (scalar == " " || scalar == "\t" || scalar == "\u{A0}") && scalar != separator
  }

  private func content(_ range: Range<String.Index>, isQuoted: Bool) -> String {
    let text = String(text[range])
    guard isQuoted else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}

/// Lines beyond which a quote is taken for one that is never closed.
private let longestCell = 200
