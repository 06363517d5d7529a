import Foundation
import Ingest
import Model
import Testing

@Suite struct EncodingTests {
  static let named: [(String, FindingCode, String?, [UInt8])] = [
    (
      "TCVN3 (ABC)", .encodingNotSupported, nil,
      latin1("M·;Tªn\n1;Céng hßa X· héi, D©n sè vµ Lao ®éng\n")
    ),
    (
      "TCVN3 (ABC)", .encodingNotSupported, nil,
      Array("Mã;Tên\n1;D©n sè vµ Lao ®éng, x· Ph­íc H­ng\n".utf8)
    ),
    ("VNI", .encodingNotSupported, nil, latin1("Maõ;Teân\n1;Xin chaøo caùc baïn\n")),
    ("VNI", .encodingNotSupported, nil, Array("Maõ;Teân\n1;Xin chaøo caùc baïn\n".utf8)),
    (
      "UTF-8 → Windows-1252", .textMisread, "65001: Unicode (UTF-8)",
      Array("TÃªn;Chá»‰ bÃ¡o\nBÃ  Rá»‹a;VÅ©ng TÃ u\n".utf8)
    ),
    (
      "Windows-1258 → Windows-1252", .textMisread, "1258: Vietnamese (Windows)",
      Array("Ma;Ten\n1;BaÌ Riòa, VuÞng TaÌu\n".utf8)
    ),
    ("ƣ (U+01A3)", .lookAlikeLetter, nil, Array("Mã;Tên\n1;Ngƣời\n".utf8)),
    ("UTF-32", .encodingNotSupported, nil, [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x4D]),
  ]

  @Test("A file in an encoding that is not read is refused by its name", arguments: named)
  func refusal(name: String, code: FindingCode, codePage: String?, bytes: [UInt8]) throws {
    let result = ingested(bytes)
    let finding = try #require(result.findings.first)
    #expect(result.table == nil && result.findings.count == 1)
    #expect(finding.code == code)
    #expect(finding.details["codePage"] == codePage)
    #expect(finding.details["encoding"] == name)
    #expect(finding.details["line"] == finding.place?.line.map(String.init))
  }

  static let formats: [(String, [UInt8])] = [
    ("XLSX", [0x50, 0x4B, 3, 4, 0, 0] + "xl/workbook.xml".utf8),
    ("DOCX", [0x50, 0x4B, 3, 4, 0, 0] + "word/document.xml".utf8),
    ("ZIP", [0x50, 0x4B, 5, 6, 0, 0]),
    ("XLS", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + utf16LE("Workbook")),
    ("DOC", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + utf16LE("WordDocument")),
    ("PDF", Array("%PDF-1.4".utf8)), ("RTF", Array("{\\rtf1".utf8)),
    ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), ("HTML", Array("\u{FEFF} <HTML><body>".utf8)),
    ("XML", Array("<?xml version=\"1.0\"?>".utf8)),
    ("BIN", Array(repeating: 1, count: 9)),
  ]

  @Test("Letters that became question marks are shown where they are first seen")
  func gap() throws {
    let text = "Mã;Tên\n1;Ph??ng Ph??c H?ng\n2;Xã Hoà Long và Tân H?ng\n"
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let finding = try #require(ingested(bytes).findings.first)
    #expect(finding.details["encoding"] == "Windows-1252")
    #expect(finding.value == "H?ng" && finding.place?.line == 2)
  }

  @Test("A file that is no text is refused by the name of its format", arguments: formats)
  func format(name: String, bytes: [UInt8]) {
    let findings = ingested(bytes).findings
    #expect(findings.map(\.code) == [.notText])
    #expect(findings.first?.details["format"] == name)
    #expect(ingestText(bytes, file: "a.md").findings.map(\.code) == [.notText])
    let prose = ingestProse(bytes, file: "a.md").findings
    #expect(prose.map(\.code) == [.notText] && prose.allSatisfy(\.isAboutProse))
  }

  @Test("Windows-1258 gives every Vietnamese letter in NFC")
  func everyLetter() {
    let words = "hoà bình, kỹ năng số, ủy ban, đường, ưỡn, ỗ ẫ ẵ ỡ ữ, ĐẮK, NGHĨA THÀNH, Ế, Ợ, Ự"
    let result = ingestText(Encoder.windows1258.bytes(words), file: "a.md")
    #expect(result.text.map { Array($0.utf8) } == Array(words.utf8))
  }

  @Test("Running text is NFC with LF and without mark")
  func runningText() {
    let decomposed = "\u{FEFF}# I. Ti\u{300}nh hi\u{300}nh\r\n\r\nđủ\r".utf8
    let result = ingestText(Array(decomposed), file: "thuyet-minh.md")
    #expect(result.text.map { Array($0.utf8) } == Array("# I. Tình hình\n\nđủ\n".utf8))
    #expect(places(result.findings) == ["F110 1:0"])
  }

  @Test("A control character is reported by its line and number")
  func controlCharacter() throws {
    let result = ingestText(Array("a\r\nb\rc\u{7}\u{0}\n".utf8), file: "a.md")
    #expect(result.text == "a\nb\nc\u{FFFD}\n")
    let finding = try #require(result.findings.first)
    #expect(finding.place == SourcePlace(file: "a.md", line: 3))
    #expect(finding.details == ["character": "U+0007", "line": "3", "fate": "replaced"])
  }
}

private func utf16LE(_ text: String) -> [UInt8] {
  Array(Encoder.utf16LE.bytes(text).dropFirst(2))
}
