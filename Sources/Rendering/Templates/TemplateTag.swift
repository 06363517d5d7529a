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

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension TemplateTag {
  /// All tags of a text with line breaks of one character, in order; `unclosed` is the place of a
  /// tag that never ends.
  static func all(in text: String) -> (tags: [TemplateTag], unclosed: TextPlace?) {
    var tags: [TemplateTag] = []
    var scan = TagScan(bytes: Array(text.utf8))
    while let opening = scan.next("{{", from: scan.position) {
      let place = scan.place(of: opening)
      let isRaw = scan.bytes.indices.contains(opening + 2) && scan.bytes[opening + 2] == 0x7B
      let closer = isRaw ? "}}}" : "}}"
      let start = opening + (isRaw ? 3 : 2)
      guard let closing = scan.next(closer, from: start) else { return (tags, place) }
      let content = String(decoding: scan.bytes[start..<closing], as: UTF8.self)[...]
      tags.append(isRaw ? tag(.raw, content, place) : tag(content, place))
      scan.position = closing + closer.utf8.count
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

/// A walk over a template's bytes that counts lines as it goes, so that places cost nothing extra.
struct TagScan {
  let bytes: [UInt8]
  var position = 0
  private var line = 1
  private var lineStart = 0
  private var counted = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The offset of the first `mark` at or after `start`.
  func next(_ mark: String, from start: Int) -> Int? {
    let wanted = Array(mark.utf8)
    let length = wanted.count
    guard bytes.count >= start + length else { return nil }
    return (start...(bytes.count - length)).first { offset in
      bytes[offset..<(offset + length)].elementsEqual(wanted)
    }
  }

  /// The line and column of `offset`, which never lies before an offset asked for earlier.
  mutating func place(of offset: Int) -> TextPlace {
    while counted < offset {
      if bytes[counted] == UInt8(ascii: "\n") {
        line += 1
        lineStart = counted + 1
      }
      counted += 1
    }
    let before = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
    return TextPlace(line: line, column: before.count + 1)
  }
}
