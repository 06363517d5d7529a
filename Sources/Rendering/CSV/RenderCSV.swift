/// The bytes of a table of texts as CSV that Excel opens with Vietnamese letters: UTF-8 with BOM,
/// commas or another separator, CRLF, RFC 4180 quoting.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front; a list mark
/// such as `- ` is none, and stays.
public func renderCSV(_ rows: [[String]], separator: UInt8 = UInt8(ascii: ",")) -> [UInt8] {
  var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  for row in rows {
    for (index, text) in row.enumerated() {
      if index > 0 { bytes.append(separator) }
      appendCell(harmless(text), to: &bytes)
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }
  return bytes
}

private func appendCell(_ text: String, to bytes: inout [UInt8]) {
  let needsQuotes = text.utf8.contains { special.contains($0) }
  guard needsQuotes else {
    bytes += text.utf8
    return
  }
  let quote = UInt8(ascii: "\"")
  bytes.append(quote)
  for byte in text.utf8 {
    if byte == quote { bytes.append(quote) }
    bytes.append(byte)
  }
  bytes.append(quote)
}

private let special = Set(",;\"\r\n\t".utf8)

private func harmless(_ text: String) -> String {
  guard let first = text.unicodeScalars.first else { return text }
  switch first {
  case "=", "@", "\t", "\r": return "'" + text
  case "+", "-":
    let second = text.unicodeScalars.dropFirst().first
    return second == " " || Double(text) != nil ? text : "'" + text
  default: return text
  }
}
