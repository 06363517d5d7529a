import Ingest
import Model
import Testing

@Suite struct OddFilesTests {
  @Test(
    "An odd file gives the rows that can be read, and a finding where it departs",
    arguments: filesOddInShape + filesOddInBytes + filesThatAreFine)
  func oddFile(file: OddFile) {
    let result = ingested(file.bytes)
    #expect(texts(result.table) == file.rows)
    #expect(places(result.findings) == file.findings)
  }

  @Test("A cell is known by the line on which it begins")
  func lines() throws {
    let table = try #require(ingested(Array("\r\nMã;Tên\r\n1;\"a\r\n\r\nb\";c\r\r2\n".utf8)).table)
    #expect(table.heading.line == 2)
    #expect(table.rows.map(\.line) == [3, 7])
    #expect(table.rows[0].cells.map(\.line) == [3, 3, 5])
  }

  @Test("Lines above the heading row are counted")
  func linesAboveHeading() throws {
    let table = try #require(ingested(Array("sep=;\nBiểu 1\n\nMã;Tên\n1;2\n".utf8)).table)
    #expect(table.heading.line == 4)
    #expect(table.rows.map(\.line) == [5])
  }

  @Test("A finding on a cell names its column by the heading")
  func columnOfFinding() throws {
    let finding = try #require(ingested(Array("Mã;Tên\n1;a\"b\n".utf8)).findings.first)
    #expect(finding.place?.column == "Tên")
    #expect(finding.place?.address == "B2")
    #expect(finding.value == "a\"b")
    #expect(finding.details == ["line": "2"])
  }

  @Test("A heading row is found on line 20 of text, and not on line 21", arguments: [19, 20])
  func headingDepth(titles: Int) {
    let text = String(repeating: "Biểu\n\n", count: titles) + "Mã;Tên\n1;2\n"
    #expect((ingested(Array(text.utf8)).table == nil) == (titles == 20))
  }

  @Test("Many quotes never closed cost one row each, and no walk to the end for each")
  func manyOpenQuotes() {
    let count = 20_000
    let text = "Mã;Tên\n" + String(repeating: "1;\"a\"\"\n2;b\n", count: count)
    let result = ingested(Array(text.utf8))
    #expect(result.table?.rows.count == count)
    #expect(result.findings.count == count)
    #expect(result.findings.allSatisfy { $0.code == .unclosedQuote })
  }
}
