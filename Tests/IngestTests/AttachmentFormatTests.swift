import Ingest
import Model
import Testing

@Suite("The formats of evidence files")
struct AttachmentFormatTests {
  struct Specimen: CustomTestStringConvertible, Sendable {
    let format: AttachmentFormat
    let start: [UInt8]
    var end: [UInt8] = []

    var testDescription: String { "\(format.rawValue) from \(start.prefix(6))" }
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func utf16(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  private static let specimens = [
    Specimen(format: .pdf, start: Array("%PDF-1.7\n".utf8)),
    Specimen(format: .pdf, start: Array("\n\n junk %PDF-1.4".utf8)),
    Specimen(format: .docx, start: zip, end: Array("word/document.xml".utf8)),
    Specimen(format: .xlsx, start: zip, end: Array("xl/workbook.xml".utf8)),
    Specimen(format: .zip, start: zip, end: Array("anh.jpg".utf8)),
    Specimen(format: .doc, start: ole + utf16("WordDocument")),
    Specimen(format: .xls, start: ole + utf16("Workbook")),
    Specimen(format: .ole, start: ole),
    Specimen(format: .png, start: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
    Specimen(format: .jpeg, start: [0xFF, 0xD8, 0xFF, 0xE0]),
    Specimen(format: .tiff, start: [0x49, 0x49, 0x2A, 0x00]),
    Specimen(format: .tiff, start: [0x4D, 0x4D, 0x00, 0x2A]),
    Specimen(format: .rtf, start: Array("{\\rtf1 ".utf8)),
    Specimen(format: .rar, start: Array("Rar!".utf8)),
    Specimen(format: .html, start: Array("<!DOCTYPE html>".utf8)),
    Specimen(format: .text, start: Array("Báo cáo thống kê".utf8)),
    Specimen(format: .text, start: [0xFF, 0xFE] + utf16("Bao cao")),
    Specimen(format: .text, start: []),
    Specimen(format: .unknown, start: Array(repeating: 1, count: 4_000)),
  ]

  @Test("A format is known by the bytes at both ends", arguments: specimens)
  func formats(_ specimen: Specimen) {
    #expect(attachmentFormat(of: specimen.start + specimen.end) == specimen.format)
    let filling = Array(repeating: UInt8(ascii: "z"), count: 140_000)
    #expect(attachmentFormat(of: specimen.start + filling + specimen.end) == specimen.format)
  }

  @Test("A mark far inside a text is part of the text")
  func markInside() {
    let filling = Array(repeating: UInt8(ascii: "x"), count: 1024)
    #expect(attachmentFormat(of: filling.dropLast() + Array("%PDF-".utf8)) == .pdf)
    #expect(attachmentFormat(of: filling + Array("%PDF-".utf8)) == .text)
  }
}
