import Ingest
import Model
import Pipeline
import Rendering
import SampleSupport
import Testing

/// Workbooks where CSV files may stand.
@Suite("A workbook in a unit's folder") struct WorkbookIntakeTests {
  static let folder = "2022/748-ba-ria/"

  @Test(
    "takes the place of the CSV file of its name, whatever the case of that name",
    arguments: [
      ("so-lieu", "so-lieu.xlsx"), ("so-lieu", "So-Lieu.XLSX"), ("minh-chung", "minh-chung.xlsx"),
    ])
  func replaces(table: String, workbook: String) throws {
    let csv = Self.folder + table + ".csv"
    let path = Self.folder + workbook
    let more = try workbookFile(path, like: csv)
    let judged = try judge(SampleRequest.make { $0.filter { $0.path != csv } + [more] })
    let expected = try #require(SampleRequest.judged().record.units.first).assessment
    let unit = try #require(judged.record.units.first).assessment
    #expect(unit.indicators.map(\.status) == expected.indicators.map(\.status))
    #expect(unit.level == expected.level && unit.outcome == expected.outcome)
    // A title stands above the table of every workbook that hoctap writes.
    #expect(
      judged.codes(of: "748").filter { $0 != .titleRows }
        == (try SampleRequest.judged().codes(of: "748")))
  }

  @Test("beside a CSV file that says the same changes nothing") func twins() throws {
    let csv = Self.folder + "so-lieu.csv"
    let more = try workbookFile(Self.folder + "so-lieu.xlsx", like: csv)
    let judged = try judge(SampleRequest.make { $0 + [more] })
    #expect(try judged.record == SampleRequest.judged().record)
  }

  @Test("beside a CSV file that says something else is not used, and said to be there")
  func differingTwins() throws {
    let csv = Self.folder + "so-lieu.csv"
    let path = Self.folder + "so-lieu.xlsx"
    let twin = try workbookFile(path, like: csv) { $0[1][$0[1].count - 1] += " khác" }
    let judged = try judge(SampleRequest.make { $0 + [twin] })
    let expected = try #require(SampleRequest.judged().record.units.first)
    let unit = try #require(judged.record.units.first)
    #expect(unit.assessment == expected.assessment)
    let more = unit.findings.filter { !expected.findings.contains($0) }.map(\.finding)
    #expect(more.map(\.code) == [.tableTwice])
    #expect(more.first?.place?.file == path)
    #expect(more.first?.details["other"] == csv)
    let address = try #require(more.first?.place?.address)
    #expect(more.first?.details["at"] == " (\(address))")
  }

  @Test("that cannot be read leaves the CSV file in use") func unreadable() throws {
    let path = Self.folder + "so-lieu.xlsx"
    let judged = try judge(
      SampleRequest.make { $0 + [WorkspaceFile(path: path, bytes: [1, 2, 3])] })
    let expected = try #require(SampleRequest.judged().record.units.first)
    let unit = try #require(judged.record.units.first)
    #expect(unit.assessment == expected.assessment)
    let more = unit.findings.filter { !expected.findings.contains($0) }.map(\.finding)
    #expect(more.map(\.code) == [.workbookUnreadable])
  }

  @Test("that hoctap wrote itself reads back, cell for cell") func roundTrip() throws {
    let texts = [
      ["Chỉ báo", "Ghi chú"], ["2.1.1", "dòng một\ndòng hai"], ["_x000D_", "=1+1"],
      ["Ủy ban", "a & b < c > \"d\" 'e'"], ["0,1", ""],
    ]
    let bytes = try workbook(of: texts)
    let found = ingestWorkbook(
      bytes, file: "a.xlsx", recognising: TableHeadings(["chi bao", "ghi chu"]))
    let table = try #require(found.table)
    #expect(([table.heading] + table.rows).map { $0.cells.map(\.text) } == texts)
  }
}

/// A workbook with the cells of a CSV file.
private func workbookFile(
  _ path: String, like csv: String, changing change: (inout [[String]]) -> Void = { _ in }
) throws -> WorkspaceFile {
  let file = try #require(SampleRequest.make().files.first { $0.path == csv })
  let headings = Set(["Chỉ báo", "Số, ký hiệu", "Đạt", "Ghi chú", "Tệp"].map(folded))
  let table = try #require(ingestTable(file.bytes, file: csv, recognising: headings).table)
  var rows = ([table.heading] + table.rows).map { $0.cells.map(\.text) }
  change(&rows)
  return WorkspaceFile(path: path, bytes: try workbook(of: rows))
}

/// The first row becomes the headings of a table.
func workbook(of rows: [[String]]) throws -> [UInt8] {
  let width = rows.map(\.count).max() ?? 0
  let cells = rows.dropFirst().map { row in
    (0..<width).map { Cell($0 < row.count ? row[$0] : "") }
  }
  let table = Table(id: "a", caption: "a", columns: rows[0].map { .init($0) }, rows: cells)
  return try renderWorkbook(
    WorkbookDocument(
      title: "a", subject: "", author: "", created: try #require(CalendarDay(iso: "2022-11-25")),
      sheets: [.init(name: "a", title: "a", lines: [], table: table)]))
}
