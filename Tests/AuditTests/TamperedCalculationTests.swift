import Audit
import Testing

/// What a workbook computes, and what no table of a result repeats: each change is found, alone and
/// with a manifest that was mended to match.
@Suite("A tampered calculation") struct TamperedCalculationTests {
  private static let workbook = "748-ba-ria/bao-cao-tu-danh-gia.xlsx"

  struct StoredValue: CustomTestStringConvertible {
    let sheet: String
    let cell: String
    let old: String
    let new: String
    let kind: Discrepancy.Kind

    var testDescription: String { "\(sheet)!\(cell) \(old) → \(new)" }
  }

  static let values = [
    StoredValue(sheet: "Kết luận", cell: "B4", old: "2", new: "3", kind: .level),
    StoredValue(sheet: "Kết luận", cell: "B5", old: "2", new: "3", kind: .possibleLevel),
    StoredValue(
      sheet: "Kết luận", cell: "B6", old: "Đạt mức độ 2", new: "Đạt mức độ 3", kind: .outcome),
    StoredValue(sheet: "Kết luận", cell: "B7", old: "2.1.2", new: "2.1.1", kind: .binding),
    StoredValue(sheet: "Kết luận", cell: "B8", old: "16", new: "15", kind: .status),
    StoredValue(sheet: "Kết luận", cell: "B9", old: "16", new: "15", kind: .status),
    StoredValue(sheet: "Kết quả", cell: "M12", old: "2", new: "3", kind: .level),
    StoredValue(sheet: "Kết quả", cell: "N12", old: "2", new: "3", kind: .level),
    StoredValue(sheet: "Kết quả", cell: "O11", old: "Không", new: "Có", kind: .binding),
    StoredValue(sheet: "Tiêu chí", cell: "G9", old: "3", new: "2", kind: .level),
    StoredValue(sheet: "Tiêu chí", cell: "H9", old: "3", new: "2", kind: .possibleLevel),
    StoredValue(sheet: "Ngưỡng", cell: "C4", old: "70", new: "65", kind: .limit),
    StoredValue(sheet: "Ngưỡng", cell: "C6", old: "90", new: "85", kind: .limit),
    StoredValue(sheet: "Ngưỡng", cell: "C7", old: "100", new: "110", kind: .limit),
    StoredValue(sheet: "Ngưỡng", cell: "C11", old: "0.05", new: "0.5", kind: .limit),
    StoredValue(
      sheet: "Kinh phí", cell: "E8", old: "350300000", new: "350300001", kind: .disagreement),
  ]

  /// All at once, because reading a folder back takes longer than tampering with it.
  @Test("that is only stored otherwise is found where it is") func stored() throws {
    var folder = try Folder()
    for value in Self.values {
      try folder.store(
        value.new, over: value.old, at: value.cell, of: value.sheet, in: Self.workbook)
    }
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    for value in Self.values {
      #expect(
        found.contains {
          $0.kind == value.kind && $0.place.sheet == value.sheet && $0.place.cell == value.cell
        }, "\(value.testDescription)")
    }
    #expect(found.allSatisfy { $0.file == Self.workbook })
  }

  @Test("that lost its formulas is found, cell by cell", arguments: ["", "1+1"])
  func formulas(constant: String) throws {
    let cells = [
      ("Kết luận", "B4"), ("Kết luận", "B7"), ("Kết quả", "I6"), ("Kết quả", "L11"),
      ("Kết quả", "M11"), ("Tiêu chí", "G5"),
    ]
    var folder = try Folder()
    for (sheet, cell) in cells {
      try folder.replaceFormula(by: constant, at: cell, of: sheet, in: Self.workbook)
    }
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    #expect(found.allSatisfy { $0.kind == .formula })
    #expect(
      Set(found.map { "\($0.place.sheet ?? "") \($0.place.cell ?? "")" })
        == Set(cells.map { "\($0) \($1)" }))
  }

  @Test("whose names stand for other cells is found") func names() throws {
    var folder = try Folder()
    try folder.replace(
      "'Ngưỡng'!$C$4</definedName>", by: "'Ngưỡng'!$C$12</definedName>", in: Self.workbook)
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    #expect(found.map(\.kind) == [.limit])
    #expect(found.first?.place.subject == "NGUONG_MUC_1")
  }

  typealias Text = (path: String, old: String, new: String, kind: Discrepancy.Kind)

  static let texts: [Text] = [
    ("748-ba-ria/bao-cao-tu-danh-gia.md", "390.000.000 đồng;", "490.000.000 đồng;", .disagreement),
    ("748-ba-ria/bao-cao-tu-danh-gia.md", "| 390.000.000 |", "| 490.000.000 |", .disagreement),
    ("748-ba-ria/bao-cao-tu-danh-gia.html", ">✓ 91,67%<", ">✓ 95,67%<", .figure),
    ("748-ba-ria/bao-cao-tu-danh-gia.html", "còn 4 ngày", "còn 14 ngày", .days),
    ("index.html", "Còn 4 ngày", "Còn 14 ngày", .days),
    ("phieu-bo-sung/so-khoa-hoc-va-cong-nghe.html", "(còn 67 ngày)", "(còn 7 ngày)", .days),
    ("752-long-dien/bao-cao-tu-danh-gia.html", ">E108<", ">E101<", .finding),
    ("752-long-dien/bao-cao-tu-danh-gia.md", "| E108 |", "| E101 |", .finding),
    ("findings.csv", "E108,", "E101,", .finding),
    ("findings.csv", "chưa có văn bản minh chứng nào", "đã có văn bản minh chứng", .finding),
  ]

  @Test("of a sum, a bar, a deadline or a finding is found") func found() throws {
    var folder = try Folder()
    for text in Self.texts { try folder.replace(text.old, by: text.new, in: text.path) }
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    for text in Self.texts {
      #expect(
        found.contains { difference in
          difference.kind == text.kind && difference.file == text.path
            && (difference.found.contains(plain(text.new)) || text.kind != .disagreement)
        }, "\(text)")
    }
  }

  /// The text without what marks a cell.
  private func plain(_ text: String) -> String {
    text.filter { !"|<>".contains($0) }.trimmingPrefix(" ").description
      .replacing(/\ +$/, with: "")
  }
}
