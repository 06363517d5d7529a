import CZip
import Foundation
import Ingest
import Model
import PackageSupport
import Testing

/// Workbooks that are damaged, or built to harm their reader.
@Suite("A workbook that cannot be trusted") struct UnsafeWorkbookTests {
  @Test(
    "is refused with what is wrong with it",
    arguments: [
      ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><worksheet/>", "doctype"),
      ("xl/sharedStrings.xml", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><sst/>", "doctype"),
      ("_rels/.rels", "<!DOCTYPE a><Relationships/>", "doctype"),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData></worksheet>", "xml"),
      ("xl/worksheets/sheet1.xml", "<worksheet>&x;</worksheet>", "xml"),
      ("xl/worksheets/sheet1.xml", "", "xml"), ("xl/workbook.xml", "chữ", "xml"),
      ("xl/styles.xml", "<styleSheet>", "xml"),
      ("xl/workbook.xml", String(repeating: "<a>", count: 65), "depth"),
      ("xl/workbook.xml", "<workbook/>", "missing"), ("_rels/.rels", "<Relationships/>", "missing"),
      (
        "xl/_rels/workbook.xml.rels", relationships([("s1", "worksheet", "worksheets/sheet9.xml")]),
        "missing"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships([("s1", "worksheet", "../../../etc/passwd")]), "missing"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='s1' Type='x/worksheet' TargetMode='External' "
          + "Target='worksheets/sheet1.xml'/></Relationships>", "missing"
      ),
      (
        "xl/styles.xml", "<a b='" + String(repeating: "x", count: 3 << 20) + "'/>", "size"
      ),
      (
        "xl/sharedStrings.xml",
        "<sst><si><t>" + String(repeating: "x", count: 1_048_577)
          + "</t></si></sst>", "size"
      ),
    ])
  func part(name: String, content: String, problem: String) {
    var workbook = TestWorkbook(besideIndicator: "")
    workbook.others[name] = content
    expectRefusal(of: workbook.zip.bytes, problem)
  }

  @Test(
    "is refused where one of several sheets stands outside it, or nowhere",
    arguments: ["TargetMode='External' Id='s2'", "Id='s3'"])
  func sheetOutside(attributes: String) throws {
    var workbook = TestWorkbook(sheets: [
      .init(rows: headingRow + row(2, ["2.1.1", "a"])), .init(name: "Ngoài", rows: headingRow),
    ])
    workbook.others["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
      + "<Relationship \(attributes) Type='x/worksheet' Target='worksheets/sheet2.xml'/>"
      + "</Relationships>"
    expectRefusal(of: workbook.zip.bytes, "missing")
    let finding = try #require(workbook.ingested.findings.first)
    #expect(finding.details["problem"] == "missing, Ngoài")
  }

  @Test(
    "is refused for a cell that refers to nothing, or stands nowhere",
    arguments: [
      ("<c r='B2' t='s'><v>1</v></c>", "string"), ("<c r='B2' t='s'><v>-1</v></c>", "string"),
      ("<c r='B2' t='s'><v>99999999999999999999</v></c>", "string"),
      ("<c r='B2' t='s'><v>a</v></c>", "string"), ("<c r='B2' s='1'/>", "style"),
      ("<c r='B2' s='-1'/>", "style"), ("<c r='B2' s='x'/>", "style"),
      ("<c r='A2'><v>1</v></c>", "reference"), ("<c r='B3'><v>1</v></c>", "reference"),
      ("<c r='XFE2'><v>1</v></c>", "reference"), ("<c r='b2'><v>1</v></c>", "reference"),
      ("<c r='B02'><v>1</v></c>", "reference"), ("<c r='2B'><v>1</v></c>", "reference"),
      ("<c r=''><v>1</v></c>", "reference"), ("<c r='AAAAAAAAAAAAAAAAAAAA2'/>", "reference"),
      ("</row><row r='2'>", "reference"), ("</row><row r='1'>", "reference"),
      ("</row><row r='1048577'>", "reference"), ("</row><row r='1048576'/><row>", "reference"),
      ("</row><row r='99999999999999999999'>", "reference"), ("</row><row r='-1'>", "reference"),
      ("<c r='C2'><v>1</v></c><c r='B2'><v>1</v></c>", "reference"),
      ("<c r='B2'><v>1</v></c><c r='B2'><v>1</v></c>", "reference"),
    ])
  func cell(xml: String, problem: String) {
    var workbook = TestWorkbook(besideIndicator: xml)
    workbook.sharedTexts = "<si><t>x</t></si>"
    expectRefusal(of: workbook.zip.bytes, problem)
  }

  @Test("may use the last row and the last column of a sheet") func lastCell() {
    let workbook = TestWorkbook(
      besideIndicator: "<c r='XFD2'><v>1</v></c></row><row r='1048576'><c r='A1048576'><v>2</v></c>"
    )
    let table = workbook.ingested.table
    #expect(table?.rows.map(\.line) == [2, 1_048_576])
    #expect(table?.rows.first?.cells.count == 16_384)
  }

  @Test("is refused before its empty cells fill the memory", arguments: [305, 306])
  func manyCells(rows: Int) {
    // 305 rows up to the last column are 4,997,120 cells.
    let cells = (2...(rows + 1)).map { "<row r='\($0)'><c r='XFD\($0)'><v>1</v></c></row>" }
    let bytes = TestWorkbook(rows: headingRow + cells.joined()).zip.bytes
    if rows > 305 {
      expectRefusal(of: bytes, "cells")
    } else {
      #expect(ingestedWorkbook(bytes).table?.rows.count == rows)
    }
  }

  @Test("is refused when a part unpacks to far more than it takes") func bomb() throws {
    let blanks = [UInt8](repeating: 0x20, count: 64 << 20)
    let sheet = Array("<worksheet>".utf8) + blanks + Array("</worksheet>".utf8)
    var parts = TestWorkbook(besideIndicator: "").zip.parts
    for index in parts.indices where parts[index].name.hasSuffix("sheet1.xml") {
      parts[index].content = sheet
    }
    let bytes = try compressed(parts)
    #expect(bytes.count < 1 << 20)
    expectRefusal(of: bytes, "size")
  }

  @Test("is refused when the archive lies about a size", arguments: [0, 5, 2_000_000_000])
  func forgedSize(size: Int) {
    var zip = TestWorkbook(besideIndicator: "").zip
    zip.parts[zip.parts.count - 1].declaredSize = size
    let found = ingestedWorkbook(zip.bytes)
    #expect(found.table == nil && found.findings.map(\.code) == [.workbookUnreadable])
  }

  @Test("is refused with two parts of one name, with too many, and with a locked one") func parts()
  {
    let whole = TestWorkbook(besideIndicator: "").zip.parts
    expectRefusal(of: StoredZip(parts: whole + [.init("XL\\workbook.xml", "")]).bytes, "parts")
    let more = (0..<9_995).map { StoredZip.Part("x/\($0)", "") }
    expectRefusal(of: StoredZip(parts: whole + more).bytes, "parts")
    #expect(ingestedWorkbook(StoredZip(parts: whole + more.dropLast()).bytes).table != nil)
    var locked = whole
    for index in locked.indices { locked[index].flags = 1 }
    expectRefusal(of: StoredZip(parts: locked).bytes, "password")
  }

  @Test(
    "is refused when it is no workbook at all, by what it is",
    arguments: [
      ("Chỉ báo;Ghi chú\n2.1.1;x\n", FindingCode.textNamedWorkbook, "so-lieu.csv"),
      ("x", .textNamedWorkbook, "so-lieu.csv"), ("\u{1}x", .workbookUnreadable, ""),
      ("%PDF-1.7", .otherFormatNamedWorkbook, "PDF"),
      ("<html><table>", .otherFormatNamedWorkbook, "HTML"),
      ("PK\u{3}\u{4}", .workbookUnreadable, ""),
    ])
  func otherFormat(text: String, code: FindingCode, detail: String) {
    let found = ingestedWorkbook(Array(text.utf8))
    #expect(found.table == nil && found.findings.map(\.code) == [code])
    let finding = found.findings.first
    #expect(finding?.details["format"] ?? finding?.expected == detail)
  }

  @Test("is told to be text in UTF-16 by its mark") func wideText() {
    let found = ingestedWorkbook([0xFF, 0xFE, 0x4D, 0, 0xE3, 0])
    #expect(found.findings.map(\.code) == [.textNamedWorkbook])
  }

  @Test("is refused by name when it is an old or a locked one")
  func compoundFile() {
    let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let stream = { (name: String) in start + name.utf8.flatMap { [$0, 0] } + start }
    expectRefusal(of: stream("EncryptedPackage"), "password")
    let old = ingestedWorkbook(stream("Workbook"))
    #expect(old.findings.map(\.code) == [.otherFormatNamedWorkbook])
    #expect(old.findings.first?.details["format"] == "XLS")
    #expect(ingestedWorkbook([]).findings.map(\.code) == [.fileEmpty])
  }

  @Test("is refused for one long text that too many cells refer to", arguments: [268, 269])
  func repeatedText(count: Int) {
    let cells = String(repeating: "<c t='s'><v>0</v></c>", count: count)
    var workbook = TestWorkbook(rows: "<row r='1'>\(cells)</row>")
    workbook.sharedTexts = "<si><t>\(String(repeating: "x", count: 1_000_000))</t></si>"
    let found = workbook.ingested
    // 2²⁸ bytes are the most that a table may have.
    #expect(found.findings.map(\.code) == [count == 268 ? .sheetNotFound : .workbookUnreadable])
    if count > 268 { expectRefusal(of: workbook.zip.bytes, "size") }
  }

  private func expectRefusal(
    of bytes: [UInt8], _ problem: String, at location: SourceLocation = #_sourceLocation
  ) {
    let found = ingestedWorkbook(bytes)
    #expect(found.table == nil, sourceLocation: location)
    #expect(found.findings.map(\.code) == [.workbookUnreadable], sourceLocation: location)
    let words = found.findings.first?.details["problem"]?.split(separator: ",").first
    #expect(words.map(String.init) == problem, sourceLocation: location)
  }
}

/// An archive of the parts, packed.
private func compressed(_ parts: [StoredZip.Part]) throws -> [UInt8] {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent(UUID().uuidString + ".zip")
  defer { try? FileManager.default.removeItem(at: path) }
  let archive = try #require(zip_open(path.path, ZIP_CREATE, nil))
  for part in parts {
    let copy = try #require(malloc(max(part.content.count, 1)))
    UnsafeMutableRawBufferPointer(start: copy, count: part.content.count)
      .copyBytes(from: part.content)
    let source = try #require(zip_source_buffer(archive, copy, UInt64(part.content.count), 1))
    try #require(zip_file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8) >= 0)
  }
  try #require(zip_close(archive) == 0)
  return [UInt8](try Data(contentsOf: path))
}
