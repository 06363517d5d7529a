import Model
import Testing

@testable import Rendering

@Suite struct WorkbookRulesTests {
  @Test(arguments: [
    "", "a[b", "a]b", "a:b", "a*b", "a?b", "a/b", #"a\b"#, "a#b", "'a", "a'", "History", "HISTORY",
    "a\nb", "a\u{0}", "\u{FFFF}", "_x0041_", "2022", "T1", "NQ57", "R1C1", "r", "C", "RC", ".a",
    "ơơơơơơơơơơơơơơơơơơơơơơơơơơơơơơơơ", "👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍",
  ])
  func `a sheet's name that Excel refuses is a fault`(name: String) throws {
    let document = try workbook([(name, nil)])
    #expect(throws: Fault.self) { try renderWorkbook(document) }
  }

  @Test(arguments: [
    "Điểm", "Năm 2022", "Kết quả & minh chứng", "a'b", "History 2", "Rule", "Table_1", "Năm",
    "ơơơơơơơơơơơơơơơơơơơơơơơơơơơơơơơ", "ơơơơơơơơơơơơơơơơơơơơơơơơơơơơơơ", "ABCD1", "A", "Cột",
  ])
  func `a sheet's name that Excel takes is written`(name: String) throws {
    let document = try workbook([(name, oneColumn(["a"]))])
    try checkWorkbook(renderWorkbook(document), against: document, file: "a.xlsx")
  }

  @Test(arguments: [("Điểm", "ĐIỂM"), ("a", "A"), ("Ế", "e\u{302}\u{301}")])
  func `two sheets of one name are a fault whatever the case`(one: String, other: String) throws {
    let document = try workbook([(one, nil), (other, nil)])
    let fault = #expect(throws: Fault.self) { try renderWorkbook(document, file: "b.xlsx") }
    #expect(fault?.problems.count == 1)
    #expect(fault?.problems.first?.file == "b.xlsx")
  }

  @Test func `two tables of one id are a fault`() throws {
    let document = try workbook([
      ("a", oneColumn(id: "x", ["1"])), ("b", oneColumn(id: "X", ["1"])),
    ])
    #expect(throws: Fault.self) { try renderWorkbook(document) }
  }

  @Test(arguments: ["", "a b", "bảng", "a_b", String(repeating: "a", count: 201)])
  func `a table's id that no name can be made of is a fault`(id: String) throws {
    let document = try workbook([("a", oneColumn(id: id, ["1"]))])
    #expect(throws: Fault.self) { try renderWorkbook(document) }
  }

  @Test(arguments: [["Tên", "TÊN"], ["a\nb", "A b"], ["", "a"], [" ", "a"]])
  func `headings that are empty or equal whatever the case are a fault`(titles: [String]) throws {
    let table = Table(
      id: "t", caption: "t", columns: titles.map { .init($0) }, rows: [titles.map { Cell($0) }])
    let document = try workbook([("a", table)])
    #expect(throws: Fault.self) { try renderWorkbook(document) }
  }

  @Test(arguments: [(254, 0), (255, 0), (256, 1)])
  func `a heading has at most 255 characters`(length: Int, count: Int) throws {
    let heading = String(repeating: "ơ", count: length)
    let document = try workbook([("a", oneColumn(heading: heading, ["1"]))])
    #expect(problems(of: document).count == count)
    if count == 0 { try checkWorkbook(renderWorkbook(document), against: document, file: "a") }
  }

  @Test(arguments: [
    (1_048_575, 1, 0), (1_048_576, 1, 0), (1_048_577, 1, 1), (2, 16_383, 0), (2, 16_384, 0),
    (2, 16_385, 1), (2, 0, 1),
  ])
  func `a sheet has the spreadsheet's size at most`(rows: Int, columns: Int, count: Int) {
    #expect(sizeProblems(rows: rows, columns: columns).count == count)
  }

  @Test(arguments: [(65_529, 0), (65_530, 0), (65_531, 1)])
  func `a sheet has the spreadsheet's number of links at most`(links: Int, count: Int) throws {
    let rows = (0..<links).map { _ in [Cell("a", link: "b")] }
    let table = Table(id: "t", caption: "t", columns: [.init("A")], rows: rows)
    #expect(problems(of: try workbook([("a", table)])).count == count)
  }

  @Test(arguments: [("#b", 0), ("#B", 1), ("#", 1), ("", 1), ("x.html", 0)])
  func `a link leads somewhere`(link: String, count: Int) throws {
    let table = Table(
      id: "t", caption: "t", columns: [.init("A")], rows: [[Cell("a", link: link)]])
    #expect(problems(of: try workbook([("a", table), ("b", nil)])).count == count)
  }

  @Test(arguments: [(2_078, 0), (2_079, 0), (2_080, 1)])
  func `a path has at most 2079 characters`(length: Int, count: Int) throws {
    let path = String(repeating: "a", count: length)
    let table = Table(
      id: "t", caption: "t", columns: [.init("A")], rows: [[Cell("a", link: path)]])
    let document = try workbook([("a", table)])
    #expect(problems(of: document).count == count)
    if count == 0 { try checkWorkbook(renderWorkbook(document), against: document, file: "a") }
  }

  @Test func `every problem of a workbook is in one fault`() throws {
    let document = try workbook([("", nil), ("a/b", oneColumn(heading: "", ["x"]))], title: "")
    let fault = #expect(throws: Fault.self) { try renderWorkbook(document) }
    #expect(fault?.problems.count == 5)
  }

  @Test func `a workbook without a sheet is a fault`() throws {
    let document = try workbook([])
    #expect(throws: Fault.self) { try renderWorkbook(document) }
  }
}
