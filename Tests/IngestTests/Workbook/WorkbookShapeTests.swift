import Ingest
import Model
import PackageSupport
import Testing

/// Sheets, rows and places.
@Suite("A workbook") struct WorkbookShapeTests {
  @Test("gives the table that the same CSV file gives") func likeCSV() throws {
    let csv = "Chỉ báo;Số đạt;Tỷ lệ (%);Ghi chú\n2.1.1;1450;79,95;\n\n2.1.2;;80%;có\n"
    let xml =
      row(1, ["Chỉ báo", "Số đạt", "Tỷ lệ (%)", "Ghi chú"])
      + "<row r='2'>\(inline("A2", "2.1.1"))<c r='B2'><v>1450</v></c><c r='C2'><v>79.95</v></c></row>"
      + "<row r='3'><c r='A3' s='0'/></row>"
      + "<row r='4'>\(inline("A4", "2.1.2"))\(inline("C4", "80%"))\(inline("D4", "có"))</row>"
    let workbook = TestWorkbook(rows: xml).ingested
    let table = try #require(workbook.table)
    let expected = try #require(ingested(Array(csv.utf8)).table)
    #expect(workbook.findings.isEmpty)
    #expect(table.heading == expected.heading && table.rows == expected.rows)
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test("skips title rows, and says so") func titles() {
    let workbook = TestWorkbook(
      rows: row(1, ["UBND thị xã Phú Mỹ"]) + row(3, ["", "Chỉ báo"])
        + row(7, ["Chỉ báo", "Số đạt"]) + row(9, ["2.1.1", "5"]))
    #expect(texts(workbook.ingested.table) == [["2.1.1", "5"]])
    #expect(workbook.ingested.table?.heading.line == 7)
    #expect(places(workbook.ingested.findings) == ["C110 1:0"])
    #expect(workbook.ingested.findings.first?.details["count"] == "2")
  }

  @Test("names its merged cells below the headings, and what stands above them") func merged() {
    let refs = ["A1:B1", "B3:B4", "A3:B3", "B3", "B4:B3", "x", "A1048576:B1048577"]
    let merges = refs.map { "<mergeCell ref='\($0)'/>" }.joined() + "<mergeCell/>"
    let rows =
      row(1, ["ĐVT: triệu đồng", ""]) + row(2, ["Chỉ báo", "Số đạt"]) + row(3, ["2.1.1", "5"])
    let table = TestWorkbook(
      rows: rows + "</sheetData><mergeCells>\(merges)</mergeCells><sheetData>"
    ).ingested.table
    #expect(table?.mergedCells.map(\.address) == ["B3:B4", "A3:B3"])
    #expect(table?.titles.map(\.text) == ["ĐVT: triệu đồng"])
  }

  @Test("has its heading row among the first rows with text", arguments: [18, 19, 20, 21])
  func headingRowLimit(titles: Int) {
    let above = (1...titles).map { row($0 * 3, ["dòng \($0)"]) }.joined()
    let last = titles * 3 + 1
    let found = TestWorkbook(
      rows: above + row(last, ["Chỉ báo", "Số đạt"]) + row(last + 1, ["2.1.1", "5"])
    ).ingested
    #expect((found.table != nil) == (titles < 20))
    if titles >= 20 { #expect(places(found.findings) == ["F111 3:0"]) }
  }

  @Test(
    "takes the sheet with the required column and the headings, a hidden one where no other will do",
    arguments: [
      (["title", "table", "table"], 1), (["hidden", "table"], 1), (["title", "hidden"], 1),
      (["veryHidden", "hidden"], 0), (["one", "table"], 1), (["one", "hidden"], 1),
      (["title", "one", "one"], 1), (["empty", "table"], 1), (["heading", "table"], 1),
      (["list", "few", "wide"], 2), (["half", "wide"], 1), (["few", "wide"], 1),
      (["Danh mục", "table"], 1), (["Danh mục", "one"], 1), (["Danh mục", "hidden"], 1),
      (["DANH MUC", "Hướng dẫn", "hidden"], 2), (["Hướng dẫn", "Danh mục", "empty"], 1),
      (["whole", "empty"], 0), (["whole", "title"], 0),
    ])
  func sheetChoice(kinds: [String], chosen: Int) {
    let sheets = kinds.enumerated().map { index, kind in
      TestWorkbook.Sheet(
        name: name(of: kind, index),
        state: kind.lowercased().hasSuffix("hidden") ? "state='\(kind)'" : "",
        rows: rows(of: kind)
          + (["empty", "heading"].contains(kind) ? "" : row(2, ["\(index)", "x"])))
    }
    let found = TestWorkbook(sheets: sheets).ingested
    #expect(found.table?.rows.first?.cells.prefix(2).map(\.text) == ["\(chosen)", "x"])
    let hidden = found.findings.filter { $0.code == .sheetHidden }
    #expect(
      hidden.map(\.details)
        == (sheets[chosen].state.isEmpty ? [] : [["sheet": sheets[chosen].name]]))
  }

  @Test(
    "without its heading row is told so of the sheet that lost it, never read from a form's own sheets",
    arguments: [
      (["Danh mục", "rows"], ["S1"]), (["rows", "Hướng dẫn", "Danh mục"], ["S0"]),
      (["Danh mục", "title", "rows"], ["S1", "S2"]),
    ])
  func headingRowDeleted(kinds: [String], searched: [String]) {
    let sheets = kinds.enumerated().map { index, kind in
      TestWorkbook.Sheet(name: name(of: kind, index), rows: rows(of: kind))
    }
    let found = TestWorkbook(sheets: sheets).ingested
    #expect(found.table == nil)
    #expect(found.findings.map(\.code) == [.sheetNotFound])
    let place = found.findings.first?.place
    #expect(place?.sheet == searched[0] && place?.line == 1)
    #expect(
      found.findings.first?.details
        == ["sheet": searched[0], "sheets": searched.joined(separator: ", ")])
  }

  @Test(
    "takes no row of values with one word of a heading for the heading row, as a CSV file does",
    arguments: [
      (["2.1.1", "Đạt"], nil), (["Đạt", "79,95%"], nil), (["Đạt", "x", "có"], 1),
      (["Chỉ báo", "Năm 2022"], 1), (["", "Đạt", "45,5"], nil),
    ] as [([String], Int?)])
  func valuesWithOneHeading(first: [String], heading: Int?) {
    let lines = [first, ["2.1.2", "có", "1"]]
    let found = TestWorkbook(rows: row(1, lines[0]) + row(2, lines[1])).ingested
    #expect(found.table?.heading.line == heading)
    let csv = lines.map { $0.joined(separator: ";") + "\n" }.joined()
    #expect(ingested(Array(csv.utf8)).table?.heading.line == heading)
  }

  @Test(
    "names the sheet that it was read from, and those with such a table that were not",
    arguments: [
      (["table", "table"], "S1"), (["title", "table", "hidden", "table"], "S2, S3"),
      (["table", "table", "broken", "table"], "S1, S3"), (["table", "title"], nil),
      (["table", "heading"], nil), (["table", "one"], nil), (["one", "one"], "S1"),
      (["wide", "half", "list", "few"], "S1"), (["half", "Danh mục"], nil),
    ])
  func otherSheets(kinds: [String], unread: String?) throws {
    let sheets = kinds.enumerated().map { index, kind in
      TestWorkbook.Sheet(
        name: name(of: kind, index), state: kind == "hidden" ? "state='hidden'" : "",
        rows: rows(of: kind) + (kind == "heading" ? "" : row(2, ["2.1.1", "a_x0007_"])))
    }
    let found = TestWorkbook(sheets: sheets).ingested
    let read = "S\(kinds.firstIndex(of: "title") == 0 ? 1 : 0)"
    #expect(found.table?.sheet == read)
    #expect(found.findings.allSatisfy { $0.place?.sheet == read })
    #expect(found.findings.contains { $0.code == .controlCharacter })
    let note = found.findings.first { $0.code == .sheetUnread }
    #expect(note?.details == unread.map { ["sheet": read, "sheets": $0] })
  }

  @Test("of one sheet does not name it") func oneSheet() {
    let found = TestWorkbook(rows: headingRow).ingested
    #expect(found.table?.sheet == nil)
    #expect(found.findings.first?.place?.sheet == nil)
  }

  @Test("without the headings names its sheets") func noHeadings() {
    let sheets = ["Bìa", "Sổ"].map { TestWorkbook.Sheet(name: $0, rows: row(1, ["a", "b"])) }
    let found = TestWorkbook(sheets: sheets).ingested
    #expect(places(found.findings) == ["F111 1:0"])
    #expect(found.findings.first?.details == ["sheet": "Bìa", "sheets": "Bìa, Sổ"])
  }

  @Test("with headings alone has no rows") func noRows() {
    let found = TestWorkbook(rows: headingRow).ingested
    #expect(places(found.findings) == ["C108 1:0"])
    #expect(texts(found.table) == [])
  }

  @Test("may leave out the places of rows and cells") func noPlaces() {
    let cell = { (text: String) in "<c t='inlineStr'><is><t>\(text)</t></is></c>" }
    let found = TestWorkbook(
      rows: "<row>\(cell("Chỉ báo"))\(cell("Ghi chú"))</row><row r='5'>\(cell("2.1.1"))</row>"
        + "<row>\(cell("2.1.2"))\(inline("D6", "x"))</row>"
    ).ingested
    #expect(texts(found.table) == [["2.1.1", ""], ["2.1.2", "", "", "x"]])
    #expect(found.table?.rows.map(\.line) == [5, 6])
  }

  @Test("may write its elements with a prefix, and its parts' names in another case") func prefix()
  {
    var workbook = TestWorkbook(rows: headingRow)
    let rows = headingRow + row(2, ["2.1.1", "có"])
    workbook.others["xl/worksheets/sheet1.xml"] =
      "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
      .replacing("</", with: "</x:").replacing("<", with: "<x:").replacing("<x:/x:", with: "</x:")
    var zip = workbook.zip
    for index in zip.parts.indices {
      zip.parts[index].name = zip.parts[index].name
        .replacing("sharedStrings", with: "SharedStrings").replacing("/", with: "\\")
    }
    #expect(texts(ingestedWorkbook(zip.bytes).table) == [["2.1.1", "có"]])
  }

  @Test("with formulas takes their stored values, with one note") func formulas() {
    let found = TestWorkbook(
      rows: "<row r='1'>\(inline("A1", "Bảng"))<c r='B1'><f>1+1</f><v>2</v></c></row>"
        + row(2, ["Chỉ báo", "Số đạt", "Ghi chú"])
        + "<row r='3'>\(inline("A3", "2.1.1"))<c r='B3'><f>SUM(Z1:Z9)</f><v>12</v></c>"
        + "<c r='C3' t='str'><f>\"a\"&amp;\"b\"</f><v>ab</v></c></row>"
        + "<row r='4'>\(inline("A4", "2.1.2"))<c r='B4'><f>1+2</f></c>"
        + "<c r='C4' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"
    ).ingested
    #expect(texts(found.table) == [["2.1.1", "12", "ab"], ["2.1.2", "", "#DIV/0!"]])
    let note = found.findings.first { $0.code == .formulaValueTaken }
    #expect(note?.details == ["count": "4", "first": "B3", "empty": "1"])
    #expect(places(found.findings) == ["F113 0:0", "C110 1:0"])
  }

  @Test("in a font of an old encoding is refused by the encoding's name") func oldEncoding() {
    let found = TestWorkbook(
      rows: headingRow + row(2, ["2.1.1", "Uû ban nh©n d©n"]) + row(3, ["2.1.2", "huyÖn Ch©u §øc"])
        + row(4, ["2.1.3", "thÞ x· Phó Mü"])
    ).ingested
    #expect(found.table == nil)
    #expect(places(found.findings) == ["F105 2:0"])
    #expect(found.findings.first?.details["encoding"] == "TCVN3 (ABC)")
  }

  @Test("names its control characters and its letters in pieces") func letters() {
    let found = TestWorkbook(
      rows: headingRow + row(2, ["2.1.1", "Hoa\u{300}"]) + row(3, ["2.1.2", "a_x0007_"])
    ).ingested
    #expect(texts(found.table) == [["2.1.1", "Hoà"], ["2.1.2", "a\u{FFFD}"]])
    #expect(places(found.findings) == ["F110 0:0", "F108 3:2"])
  }

  /// Forms name the sheets that they have beside their table.
  private func name(of kind: String, _ index: Int) -> String {
    if kind == "whole" { return "Danh mục" }
    return kind.first?.isUppercase == true ? kind : "S\(index)"
  }

  private func rows(of kind: String) -> String {
    switch kind {
    case "Danh mục", "DANH MUC": row(1, ["Chỉ báo", "Thành phần", "Đạt"])
    case "Hướng dẫn": row(1, ["Cột", "Cách điền"])
    case "whole":
      row(1, ["Chỉ báo", "Đạt", "Số đạt", "Tổng số", "Ghi chú"])
    case "rows": row(1, ["2.1.1", "Đạt", "có"]) + row(2, ["2.1.2", "", "33"])
    case "title": row(1, ["Hướng dẫn"])
    case "one": row(1, ["Chỉ báo", "khác"])
    case "empty": ""
    case "wide": row(1, ["Chỉ báo", "Số đạt", "Tổng số", "Ghi chú"])
    case "half": row(1, ["chỉ báo", "Tổng số"])
    case "list": row(1, ["Số đạt", "Tổng số", "Ghi chú"])
    case "few": row(1, ["Chỉ báo", "khác"])
    case "broken": headingRow + "<row r='x'/>"
    default: headingRow
    }
  }
}
