/// What a file says about itself as Unicode text.
enum UnicodeText {
  /// UTF-8 without byte-order mark.
  case text([UInt8])
  /// An encoding that is known and not read.
  case notSupported(String)
  /// Not Unicode.
  case none
}

/// The text of `bytes` when they are UTF-8 or UTF-16, by mark or by shape.
///
/// A file cut off inside its last letter, or with a few damaged letters, is still Unicode text: what
/// cannot be read of it is U+FFFD.
func unicodeText(in bytes: [UInt8]) -> UnicodeText {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    return utf8Text(in: Array(bytes.dropFirst(3)))
  }
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
    return .notSupported("UTF-32")
  }
  if bytes.starts(with: [0xFF, 0xFE]) { return utf16Text(in: bytes.dropFirst(2), lowFirst: true) }
  if bytes.starts(with: [0xFE, 0xFF]) { return utf16Text(in: bytes.dropFirst(2), lowFirst: false) }
  if looksLikeUTF16(bytes, lowFirst: true) { return utf16Text(in: bytes[...], lowFirst: true) }
  if looksLikeUTF16(bytes, lowFirst: false) { return utf16Text(in: bytes[...], lowFirst: false) }
  return utf8Text(in: bytes)
}

private func utf8Text(in bytes: [UInt8]) -> UnicodeText {
  if String(validating: bytes, as: UTF8.self) != nil { return .text(bytes) }
  let repaired = String(decoding: bytes, as: UTF8.self)
  let damaged = repaired.unicodeScalars.count { $0 == "\u{FFFD}" }
  let sound = repaired.unicodeScalars.count { $0.value >= 0x80 } - damaged
  let isCutOff = damaged == 1 && repaired.unicodeScalars.last == "\u{FFFD}"
  return isCutOff || sound >= damaged * 4 ? .text(Array(repaired.utf8)) : .none
}

private func utf16Text(in bytes: ArraySlice<UInt8>, lowFirst: Bool) -> UnicodeText {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2 + 1)
  var index = bytes.startIndex
  while index + 1 < bytes.endIndex {
    let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    units.append(lowFirst ? other << 8 | one : one << 8 | other)
    index += 2
  }
  // Half a unit: the file was cut off.
  if index < bytes.endIndex { units.append(0xFFFD) }
  return .text(Array(String(decoding: units, as: UTF16.self).utf8))
}

/// Whether `bytes` can only be UTF-16: Vietnamese text has no high byte but 00, 01, 03, 1E and 20,
/// most of them are 00, and no low byte is.
private func looksLikeUTF16(_ bytes: [UInt8], lowFirst: Bool) -> Bool {
  guard bytes.count >= 8 else { return false }
  var zeros = 0
  for index in bytes.indices {
    let isHigh = index.isMultiple(of: 2) != lowFirst
    if isHigh {
      guard [0x00, 0x01, 0x03, 0x1E, 0x20].contains(bytes[index]) else { return false }
      if bytes[index] == 0 { zeros += 1 }
    } else if bytes[index] == 0 {
      return false
    }
  }
  return zeros * 4 >= bytes.count
}
