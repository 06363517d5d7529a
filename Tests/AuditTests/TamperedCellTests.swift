import Audit
import SampleSupport
import Testing

/// A cell that says something else than the result is found, whoever mends the manifest.
@Suite("A tampered cell") struct TamperedCellTests {
  typealias Case = (cell: TamperedCell, kind: Discrepancy.Kind)

  private static let district = "748-ba-ria/bao-cao-tu-danh-gia"
  private static let pending = "752-long-dien/bao-cao-tu-danh-gia"
  private static let province = "77-ba-ria-vung-tau/bao-cao-tong-ket-thi-diem"

  /// The columns of reports in every format.
  private static let columns: [(heading: String, beside: String, text: String, Discrepancy.Kind)] =
    [
      ("Số liệu", "Ngưỡng", "35/36 = 97,22%", .figure),
      ("Kết quả", "Ngưỡng", "Không đạt", .status), ("Minh chứng", "Ngưỡng", "Chưa đủ", .evidence),
      ("Mức", "Ngưỡng", "Mức độ 9", .band), ("Căn cứ", "Ngưỡng", "Phụ lục 9", .clause),
    ]

  private static let pageColumns: [(String, String, String, Discrepancy.Kind)] = [
    ("Cách tính", "Kết quả", "Đơn vị xác nhận: không.", .trace),
    ("Kết quả", "Cách tính", "Chưa có số liệu", .status),
    ("Số liệu", "Cách tính", "Không", .figure),
  ]

  private static let workbookColumns: [(String, String, String, Discrepancy.Kind)] = [
    ("Số đạt", "Ngưỡng", "1", .figure), ("Tổng số", "Ngưỡng", "1", .figure),
    ("Tỷ lệ (%)", "Ngưỡng", "99.5", .figure), ("Đạt (có, không)", "Năm nay", "Không", .figure),
    ("Số đạt", "Năm nay", "77", .figure), ("Tổng số", "Năm nay", "78", .figure),
    ("Tỷ lệ (%)", "Năm nay", "98", .figure), ("Năm trước", "Năm nay", "1", .figure),
    ("Năm nay", "Năm trước", "2", .figure),
  ]

  /// A workbook has its figures in columns of their own.
  private static func columns(
    _ ending: String
  ) -> [(heading: String, beside: String, text: String, Discrepancy.Kind)] {
    ending == "xlsx" ? columns.filter { $0.heading != "Số liệu" } : columns
  }

  static let cases: [Case] =
    [district, pending, province].flatMap { report in
      ["html", "md", "xlsx"].flatMap { ending in
        columns(ending).map { heading, beside, text, kind in
          (
            TamperedCell(
              path: "\(report).\(ending)", heading: heading, beside: beside, row: 0, text: text),
            kind
          )
        }
      }
        + ["html", "md"].flatMap { ending in
          pageColumns.map { heading, beside, text, kind in
            (
              TamperedCell(
                path: "\(report).\(ending)", heading: heading, beside: beside, row: 0, text: text),
              kind
            )
          }
        }
        + workbookColumns.map { heading, beside, text, kind in
          (
            TamperedCell(
              path: "\(report).xlsx", heading: heading, beside: beside, row: 5, text: text), kind
          )
        }
    } + others

  private static let others: [Case] = [
    (TamperedCell(path: "\(district).md", heading: "Việc cần làm", text: "Không"), .need),
    (TamperedCell(path: "\(district).html", heading: "Việc cần làm", text: "Không"), .need),
    (
      TamperedCell(
        path: "\(district).xlsx", heading: "Việc cần làm", beside: "Cơ quan phụ trách",
        text: "Không"), .need
    ),
    (TamperedCell(path: "\(pending).md", heading: "Còn thiếu", text: "số liệu khác"), .owed),
    (TamperedCell(path: "\(pending).html", heading: "Còn thiếu", text: "số liệu khác"), .owed),
    (TamperedCell(path: "\(province).md", heading: "Mức độ", text: "3"), .level),
    (TamperedCell(path: "\(province).html", heading: "Có thể đạt", text: "3"), .possibleLevel),
    (
      TamperedCell(path: "\(province).html", heading: "Chỉ báo quyết định", text: "1.1.1"),
      .binding
    ),
    (
      TamperedCell(
        path: "\(province).md", heading: "Kết quả", beside: "Có thể đạt", text: "Đạt mức độ 3"),
      .outcome
    ),
    (
      TamperedCell(
        path: "\(province).html", heading: "Huyện Long Điền", row: 2, text: "Đạt"), .status
    ),
    (
      TamperedCell(
        path: "\(province).xlsx", heading: "Thị xã Phú Mỹ", beside: "Huyện Long Điền", row: 6,
        text: "Mức độ 3"),
      .status
    ),
    (
      TamperedCell(path: "index.html", heading: "Mã kiểm tra SHA-256", row: 1, text: "00"),
      .resultDigest
    ),
    (
      TamperedCell(
        path: "index.html", heading: "Kết quả", beside: "Có thể đạt", row: 1,
        text: "Đạt mức độ 3"), .outcome
    ),
    (
      TamperedCell(path: "index.html", heading: "Có thể đạt", row: 2, text: "3"), .possibleLevel
    ),
    (
      TamperedCell(path: "index.html", heading: "Thành phố Bà Rịa", row: 5, text: "Mức độ 1"),
      .status
    ),
    (
      TamperedCell(
        path: "index.html", heading: "Kết quả", beside: "Cơ quan phụ trách", row: 1,
        text: "Không đạt"), .status
    ),
  ]

  /// All at once, because reading a folder back takes longer than tampering with it.
  @Test("is found where it is, and nothing else is") func found() throws {
    var folder = try Folder()
    for (cell, _) in Self.cases { try folder.tamper(cell) }
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    for (cell, kind) in Self.cases {
      let difference = found.first {
        $0.file == cell.path && $0.kind == kind && $0.found == cell.text
          && ($0.place.column == cell.heading)
      }
      #expect(difference != nil, "\(cell.testDescription)")
      #expect(difference.map { $0.place.line != nil || $0.place.cell != nil } != false)
    }
    let others = found.filter { difference in
      !Self.cases.contains { $0.0.path == difference.file && $0.0.text == difference.found }
    }
    #expect(others.isEmpty, "\(others)")
    // A cell that is typed over has lost its formula, too.
    #expect(found.count { $0.kind != .formula } == Self.cases.count)
  }

  @Test("of a request is found, in each") func request() throws {
    var folder = try Folder()
    let paths = folder.paths.filter { $0.hasPrefix("phieu-bo-sung/") }
    try #require(!paths.isEmpty)
    for path in paths {
      try folder.tamper(
        TamperedCell(path: path, heading: "Cần bổ sung", text: "Không cần gì"))
    }
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    #expect(found.map(\.file).sorted() == paths.sorted())
    #expect(found.allSatisfy { $0.kind == .owed && $0.found == "Không cần gì" })
  }
}
