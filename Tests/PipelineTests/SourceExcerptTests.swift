import Model
import Pipeline
import SampleSupport
import Testing

/// The row that a message shows, with its cell, is the one that the reader read.
@Suite("Excerpts") struct SourceExcerptTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let line: Int
    let column: Int
    let heading: String?
    let shown: String
    let cell: String?

    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "a plain cell", text: "Mã;Tên\n1;Bà Rịa\n", line: 2, column: 2, heading: "Tên",
      shown: "1;Bà Rịa", cell: "Bà Rịa"),
    Row(
      name: "a quoted cell with separators", text: "Mã,Tên\n\"1,2\",\"a, \"\"b\"\"\",3\n", line: 2,
      column: 2, heading: "Tên", shown: "\"1,2\",\"a, \"\"b\"\"\",3", cell: "\"a, \"\"b\"\"\""),
    Row(
      name: "a cell after one of several lines", text: "Mã;Tên\n\"a\nb\";2\n", line: 3, column: 2,
      heading: "Tên", shown: "b\";2", cell: nil),
    Row(
      name: "a cell of several lines", text: "Mã;Tên\n1;\"a\nb\"\n", line: 2, column: 2,
      heading: "Tên", shown: "1;\"a", cell: "\"a"),
    Row(
      name: "a tab table below titles", text: "UBND\n\nMã\tTên\n1\t x \n", line: 4, column: 2,
      heading: "Tên", shown: "1\t x ", cell: "x"),
    Row(
      name: "an empty cell", text: "Mã;Tên;Số\n1;;3\n", line: 2, column: 2, heading: "Tên",
      shown: "1;;3", cell: ""),
    Row(
      name: "a heading", text: "sep=,\nMã,Tên\n1,2\n", line: 2, column: 2, heading: "Tên",
      shown: "Mã,Tên", cell: "Tên"),
    Row(
      name: "a quote that is never closed", text: "Mã;Tên\n1;\"a\n2;b\n", line: 2, column: 2,
      heading: "Tên", shown: "1;\"a", cell: "\"a"),
    Row(
      name: "a cell beyond the headings", text: "Mã,Tên\n1,\"a, b\",xem lại\n", line: 2, column: 3,
      heading: nil, shown: "1,\"a, b\",xem lại", cell: "xem lại"),
    Row(
      name: "a control character", text: "Mã;Tên\n1;a\u{1B}[31m\n", line: 2, column: 2,
      heading: "Tên", shown: "1;a\u{FFFD}[31m", cell: "a\u{FFFD}[31m"),
  ]

  private func excerpt(_ bytes: [UInt8], _ place: SourcePlace) throws -> SourceExcerpt? {
    let request = try SoundRequest.make().edited([.write(place.file, bytes)])
    return SourceExcerpts(of: request, at: [place])[place]
  }

  @Test("show the line and find the cell", arguments: rows) func shows(_ row: Row) throws {
    let place = SourcePlace(
      file: "2022/a.csv", line: row.line, column: row.heading, columnNumber: row.column)
    let found = try #require(try excerpt(Array(row.text.utf8), place))
    #expect(found.text == row.shown)
    guard row.name != "a cell after one of several lines" else { return }
    #expect(found.cell.map { String(found.text[$0]) } == row.cell)
  }

  @Test("decode the file as the reader does") func decodes() throws {
    let text = "Mã;Tên\r\n1;Phước\r\n"
    let units = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + units
    let place = SourcePlace(file: "2022/a.csv", line: 2, column: "Tên", columnNumber: 2)
    #expect(try excerpt(bytes, place)?.text == "1;Phước")
  }

  @Test(
    "are never of persons, of files that cannot be read, or of lines that are not there",
    arguments: [
      ("2022/748-ba-ria/cong-dan.csv", 2), ("2022/cong-dan/1.csv", 2), ("2022/CONG-DAN-2.csv", 2),
      ("2022/a.csv", 9), ("2022/a.csv", 0),
    ])
  func withheld(file: String, line: Int) throws {
    let place = SourcePlace(file: file, line: line, column: "Tên", columnNumber: 2)
    #expect(try excerpt(Array("Mã;Tên\n1;2\n".utf8), place) == nil)
  }

  @Test(
    "of a workbook are its row with bars between the cells",
    arguments: [
      ("rất hợp", "khó", "2.1.2 | rất hợp | khó | "),
      ("sai | sai", "a\nb", "2.1.2 | sai | sai | a b | "),
    ])
  func workbookRow(value: String, remark: String, shown: String) throws {
    let path = "2022/748-ba-ria/gop-y.xlsx"
    let bytes = try workbook(of: [
      ["Chỉ báo", "Mức độ phù hợp", "Vướng mắc", "Kiến nghị"], ["2.1.2", value, remark, ""],
    ])
    let request = try SampleRequest.make {
      $0.filter { !$0.path.contains("/gop-y.") } + [WorkspaceFile(path: path, bytes: bytes)]
    }
    let findings = try judge(request).findings.map(\.finding)
    let place = try #require(findings.first { $0.code.rawValue == "V111" }?.place)
    #expect(place.file == path)
    let whole = SourcePlace(file: path, line: place.line)
    let last = SourcePlace(file: path, line: place.line, columnNumber: 4)
    let excerpts = SourceExcerpts(of: request, at: [place, whole, last])
    let found = try #require(excerpts[place])
    #expect(found.text == shown && found.cell.map { String(found.text[$0]) } == value)
    #expect(excerpts[whole] == SourceExcerpt(text: shown, cell: nil))
    #expect(excerpts[last]?.cell == shown.endIndex..<shown.endIndex)
  }

  @Test("of a workbook of persons there are none", arguments: ["so-lieu", "cong-dan/so-lieu"])
  func workbookOfPersons(name: String) throws {
    let path = "2022/\(name).xlsx"
    let bytes = try workbook(of: [["Chỉ báo", "Số đạt"], ["2.1.1", "5"]])
    let places = (1...9).map { SourcePlace(file: path, line: $0) }
    let request = try SoundRequest.make().edited([.write(path, bytes)])
    let excerpts = SourceExcerpts(of: request, at: places)
    let shown = places.compactMap { excerpts[$0]?.text }
    #expect(shown == (name == "so-lieu" ? ["Chỉ báo | Số đạt", "2.1.1 | 5"] : []))
  }

  @Test("of a thousand places come from one reading") func many() throws {
    let text = "Mã;Tên\n" + (0..<1000).map { "\($0);x\"y\n" }.joined()
    let places = (2...1001).map {
      SourcePlace(file: "2022/a.csv", line: $0, column: "Tên", columnNumber: 2)
    }
    let request = try SoundRequest.make().edited([.text("2022/a.csv", text)])
    let excerpts = SourceExcerpts(of: request, at: places)
    #expect(places.allSatisfy { excerpts[$0]?.cell != nil })
  }

  @Test("show of a very long line the part with the cell", arguments: [0, 7_000, 60_000])
  func longLine(count: Int) throws {
    let before = String(repeating: "ề;", count: count)
    let place = SourcePlace(file: "2022/a.csv", line: 2, column: nil, columnNumber: 2)
    let text = "Mã;Tên\n\"\(before)\";xem lại;" + String(repeating: "ế", count: 30_000) + "\n"
    let request = try SoundRequest.make().edited([.text(place.file, text)])
    let excerpt = try #require(SourceExcerpts(of: request, at: [place])[place])
    #expect(excerpt.text.utf8.count <= 20_002 && !excerpt.text.contains("\u{FFFD}"))
    #expect(excerpt.cell.map { String(excerpt.text[$0]) } == "xem lại")
  }

  @Test("of one line share its text, however many they are") func manyOfOneLine() throws {
    let heading = (1...10_000).map { "Cột số \($0)" }
    let places = heading.indices.map { index in
      SourcePlace(file: "2022/a.csv", line: 1, column: heading[index], columnNumber: index + 1)
    }
    let text = heading.joined(separator: ";") + "\n"
    let request = try SoundRequest.make().edited([.write("2022/a.csv", Array(text.utf8))])
    let excerpts = SourceExcerpts(of: request, at: places)
    let cells = places.map { place in
      excerpts[place].flatMap { found in found.cell.map { String(found.text[$0]) } }
    }
    #expect(cells == heading)
  }
}
