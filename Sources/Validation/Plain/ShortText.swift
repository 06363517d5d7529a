/// A text of at most 24 bytes, which compares as three numbers.
struct ShortText: Equatable, Sendable {
  static let longest = 24

  private let words: InlineArray<3, UInt64>

  static func == (left: ShortText, right: ShortText) -> Bool {
    left.words[0] == right.words[0] && left.words[1] == right.words[1]
      && left.words[2] == right.words[2]
  }

  /// The same in every run; its lowest bits are good ones.
  var hash: Int {
    let mixed = (words[0] ^ words[1] ^ words[2]) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  /// Returns `nil` for a longer text.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= Self.longest else { return nil }
    guard range.lowerBound + Self.longest <= bytes.count else {
      words = Self.words(bytes, range)
      return
    }
    let raw = bytes.bytes
    var words: InlineArray<3, UInt64> = [0, 0, 0]
    for slot in 0..<3 {
      let offset = range.lowerBound + slot * 8
      let word = raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      // Of what is behind the text, nothing stays; shifts by 64 and more leave nothing.
      words[slot] = word & ~(UInt64.max << UInt64(max(0, range.upperBound - offset) * 8))
    }
    self.words = words
  }

  /// The words byte by byte, near the end of the bytes.
  private static func words(_ bytes: Span<UInt8>, _ range: Range<Int>) -> InlineArray<3, UInt64> {
    var words: InlineArray<3, UInt64> = [0, 0, 0]
    for (place, index) in range.enumerated() {
      words[place / 8] |= UInt64(bytes[index]) << UInt64(place % 8 * 8)
    }
    return words
  }

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, bytes.indices)
  }
}

/// What a few short texts stand for; others are not in it, whatever they would mean.
struct ShortTexts<Value: Sendable>: Sendable {
  private typealias Entry = (text: ShortText, value: Value)

  /// Each stands where its hash says, or in the next places that are free behind it.
  private var slots: [Entry?]

  /// The first of two equal texts holds; texts that are too long are left out.
  init(_ pairs: [(String, Value)]) {
    let entries: [Entry] = pairs.compactMap { text, value in ShortText(text).map { ($0, value) } }
    // At most half full, so that a text that is not in it soon finds a free place.
    var size = 2
    while size < entries.count * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    for entry in entries {
      var slot = entry.text.hash & (size - 1)
      while let taken = slots[slot], taken.text != entry.text { slot = (slot + 1) & (size - 1) }
      if slots[slot] == nil { slots[slot] = entry }
    }
  }

  func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Value? {
    guard let text = ShortText(bytes, range) else { return nil }
    var slot = text.hash & (slots.count - 1)
    while let entry = slots[slot] {
      if entry.text == text { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
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
