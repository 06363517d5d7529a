import Foundation
import Ingest
import Model
import Testing

/// Workbooks that other programs wrote: a sheet of instructions, then one with a merged title, a
/// hidden row, a formula, rich text, an error and a blank row.
@Suite("A workbook written by another program") struct WrittenWorkbookTests {
  @Test(
    "gives its table",
    arguments: [
      ("openpyxl", "", ["count": "1", "first": "B5", "empty": "1"]),
      // LibreOffice stores errors and TRUE as formulas too.
      ("libreoffice", "2900", ["count": "3", "first": "E4", "empty": "0"]),
    ])
  func table(program: String, formulaValue: String, formulas: [String: String]) throws {
    let found = ingestedWorkbook(try fixture(program))
    #expect(
      texts(found.table) == [
        ["2.1.1", "1450", "79,95%", "25/11/2022", "đủ"],
        ["2.1.2", "79,95", "0,3", "25/11/2022 08:30:00", "TRUE"],
        ["2.1.3", formulaValue, "", "", "Hoà Bình"],
        ["2.1.4", "#N/A", "", "01/01/1900", "dòng một\ndòng hai"],
        ["2.1.5", "", "", "", "sau dòng trống"],
      ])
    #expect(found.table?.heading.line == 2)
    #expect(found.table?.rows.map(\.line) == [3, 4, 5, 6, 8])
    #expect(places(found.findings) == ["F113 0:0", "C110 1:0"])
    let note = found.findings.first { $0.code == .formulaValueTaken }
    #expect(note?.details == formulas)
  }

  @Test("is refused when it is cut off, wherever", arguments: ["openpyxl", "libreoffice"])
  func everyPrefix(program: String) throws {
    let bytes = try fixture(program)
    for length in 0..<bytes.count {
      let found = ingestedWorkbook(Array(bytes.prefix(length)))
      #expect(found.table == nil && found.findings.count == 1, "cut at \(length)")
    }
  }

  @Test("is refused, or gives the same, whatever one byte of it becomes")
  func everyDamage() throws {
    let bytes = try fixture("openpyxl")
    let whole = ingestedWorkbook(bytes)
    for index in stride(from: 0, to: bytes.count, by: 5) {
      var damaged = bytes
      damaged[index] ^= [0x01, 0x80, 0xFF][index % 3]
      let found = ingestedWorkbook(damaged)
      #expect(found == whole || (found.table == nil && !found.findings.isEmpty), "at \(index)")
    }
  }

  private func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name).xlsx")))
  }
}
