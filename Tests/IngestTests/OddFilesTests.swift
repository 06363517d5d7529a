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

  @Test(
    "A row of values is no heading row, though one of them is the word of a heading",
    arguments: [
      ("1.1.1;Tên;5\n2.1.1;a;b\n", false), ("33;Tên\n", false), ("91,2%;Mã\n", false),
      ("Mã\n1\n", true), ("Tên;-\na;b\n", true), ("Tên;Năm 2022\na;b\n", true),
    ])
  func rowsOfValues(text: String, isTable: Bool) {
    let result = ingested(Array(text.utf8))
    #expect((result.table != nil) == isTable)
    if !isTable { #expect(result.findings.map(\.code) == [.separatorNotFound]) }
  }

  @Test("Letters that became question marks are told before the headings that they hide")
  func lostLetters() throws {
    let text = "Ch? b?o;Tên vi?t\n1.1.1;a\n"
    let lost = ingested(Array("T?ng s? h?c viên;S? d?t\n1;2\n".utf8))
    let finding = try #require(lost.findings.first)
    #expect(finding.code == .encodingNotSupported && finding.place?.line == 1)
    let letter = ingested(Array("Kính gửi?;x\n1;2\n".utf8))
    #expect(letter.findings.map(\.code) == [.separatorNotFound])
    // A file whose headings can be read is a table, whatever its other words.
    #expect(ingested(Array((text + "Mã;Tên\n1;2\n").utf8)).table != nil)
  }

  @Test("Lines above the headings are noted once, with the first and their number")
  func titles() throws {
    let text = "\u{FEFF}ỦY BAN NHÂN DÂN;;\n\nBiểu 1;;\nMã;Tên;Tệp\n1;2;3\n"
    let finding = try #require(ingested(Array(text.utf8)).findings.first)
    #expect(finding.value == "ỦY BAN NHÂN DÂN")
    #expect(finding.details == ["count": "2"])
  }

  @Test("A row of very many cells keeps as many as a spreadsheet has", .timeLimit(.minutes(1)))
  func manyCells() {
    let line = String(repeating: "7;", count: 1_000_000)
    let result = ingested(Array("Mã;Tên\n\(line)\n2;b\n".utf8))
    #expect(result.table?.rows.count == 2)
    #expect(result.table?.rows.first?.cells.count == 16_384)
    #expect(ingested(Array(line.utf8)).findings.map(\.code) == [.separatorNotFound])
  }

  @Test("A cell of very many letters is one cell", .timeLimit(.minutes(1)))
  func longCell() {
    let word = String(repeating: "ưỡ", count: 500_000)
    let result = ingested(Array("Mã;Tên\n1;\(word)\n2;\"\(word)\"\n".utf8))
    #expect(texts(result.table) == [["1", word], ["2", word]])
    #expect(ingested(Array(word.utf8)).findings.first?.value.count == 80)
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
