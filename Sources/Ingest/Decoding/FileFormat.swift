/// The name of the format of a file that is no plain text, by its first bytes; `nil` for text.
func fileFormat(of bytes: [UInt8]) -> String? {
  for (name, start) in signatures where bytes.starts(with: start) {
    switch name {
    case "ZIP": return zipFormat(of: bytes)
    case "OLE": return oleFormat(of: bytes)
    default: return name
    }
  }
  return markupFormat(of: bytes)
}

/// The format of a workbook or document that is locked by a password.
let encryptedFormat = "ENCRYPTED"

/// Whether so much of `bytes` is control characters that they cannot be text: more than 1 in 100,
/// or 1 in 10 where it is known that they are letters of Unicode.
///
/// NUL does not count: programs pad text with it, and what is left without it tells what it is.
func isBinary(_ bytes: [UInt8], isUnicode: Bool = false) -> Bool {
  let controls = bytes.count { (0x01..<0x20).contains($0) && !isOfText($0) }
  guard controls > 8 else { return false }
  return controls * (isUnicode ? 10 : 100) > bytes.count { $0 != 0 }
}

/// Tab, line ends, and the mark of a file's end.
private func isOfText(_ byte: UInt8) -> Bool { (0x09...0x0D).contains(byte) || byte == 0x1A }

private let signatures: [(String, [UInt8])] = [
  ("ZIP", [0x50, 0x4B, 0x03, 0x04]), ("ZIP", [0x50, 0x4B, 0x05, 0x06]),
  ("OLE", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
  ("PDF", Array("%PDF-".utf8)), ("RTF", Array("{\\rtf".utf8)),
  ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
  ("GIF", Array("GIF8".utf8)), ("TIFF", [0x49, 0x49, 0x2A, 0x00]),
  ("RAR", Array("Rar!".utf8)), ("7Z", [0x37, 0x7A, 0xBC, 0xAF]), ("GZIP", [0x1F, 0x8B, 0x08]),
]

private func zipFormat(of bytes: [UInt8]) -> String {
  let members = [
    ("XLSX", "xl/workbook"), ("DOCX", "word/document"), ("PPTX", "ppt/presentation"),
    ("ODS", "opendocument.spreadsheet"), ("ODT", "opendocument.text"),
  ]
  return members.first { contains($0.1.utf8.map { $0 }, in: bytes) }?.0 ?? "ZIP"
}

/// The old formats of Microsoft Office name their main stream in UTF-16.
private func oleFormat(of bytes: [UInt8]) -> String {
  let streams = [
    (encryptedFormat, "EncryptedPackage"), ("XLS", "Workbook"), ("XLS", "Book"),
    ("DOC", "WordDocument"),
  ]
  return streams.first { contains($0.1.utf8.flatMap { [$0, 0] }, in: bytes) }?.0 ?? "OLE"
}

/// Tables that a web page or a program saved under a name for plain text.
private func markupFormat(of bytes: [UInt8]) -> String? {
  let start = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(64)
  let text = String(decoding: start, as: UTF8.self).lowercased()
  if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return "HTML" }
  return text.hasPrefix("<?xml") ? "XML" : nil
}

private func contains(_ pattern: [UInt8], in bytes: [UInt8]) -> Bool {
  guard let first = pattern.first else { return false }
  return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: pattern) }
}
