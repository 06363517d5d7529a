import Foundation

/// The encodings of Vietnamese text from before Unicode, and Unicode read as if it were one of them.
enum LegacyEncoding: CaseIterable {
  case windows1258
  case tcvn3
  case vni
  case utf8

  /// The word that `bytes` spell in this encoding, or `nil` when they spell none.
  func word(_ bytes: [UInt8]) -> String? {
    switch self {
    case .windows1258: windows1258Text(bytes[...]).precomposedStringWithCanonicalMapping
    case .tcvn3: tcvn3Word(bytes)
    case .vni: vniWord(bytes)
    case .utf8: String(validating: bytes, as: UTF8.self)?.precomposedStringWithCanonicalMapping
    }
  }
}

/// Not in NFC: tones stand behind their letters.
func windows1258Text(_ bytes: ArraySlice<UInt8>) -> String {
  var text = String.UnicodeScalarView()
  for byte in bytes {
    let value = byte < 0x80 ? UInt16(byte) : CodePage.windows1258[Int(byte) - 0x80]
    text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
  }
  return String(text)
}

private func tcvn3Word(_ bytes: [UInt8]) -> String? {
  var word = String.UnicodeScalarView()
  for byte in bytes {
    if byte < 0x80 {
      word.append(Unicode.Scalar(byte))
    } else {
      guard (0xA1...0xFE).contains(byte) else { return nil }
      let letter = CodePage.tcvn3[Int(byte) - 0xA1]
      guard letter != "." else { return nil }
      word.append(letter)
    }
  }
  return String(word)
}

/// VNI writes a letter and then, in a byte of its own, what stands on it.
private func vniWord(_ bytes: [UInt8]) -> String? {
  var word = String.UnicodeScalarView()
  for byte in bytes {
    let mark = vniLowerCase(byte)
    if mark < 0x80 {
      word.append(Unicode.Scalar(mark))
    } else if let letter = vniLetters[mark] {
      word.append(letter)
    } else {
      guard let base = word.last, let letter = vniMarked[base]?[mark] else { return nil }
      word.removeLast()
      word.append(letter)
    }
  }
  return String(word)
}

private func vniLowerCase(_ byte: UInt8) -> UInt8 {
  switch byte {
  case 0x41...0x5A, 0xC0...0xDE: byte + 0x20
  default: byte
  }
}

/// Letters that VNI writes in one byte.
private let vniLetters: [UInt8: Unicode.Scalar] = [
  0xF1: "đ", 0xF6: "ư", 0xF4: "ơ", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị",
  0xEE: "ỵ",
]

/// What a byte makes of the letter before it.
private let vniMarked: [Unicode.Scalar: [UInt8: Unicode.Scalar]] = {
  let tones: [UInt8] = [0xF9, 0xF8, 0xFB, 0xF5, 0xEF]
  let circumflexes: [UInt8] = [0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4]
  let breves: [UInt8] = [0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB]
  let families: [(Unicode.Scalar, [UInt8], String)] = [
    ("a", tones, "áàảãạ"), ("a", circumflexes, "âấầẩẫậ"), ("a", breves, "ăắằẳẵặ"),
    ("e", tones, "éèẻẽẹ"), ("e", circumflexes, "êếềểễệ"), ("o", tones, "óòỏõọ"),
    ("o", circumflexes, "ôốồổỗộ"), ("ơ", tones, "ớờởỡợ"), ("u", tones, "úùủũụ"),
    ("ư", tones, "ứừửữự"), ("y", tones, "ýỳỷỹỵ"),
  ]
  var marked: [Unicode.Scalar: [UInt8: Unicode.Scalar]] = [:]
  for (base, marks, letters) in families {
    for (mark, letter) in zip(marks, letters.unicodeScalars) {
      marked[base, default: [:]][mark] = letter
    }
  }
  return marked
}()
