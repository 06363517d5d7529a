import Model
import Testing

@testable import Rendering

@Suite struct SheetLayoutTests {
  @Test(arguments: [
    (0, 0, "A1"), (0, 25, "Z1"), (11, 26, "AA12"), (0, 701, "ZZ1"), (0, 702, "AAA1"),
  ])
  func `a place has the spreadsheet's address`(row: Int, column: Int, address: String) {
    #expect(CellAddress(row: row, column: column).description == address)
  }

  @Test func `there is no blank row, and the table ends the sheet`() throws {
    let layout = SheetLayout(try sampleWorkbook().sheets[1])
    #expect(layout.tableRange == "A3:F6")
    #expect(layout.range == "A1:F6")
    #expect(layout.cellCount == 2 + 4 * 6)
    let cover = SheetLayout(try sampleWorkbook().sheets[0])
    #expect(cover.rowCount == 3)
    #expect(!cover.lines.contains(""))
  }

  @Test(arguments: [10, 39, 200])
  func `a line beside a table is never wider than the page, and loses no word`(count: Int) {
    let line = (0..<count).map { "chữ\($0)" }.joined(separator: " ")
    let sheet = WorkbookDocument.Sheet(
      name: "a", title: "b", lines: [line], table: oneColumn(["1"]))
    let lines = SheetLayout(sheet).lines
    #expect(lines.joined(separator: " ") == line)
    #expect(lines.allSatisfy { textWidth($0) <= pageWidth(isLandscape: false) })
    #expect((lines.count > 1) == (textWidth(line) > pageWidth(isLandscape: false)))
  }

  @Test(arguments: [true, false])
  func `a wide table shrinks to the page by a third at most`(isLandscape: Bool) {
    let text = String(repeating: "chữ ", count: 40)
    let columns = (0..<5).map { Table.Column("Cột \($0)") }
    let table = Table(
      id: "t", caption: "t", columns: columns, rows: [columns.map { _ in Cell(text) }])
    let widths = columnWidths(of: table, isLandscape: isLandscape)
    #expect(widths.reduce(0, +) <= pageWidth(isLandscape: isLandscape) * 1.5)
    #expect(widths.allSatisfy { $0 >= 20 })
  }

  @Test func `a row is as high as its longest cell needs`() {
    let texts = [1, 20, 60, 2_000].map { String(repeating: "chữ ", count: $0) }
    let sheet = WorkbookDocument.Sheet(name: "a", title: "b", lines: [], table: oneColumn(texts))
    let heights = (2...5).map { SheetLayout(sheet).height(ofRow: $0) }
    #expect(heights[0] == 18.75)
    #expect(heights == heights.sorted())
    #expect(heights[2] > 40)
    #expect(heights[3] == 409)
  }

  @Test(arguments: ["một hai ba", "một\nhai", "", "một", "dàidàidàidàidàidài"])
  func `wrapping changes nothing but where lines end`(text: String) {
    for width in stride(from: 2.0, through: 40, by: 1) {
      let lines = wrapped(text, to: width)
      #expect(lines.joined(separator: " ") == text.replacing("\n", with: " "))
      #expect(lines.allSatisfy { lineWidth($0) <= width || !$0.contains(" ") })
    }
  }
}
