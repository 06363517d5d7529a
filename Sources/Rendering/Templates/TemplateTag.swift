/// One tag of a template, with its place.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `{{name}}`
    case value
    /// `{{{name}}}`
    case raw
    /// `{{#name}}` or `{{^name}}`
    case opening
    /// `{{/name}}`
    case closing
    /// `{{>name}}`
    case partial
    /// `{{!…}}`
    case comment
    /// A kind that the library knows and that report templates may not use.
    case refused
  }

  let kind: Kind
  let name: String
  let place: TextPlace
}

/// Where in a text something stands; line and column are counted from 1.
struct TextPlace: Hashable, Sendable {
  let line: Int
  let column: Int

  init(of index: String.Index, in text: String) {
    let before = text.utf8[..<index]
    let lineBreak = UInt8(ascii: "\n")
    let lineStart = before.lastIndex(of: lineBreak).map(before.index(after:)) ?? before.startIndex
    line = before.count { $0 == lineBreak } + 1
    column = text[lineStart..<index].count + 1
  }
}

extension TemplateTag {
  /// All tags of a text with line breaks of one character, in order; `unclosed` is the place of a
  /// tag that never ends.
  static func all(in text: String) -> (tags: [TemplateTag], unclosed: TextPlace?) {
    var tags: [TemplateTag] = []
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{") {
      let place = TextPlace(of: opening.lowerBound, in: text)
      let isRaw = text[opening.upperBound...].first == "{"
      let inner = rest[opening.upperBound...].dropFirst(isRaw ? 1 : 0)
      guard let closing = inner.firstRange(of: isRaw ? "}}}" : "}}") else { return (tags, place) }
      let content = inner[..<closing.lowerBound]
      tags.append(isRaw ? tag(.raw, content, place) : tag(content, place))
      rest = rest[closing.upperBound...]
    }
    return (tags, nil)
  }

  private static func tag(_ content: Substring, _ place: TextPlace) -> TemplateTag {
    switch content.first {
    case "#", "^": tag(.opening, content.dropFirst(), place)
    case "/": tag(.closing, content.dropFirst(), place)
    case ">": tag(.partial, content.dropFirst(), place)
    case "!": tag(.comment, content.dropFirst(), place)
    case "&", "=", "%", "$", "<": tag(.refused, content, place)
    default: tag(.value, content, place)
    }
  }

  private static func tag(
    _ kind: Kind, _ content: Substring, _ place: TextPlace
  ) -> TemplateTag {
    let trimmed = content.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
    return TemplateTag(kind: kind, name: String(trimmed.reversed()), place: place)
  }
}
