import Foundation
import Model
import OpenXML

/// A text as a workbook stores it, made the text of a cell: in NFC, without blanks around it.
struct WorkbookText: Hashable {
  let text: String
  /// The first control character, which was replaced.
  private let control: Unicode.Scalar?
  /// Whether letters and their accents stood apart.
  let isDecomposed: Bool

  static let empty = WorkbookText(plain: "")

  /// - Parameter plain: a text that was made here.
  init(plain: String) {
    text = plain
    control = nil
    isDecomposed = false
  }

  /// - Parameter stored: valid UTF-8, with the escapes `_x000D_` of spreadsheets.
  init(_ stored: UnsafeBufferPointer<UInt8>) {
    if isCellText(stored.span) {
      self.init(plain: String(decoding: stored, as: UTF8.self))
    } else {
      self.init(closely: Array(stored))
    }
  }

  /// The same for any text, letter by letter.
  init(closely stored: [UInt8]) {
    let plain = withoutEscapes(stored)
    let lines = withUniformLineEnds(plain[...])
    let clean = withoutControlCharacters(Array(lines), file: "")
    let trimmed = cellText(clean.utf8[...])
    text = mayCompose(clean.utf8) ? trimmed.precomposedStringWithCanonicalMapping : trimmed
    control = clean.firstControl
    // The accents of Vietnamese as characters of their own: U+0300 to U+033F.
    isDecomposed = clean.utf8.contains(0xCC)
  }

  /// The name of the first control character, which was replaced.
  var controlCharacter: String? { control.map(codePointName) }

  /// Whether something is to be said of it.
  var isRemarkable: Bool { isDecomposed || control != nil }
}

/// Whether bytes are the text of a cell as they stand; may be `false` of some that are.
private func isCellText(_ stored: Span<UInt8>) -> Bool {
  for index in stored.indices {
    // An escape or a line end to be changed.
    if stored[index] == UInt8(ascii: "_") || stored[index] == TableByte.carriageReturn {
      return false
    }
  }
  return !mayHaveOuterBlanks(stored) && isPlainText(stored, from: 0)
}

/// Plain text has no wide blanks but those of two bytes from 0xC2 on, and of three from 0xE2 on.
private func mayHaveOuterBlanks(_ text: Span<UInt8>) -> Bool {
  let count = text.count
  guard count > 0 else { return false }
  return text[0] <= 0x20 || text[0] == 0xC2 || text[0] == 0xE2 || text[count - 1] <= 0x20
    || count > 1 && text[count - 2] == 0xC2 || count > 2 && text[count - 3] == 0xE2
}

/// Whether `text` has other letters than ASCII, Latin ones up to U+02FF and the Vietnamese ones of
/// one character.
private func mayCompose(_ text: [UInt8]) -> Bool {
  text.indices.contains { index in
    if text[index] == 0xE1, index + 1 < text.count { return text[index + 1] > 0xBB }
    return text[index] > 0xCB
  }
}
