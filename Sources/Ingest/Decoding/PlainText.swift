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
  var index = start
  while index < span.count {
    if let length = runOfASCII(in: span, from: index) {
      index += length
      continue
    }
    guard let length = plainLetter(in: span, at: index) else { return false }
    index += length
  }
  return true
}

/// How many bytes from `index` on are ASCII to be shown, looked at eight at a time; `nil` for none.
private func runOfASCII(in span: Span<UInt8>, from start: Int) -> Int? {
  let bytes = span.bytes
  var index = start
  while index + 8 <= span.count {
    let word = ByteWord(bytes, at: index)
    let odd =
      word.value & ByteWord.highBits | word.below(0x20) | (word.value &+ ByteWord.ones)
      & ByteWord.highBits
    guard odd == 0 else {
      index += odd.trailingZeroBitCount / 8
      break
    }
    index += 8
  }
  return index > start ? index - start : nil
}

/// The length of the plain letter at `index`, or `nil` when it is none.
private func plainLetter(in span: Span<UInt8>, at index: Int) -> Int? {
  let byte = span[index]
  if byte < 0x80 {
    let isPlain = (0x20..<0x7F).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
    return isPlain ? 1 : nil
  }
  guard index + 1 < span.count, span[index + 1] & 0xC0 == 0x80 else { return nil }
  switch byte {
  case 0xC3 where span[index + 1] == 0x8C || span[index + 1] == 0x92:
    // Ì and Ò after a small letter are tones of Windows-1258.
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
  let bytes = span.bytes
  var index = 0
  while index + 8 <= span.count {
    guard ByteWord(bytes, at: index).value & ByteWord.highBits == 0 else { return false }
    index += 8
  }
  while index < span.count {
    guard span[index] < 0x80 else { return false }
    index += 1
  }
  return true
}

/// Eight bytes of a text, looked at together.
struct ByteWord {
  let value: UInt64

  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  init(_ bytes: RawSpan, at index: Int) {
    value = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  /// A high bit for each byte below `limit`; the lowest is exact, those above may be too many.
  func below(_ limit: UInt8) -> UInt64 {
    (value &- Self.ones &* UInt64(limit)) & ~value & Self.highBits
  }

  /// A high bit for each byte that is `byte`; the lowest is exact, those above may be too many.
  func equal(to byte: UInt8) -> UInt64 {
    let difference = value ^ (Self.ones &* UInt64(byte))
    return (difference &- Self.ones) & ~difference & Self.highBits
  }
}
