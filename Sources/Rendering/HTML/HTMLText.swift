import Mustache

/// Escapes text for element content and for quoted attributes of HTML.
///
/// The template library's own escaper works on characters and so misses a quotation mark that
/// carries a combining mark; this one works on scalars and misses none.
struct HTMLText: MustacheContentType {
  static let name = "HOCTAP_HTML"

  func escapeText(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\r": result.append("\n")
      default: result.append(scalar.isForbiddenInMarkup ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// Whether nothing in `text` can need an escape; nearly every text of a report is such.
  ///
  /// The controls from U+0080 begin with 0xC2, and the forbidden scalars from U+FDD0 with 0xEF or
  /// above, which Vietnamese letters do not.
  private func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        false
      case 0x20..<0x7F, 0x80..<0xC2, 0xC3..<0xEF: true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a conforming page may not contain the scalar in any spelling.
  var isForbiddenInMarkup: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
