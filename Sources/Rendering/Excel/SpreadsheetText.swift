/// A text as a spreadsheet can keep it.
///
/// What XML 1.0 forbids (control characters other than tab and line feed, NUL, U+FFFE, U+FFFF)
/// becomes U+FFFD; every line break becomes a line feed; a text longer than a cell's 32.767 UTF-16
/// units is cut between characters and ends with `…`. Everything else stays, composed or not.
struct SpreadsheetText: Hashable {
  /// What a reader of the workbook sees.
  let text: String

  /// Length of a cell's text in UTF-16 units, escapes included.
  static let cellLimit = 32_767

  init(_ text: String, limit: Int = cellLimit) {
    let legal = text.utf8.allSatisfy(Self.isPlain) ? text : Self.legal(text)
    self.text = Self.fits(legal, in: limit) ? legal : Self.cut(legal, to: limit)
  }

  /// The text on one line, as headings, names and properties need it.
  static func line(_ text: String, limit: Int = cellLimit) -> SpreadsheetText {
    let oneLine = legal(text).replacing("\n", with: " ").replacing("\t", with: " ")
    return SpreadsheetText(oneLine, limit: limit)
  }

  /// As the file keeps it: `_x0041_` would be read as the letter A, so its underscore is escaped.
  var escaped: String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if Self.looksEscaped(bytes[index...]) { result += Array("_x005F".utf8) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the bytes begin as `_x0041_` does.
  private static func looksEscaped(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "_"), bytes.count >= 7 else { return false }
    let start = bytes.startIndex
    return bytes[start + 1] == UInt8(ascii: "x") && bytes[start + 6] == UInt8(ascii: "_")
      && bytes[(start + 2)..<(start + 6)].allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }

  /// Neither a control character nor the first byte of U+FFFE and U+FFFF.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte != 0xEF) || byte == 0x0A || byte == 0x09
  }

  private static func legal(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: UnicodeScalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": result.append("\n")
      case "\n" where previous == "\r": break
      case "\n", "\t": result.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  private static func fits(_ text: String, in limit: Int) -> Bool {
    // A UTF-16 unit takes at least one byte, and an escape adds six to each underscore at most.
    text.utf8.count * 7 <= limit || escapedLength(text) <= limit
  }

  private static func escapedLength(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    return text.utf16.count + bytes.indices.count { looksEscaped(bytes[$0...]) } * 6
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var room = limit - 1
    let kept = text.prefix { character in
      room -= character.utf16.count + (character == "_" ? 6 : 0)
      return room >= 0
    }
    return kept + "…"
  }
}
