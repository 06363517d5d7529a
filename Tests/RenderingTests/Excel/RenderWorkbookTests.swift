import Foundation
import Model
import Testing

@testable import Rendering

@Suite struct RenderWorkbookTests {
  @Test func `the same document gives the same bytes`() throws {
    let document = try sampleWorkbook()
    #expect(try renderWorkbook(document) == renderWorkbook(document))
  }

  @Test func `a rendered workbook passes its check`() throws {
    let document = try sampleWorkbook()
    try checkWorkbook(renderWorkbook(document), against: document, file: "a.xlsx")
  }

  @Test func `nothing is left in the temporary folder`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = try renderWorkbook(try sampleWorkbook(), file: "a.xlsx", under: folder)
    #expect(!bytes.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `a temporary folder that cannot be made is a fault`() throws {
    let document = try sampleWorkbook()
    let folder = URL(fileURLWithPath: "/dev/null")
    #expect(throws: Fault.self) {
      try renderWorkbook(document, file: "a.xlsx", under: folder)
    }
  }

  @Test func `a day is noon in Viet Nam, and never the clock's`() throws {
    let core = try part("docProps/core.xml", of: renderWorkbook(workbook(of: ["a"])))
    #expect(core.contains(">1970-01-01T05:00:00Z</dcterms:created>"))
  }

  @Test func `numbers are written with a point and as numbers`() throws {
    let sheet = try part("xl/worksheets/sheet2.xml", of: renderWorkbook(sampleWorkbook()))
    #expect(sheet.contains("<v>91.66666666666667</v>"))
    #expect(sheet.contains("<v>1234567</v>"))
    #expect(sheet.contains("<v>44890</v>"))
  }

  @Test func `a link leads to a sheet or to a relative path, never to a program or a server`()
    throws
  {
    let bytes = try renderWorkbook(sampleWorkbook())
    let sheet = try part("xl/worksheets/sheet2.xml", of: bytes)
    #expect(sheet.contains("location=\"'Minh chứng'!A1\""))
    let links = try part("xl/worksheets/_rels/sheet2.xml.rels", of: bytes)
    #expect(links.contains("Target=\"../minh%20chứng/số%201&amp;2.pdf\""))
  }

  @Test(arguments: [
    ("javascript:alert(1)", "javascript%3Aalert(1)"), ("/etc/passwd", "./etc/passwd"),
    (#"\\server\a"#, "%5C%5Cserver%5Ca"), ("//server/a", ".//server/a"),
    ("a/external:b", "a/external%3Ab"), ("a b.html", "a b.html"),
  ])
  func `a path stays relative`(path: String, url: String) {
    #expect(CellLink(path).url == url)
  }

  @Test func `every row of a table repeats its headings on paper and none is frozen`() throws {
    let bytes = try renderWorkbook(sampleWorkbook())
    let book = try part("xl/workbook.xml", of: bytes)
    #expect(book.contains("'Kết quả'!$3:$3"))
    let sheet = try part("xl/worksheets/sheet2.xml", of: bytes)
    #expect(sheet.contains("paperSize=\"9\""))
    #expect(sheet.contains("orientation=\"landscape\""))
    #expect(!sheet.contains("<pane"))
    #expect(sheet.contains("numberStoredAsText=\"1\""))
  }

  @Test func `all text is in the decree's font`() throws {
    let styles = try part("xl/styles.xml", of: renderWorkbook(sampleWorkbook()))
    #expect(styles.contains("Times New Roman"))
    #expect(!styles.contains("Calibri"))
  }
}

@Suite struct CellStyleTests {
  @Test(arguments: Mark.allCases)
  func `a mark's words stand out from its fill as the accessibility rules ask`(mark: Mark) {
    let colours = Colours(of: mark)
    #expect(contrast(colours.text, colours.fill) >= 7)
  }

  @Test func `headings and links stand out`() {
    #expect(contrast(0xFFFFFF, CellStyle(.heading).fillColour ?? 0xFFFFFF) >= 7)
    let link = CellStyle(Cell("a", link: "b"), in: .init("A"))
    #expect(contrast(link.textColour ?? 0xFFFFFF, 0xFFFFFF) >= 7)
  }

  @Test(arguments: [
    ("12", Cell.Number.integer(12), "#,##0"), ("1.234", .integer(1234), "#,##0"),
    ("2022", .integer(2022), "0"), ("1,5", .decimal(.zero, places: 1), "#,##0.0"),
    ("2", .decimal(.zero, places: 0), "#,##0"), ("70%", .percentage(.zero), "#,##0\"%\""),
    ("91,67%", .percentage(.zero), "#,##0.00\"%\""), ("79,995", .percentage(.zero), "#,##0.000"),
    ("chưa có", .percentage(.zero), "#,##0.00"),
  ])
  func `a number format shows what the text shows`(
    text: String, number: Cell.Number, format: String
  ) {
    #expect(numberFormat(of: number, shownAs: text) == format)
  }

  @Test(arguments: [
    (1900, 1, 1, 1), (1900, 2, 28, 59), (1900, 3, 1, 61), (1970, 1, 1, 25_569),
    (2022, 11, 25, 44_890), (2999, 12, 31, 401_768),
  ])
  func `a day has the spreadsheet's number`(year: Int, month: Int, date: Int, serial: Int) throws {
    #expect(try day(year, month, date).serial == serial)
  }

  @Test(arguments: [
    (999_999_999_999_999, true), (1_000_000_000_000_000, false), (-999_999_999_999_999, true),
    (Int.min, false),
  ])
  func `an integer that a spreadsheet would change stays text`(number: Int, isNumber: Bool) {
    let value = StoredValue(Cell(count: number))
    #expect((value == .number(Double(number))) == isNumber)
  }

  /// Source: WCAG 2.2, contrast ratio.
  private func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(_ colour: UInt32) -> Double {
    let parts = [16, 8, 0].map { shift in
      let part = Double((colour >> UInt32(shift)) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
