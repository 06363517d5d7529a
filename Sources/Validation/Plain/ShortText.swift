/// A text of at most 24 bytes, which compares as three numbers.
struct ShortText: Hashable, Sendable {
  static let longest = 24

  private let words: InlineArray<3, UInt64>

  static func == (left: ShortText, right: ShortText) -> Bool {
    left.words[0] == right.words[0] && left.words[1] == right.words[1]
      && left.words[2] == right.words[2]
  }

  func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }

  /// Returns `nil` for a longer text.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= Self.longest else { return nil }
    var words: InlineArray<3, UInt64> = [0, 0, 0]
    var shift: UInt64 = 0
    var slot = 0
    for index in range {
      words[slot] |= UInt64(bytes[index]) &<< shift
      shift &+= 8
      if shift == 64 {
        shift = 0
        slot += 1
      }
    }
    self.words = words
  }

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, bytes.indices)
  }
}

/// What a few short texts stand for; others are not in it, whatever they would mean.
struct ShortTexts<Value: Sendable>: Sendable {
  private let entries: [(text: ShortText, value: Value)]

  /// The first of two equal texts holds; texts that are too long are left out.
  init(_ pairs: [(String, Value)]) {
    entries = pairs.compactMap { text, value in ShortText(text).map { ($0, value) } }
  }

  func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Value? {
    guard let text = ShortText(bytes, range) else { return nil }
    for entry in entries where entry.text == text { return entry.value }
    return nil
  }
}

extension Vocabulary {
  /// The usual spellings of its words, each with what the vocabulary says of it.
  var plainSpellings: [(String, Value)] {
    words.flatMap { word in
      let first = word.spelling.prefix(1).uppercased() + word.spelling.dropFirst()
      return [word.spelling, first, word.spelling.uppercased(), word.spelling.lowercased()]
    }.compactMap { spelling in self[spelling].map { (spelling, $0) } }
  }
}
