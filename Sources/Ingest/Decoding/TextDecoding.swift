import Model

/// The text of a file as UTF-8 in NFC without byte-order mark, or the findings that say why there is none.
struct DecodedText {
  let utf8: [UInt8]?
  /// Where the text begins: after a byte-order mark that stands in `utf8`.
  let start: Int
  let findings: [Finding]

  init(utf8: [UInt8]?, from start: Int = 0, findings: [Finding]) {
    self.utf8 = utf8
    self.start = start
    self.findings = findings
  }
}

/// Decodes a file whatever its encoding, and refuses what would be garbled.
///
/// UTF-8, UTF-16 and Windows-1258 are read; TCVN3, VNI and text that was once read in a wrong
/// encoding are named and refused. What is read has no control character but tab and line ends.
func decodeText(_ bytes: [UInt8], file: String) -> DecodedText {
  let nowhere = SourcePlace(file: file)
  if bytes.allSatisfy(isBlankOrMark) {
    return DecodedText(utf8: nil, findings: [Finding(.fileEmpty, place: nowhere)])
  }
  if let format = fileFormat(of: bytes) { return notText(format, at: nowhere) }
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  if isPlainText(bytes, from: start) {
    return DecodedText(utf8: bytes, from: start, findings: [])
  }
  return decodeClosely(bytes, file: file)
}

/// Decodes a file that is neither blank nor of a known format, letter by letter.
func decodeClosely(_ bytes: [UInt8], file: String) -> DecodedText {
  switch unicodeText(in: bytes) {
  case .text(let utf8): return readable(utf8, file: file, isUnicode: true)
  case .notSupported(let name):
    return refused(name, at: SourcePlace(file: file, line: 1), value: "")
  case .none: break
  }
  if isBinary(bytes) { return notText("BIN", at: SourcePlace(file: file)) }
  switch eightBitText(in: bytes) {
  case .text(let utf8): return readable(utf8, file: file, isUnicode: false)
  case .refused(let name, let line, let word):
    return refused(name, at: SourcePlace(file: file, line: line), value: word)
  }
}

/// What is read of a text, without control characters and in NFC; the letters of a file that is not
/// Unicode itself stand apart from their tones because its encoding has them so.
private func readable(_ utf8: [UInt8], file: String, isUnicode: Bool) -> DecodedText {
  if isBinary(utf8, isUnicode: isUnicode) { return notText("BIN", at: SourcePlace(file: file)) }
  if let garbled = garbledText(in: utf8) {
    return DecodedText(utf8: nil, findings: [garbled.finding(at: SourcePlace(file: file))])
  }
  let clean = withoutControlCharacters(utf8, file: file)
  guard !clean.utf8.allSatisfy(isBlankOrMark) else {
    return DecodedText(
      utf8: nil, findings: [Finding(.fileEmpty, place: SourcePlace(file: file))])
  }
  let text = composed(clean.utf8)
  guard isUnicode, let line = text.firstDecomposedLine else {
    return DecodedText(utf8: text.utf8, findings: clean.findings)
  }
  let note = Finding(.textDecomposed, place: SourcePlace(file: file, line: line))
  return DecodedText(utf8: text.utf8, findings: clean.findings + [note])
}

private func refused(_ encoding: String, at place: SourcePlace, value: String) -> DecodedText {
  let details = ["encoding": encoding, "line": String(place.line ?? 1)]
  let finding = Finding(.encodingNotSupported, place: place, value: value, details: details)
  return DecodedText(utf8: nil, findings: [finding])
}

private func notText(_ format: String, at place: SourcePlace) -> DecodedText {
  let finding = Finding(.notText, place: place, details: ["format": format])
  return DecodedText(utf8: nil, findings: [finding])
}

/// Blanks, line ends, and the bytes of byte-order marks.
private func isBlankOrMark(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09...0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: true
  default: false
  }
}
