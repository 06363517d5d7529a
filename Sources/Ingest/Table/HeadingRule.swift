import Model

/// What makes a row the heading row of a table, in a file of text and in a workbook alike.
struct HeadingRule {
  private let headings: Set<String>

  /// - Parameter headings: the `folded` keys of the headings that the table may have.
  init(recognising headings: Set<String>) { self.headings = headings }

  func isHeading(_ text: String) -> Bool {
    text.utf8.count <= longestHeading && headings.contains(folded(text))
  }

  /// One recognised heading may be a word of a title, two are a heading row.
  ///
  /// Nor is a row of values one in which a value, such as “Đạt”, is the word of a heading.
  func mayBeHeadings(recognised: Int, holdsNumbers: @autoclosure () -> Bool) -> Bool {
    recognised > 1 || recognised == 1 && !holdsNumbers()
  }
}

/// Whether the text of a cell, without blanks around it, is a number or an id, which no heading is.
func isNumeral(_ text: some Collection<UInt8>) -> Bool {
  text.contains { (0x30...0x39).contains($0) }
    && text.allSatisfy { (0x2C...0x3A).contains($0) || $0 == 0x25 }
}

/// Bytes of a cell that may be a heading, and of a title that is shown.
let longestHeading = 1000
