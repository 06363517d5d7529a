import Foundation
import Model

/// A text as a workbook stores it, made the text of a cell: in NFC, without blanks around it.
struct WorkbookText: Hashable {
  let text: String
  /// The name of the first control character, which was replaced.
  let controlCharacter: String?
  /// Whether letters and their accents stood apart.
  let isDecomposed: Bool

  static let empty = WorkbookText(plain: "")

  /// - Parameter plain: a text that was made here.
  init(plain: String) {
    text = plain
    controlCharacter = nil
    isDecomposed = false
  }

  /// - Parameter stored: valid UTF-8, with the escapes `_x000D_` of spreadsheets.
  init(_ stored: [UInt8]) {
    let plain = withoutEscapes(stored)
    let lines = withUniformLineEnds(plain[...])
    let clean = withoutControlCharacters(Array(lines), file: "")
    let trimmed = cellText(clean.utf8[...])
    text = mayCompose(clean.utf8) ? trimmed.precomposedStringWithCanonicalMapping : trimmed
    controlCharacter = clean.findings.first?.value
    // The accents of Vietnamese as characters of their own: U+0300 to U+033F.
    isDecomposed = clean.utf8.contains(0xCC)
  }
}

/// Whether `text` has other letters than ASCII, Latin ones up to U+02FF and the Vietnamese ones of
/// one character.
private func mayCompose(_ text: [UInt8]) -> Bool {
  text.indices.contains { index in
    if text[index] == 0xE1, index + 1 < text.count { return text[index + 1] > 0xBB }
    return text[index] > 0xCB
  }
}

/// `text` with every `_xHHHH_` as the UTF-16 unit that it stands for.
private func withoutEscapes(_ text: [UInt8]) -> [UInt8] {
  guard text.contains(UInt8(ascii: "_")) else { return text }
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var units: [UInt16] = []
  var index = 0
  while index < text.count {
    if let unit = escapedUnit(in: text, at: index) {
      units.append(unit)
      index += 7
      continue
    }
    result += takeText(of: &units)
    result.append(text[index])
    index += 1
  }
  return result + takeText(of: &units)
}

/// Escapes side by side may be the two halves of one character.
private func takeText(of units: inout [UInt16]) -> [UInt8] {
  defer { units.removeAll(keepingCapacity: true) }
  return units.isEmpty ? [] : Array(String(decoding: units, as: UTF16.self).utf8)
}

private func escapedUnit(in text: [UInt8], at index: Int) -> UInt16? {
  guard text[index] == UInt8(ascii: "_"), index + 6 < text.count,
    text[index + 1] | 0x20 == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_")
  else { return nil }
  var unit: UInt16 = 0
  for byte in text[(index + 2)..<(index + 6)] {
    guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
    unit = unit << 4 | UInt16(digit)
  }
  return unit
}
