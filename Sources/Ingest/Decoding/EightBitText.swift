import Model

/// What a file is that is not Unicode.
enum EightBitText {
  /// Windows-1258, as UTF-8.
  case text([UInt8])
  /// The name of the encoding, and the first line and word that show it.
  case refused(String, line: Int, word: String)
}

/// Tells the one-byte encodings apart by the share of words that are Vietnamese syllables in each.
///
/// Only Windows-1258 is read. Windows-1252 has no Vietnamese letters beyond French ones, and programs
/// write `?` for the rest: a file with such gaps is refused too.
func eightBitText(in bytes: [UInt8]) -> EightBitText {
  let words = eightBitWords(in: bytes)
  let line = words.first?.line ?? 1
  let word = String(decoding: words.first?.bytes.map(CodePage.windows1252) ?? [])
  if hasGaps(bytes), let gap = firstGap(in: bytes) {
    return .refused("Windows-1252", line: gap.line, word: gap.word)
  }
  var best: (encoding: LegacyEncoding, syllables: Int)?
  for encoding in [LegacyEncoding.windows1258, .tcvn3, .vni] {
    let syllables = words.count { encoding.word($0.bytes).map(isVietnameseSyllable) ?? false }
    if syllables > best?.syllables ?? 0 { best = (encoding, syllables) }
  }
  guard let best, best.syllables * 2 >= words.count else {
    return .refused("ANSI", line: line, word: word)
  }
  switch best.encoding {
  case .windows1258: return .text(Array(windows1258Text(bytes[...]).utf8))
  case .tcvn3: return .refused("TCVN3 (ABC)", line: line, word: word)
  case .vni: return .refused("VNI", line: line, word: word)
  case .utf8: return .refused("ANSI", line: line, word: word)
  }
}

private let wordsCompared = 5000

private struct EightBitWord: Hashable {
  let bytes: [UInt8]
  let line: Int
}

/// The words that have a letter beyond ASCII, up to as many as tell the encodings apart.
private func eightBitWords(in bytes: [UInt8]) -> [EightBitWord] {
  var words: [EightBitWord] = []
  var seen: Set<[UInt8]> = []
  var lines = PhysicalLines(of: bytes)
  while let range = lines.next(), words.count < wordsCompared {
    for word in bytes[range].split(whereSeparator: isOutsideWord)
    where !word.allSatisfy({ $0 < 0x80 }) {
      let spelling = Array(word)
      if seen.insert(spelling).inserted {
        words.append(EightBitWord(bytes: spelling, line: lines.line))
      }
    }
  }
  return words
}

/// ASCII but letters, and the blanks, dashes and quotation marks that the code pages share.
private func isOutsideWord(_ byte: UInt8) -> Bool {
  byte < 0x80 ? !Byte.isLetter(byte) : byte == 0x85 || (0x91...0x97).contains(byte) || byte == 0xA0
}

/// Whether question marks stand inside words, as in `T?ng s? h?c viên`.
func hasGaps(_ bytes: [UInt8]) -> Bool {
  var gaps = 0
  for index in bytes.indices.dropFirst().dropLast() where bytes[index] == 0x3F {
    if Byte.isLetter(bytes[index - 1]), Byte.isLetter(bytes[index + 1]) { gaps += 1 }
  }
  return gaps > 1
}

/// The first word with a question mark inside it, which shows what happened.
private func firstGap(in bytes: [UInt8]) -> (line: Int, word: String)? {
  let separators: Set<UInt8> = [
    TableByte.semicolon, TableByte.comma, TableByte.tab, TableByte.quote, TableByte.blank,
  ]
  var lines = PhysicalLines(of: bytes)
  while let range = lines.next() {
    for word in bytes[range].split(whereSeparator: separators.contains) {
      let hasGap = word.indices.dropFirst().dropLast().contains {
        word[$0] == 0x3F && Byte.isLetter(word[$0 - 1]) && Byte.isLetter(word[$0 + 1])
      }
      if hasGap { return (lines.line, String(decoding: word.map(CodePage.windows1252))) }
    }
  }
  return nil
}

extension String {
  fileprivate init(decoding scalars: [Unicode.Scalar]) {
    self.init(String.UnicodeScalarView(scalars))
  }
}
