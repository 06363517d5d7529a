import Foundation

/// The text of a cell that stands in valid UTF-8: without the blanks around it, in NFC.
func cellText(_ bytes: ArraySlice<UInt8>) -> String {
  let trimmed = withoutOuterBlanks(bytes)
  return trimmed.isEmpty ? "" : normalised(trimmed)
}

/// `bytes` as a string in NFC.
func normalised(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  return isKnownNFC(bytes) ? text : text.precomposedStringWithCanonicalMapping
}

/// `bytes` with CR and CRLF as LF.
func withUniformLineEnds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard bytes.contains(Byte.carriageReturn) else { return bytes }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var previous: UInt8 = 0
  for byte in bytes {
    if byte == Byte.carriageReturn {
      result.append(Byte.lineFeed)
    } else if byte != Byte.lineFeed || previous != Byte.carriageReturn {
      result.append(byte)
    }
    previous = byte
  }
  return result[...]
}

/// Whether no letter of `bytes` needs a look at its neighbours: ASCII, Latin letters up to U+02FF,
/// and the precomposed Vietnamese letters, which Foundation would give back as they are, slowly.
private func isKnownNFC(_ bytes: ArraySlice<UInt8>) -> Bool {
  var index = bytes.startIndex
  while index < bytes.endIndex {
    switch bytes[index] {
    case 0..<0x80: index += 1
    case 0xC2...0xCB: index += 2
    case 0xE1 where index + 1 < bytes.endIndex && (0xB8...0xBB).contains(bytes[index + 1]):
      index += 3
    default: return false
    }
  }
  return true
}

private func withoutOuterBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var rest = bytes
  while let first = rest.first {
    if first <= 0x20 {
      rest = rest.dropFirst()
    } else if let blank = wideBlanks.first(where: { rest.starts(with: $0) }), first >= 0x80 {
      rest = rest.dropFirst(blank.count)
    } else {
      break
    }
  }
  while let last = rest.last {
    if last <= 0x20 {
      rest = rest.dropLast()
    } else if last >= 0x80,
      let blank = wideBlanks.first(where: { rest.suffix($0.count) == $0[...] })
    {
      rest = rest.dropLast(blank.count)
    } else {
      break
    }
  }
  return rest
}

/// Blanks beyond ASCII, and marks without width that are no part of a value.
private let wideBlanks: [[UInt8]] =
  ([0x00A0, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF] + Array(0x2000...0x200F))
  .compactMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
