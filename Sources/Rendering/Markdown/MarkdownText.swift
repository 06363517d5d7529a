import Mustache

/// Escapes text for a line of GitHub-flavoured Markdown, wherever on the line it stands.
///
/// Every escape is a backslash before ASCII punctuation, which all renderers undo. A line break
/// becomes a blank, because a paragraph or a row is one line. What no backslash can prevent is that
/// some renderers make a link of an e-mail address; its words stay the same.
struct MarkdownText: MustacheContentType {
  static let name = "HOCTAP_MARKDOWN"

  func escapeText(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    let scalars = onOneLine(text)
    var result = String.UnicodeScalarView()
    for index in scalars.indices {
      if needsBackslash(scalars, at: index) { result.append("\\") }
      result.append(scalars[index])
    }
    return String(result)
  }

  /// Whether `text` is words of letters and digits set apart by single blanks and commas, which
  /// stay as they are; nearly every text of a report is such.
  ///
  /// Other blanks, breaks, controls and forbidden scalars begin with 0xC2, 0xE2 or above, or with
  /// 0xE1 0x9A, which Vietnamese letters do not.
  private func isPlain(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): if previous == byte { return false }
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: ","), UInt8(ascii: ";"),
        UInt8(ascii: "/"), UInt8(ascii: "%"), 0x80..<0xC2, 0xC3..<0xE2:
        if previous == 0xE1, byte == 0x9A { return false }
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: " ")
  }

  private func needsBackslash(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch scalars[index] {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "{", "}", "$", "^": true
    // At the start of a line these would begin a list, a rule or a definition.
    case "-", "+", "=": index == 0
    // Inside a word it may end the scheme of a bare address, which would become a link.
    case ":": index == 0 || (index + 1 < scalars.count && scalars[index + 1] != " ")
    case ".", ")": endsListNumber(scalars, at: index) || endsBareHost(scalars, at: index)
    default: false
    }
  }

  /// Whether `12.` or `12)` at the start of the text would begin a numbered list.
  private func endsListNumber(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let isFollowedByBlank = index + 1 == scalars.count || scalars[index + 1] == " "
    return index > 0 && isFollowedByBlank && scalars[..<index].allSatisfy { ("0"..."9") ~= $0 }
  }

  /// Whether the point ends a `www.`, which would become a link.
  private func endsBareHost(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
  }

  /// The text without blanks at its ends, and with one blank for each run of blanks and breaks.
  private func onOneLine(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let isBlank = scalar == " " || scalar.breaksLine
      guard isBlank else {
        result.append(scalar.isForbiddenInMarkup ? "\u{FFFD}" : scalar)
        continue
      }
      if let last = result.last, last != " " { result.append(" ") }
    }
    // A blank of any kind inside the marks of emphasis would keep them from being read as such.
    while let last = result.last, last.properties.isWhitespace { result.removeLast() }
    return Array(result.drop { $0.properties.isWhitespace })
  }
}

extension Unicode.Scalar {
  fileprivate var breaksLine: Bool {
    (0x09...0x0D) ~= value || value == 0x85 || value == 0x2028 || value == 0x2029
  }
}
