import Model
import Testing
import Validation

@Suite("Headings")
struct HeadingTests {
  @Test(
    "A heading is known in Vietnamese and English, whatever its case, accents and blanks",
    arguments: [
      "Chỉ báo|Số đạt|Tổng số", "CHỈ BÁO|SỐ ĐẠT|TỔNG SỐ", "chi bao|so dat|tong so",
      "Chi_bao|So_dat|Tong_so", " Chỉ  báo |Số\u{A0}đạt|TổngSố", "indicator|numerator|denominator",
      "Indicator|NUMERATOR|Tổng số",
    ])
  func known(heading: String) {
    let outcome = submission(["so-lieu.csv": "\(heading)\n2.1.1|8|10"])
    #expect(outcome.codes == [])
    #expect(outcome.figures("2.1.1").figures.first?.denominator?.value == 10)
  }

  @Test("The names of a unit's columns are offered to the stage that looks for the heading row")
  func vocabulary() {
    let figures = headingVocabulary(of: .figures)
    #expect(figures.isSuperset(of: ["chi bao", "chibao", "indicator", "ty le", "reference year"]))
    #expect(headingVocabulary(of: .narrative).isEmpty)
    #expect(unitsHeadingVocabulary().isSuperset(of: ["ma cap tren", "valid from", "code"]))
    for kind in WorkspaceFileKind.allCases {
      #expect(headingVocabulary(of: kind).allSatisfy { $0 == folded($0) && !$0.isEmpty })
    }
  }

  @Test("An unknown column is noted once, and its values are kept out")
  func unknown() {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Người nhập|Đạt\n1.1.1|An|có"])
    #expect(outcome.codes == [.unknownColumnBesideAbsent])
    #expect(outcome.findings(.unknownColumnBesideAbsent).first?.place?.address == "B1")
    #expect(outcome.figures("1.1.1").figures.first?.met?.value == true)
  }

  @Test("An unknown column is a note where no column of the form is absent, or it only counts rows")
  func harmless() throws {
    let whole = "Mã|Tên|Xếp loại|Wifi miễn phí"
    let rows = "26548||Tốt|có|1\n26551||Khá|x|2\n26554||Tốt|x|3"
    let outcome = submission(["xa-phuong.csv": "\(whole)|Người nhập\n\(rows)"])
    #expect(outcome.codes == [.unknownColumn])
    let serial = submission(["so-lieu.csv": "STT|Chỉ báo|Đạt\n1|1.1.1|có"])
    #expect(serial.codes == [.unknownColumn])
  }

  @Test(
    "A column that was renamed is told with the columns that are absent",
    arguments: [("Trạng thái", "Tình trạng"), ("Năm SL", "Năm số liệu")])
  func renamed(heading: String, column: String) throws {
    let whole =
      "Chỉ báo|Thành phần|Đạt|Số đạt|Tổng số|Tỷ lệ (%)|Năm trước|Năm nay|Năm số liệu|Tình trạng|Ghi chú"
    let renamed = whole.replacing(column, with: heading)
    let outcome = submission(["so-lieu.csv": "\(renamed)\n1.1.1||có||||||2021|sơ bộ|"])
    let finding = try #require(outcome.findings(.unknownColumnBesideAbsent).first)
    #expect(finding.value == heading && finding.details == ["columns": column])
  }

  @Test("Figures below another heading are asked for by that heading")
  func otherHeading() throws {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Số lượng đạt|Tổng số\n2.1.1|8|10"])
    let found = outcome.findings(.figureUnderOtherHeading)
    #expect(found.map(\.indicator) == [IndicatorID("2.1.1")])
    #expect(found.first?.details == ["columns": "Số đạt", "headings": "“Số lượng đạt”"])
    #expect(outcome.findings(.unknownColumnBesideAbsent).isEmpty)
    let others = outcome.findings(.indicatorMissing).map(\.indicator?.rawValue)
    #expect(others.contains("1.1.1") && !others.contains("2.1.1"))
  }

  @Test("A misspelt heading is one finding, however many indicators need its column")
  func misspelt() {
    let rows = "2.1.1|8|10\n2.2.1|8|10\n2.2.3|1|1"
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Số đạc|Tổng số\n\(rows)"])
    #expect(outcome.codes == [.headingNearMiss])
    #expect(outcome.findings(.figureUnderOtherHeading).isEmpty)
    let asked = outcome.findings(.indicatorMissing).map(\.indicator?.rawValue)
    #expect(asked.contains("1.1.1") && !asked.contains("2.1.1"))
    let roster = submission([
      "xa-phuong.csv": "Mã|Tên|Xếp loại|Wifi miễn phi1\n26548||Tốt|có\n26551||Khá|x\n26554||Tốt|x"
    ])
    #expect(roster.codes == [.headingNearMiss])
    #expect(roster.findings(.rosterGivesNoFigure).isEmpty)
  }

  @Test("What a roster does not say is asked of the roster")
  func rosterHeading() throws {
    let rows = "26548||Tốt|có\n26551||Khá|x\n26554||Tốt|x"
    let outcome = submission(["xa-phuong.csv": "Mã|Tên|Xếp loại|Wifi\n\(rows)"])
    #expect(outcome.codes.contains(.unknownColumnBesideAbsent))
    let finding = try #require(outcome.findings(.rosterGivesNoFigure).first)
    #expect(finding.indicator == IndicatorID("2.2.4"))
    #expect(finding.place?.file == "2022/748/xa-phuong.csv")
    #expect(finding.details == ["columns": "Wifi miễn phí"])
    let unread = submission([
      "xa-phuong.csv": "Mã xã|Tên|Xếp loại\n\(rows)", "so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|có",
    ])
    #expect(unread.codes.contains(.requiredColumnMissing))
    let asked = unread.findings.filter { $0.indicator?.rawValue == "2.1.2" }.map(\.code)
    #expect(asked == [.noDocument])
  }

  @Test(
    "Two columns that have each other's values are one error",
    arguments: [
      ("xa-phuong.csv", "Mã|Tên\nPhường A|26548\nPhường B|26551", true),
      ("xa-phuong.csv", "Mã|Xếp loại|Wifi miễn phí\n26548|có|Tốt\n26551|x|Khá\n26554|có|Tốt", true),
      ("co-quan.csv", "name|grade|training_plan\nA|có|Tốt\nB|có|Khá", true),
      ("co-quan.csv", "name|grade|training_plan\nA|có|Tốt\nB|Không đạt|Không đạt\nC|x|Khá", true),
      ("co-quan.csv", "name|grade|training_plan\nA|có|Tốt\nB|Khá|có", false),
      ("co-quan.csv", "name|grade|training_plan\nA|có|Tốt\nB|?|có", false),
      (
        "co-quan.csv", "name|grade|training_plan\nA|Không đạt|Không đạt\nB|Không đạt|Không đạt",
        false
      ),
      (
        "minh-chung.csv",
        "Chỉ báo|Số, ký hiệu|Ngày ban hành|Cơ quan ban hành\n"
          + "1.1.1|1/6/2022|1/BC|UBND\n2.1.1|2/6/2022|2/BC|UBND", true
      ),
    ])
  func swapped(file: String, text: String, isFound: Bool) throws {
    let outcome = submission([file: text])
    let found = outcome.findings(.columnsSwapped)
    #expect(found.count == (isFound ? 1 : 0))
    guard isFound else { return }
    #expect(outcome.codes.filter { $0 != .unitWithoutFigures } == [.columnsSwapped])
    #expect(found.first?.place?.line == 1 && found.first?.details["other"] != nil)
  }

  @Test("A blank heading is a column only when something stands below it")
  func blank() {
    #expect(submission(["so-lieu.csv": "Chỉ báo||Đạt\n1.1.1||có"]).codes == [])
    #expect(submission(["so-lieu.csv": "Chỉ báo||Đạt\n1.1.1|8|có"]).codes == [.headingBlank])
    let finding = submission(["so-lieu.csv": "Chỉ báo||Đạt\n1.1.1|8|có"]).findings(.headingBlank)
      .first
    #expect(finding?.place?.address == "B1")
    #expect(finding?.details == ["number": "2"])
  }

  @Test(
    "A heading that is nearly a column's is told so, one that is far from any is only noted",
    arguments: [
      ("Số đạc", "Số đạt"), ("Sô dat", nil), ("Tổng sô", nil), ("Tổng sốt", "Tổng số"),
      ("Năm trươc", nil), ("Năm tước", "Năm trước"), ("Tình trang1", "Tình trạng"),
      ("Người nhập", "?"), ("Đợt", "?"), ("denominatr", "Tổng số"), ("Thành phẩn", nil),
      ("Thành phầm", "Thành phần"), ("Thành hần", "Thành phần"), ("Thành tích", "?"),
    ])
  func nearMiss(heading: String, column: String?) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|\(heading)|Đạt\n1.1.1||có"])
    guard let column else { return #expect(outcome.codes == []) }
    #expect(outcome.codes == [column == "?" ? .unknownColumnBesideAbsent : .headingNearMiss])
    let finding = outcome.findings(.headingNearMiss).first
    #expect(finding?.expected == (column == "?" ? nil : column))
  }

  @Test("A heading that is like a column that is there is unknown")
  func takenColumn() {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Đạt|Tổng số|Tổng sốt\n1.1.1|có||"])
    #expect(
      outcome.codes.filter { $0 == .unknownColumnBesideAbsent || $0 == .headingNearMiss }
        == [.unknownColumnBesideAbsent])
  }

  @Test("A missing required column is an error that names the nearest heading")
  func missing() throws {
    let outcome = submission(["so-lieu.csv": "Chỉ bao số|Người nhập|Đạt\n1.1.1||có"])
    let finding = try #require(outcome.findings(.requiredColumnMissing).first)
    #expect(finding.details["nearest"] == "Chỉ bao số")
    #expect(finding.expected == "Chỉ báo")
    #expect(finding.place?.line == 1)
    #expect(outcome.findings(.unknownColumnBesideAbsent).map(\.value) == ["Người nhập"])
    #expect(outcome.figures.isEmpty)
  }

  @Test("Of two columns with one heading the first is used")
  func repeated() {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Đạt|met\n1.1.1|có|không"])
    #expect(outcome.codes == [.columnTwice])
    #expect(outcome.figures("1.1.1").figures.first?.met?.value == true)
  }

  @Test(
    "Of more unknown columns than twenty, the last finding stands for all others",
    arguments: [(20, 20, nil), (21, 21, nil), (22, 21, 1), (16_000, 21, 15_979)]
      as [(Int, Int, Int?)])
  func manyUnknown(count: Int, told: Int, others: Int?) {
    let names = (1...count).map { "Người nhập \($0)" }
    let heading = (["Chỉ báo", "Đạt"] + names).joined(separator: "|")
    let outcome = submission(["so-lieu.csv": "\(heading)\n1.1.1|có"])
    let found = outcome.findings(.unknownColumnBesideAbsent)
    #expect(found.count == told)
    #expect(found.prefix(20).map(\.value) == Array(names.prefix(told).prefix(20)))
    guard told > 20 else { return }
    #expect(found.last?.value == names[20] + (others.map { " (+\($0))" } ?? ""))
  }

  @Test("Columns that are repeated or lack a heading by the thousand are summed up too")
  func manyBlank() {
    let blanks = Array(repeating: "", count: 8_000)
    let heading = ["Chỉ báo"] + blanks + Array(repeating: "Đạt", count: 8_000)
    let rows = ["1.1.1", "2.1.1", "2.1.2"].map { id in
      ([id] + blanks.map { _ in "x" }).joined(separator: "|")
    }
    let text = ([heading.joined(separator: "|")] + rows).joined(separator: "\n")
    let outcome = submission(["so-lieu.csv": text])
    #expect(outcome.findings(.headingBlank).count == 21)
    #expect(outcome.findings(.headingBlank).last?.details["number"] == "22 (+7979)")
    #expect(outcome.findings(.columnTwice).count == 21)
    #expect(outcome.findings(.columnTwice).last?.value == "Đạt (+7978)")
  }

  @Test("A heading of a megabyte is like no column, and keeps no other from being read")
  func longHeading() throws {
    let long = String(repeating: "số ", count: 250_000) + "đạt"
    let outcome = submission(["so-lieu.csv": "Chỉ báo|\(long)|Đạt\n1.1.1||có"])
    #expect(outcome.codes == [.unknownColumnBesideAbsent])
    #expect(outcome.figures("1.1.1").figures.first?.met?.value == true)
    let other = submission(["so-lieu.csv": "\(long)|Chỉ số báo|Đạt\n1.1.1||có"])
    let finding = try #require(other.findings(.requiredColumnMissing).first)
    #expect(finding.details["nearest"] == "Chỉ số báo")
  }
}
