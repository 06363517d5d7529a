import Foundation

/// How a test writes a text as bytes.
enum Encoder: String, CaseIterable, Sendable {
  case utf8, utf8WithMark, utf8Decomposed, utf16LE, utf16BE, utf16LEWithoutMark
  case utf16BEWithoutMark, windows1258

  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf8Decomposed: Array(text.decomposedStringWithCanonicalMapping.utf8)
    case .utf16LE: [0xFF, 0xFE] + utf16(text, lowFirst: true)
    case .utf16BE: [0xFE, 0xFF] + utf16(text, lowFirst: false)
    case .utf16LEWithoutMark: utf16(text, lowFirst: true)
    case .utf16BEWithoutMark: utf16(text, lowFirst: false)
    case .windows1258: bytesOf1258(text)
    }
  }
}

/// Each letter as the byte of its number: how font encodings look when they are taken for Latin-1.
func latin1(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8($0.value) }
}

private func utf16(_ text: String, lowFirst: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
    return lowFirst ? [low, high] : [high, low]
  }
}

private func bytesOf1258(_ text: String) -> [UInt8] {
  text.precomposedStringWithCanonicalMapping.flatMap { letter in
    let scalars = Array(String(letter).decomposedStringWithCanonicalMapping.unicodeScalars)
    let tones = scalars.compactMap { toneBytes[$0] }
    let base = String(String.UnicodeScalarView(scalars.filter { toneBytes[$0] == nil }))
      .precomposedStringWithCanonicalMapping
    return base.unicodeScalars.map { letterBytes[$0] ?? UInt8($0.value) } + tones
  }
}

private let toneBytes: [Unicode.Scalar: UInt8] = [
  "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
]

private let letterBytes: [Unicode.Scalar: UInt8] = [
  "Ă": 0xC3, "ă": 0xE3, "Đ": 0xD0, "đ": 0xF0, "Ơ": 0xD5, "ơ": 0xF5, "Ư": 0xDD, "ư": 0xFD,
]
