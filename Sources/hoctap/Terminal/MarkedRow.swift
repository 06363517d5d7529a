import Pipeline

/// A row of a file with carets under one of its cells, cut around the cell to fit a width.
struct MarkedRow: Equatable {
  let row: String
  /// Blanks and carets; empty when no cell is marked.
  let marks: String

  init(_ excerpt: SourceExcerpt, width: Int) {
    guard let cell = excerpt.cell else {
      row = cut(excerpt.text.prefix(10 * width).printable, to: width)
      marks = ""
      return
    }
    // Of a row of megabytes no more is looked at than may be shown, signs without width included.
    let most = 10 * width
    let before = Array(excerpt.text[..<cell.lowerBound].suffix(most).printable)
    let marked = Array(excerpt.text[cell].prefix(most).printable)
    let after = Array(excerpt.text[cell.upperBound...].prefix(most).printable)
    // A third of the room for what stands before the cell, so that what follows shows too.
    let lead = tail(of: before, width: max(width / 3, width - marked.width - after.width))
    let start = lead.count < before.count ? "…" : ""
    let room = max(width - lead.width - start.displayWidth, 1)
    row = start + String(lead) + cut(String(marked + after), to: room)
    let carets = min(max(marked.width, 1), room)
    marks =
      String(repeating: " ", count: lead.width + start.displayWidth)
      + String(repeating: "^", count: carets)
  }
}

/// The beginning of a text that fits `width`, with a mark where something is left out.
private func cut(_ text: String, to width: Int) -> String {
  guard text.displayWidth > width else { return text }
  var used = 1
  let kept = text.prefix { character in
    used += character.displayWidth
    return used <= width
  }
  return kept + "…"
}

/// The end of a text that fits `width`, less the mark of what is left out.
private func tail(of characters: [Character], width: Int) -> ArraySlice<Character> {
  guard characters.width > width else { return characters[...] }
  var used = 1
  var start = characters.endIndex
  while start > 0, used + characters[start - 1].displayWidth <= width {
    start -= 1
    used += characters[start].displayWidth
  }
  return characters[start...]
}

extension Collection<Character> {
  fileprivate var width: Int { reduce(0) { $0 + $1.displayWidth } }
}
