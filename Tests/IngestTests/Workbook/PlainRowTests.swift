import Model
import Testing

@testable import Ingest

/// Rows that are read without the parser, beside what the parser says of them.
@Suite("A plain row") struct PlainRowTests {
  @Test(
    "is taken whole",
    arguments: [
      "<row r=\"2\"></row>", "<row/>", "<row r=\"2\" spans=\"1:2\" x14ac:dyDescent=\"0.25\"/>",
      "<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B2\"/></row>",
      "\n  <row>\n    <c><v>1.5E+3</v></c>\r\n\t<c t=\"e\"><v>#N/A</v></c>\n  </row>",
      "<row><c t=\"str\"><v> a \"b\" </v></c><c><v></v></c><c></c></row>",
    ])
  func taken(row: String) {
    #expect(length(of: row + "<row") == row.utf8.count)
  }

  @Test(
    "has nothing that is left to the parser",
    arguments: [
      "", "<row", "<row>", "<row><c>", "<row><c><v>1</v></c>", "<rowBreaks/>", "</row>", "<row >",
      "<row r='2'/>", "<row r=\"\"/>", "<row r=\"2\" r=\"2\"/>", "<row r=\"2\"r2=\"2\"/>",
      "<row  r=\"2\"/>", "<row r =\"2\"/>", "<row r=\"2/>", "<row r=\"&#50;\"/>", "<row r=\"<\"/>",
      "<row 2=\"2\"/>", "<row r=\"ă\"/>", "<row><col/></row>", "<row>x</row>", "<row></row >",
      "<row><c r=\"A2\" r=\"A2\"/></row>", "<row><c cm=\"1\"/></row>", "<row><c u=\"1\"/></row>",
      "<row><c><v>&lt;</v></c></row>", "<row><c><v>]]></v></c></row>", "<row><c><v>ă</v></c></row>",
      "<row><c><v>1\n</v></c></row>", "<row><c><v>\u{1}</v></c></row>", "<row><c><v/></c></row>",
      "<row><c><f>A1</f><v>1</v></c></row>", "<row><c><v>1</v><v>2</v></c></row>",
      "<row><c><is><t>x</t></is></c></row>", "<row><!-- --></row>", "<x:row/>",
    ])
  func left(row: String) {
    #expect(length(of: row) == nil)
  }

  /// The parser reads what stands in single quotes, and the rows of plain form are read here.
  @Test(
    "says what the parser says",
    arguments: [
      "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' s='1'><v>44890</v></c></row>",
      "<row><c t='s'><v>1</v></c><c><v>0.5</v></c></row><row/><row><c t='b'><v>1</v></c></row>",
      "<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>",
      "<row r='7'><c r='B7'><v>1</v></c><c r='A7'><v>1</v></c></row>",
      "<row r='7'><c r='A8'><v>1</v></c></row>", "<row r='1048577'/>", "<row r='+3'><c/></row>",
      "<row r='x'/>", "<row><c r='XFE2'/></row>", "<row><c s='99'><v>1</v></c></row>",
      "<row><c t='s'><v>2</v></c></row>", "<row><c t='s'><v>-1</v></c></row>",
      "<row><c t='s'><v>x</v></c></row>", "<row><c t='d'><v>2022-11-25</v></c></row>",
      "<row><c t='str'><v>a_x0009_b</v></c></row>", "<row><c><v>1</v></c></row></sheetData>",
      "<row><c><v>1</v></c></row><row><c><f>A1</f><v>1</v></c></row><row><c><v>2</v></c></row>",
      "<row><c><v>1</v></c></row><row><c><v>&#49;</v></c></row><row><c><v>3</v></c></row>",
      "<!-- </row><row><c><v>1</v></c></row> --><row><c><v>2</v></c></row>",
      "<![CDATA[</row><row><c><v>1</v></c></row>]]><row><c><v>2</v></c></row>",
      "<row><c><is><t><row r='5'><c r='A5'><v>1</v></c></row><row><c><v>2</v></c></row></t></is>"
        + "</c></row>",
      "<row><c><v>1</v></c></row><row><c><v>1", "<row><c a='1' a='2'/></row>",
    ])
  func likeTheParser(rows: String) {
    let parsed = workbook(rows).ingested
    #expect(workbook(rows.replacing("'", with: "\"")).ingested == parsed)
  }

  @Test("is found wherever the pieces of a part end") func pieces() throws {
    let count = 20_000
    let cells = (2...count).map { number in
      "<row r=\"\(number)\"><c r=\"A\(number)\"><v>\(number)</v></c>"
        + "<c r=\"B\(number)\" t=\"s\"><v>\(number % 2)</v></c></row>"
    }
    let table = try #require(workbook(cells.joined()).ingested.table)
    #expect(
      texts(table) == (2...count).map { ["\($0)", ["Tốt", "Khá"][$0 % 2]] })
    #expect(table.rows.map(\.line) == Array(2...count))
  }

  /// The parser would read the comment again after each of them.
  @Test("is not looked for in a comment, however long", .timeLimit(.minutes(1))) func comment() {
    let comment = "<!--" + String(repeating: "</row>", count: 150_000) + "-->"
    let row = "<row><c><v>1</v></c><c/></row>"
    #expect(texts(workbook(comment + row).ingested.table) == [["1", ""]])
  }

  /// - Returns: `nil` when the row is not plain.
  private func length(of row: String) -> Int? {
    var plain = PlainRow()
    return plain.read(Array(row.utf8).span, from: 0)
  }

  /// A workbook with headings, two shared texts and two formats.
  private func workbook(_ rows: String) -> TestWorkbook {
    var workbook = TestWorkbook(rows: headingRow + rows)
    workbook.sharedTexts = "<si><t>Tốt</t></si><si><t>Khá</t></si>"
    workbook.formats = "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
    return workbook
  }
}
