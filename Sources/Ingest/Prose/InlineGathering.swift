import Model

/// The words of one block while they are read.
struct InlineGathering {
  private var pieces: [ProseRun] = []
  private var lead = ProseRun.Lead.nothing
  private var emphases = 0
  private var strongs = 0
  /// How many bytes of words there were when each open link began.
  private var links: [Int] = []
  private var words = ""

  mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .text: add(node.literal, style)
    case .softBreak: add(" ", style)
    case .lineBreak: breakLine()
    case .emphasis: emphases += 1
    case .strong: strongs += 1
    case .link: links.append(words.utf8.count)
    default: break
    }
  }

  mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis: emphases -= 1
    case .strong: strongs -= 1
    case .link: addAddress(node.address, since: links.popLast() ?? 0)
    default: break
    }
  }

  /// The address of a link in brackets, unless its words say it.
  private mutating func addAddress(_ address: String, since start: Int) {
    let text = String(decoding: words.utf8.dropFirst(start), as: UTF8.self)
    guard !address.isEmpty, text != address, "mailto:" + text != address else { return }
    add(text.isEmpty ? address : " (\(address))", style)
  }

  mutating func breakLine() { lead = pieces.isEmpty ? .nothing : .lineBreak }

  mutating func add(_ text: String, _ style: ProseRun.Style) {
    words += text
    var piece = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.properties.isWhitespace else {
        // An entity may stand for a control character, which a decoded file has none of.
        piece.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        continue
      }
      flush(&piece, style)
      if lead == .nothing, !pieces.isEmpty { lead = .blank }
    }
    flush(&piece, style)
  }

  private mutating func flush(_ piece: inout String.UnicodeScalarView, _ style: ProseRun.Style) {
    guard !piece.isEmpty else { return }
    pieces.append(ProseRun(String(piece), style, after: lead))
    lead = .nothing
    piece = String.UnicodeScalarView()
  }

  private var style: ProseRun.Style {
    switch (strongs > 0, emphases > 0) {
    case (true, true): .strongEmphasis
    case (true, false): .strong
    case (false, true): .emphasis
    case (false, false): .plain
    }
  }

  /// The words in as few runs as there are styles in turn.
  var runs: [ProseRun] { merged(withWritableStyles(merged(pieces))) }
}

/// Runs of one style that only a blank parts, or nothing, are one.
private func merged(_ pieces: [ProseRun]) -> [ProseRun] {
  var result: [ProseRun] = []
  var text = ""
  var first: ProseRun?
  func close() {
    if let first { result.append(ProseRun(text, first.style, after: first.lead)) }
  }
  for piece in pieces {
    if let run = first, run.style == piece.style, piece.lead != .lineBreak {
      if piece.lead == .blank { text += " " }
      text.unicodeScalars.append(contentsOf: piece.text.unicodeScalars)
    } else {
      close()
      (first, text) = (piece, piece.text)
    }
  }
  close()
  return result
}

/// A style that Markdown cannot write where it stands, such as one that ends on a bracket inside a
/// word, is dropped, so that every format shows the same.
private func withWritableStyles(_ runs: [ProseRun]) -> [ProseRun] {
  var result: [ProseRun] = []
  for (index, run) in runs.enumerated() {
    let before = run.lead == .nothing ? result.last : nil
    let next = index + 1 < runs.count ? runs[index + 1] : nil
    let after = next?.lead == .nothing ? next : nil
    let begins = isSetApart(run.text.unicodeScalars.first, from: before?.text.unicodeScalars.last)
    let ends = isSetApart(run.text.unicodeScalars.last, from: after?.text.unicodeScalars.first)
    let isWritable = begins && ends && (before.map { $0.style == .plain } ?? true)
    result.append(isWritable ? run : ProseRun(run.text, after: run.lead))
  }
  return result
}

/// Whether a mark of emphasis can stand between the two: a letter on its inner side allows any
/// neighbour, punctuation only a blank or punctuation.
private func isSetApart(_ inner: Unicode.Scalar?, from outer: Unicode.Scalar?) -> Bool {
  guard let inner, let outer else { return true }
  return !inner.isPunctuation || outer.isPunctuation
}

extension Unicode.Scalar {
  fileprivate var isPunctuation: Bool {
    if isASCII { return (0x21...0x7E).contains(value) && !properties.isAlphabetic && !isDigit }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private var isDigit: Bool { (0x30...0x39).contains(value) }
}
