/// The width of a text's longest line in Times New Roman.
///
/// An estimate by kinds of letters, on the wide side: libxlsxwriter cannot fit a column to its text.
///
/// - Unit: the width of a digit.
func textWidth(_ text: String) -> Double {
  split(text[...], at: lineFeed).reduce(0) { max($0, lineWidth($1)) }
}

/// The width of the widest word, which a column must hold in one piece.
///
/// - Unit: the width of a digit.
func widestWord(_ text: String) -> Double {
  text.split(whereSeparator: \.isWhitespace).map(lineWidth).max() ?? 0
}

/// The lines in which a text fits a width, broken between words; only a word that is too wide in
/// itself makes a line too wide.
///
/// - Unit: the width of a digit.
func wrapped(_ text: String, to width: Double) -> [Substring] {
  split(text[...], at: lineFeed).flatMap { wrapped($0, to: width) }
}

private func wrapped(_ line: Substring, to width: Double) -> [Substring] {
  if Double(line.utf8.count) * widestLetter <= width { return [line] }
  var lines: [Substring] = []
  var start = line.startIndex
  var end = line.startIndex
  var used = 0.0
  for word in split(line, at: blank) where !word.isEmpty {
    let wordWidth = lineWidth(word)
    if used > 0, used + blankWidth + wordWidth > width {
      lines.append(line[start..<end])
      start = word.startIndex
      used = 0
    }
    used += wordWidth + (used > 0 ? blankWidth : 0)
    end = word.endIndex
  }
  return lines + [line[start...]]
}

/// The width of one line.
///
/// - Unit: the width of a digit.
func lineWidth(_ line: Substring) -> Double {
  line.unicodeScalars.reduce(0) { sum, scalar in
    sum + (scalar.value < tableSize ? table[Int(scalar.value)] : width(of: scalar))
  }
}

private let lineFeed = UInt8(ascii: "\n")
private let blank = UInt8(ascii: " ")

/// The pieces between the places of an ASCII character, found byte by byte, which is ten times as
/// fast as letter by letter.
private func split(_ text: Substring, at separator: UInt8) -> [Substring] {
  text.utf8.split(separator: separator, omittingEmptySubsequences: false).map(Substring.init)
}

/// The widths of the letters that nearly every text is made of.
private let table = (0..<tableSize).map { UnicodeScalar($0).map(width) ?? 0 }
private let tableSize: UInt32 = 0x2000

private let blankWidth = 0.5
/// No byte of a text is wider.
let widestLetter = 2.0

/// Source: the font's own widths, in groups and rounded up.
private func width(of scalar: UnicodeScalar) -> Double {
  switch scalar {
  case " ", ".", ",", "|", "'": blankWidth
  case "i", "j", "l", "t", "/", ":", ";": 0.56
  case "f", "r", "I", "-", "(", ")", "[", "]", "!": 0.67
  case "s", "J": 0.8
  case "a", "c", "e", "z": 0.9
  case "F", "P", "S", "+", "=", "<", ">": 1.13
  case "B", "C", "E", "L", "R", "T", "Z": 1.35
  case "A"..."V", "X", "Y", "w": 1.45
  case "m", "M", "%", "&": 1.8
  case "W", "@", "…", "—": widestLetter
  case "\u{0}"..<"\u{80}": 1
  default: widthOutsideASCII(scalar.properties, isFarEastern: scalar.value >= 0x2E80)
  }
}

private func widthOutsideASCII(
  _ properties: Unicode.Scalar.Properties, isFarEastern: Bool
) -> Double {
  switch properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: 0
  case .lowercaseLetter: 1
  default: isFarEastern ? widestLetter : 1.45
  }
}
