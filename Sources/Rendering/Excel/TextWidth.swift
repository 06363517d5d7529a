import Foundation

/// The width of a text's longest line in Times New Roman.
///
/// An estimate by kinds of letters, on the wide side: libxlsxwriter cannot fit a column to its text.
///
/// - Unit: the width of a digit.
func textWidth(_ text: String) -> Double {
  text.split(whereSeparator: \.isNewline).map(lineWidth).max() ?? 0
}

/// The width of the widest word, which a column must hold in one piece.
///
/// - Unit: the width of a digit.
func widestWord(_ text: String) -> Double {
  text.split(whereSeparator: \.isWhitespace).map(lineWidth).max() ?? 0
}

private func lineWidth(_ line: Substring) -> Double {
  // A Vietnamese letter is as wide as the letter without its marks.
  line.decomposedStringWithCanonicalMapping.unicodeScalars.reduce(0) { $0 + width(of: $1) }
}

private func width(of scalar: UnicodeScalar) -> Double {
  switch scalar {
  case "i", "l", "j", "t", "f", "r", "I", " ", ".", ",", ":", ";", "'", "|", "!", "(", ")", "/",
    "-", "[", "]":
    0.7
  case "m", "w", "M", "W", "%", "@", "…", "—": 1.75
  case "A"..."Z", "Đ", "&", "+", "=", "<", ">": 1.45
  case "\u{0}"..<"\u{300}": 1
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: scalar.value < 0x2E80 ? 1.2 : 2
    }
  }
}
