import Foundation
import Ingest
import Model
import Rendering

/// A workbook of a million cells: half of them texts that are mostly distinct, half numbers.
enum Workbooks {
  static let headings = ["Mã", "Tên", "Xếp loại", "Ghi chú", "Trích yếu"]
  static let rows = 100_000

  /// The folded headings by which the table is found.
  static var recognised: Set<String> { Set(headings.map(folded)) }

  /// The same bytes in every run, by the tool's own writer.
  static func million() throws -> [UInt8] {
    let numbers = (1...5).map { Table.Column("Số \($0)", .number) }
    let table = Table(
      id: "bang", caption: "Bảng", columns: headings.map { Table.Column($0) } + numbers,
      rows: (0..<rows).map(row))
    guard let day = CalendarDay(year: 2022, month: 11, day: 25) else { return [] }
    return try renderWorkbook(
      WorkbookDocument(
        title: "Bảng", subject: "", author: "", created: day,
        sheets: [.init(name: "Bảng", title: "Một triệu ô", lines: [], table: table)]))
  }

  private static func row(_ index: Int) -> [Cell] {
    let texts = [
      "\(10_000 + index)", "Trường trung học cơ sở số \(index)",
      ["Tốt", "Khá", "Trung bình"][index % 3], "Dòng \(index % 1_000)",
      "Kế hoạch số \(index)/KH-UBND",
    ]
    let numbers = (1...5).map { column -> Cell in
      let count = (index * 7_919 + column * 104_729) % 1_000_000
      guard column > 3, let share = Rational(count, over: 1_000) else { return Cell(count: count) }
      return Cell("", number: .decimal(share, places: 3))
    }
    return texts.map { Cell($0) } + numbers
  }
}
