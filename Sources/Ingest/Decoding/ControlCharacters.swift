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
/// NUL, with which programs pad text, is dropped, and so are marks of the end of a file (U+001A)
/// behind its last line. A vertical tab or form feed, which word processors put between lines,
/// becomes a blank. Any other control character becomes U+FFFD, so that no figure is read across a
/// gap. Takes valid UTF-8.
func withoutControlCharacters(_ utf8: [UInt8], file: String) -> CleanText {
  guard hasControlCharacter(utf8[...]) else { return CleanText(utf8: utf8, findings: []) }
  let end = endOfText(utf8)
  var result: [UInt8] = []
  result.reserveCapacity(utf8.count)
  var findings: [Finding] = []
  var firstControl: Unicode.Scalar?
  var lines = PhysicalLines(of: utf8)
  while let range = lines.next() {
    if hasControlCharacter(utf8[range]) {
      let textEnd = min(max(end, range.lowerBound), range.upperBound)
      let clean = CleanLine(
        utf8[range.lowerBound..<textEnd], padding: utf8[textEnd..<range.upperBound])
      result += clean.utf8
      firstControl = firstControl ?? clean.first
      findings.append(controlCharacter(clean, file: file, line: lines.line))
    } else {
      result += utf8[range]
    }
    result += utf8[range.upperBound..<startOfLine(in: utf8, afterEndAt: range.upperBound)]
  }
  return CleanText(utf8: result, findings: findings, firstControl: firstControl)
}

private let endOfFileMark: UInt8 = 0x1A

/// Where nothing follows any more but marks of the end, NUL, blanks and line ends.
private func endOfText(_ utf8: [UInt8]) -> Int {
  let last = utf8.lastIndex { !($0 == 0 || $0 == endOfFileMark || (0x09...0x20).contains($0)) }
  return (last ?? -1) + 1
}

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

/// A line without what no cell can hold.
private struct CleanLine {
  let utf8: [UInt8]
  /// The first that was taken out.
  let first: Unicode.Scalar

  /// - Parameters:
  ///   - line: up to the end of the line, or of the text.
  ///   - padding: what stands behind the end of the text.
  init(_ line: ArraySlice<UInt8>, padding: ArraySlice<UInt8>) {
    var first: Unicode.Scalar?
    var clean = String.UnicodeScalarView()
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\0": break
      case "\u{0B}", "\u{0C}":
        clean.append(" ")
      case "\u{01}"..."\u{08}", "\u{0E}"..."\u{1F}", "\u{7F}"..."\u{9F}",
        "\u{FFFD}"..."\u{FFFF}":
        clean.append("\u{FFFD}")
      default:
        clean.append(scalar)
        continue
      }
      first = first ?? scalar
    }
    let mark = padding.first { $0 == 0 || $0 == endOfFileMark }
    utf8 = Array(String(clean).utf8)
    self.first = first ?? Unicode.Scalar(mark ?? 0)
  }
}

private func controlCharacter(_ clean: CleanLine, file: String, line: Int) -> Finding {
  let name = codePointName(clean.first)
  return Finding(
    .controlCharacter, place: SourcePlace(file: file, line: line), value: name,
    details: [
      "character": name, "line": String(line),
      "fate": fate(ofControlsIn: String(decoding: clean.utf8, as: UTF8.self)),
    ])
}

/// What became of the control characters of a text, by what is left of it: a sign of the catalogue.
func fate(ofControlsIn clean: String) -> String {
  clean.unicodeScalars.contains("\u{FFFD}") ? "replaced" : "dropped"
}

/// `U+000B`.
func codePointName(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
