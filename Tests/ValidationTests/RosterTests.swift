import Model
import Testing
import Validation

@Suite("Rosters")
struct RosterTests {
  private static let communes = "Mã|Tên|Xếp loại|Wifi miễn phí"
  private static let whole = "26548||Tốt|có\n26551||khá|\n26554||Trung bình|x"

  @Test("A roster gives the counts of each of its columns")
  func counts() throws {
    let outcome = submission(["xa-phuong.csv": "\(Self.communes)\n\(Self.whole)"])
    #expect(outcome.codes == [])
    let graded = try #require(outcome.figures("2.1.2").figures.first)
    #expect(graded.numerator?.value == 2)
    #expect(graded.denominator?.value == 3)
    #expect(graded.origin == .roster(.communes))
    #expect(outcome.figures("2.2.4").figures.first?.numerator?.value == 2)
    #expect(outcome.rosters.first?.entries.map(\.grade) == ["Tốt", "Khá", "Trung bình"])
    #expect(outcome.reportingOffices == [nil])
  }

  @Test(
    "Only Tốt and Khá are Khá or better",
    arguments: [
      ("Tốt", 1), ("TỐT", 1), ("khá", 1), ("Kha", 1), ("Trung bình", 0), ("Không đạt", 0),
      ("chưa xếp loại", 0),
    ])
  func grades(grade: String, part: Int) {
    let outcome = submission(["co-quan.csv": "Tên cơ quan, đơn vị|Xếp loại\nSở|\(grade)"])
    #expect(outcome.codes == [])
    #expect(outcome.figures("2.1.1").figures.first?.numerator?.value == part)
    #expect(outcome.figures("2.1.1").figures.first?.denominator?.value == 1)
  }

  @Test(
    "A bad cell makes invalid only what its column gives",
    arguments: [
      ("|có", FindingCode.requiredCellEmpty, true), ("Giỏi|có", .notInList, true),
      ("Khá|chắc", .notYesNo, false), ("Khá|2", .notYesNo, false),
    ])
  func badCell(cells: String, code: FindingCode, isGrade: Bool) {
    let outcome = submission([
      "co-quan.csv": "name|grade|training_plan\nA|Tốt|có\nB|\(cells)"
    ])
    #expect(outcome.codes == [code])
    #expect(outcome.figures("2.1.1").invalid == (isGrade ? .indicator : .none))
    #expect(outcome.figures("2.2.1").invalid == (isGrade ? .none : .indicator))
  }

  @Test("A column that is absent, or has no grade at all, gives nothing")
  func absentColumn() {
    let files = [
      "co-quan.csv": "name|grade|training_plan\nA||có", "so-lieu.csv": typed("2.1.1", 3, 4),
    ]
    let outcome = submission(files)
    #expect(outcome.codes == [])
    #expect(outcome.figures("2.1.1").figures.first?.origin == .typed)
    #expect(outcome.figures("2.2.1").figures.first?.origin == .roster(.agencies))
  }

  @Test("A roster without rows gives no figure")
  func noRows() {
    let outcome = submission(["co-quan.csv": "name|grade", "so-lieu.csv": typed("2.1.1", 3, 4)])
    #expect(outcome.figures("2.1.1").figures.first?.origin == .typed)
  }

  @Test(
    "A list of communes that is not the unit's is an error, and gives no figure to rely on",
    arguments: [
      ("26548||Tốt|có\n26551||khá|", FindingCode.communeMissing),
      ("\(whole)\n26700||Tốt|có", .unknownCommune), ("\(whole)\n26500||Tốt|có", .unitNotInForce),
      ("\(whole)\n748||Tốt|có", .unknownCommune), ("\(whole)\n99999||Tốt|có", .unknownCommune),
      ("\(whole)\n26548||Tốt|có", .communeTwice), ("\(whole)\n||Tốt|có", .requiredCellEmpty),
      ("\(whole)\n26548||Tốt", .wrongCellCount),
    ])
  func communeErrors(rows: String, code: FindingCode) {
    let outcome = submission(["xa-phuong.csv": "\(Self.communes)\n\(rows)"])
    #expect(outcome.codes == [code])
    #expect(outcome.figures("2.1.2").invalid == .indicator)
    #expect(outcome.figures("2.2.4").invalid == .indicator)
  }

  @Test(
    "A commune under a wrong code is one finding with the right one, and is not missing besides",
    arguments: [
      ("2654|Hòa Long", "26551", [FindingCode.unknownCommune]),
      ("26551.0|P. Hòa Long", "26551", [.unknownCommune]),
      ("2654|Xã Lạ", "", [.communeMissing, .unknownCommune]),
      ("2654|", "", [.communeMissing, .unknownCommune]),
    ])
  func miscoded(row: String, right: String, codes: [FindingCode]) {
    let rows = Self.whole.replacing("26551|", with: row)
    let outcome = submission(["xa-phuong.csv": "\(Self.communes)\n\(rows)"])
    #expect(Set(outcome.codes) == Set(codes))
    #expect(outcome.findings(.unknownCommune).map(\.expected) == [right])
    #expect(outcome.figures("2.1.2").invalid == .indicator)
  }

  @Test(
    "A commune's name is compared without accents, with its type or without",
    arguments: [
      ("", true), ("Phường Hòa Long", true), ("phường Hoà Long", true), ("HOA LONG", true),
      ("P. Hòa Long", true), ("Xã Hòa Long", false), ("Hòa Lợi", false), ("Phường", false),
    ])
  func communeNames(name: String, agrees: Bool) {
    let rows = Self.whole.replacing("26551|", with: "26551|\(name)")
    let outcome = submission(["xa-phuong.csv": "\(Self.communes)\n\(rows)"])
    #expect(outcome.codes == (agrees ? [] : [.nameDisagrees]))
    #expect(outcome.figures("2.1.2").invalid == .none)
  }

  @Test("A body that stands twice is counted twice, with a warning")
  func bodyTwice() {
    let outcome = submission(["co-quan.csv": "name|grade\nSở Y tế|Tốt\nSO Y TE|Khá"])
    #expect(outcome.codes == [.bodyTwice])
    #expect(outcome.figures("2.1.1").figures.first?.denominator?.value == 2)
    #expect(outcome.figures("2.1.1").invalid == .none)
  }

  @Test(
    "A roster beats the typed figure, and a difference is an error",
    arguments: [
      ("2|3|", true), ("3|3|", false), ("2|4|", false), ("||66,67", true), ("||66,6", false),
      ("2||", true), ("|4|", false),
    ])
  func rosterBeatsTyped(cells: String, agrees: Bool) throws {
    let outcome = submission([
      "xa-phuong.csv": "\(Self.communes)\n\(Self.whole)",
      "so-lieu.csv": "Chỉ báo|Số đạt|Tổng số|Tỷ lệ (%)\n2.1.2|\(cells)",
    ])
    #expect(outcome.codes == (agrees ? [] : [.rosterDisagrees]))
    #expect(outcome.figures("2.1.2").invalid == .none)
    #expect(outcome.figures("2.1.2").figures.map(\.origin) == [.roster(.communes)])
    guard let finding = outcome.findings(.rosterDisagrees).first else { return }
    #expect(finding.place?.line == 2)
    #expect(finding.details["roster"] == "2/3")
    #expect(finding.details["numerator"] == "2" && finding.details["denominator"] == "3")
  }

  @Test(
    "A roster beats two offices that differ, each of which is compared with the roster",
    arguments: [(2, 3, 1), (3, 3, 2), (2, 2, 0)])
  func rosterBeatsOffices(one: Int, other: Int, differing: Int) {
    let outcome = submission([
      "xa-phuong.csv": "\(Self.communes)\n\(Self.whole)",
      "phong-noi-vu/so-lieu.csv": typed("2.1.2", one, 3),
      "van-phong/so-lieu.csv": typed("2.1.2", other, 3),
    ])
    #expect(outcome.codes == Array(repeating: .rosterDisagrees, count: differing))
    #expect(outcome.figures("2.1.2").invalid == .none)
    #expect(outcome.figures("2.1.2").figures.first?.numerator?.value == 2)
  }

  @Test("Two offices that differ beside a roster that cannot be counted are an error at both")
  func unsoundRoster() {
    let outcome = submission([
      "xa-phuong.csv": "\(Self.communes)\n26548||Tốt|có",
      "phong-noi-vu/so-lieu.csv": typed("2.1.2", 2, 3),
      "van-phong/so-lieu.csv": typed("2.1.2", 3, 3),
    ])
    #expect(outcome.findings(.officesDisagree).count == 2)
    #expect(outcome.figures("2.1.2").invalid == .indicator)
  }

  @Test(
    "A body without any answer is a warning, and counts as a no",
    arguments: ["Nguyễn Văn A", "I. Khối Đảng", "(Đã ký)", "11", "…", "- Lưu VT.", "* Đến 20/11"])
  func withoutAnswers(name: String) throws {
    let outcome = submission([
      "co-quan.csv": "name|training_plan|digital_tools\nSở A|có|có\n\(name)||\nSở B|không|"
    ])
    #expect(outcome.codes == [.bodyWithoutAnswers])
    let finding = try #require(outcome.findings(.bodyWithoutAnswers).first)
    #expect(finding.value == name && finding.place?.address == "A3")
    #expect(finding.details == ["columns": "training_plan, digital_tools"])
    #expect(outcome.figures("2.2.1").figures.first?.denominator?.value == 3)
  }

  @Test("Below a signature, rows without an answer are not of the list")
  func signature() {
    let list = "name|grade|training_plan\nSở A|Tốt|có"
    let signed = submission([
      "co-quan.csv": "\(list)\nNgười lập biểu||Trưởng phòng\nNguyễn Văn A||Trần Thị B\n…||"
    ])
    #expect(signed.codes == [.footerRow])
    #expect(signed.figures("2.1.1").figures.first?.denominator?.value == 1)
    #expect(signed.figures("2.1.1").invalid == .none)
    let between = submission([
      "co-quan.csv": "\(list)\nGhi chú: đợt hai||\nSở B||\nSở C|Khá|có"
    ])
    #expect(between.codes == [.footerRow, .requiredCellEmpty])
    #expect(between.figures("2.2.1").figures.first?.denominator?.value == 3)
  }

  @Test("A row that says how many bodies it sums up is a total")
  func countedTotal() {
    let outcome = submission(["co-quan.csv": "name|grade\nSở A|Tốt\nCộng (10 đơn vị)|"])
    #expect(outcome.codes == [.totalRow])
  }

  @Test(
    "Merged answers are a warning that names the range",
    arguments: [
      (2...3, 2...2, true), (3...4, 2...2, true), (2...2, 1...2, true), (5...6, 2...2, false),
      (2...2, 2...2, false), (2...3, 1...1, false), (2...3, 4...4, false),
    ])
  func merged(lines: ClosedRange<Int>, columns: ClosedRange<Int>, isFound: Bool) {
    let plain = table("name|training_plan|grade\nA|có|Tốt\nB|x|Khá\nC|có|Khá", file: "co-quan.csv")
    let source = SourceTable(
      file: plain.file, heading: plain.heading, rows: plain.rows,
      mergedCells: [CellRange(lines: lines, columns: columns)])
    let sources = UnitSources(
      unit: TestUnit.baRia, folder: "2022/748",
      files: [SourceFile(path: plain.file, office: nil, content: .table(.agencies, source))])
    let found = validate(sources, in: TestUnit.context()).findings(.mergedCells)
    #expect(found.count == (isFound ? 1 : 0))
    #expect(found.allSatisfy { $0.details["range"]?.contains(":") == true })
  }

  @Test(
    "A list beside which no total stands is noted with the number of its bodies",
    arguments: [
      ("2.1.1", "1", "2", false), ("2.2.1", "", "2", false), ("2.2.1", "1", "", true),
      ("2.1.1", "", "", true), ("2.2.3", "", "2", true), ("2.1.1", "", "O2", false),
    ])
  func uncontrolled(indicator: String, part: String, whole: String, isFound: Bool) throws {
    let outcome = submission([
      "co-quan.csv": "name|grade|training_plan\nA|Tốt|có\nB|Yếu kém|có",
      "phong-noi-vu/so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n\(indicator)|\(part)|\(whole)",
    ])
    #expect(outcome.findings(.rosterUncontrolled).count == (isFound ? 1 : 0))
    guard let finding = outcome.findings(.rosterUncontrolled).first else { return }
    #expect(finding.place == SourcePlace(file: "2022/748/co-quan.csv"))
    #expect(finding.details == ["count": "2", "indicators": "2.1.1, 2.2.1"])
  }

  @Test("A second list stands for a total, and the register for that of communes")
  func controlled() {
    let outcome = submission([
      "xa-phuong.csv": "\(Self.communes)\n\(Self.whole)",
      "phong-noi-vu/co-quan.csv": "name|grade\nA|Tốt", "van-phong/co-quan.csv": "name|grade\nA|Tốt",
    ])
    #expect(outcome.findings(.rosterUncontrolled).isEmpty)
    let apart = submission([
      "phong-noi-vu/co-quan.csv": "name|grade\nA|Tốt",
      "van-phong/co-quan.csv": "name|training_plan\nA|có",
    ])
    #expect(
      apart.findings(.rosterUncontrolled).map { $0.details["indicators"] } == ["2.1.1", "2.2.1"])
    #expect(
      apart.findings(.rosterUncontrolled).map(\.office?.rawValue) == ["phong-noi-vu", "van-phong"])
  }

  private func typed(_ indicator: String, _ part: Int, _ whole: Int) -> String {
    "Chỉ báo|Số đạt|Tổng số\n\(indicator)|\(part)|\(whole)"
  }
}
