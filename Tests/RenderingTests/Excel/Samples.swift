import Model
import OpenXML
import Testing

@testable import Rendering

/// A day that exists in every test.
func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
  try #require(CalendarDay(year: year, month: month, day: day))
}

func share(_ part: Int, _ whole: Int) throws -> Rational {
  try #require(Rational(part, over: whole)).asPercentage
}

/// A workbook with every kind of cell.
func sampleWorkbook() throws -> WorkbookDocument {
  let cover = WorkbookDocument.Sheet(
    name: "Bìa", title: "Báo cáo tự đánh giá Thành phố Bà Rịa năm 2022",
    lines: ["Số liệu minh hoạ.", "", "Căn cứ Kế hoạch số 25/KH-UBND của Ủy ban nhân dân tỉnh."],
    table: nil)
  let table = Table(
    id: "ket-qua", caption: "Kết quả",
    columns: [
      .init("Mã"), .init("Chỉ báo"), .init("Giá trị", .number), .init("Số lượng", .number),
      .init("Ngày", .centred), .init("Tình trạng", .centred),
    ], rows: try sampleRows())
  let results = WorkbookDocument.Sheet(
    name: "Kết quả", title: "Kết quả từng chỉ báo", lines: ["Trang này có một bảng."],
    table: table, isLandscape: true)
  let evidence = WorkbookDocument.Sheet(
    name: "Minh chứng", title: "Minh chứng", lines: [],
    table: oneColumn(id: "minh-chung", ["Không có minh chứng nào."]))
  return WorkbookDocument(
    title: "Báo cáo", subject: "Đô thị học tập", author: "Ủy ban nhân dân thành phố Bà Rịa",
    created: try day(2022, 11, 25), sheets: [cover, results, evidence])
}

private func sampleRows() throws -> [[Cell]] {
  [
    [
      Cell("748"), Cell("Tỷ lệ người lớn được tiếp cận thông tin", link: "#Minh chứng"),
      Cell("91,67%", number: .percentage(try share(55, 60))), Cell(count: 1_234_567),
      Cell("25/11/2022", number: .day(try day(2022, 11, 25))), Cell("Đạt", mark: .good),
    ],
    [
      Cell("2.1.2"), Cell("Tỷ lệ hộ nghèo", link: "../minh chứng/số 1&2.pdf#trang=2"),
      Cell("1,50", number: .decimal(try #require(Rational(3, over: 2)), places: 2)), Cell(count: 0),
      Cell(""), Cell("Chưa đạt", mark: .bad),
    ],
    [
      Cell("2.1.3"), Cell("Chỉ báo khác"), Cell("70%", number: .percentage(try share(7, 10))),
      Cell(count: -12), Cell("Chưa có"), Cell("Chưa đủ căn cứ", mark: .unknown),
    ],
  ]
}

/// A table of one column of texts.
func oneColumn(id: String = "bang", heading: String = "Nội dung", _ texts: [String]) -> Table {
  Table(id: id, caption: id, columns: [.init(heading)], rows: texts.map { [Cell($0)] })
}

/// A workbook of sheets that each hold a table of one column.
func workbook(_ sheets: [(name: String, table: Table?)], title: String = "T") throws
  -> WorkbookDocument
{
  WorkbookDocument(
    title: "T", subject: "S", author: "A", created: try day(1970, 1, 1),
    sheets: sheets.map { .init(name: $0.name, title: title, lines: [], table: $0.table) })
}

/// A workbook with one table of one column of texts.
func workbook(of texts: [String]) throws -> WorkbookDocument {
  try workbook([("Trang", oneColumn(texts))])
}

/// The parts of an archive by name.
func parts(of bytes: [UInt8]) throws -> [String: [UInt8]] {
  let archive = try ZipArchive(bytes, limits: .own)
  var parts: [String: [UInt8]] = [:]
  for name in archive.names {
    var content: [UInt8] = []
    try archive.read(name) {
      content += $0
      return true
    }
    parts[name] = content
  }
  return parts
}

/// The text of one part of an archive.
func part(_ name: String, of bytes: [UInt8]) throws -> String {
  String(decoding: try #require(parts(of: bytes)[name]), as: UTF8.self)
}
