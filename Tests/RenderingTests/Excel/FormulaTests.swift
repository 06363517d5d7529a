import Foundation
import Model
import Testing

@testable import Rendering

/// A workbook with formulas, a name, a chart and marks by condition.
func calculatingWorkbook(
  _ formula: Formula = .cell(CellReference(table: "so", row: 0, column: 1)) * .name("NGUONG"),
  shows cell: Cell = Cell("140", number: .integer(140)), name: String = "NGUONG",
  chart title: String = "Biểu đồ"
) throws -> WorkbookDocument {
  let numbers = Table(
    id: "so", caption: "Số",
    columns: [
      .init("Tên"), .init("Số", .number),
      .init("Kết quả", words: [.init("Đạt", .good), .init("Không \"đạt\"", .bad)]),
    ],
    rows: [
      [Cell("a"), Cell(count: 2), Cell("Đạt")],
      [
        Cell("b"), Cell(cell.text, number: cell.number, formula: formula),
        Cell("", formula: .text("")),
      ],
    ])
  let limits = Table(
    id: "nguong", caption: "Ngưỡng", columns: [.init("Giá trị", .number)],
    rows: [[Cell(count: 70)]])
  let column = { (column: Int) in ColumnReference(table: "so", column: column, rows: 0..<2) }
  let chart = Chart(
    title: title, categoryAxis: "Tên", valueAxis: "Số", description: "a là 2 & b là 140",
    categories: column(0), series: [.init("Số", column(1), .bars), .init("Mức", column(1), .line)],
    maximum: 100)
  return WorkbookDocument(
    title: "T", subject: "S", author: "A", created: try day(2022, 11, 25),
    sheets: [
      .init(name: "Số liệu", title: "Số", lines: [], table: numbers, chart: chart),
      .init(name: "L'ngưỡng", title: "Ngưỡng", lines: [], table: limits),
    ],
    names: [.init(name, CellReference(table: "nguong", row: 0, column: 0))])
}

@Suite struct FormulaTests {
  private static let cell = Formula.cell(CellReference(table: "so", row: 1, column: 1))
  private static let column = Formula.column(
    ColumnReference(table: "nguong", column: 0, rows: 0..<1))

  @Test(
    arguments: [
      ((.whole(1) + .whole(2)) * .whole(3), "(1+2)*3"),
      (.whole(1) + .whole(2) * .whole(3), "1+2*3"),
      (.whole(8) - (.whole(2) - .whole(1)), "8-(2-1)"),
      (.whole(8) - .whole(2) - .whole(1), "8-2-1"),
      (.whole(8) / (.whole(2) * .whole(2)), "8/(2*2)"),
      (Formula.whole(1).equals(Formula.whole(2).isBelow(.whole(3))), "1=(2<3)"),
      (Formula.text("a\"b").followed(by: .whole(-1)), "\"a\"\"b\"&-1"),
      (.when(cell.isNumber, .name("NGUONG"), else: .empty), "IF(ISNUMBER(B4),NGUONG,\"\")"),
      (.call(.sum, [column]), "SUM('L''ngưỡng'!$A$3:$A$3)"),
      (.text("=1+1"), "\"=1+1\""), (.text("_x0041_"), "\"_x005F_x0041_\""),
    ] as [(Formula, String)])
  func `a formula is written as a spreadsheet reads it`(formula: Formula, text: String) throws {
    let layout = WorkbookLayout(try calculatingWorkbook())
    #expect(formula.text(in: layout.places, on: "Số liệu") == text)
  }

  @Test(arguments: [255, 256, 600])
  func `a text longer than a formula's texts is written in pieces`(length: Int) throws {
    let layout = WorkbookLayout(try calculatingWorkbook())
    let text = Formula.text(String(repeating: "ơ", count: length))
      .text(in: layout.places, on: "Số liệu")
    #expect(text.contains("&") == (length > 255))
    #expect(text.count { $0 == "ơ" } == length)
    #expect(text.split(separator: "\"").allSatisfy { $0.utf16.count <= 255 })
  }

  @Test func `formulas, names, charts and marks pass their check, with the same bytes each time`()
    throws
  {
    let document = try calculatingWorkbook()
    let bytes = try renderWorkbook(document)
    #expect(try renderWorkbook(document) == bytes)
    try checkWorkbook(bytes, against: document, file: "a.xlsx")
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<f>B3*NGUONG</f><v>140</v>"))
    let chart = try part("xl/charts/chart1.xml", of: bytes)
    #expect(chart.contains("<c:v>140</c:v>"), "the chart shows what is stored")
    #expect(try part("xl/workbook.xml", of: bytes).contains("fullCalcOnLoad=\"1\""))
  }

  @Test(arguments: [
    ("xl/worksheets/sheet1.xml", "<f>B3*NGUONG</f>", "<f>B3*NGUONG*1</f>"),
    ("xl/worksheets/sheet1.xml", "<f>B3*NGUONG</f>", ""),
    ("xl/worksheets/sheet1.xml", "<v>140</v>", "<v>141</v>"),
    ("xl/worksheets/sheet1.xml", "<v></v>", "<v>Đạt</v>"),
    ("xl/worksheets/sheet1.xml", "sqref=\"C3:C4\"", "sqref=\"C3:C5\""),
    ("xl/worksheets/sheet1.xml", "<formula>\"Đạt\"</formula>", "<formula>\"Khá\"</formula>"),
    ("xl/workbook.xml", "$A$3</definedName>", "$A$4</definedName>"),
    ("xl/workbook.xml", "name=\"NGUONG\"", "name=\"NGUONG_\""),
    ("xl/charts/chart1.xml", "$B$3:$B$4", "$B$3:$B$3"),
    ("xl/charts/chart1.xml", "Biểu đồ", "Biểu độ"),
    ("xl/drawings/drawing1.xml", "a là 2 &amp; b", "a là 3 &amp; b"),
    ("docProps/core.xml", "vi-VN", "en-US"),
  ])
  func `a file that calculates something else is refused`(name: String, old: String, new: String)
    throws
  {
    let document = try calculatingWorkbook()
    var parts = try parts(of: renderWorkbook(document))
    let text = String(decoding: try #require(parts[name]), as: UTF8.self)
    let changed = text.replacing(old, with: new)
    try #require(changed != text)
    parts[name] = Array(changed.utf8)
    let file = try archive(of: parts)
    #expect(throws: Fault.self) { try checkWorkbook(file, against: document, file: "a.xlsx") }
  }

  private static func nested(_ depth: Int) -> Formula {
    (0..<depth).reduce(Formula.whole(1)) { inner, _ in .call(.absolute, [inner]) }
  }

  @Test(
    arguments: [
      (.name("KHAC"), 1), (.cell(CellReference(table: "khac", row: 0, column: 0)), 1),
      (.cell(CellReference(table: "so", row: 2, column: 0)), 1),
      (.cell(CellReference(table: "so", row: 0, column: -1)), 1),
      (.column(ColumnReference(table: "so", column: 0, rows: 0..<3)), 1),
      (.column(ColumnReference(table: "so", column: 0, rows: 1..<1)), 1),
      (nested(64), 0), (nested(65), 1),
      (.call(.sum, Array(repeating: .whole(1), count: 255)), 0),
      (.call(.sum, Array(repeating: .whole(1), count: 256)), 1),
      (.text(String(repeating: "a", count: 9_000)), 1),
    ] as [(Formula, Int)])
  func `a formula that a spreadsheet refuses is a fault`(formula: Formula, count: Int) throws {
    #expect(problems(of: try calculatingWorkbook(formula)).count == count)
  }

  @Test(arguments: ["NGUONG 1", "T1", "R1C1", "1A", "NGƯỠNG", "", "nguong\""])
  func `a name that a formula would not take for one is a fault`(name: String) throws {
    let document = try calculatingWorkbook(.whole(1), name: name)
    #expect(problems(of: document).count == 1)
  }

  @Test(arguments: ["", "a\u{0}", String(repeating: "a", count: 201)])
  func `a chart with words that are lost is a fault`(title: String) throws {
    #expect(problems(of: try calculatingWorkbook(.whole(1), chart: title)).count == 1)
  }

  @Test func `what is stored beside a formula is never a formula itself`() throws {
    let document = try calculatingWorkbook(.text("x"), shows: Cell("=cmd|'/c calc'!A1"))
    let bytes = try renderWorkbook(document)
    try checkWorkbook(bytes, against: document, file: "a.xlsx")
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<f>\"x\"</f><v>=cmd|'/c calc'!A1</v>"))
  }
}
