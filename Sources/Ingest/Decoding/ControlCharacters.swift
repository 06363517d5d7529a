import Model

/// Text without control characters, and where they stood.
struct CleanText {
  let utf8: [UInt8]
  let findings: [Finding]
  /// The first that was taken out.
  var firstControl: Unicode.Scalar?
}

/// Takes out of a text what no cell can hold, with one finding for each line that had it.
///
/// A vertical tab or form feed, which word processors put between lines, becomes a blank. Any other
/// control character becomes U+FFFD, so that no figure is read across a gap. Marks of the end of a
/// file (U+001A) at its end are dropped. Takes valid UTF-8.
func withoutControlCharacters(_ utf8: [UInt8], file: String) -> CleanText {
  let end = (utf8.lastIndex { $0 != endOfFileMark } ?? -1) + 1
  let text = end < utf8.count ? Array(utf8[..<end]) : utf8
  guard hasControlCharacter(text[...]) else { return CleanText(utf8: text, findings: []) }
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var findings: [Finding] = []
  var firstControl: Unicode.Scalar?
  var lines = PhysicalLines(of: text)
  while let range = lines.next() {
    if hasControlCharacter(text[range]) {
      let (clean, first) = withoutControlCharacters(text[range])
      result += clean
      firstControl = firstControl ?? first
      findings.append(controlCharacter(first, file: file, line: lines.line))
    } else {
      result += text[range]
    }
    result += text[range.upperBound..<startOfLine(in: text, afterEndAt: range.upperBound)]
  }
  return CleanText(utf8: result, findings: findings, firstControl: firstControl)
}

private let endOfFileMark: UInt8 = 0x1A

/// Whether `utf8` has a control character of either set but tab and line ends, U+FFFD, or U+FFFE and
/// U+FFFF, which no output format can hold.
private func hasControlCharacter(_ utf8: ArraySlice<UInt8>) -> Bool {
  for index in utf8.indices {
    switch utf8[index] {
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: return true
    case 0xC2 where index + 1 < utf8.endIndex && utf8[index + 1] < 0xA0: return true
    case 0xEF where index + 2 < utf8.endIndex:
      if utf8[index + 1] == 0xBF, utf8[index + 2] >= 0xBD { return true }
    default: continue
    }
  }
  return false
}

private func withoutControlCharacters(_ line: ArraySlice<UInt8>) -> ([UInt8], Unicode.Scalar) {
  var first: Unicode.Scalar?
  var clean = String.UnicodeScalarView()
  for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
    switch scalar {
    case "\u{0B}", "\u{0C}":
      clean.append(" ")
    case "\u{00}"..."\u{08}", "\u{0E}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFD}"..."\u{FFFF}":
      clean.append("\u{FFFD}")
    default:
      clean.append(scalar)
      continue
    }
    first = first ?? scalar
  }
  return (Array(String(clean).utf8), first ?? "\u{FFFD}")
}

private func controlCharacter(_ scalar: Unicode.Scalar, file: String, line: Int) -> Finding {
  let name = codePointName(scalar)
  return Finding(
    .controlCharacter, place: SourcePlace(file: file, line: line), value: name,
    details: ["character": name, "line": String(line)])
}

/// `U+000B`.
func codePointName(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
