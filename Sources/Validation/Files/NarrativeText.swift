import Model

extension Narrative {
  /// Reads headings of any level, paragraphs, and lists that begin with `-` or `*`; everything
  /// else, HTML too, stays text.
  init(reading text: String) {
    var builder = NarrativeBuilder()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      builder.add(trimmed(String(line)))
    }
    self.init(passages: builder.finished())
  }
}

private struct NarrativeBuilder {
  private var passages: [Narrative.Passage] = []
  private var heading = ""
  private var blocks: [Narrative.Block] = []
  private var paragraph: [String] = []
  private var items: [String] = []

  mutating func add(_ line: String) {
    if line.isEmpty {
      closeBlock()
    } else if let title = title(of: line) {
      closePassage()
      heading = title
    } else if let item = item(of: line) {
      closeParagraph()
      items.append(item)
    } else if let last = items.popLast() {
      items.append(last + " " + line)
    } else {
      paragraph.append(line)
    }
  }

  mutating func finished() -> [Narrative.Passage] {
    closePassage()
    return passages
  }

  private mutating func closePassage() {
    closeBlock()
    guard !heading.isEmpty || !blocks.isEmpty else { return }
    passages.append(Narrative.Passage(heading: heading, blocks: blocks))
    blocks = []
  }

  private mutating func closeBlock() {
    closeParagraph()
    if !items.isEmpty { blocks.append(.list(items)) }
    items = []
  }

  private mutating func closeParagraph() {
    if !paragraph.isEmpty { blocks.append(.paragraph(paragraph.joined(separator: " "))) }
    paragraph = []
  }

  private func title(of line: String) -> String? {
    let text = line.drop { $0 == "#" }
    guard text.count < line.count, text.first?.isWhitespace ?? true else { return nil }
    let closed = text.reversed().drop { $0 == "#" || $0.isWhitespace }.reversed()
    return withoutNumber(trimmed(String(closed)))
  }

  private func item(of line: String) -> String? {
    guard line.first == "-" || line.first == "*", line.dropFirst().first?.isWhitespace == true
    else { return nil }
    return trimmed(String(line.dropFirst()))
  }

  /// A heading without `I.`, `2.` or `2.1.` before it.
  private func withoutNumber(_ heading: String) -> String {
    guard let blank = heading.firstIndex(where: \.isWhitespace) else { return heading }
    let number = heading[..<blank]
    let isNumber =
      (number.contains(".") || number.hasSuffix(")"))
      && number.allSatisfy { "0123456789IVX.)".contains($0) }
    return isNumber ? trimmed(String(heading[blank...])) : heading
  }
}
