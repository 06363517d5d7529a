import Model

/// Whether `bytes` from `start` on are text that needs no closer look: valid UTF-8 in NFC, without
/// control characters, and without a letter that readable Vietnamese does not have.
///
/// Never true of text that the closer look would change or refuse; may be false of text that it
/// would leave as it is.
func isPlainText(_ bytes: [UInt8], from start: Int) -> Bool {
  isPlainText(bytes.span, from: start)
}

/// The same of bytes that stand somewhere else.
func isPlainText(_ span: Span<UInt8>, from start: Int) -> Bool {
  // The text of one cell is too short for a block to pay.
  if span.count < ByteBlock.width { return isPlainByLetters(span, from: start) }
  let letters = plainLetters
  // The bytes of the block that belong to a letter of the block before it.
  var begun: UInt64 = 0
  for offset in stride(from: 0, to: span.count, by: ByteBlock.width) {
    let block = ByteBlock(span, at: offset)
    let isInside = UInt64.max << UInt64(max(0, start - offset))
    var firsts = block.firsts & isInside
    let wide = block.wideFirsts & isInside
    let expected = firsts << 1 | wide << 2 | begun
    guard block.controls & isInside == 0, block.others & isInside & ~expected == 0 else {
      return false
    }
    begun = firsts >> 63 | wide >> 62
    while firsts != 0 {
      let index = offset + firsts.trailingZeroBitCount
      guard letters.contain(span, at: index) || plainLetter(in: span, at: index) != nil else {
        return false
      }
      firsts &= firsts - 1
    }
  }
  return true
}

/// The same, letter by letter.
func isPlainByLetters(_ span: Span<UInt8>, from start: Int) -> Bool {
  var index = start
  while index < span.count {
    guard let length = plainLetter(in: span, at: index) else { return false }
    index += length
  }
  return true
}

private let plainLetters = PlainLetters()

/// The letters of Vietnamese that most texts have, told without a branch for each.
///
/// Knows fewer than `plainLetter`, which is asked for the others.
private struct PlainLetters {
  /// For the first bytes C0 to CF, one bit for each second byte.
  private let ofTwoBytes: [UInt64]

  init() {
    ofTwoBytes = (0..<16).map { first in
      (0..<64).reduce(into: 0) { bits, second in
        let bytes = [0xC0 | UInt8(first), 0x80 | UInt8(second)]
        if plainLetter(in: bytes.span, at: 0) == 2, !isToneOfWindows1258(bytes[0], bytes[1]) {
          bits |= 1 << UInt64(second)
        }
      }
    }
  }

  /// Whether the letter at `index` is one of them; `false` near the end of the text.
  func contain(_ span: Span<UInt8>, at index: Int) -> Bool {
    guard index + 4 <= span.count else { return false }
    let word = span.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
    // E1, B8 to BB, and a byte that goes on.
    let isThree: UInt64 = word & 0xC0_FCFF == 0x80_B8E1 ? 1 : 0
    let hasTwo: UInt64 = word & 0xC0F0 == 0x80C0 ? 1 : 0
    let isTwo = ofTwoBytes[Int(word & 0xF)] &>> UInt64(word &>> 8 & 0x3F) & hasTwo
    return isTwo | isThree != 0
  }
}

/// The length of the plain letter at `index`, or `nil` when it is none.
func plainLetter(in span: Span<UInt8>, at index: Int) -> Int? {
  let byte = span[index]
  if byte < 0x80 {
    let isPlain = (0x20..<0x7F).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
    return isPlain ? 1 : nil
  }
  guard index + 1 < span.count, span[index + 1] & 0xC0 == 0x80 else { return nil }
  switch byte {
  case 0xC3 where isToneOfWindows1258(byte, span[index + 1]):
    let isTone = index > 0 && (0x61...0x7A).contains(span[index - 1])
    return isTone ? nil : 2
  case 0xC2...0xC9:
    let value = Int(byte & 0x1F) << 6 | Int(span[index + 1] & 0x3F)
    return isPlainLatinLetter[value - 0x80] ? 2 : nil
  case 0xE1, 0xE2:
    guard index + 2 < span.count, span[index + 2] & 0xC0 == 0x80 else { return nil }
    return isComposed(byte, span[index + 1], span[index + 2]) ? 3 : nil
  default: return nil
  }
}

/// Whether a letter or sign of three bytes is the same in NFC whatever stands beside it: the
/// precomposed letters U+1E00 to U+1EFF, and signs of print, money and mathematics.
func isComposed(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  switch (first, second) {
  case (0xE1, 0xB8...0xBB), (0xE2, 0x82), (0xE2, 0x86...0x89): true
  // Two wide blanks become others.
  case (0xE2, 0x80): third > 0x81
  default: false
  }
}

func isASCII(_ span: Span<UInt8>) -> Bool {
  let highBits: UInt64 = 0x8080_8080_8080_8080
  let bytes = span.bytes
  var index = 0
  while index + 8 <= span.count {
    let word = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    guard word & highBits == 0 else { return false }
    index += 8
  }
  while index < span.count {
    guard span[index] < 0x80 else { return false }
    index += 1
  }
  return true
}

/// Whether the bytes are Ì or Ò, which after a small letter are tones of Windows-1258.
private func isToneOfWindows1258(_ first: UInt8, _ second: UInt8) -> Bool {
  first == 0xC3 && (second == 0x8C || second == 0x92)
}
