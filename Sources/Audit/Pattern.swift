/// A phrase of the reports with some of its placeholders filled in; the others stand for any text.
struct Pattern {
  /// What stands between the placeholders that are left.
  private let literals: [String]

  init(_ phrase: String, _ details: [String: String] = [:]) {
    var literals = [""]
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      literals[literals.count - 1] += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      if let detail = details[name] {
        literals[literals.count - 1] += detail
      } else {
        literals.append("")
      }
      rest = rest[rest.index(after: close)...]
    }
    literals[literals.count - 1] += rest
    self.literals = literals.map(withoutEnd)
  }

  /// What stands in a text in the place of each placeholder, in their order; `nil` where the phrase
  /// does not stand in it.
  func details(in text: String) -> [String]? {
    guard stands(in: text) else { return nil }
    var rest = text[...]
    var details: [String] = []
    let pieces = literals.map(plain)
    for (index, piece) in pieces.enumerated() {
      // A placeholder at the end stands for the rest.
      let end = index == pieces.count - 1 ? rest.endIndex : rest.startIndex
      guard let range = piece.isEmpty ? end..<end : rest.firstRange(of: piece) else { return nil }
      if index > 0 { details.append(plain(String(rest[..<range.lowerBound]))) }
      rest = rest[range.upperBound...]
    }
    return details
  }

  /// As a message shows it, with `…` for any text.
  var text: String { plain(literals.joined(separator: "…")) }

  /// Whether the phrase stands in `text`, which may go on before and after it.
  func stands(in text: String) -> Bool {
    var rest = text[...]
    for piece in literals.map(plain) where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  /// Whether `text` is this phrase from end to end; its closing sign and blanks do not count.
  func matches(_ text: String) -> Bool {
    let pieces = literals.map(plainPiece)
    var rest = withoutEnd(text)[...]
    guard let first = pieces.first, let last = pieces.last else { return false }
    guard pieces.count > 1 else { return rest == first }
    guard rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

/// Blanks made single as ``plain(_:)`` does, but kept at the ends, where a placeholder follows.
private func plainPiece(_ text: String) -> String {
  let isBlank = { (character: Character?) in character?.isWhitespace ?? false }
  return (isBlank(text.first) ? " " : "") + plain(text) + (isBlank(text.last) ? " " : "")
}

/// The text without the stop that the closing sign of a document replaces.
private func withoutEnd(_ text: String) -> String {
  for end in ["./.", "."] where text.hasSuffix(end) { return String(text.dropLast(end.count)) }
  return text
}
