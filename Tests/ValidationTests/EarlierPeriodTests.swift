import Model
import Testing
import Validation

@Suite("Figures beside those of an earlier period")
struct EarlierPeriodTests {
  private static let heading = "Chỉ báo|Thành phần|Số đạt|Tổng số|Tỷ lệ (%)|Năm trước|Năm nay"

  private func earlier(
    _ row: String, period: Int = 2021, of unit: AdministrativeUnit = TestUnit.baRia
  ) -> EarlierFigures {
    let past = submission(["so-lieu.csv": row], of: unit)
    return EarlierFigures(period: period, figures: past.figures)
  }

  private func codes(
    _ row: String, after past: String, period: Int = 2021,
    of unit: AdministrativeUnit = TestUnit.baRia, limits: CheckLimits = CheckLimits()
  ) -> [FindingCode] {
    submission(
      ["so-lieu.csv": "\(Self.heading)\n\(row)"], of: unit, in: TestUnit.context(limits: limits),
      after: earlier("\(Self.heading)\n\(past)", period: period, of: unit)
    ).codes
  }

  @Test(
    "Last year's value is the final figure of last year, to the decimals written",
    arguments: [
      ("3,2", "3,2", true), ("3,20", "3,2", true), ("3,2", "3,24", true), ("3,2", "3,25", true),
      ("3,2", "3,251", false), ("3,2", "3,15", true), ("3,2", "3,149", false),
      ("3", "3,5", true), ("3", "3,51", false), ("3,20", "3,21", false),
    ])
  func restated(previous: String, past: String, agrees: Bool) {
    let found = codes("3.1.1|||||\(previous)|3", after: "3.1.1|||||5|\(past)")
    #expect(found == (agrees ? [] : [.previousDisagrees]))
  }

  @Test("The finding names both figures, the earlier period and the place of the earlier one")
  func details() throws {
    let outcome = submission(
      ["so-lieu.csv": "\(Self.heading)\n3.1.1|||||3,4|2"],
      after: earlier("\(Self.heading)\n3.1.1|||||5|3,25"))
    let finding = try #require(outcome.findings(.previousDisagrees).first)
    #expect(finding.value == "3,4" && finding.expected == "3,25")
    #expect(finding.place?.column == "Năm trước")
    #expect(
      finding.details == ["period": "2021", "place": "2022/748/so-lieu.csv:2"])
  }

  @Test("Only the year before is what “Năm trước” means")
  func twoYearsBefore() {
    #expect(codes("3.1.1|||||3,4|3", after: "3.1.1|||||5|4", period: 2020).isEmpty)
  }

  @Test(
    "A share that moves more than so many points asks for a second look",
    arguments: [
      ("70|100|", "50|100|", 0), ("7001|10000|", "50|100|", 1), ("70|100|", "||50", 0),
      ("||70,1", "||50", 1), ("30|100|", "50|100|", 0), ("2999|10000|", "50|100|", 1),
      ("2|3|", "1|3|", 1), ("0|0|", "1|3|", 0), ("2|3|", "0|0|", 0),
    ])
  func points(now: String, then: String, count: Int) {
    let found = codes("2.1.1||\(now)||", after: "2.1.1||\(then)||")
    #expect(found.count { $0 == .unusualChange } == count)
  }

  @Test(
    "A value that moves more than so much of itself asks for a second look",
    arguments: [
      ("150", "100", 0), ("150,1", "100", 1), ("50", "100", 0), ("49,9", "100", 1),
      ("5", "0", 0), ("0", "0", 0), ("0", "1", 1),
    ])
  func relative(now: String, then: String, count: Int) {
    let found = codes(
      "3.1.1|||||\(then)|\(now)", after: "3.1.1|||||1|\(then)", of: TestUnit.province)
    #expect(found == Array(repeating: .unusualChange, count: count))
  }

  @Test(
    "A rate that must fall is compared in points, and each component with its own",
    arguments: [
      ("3.1.1|||||30|10", "3.1.1|||||31|30", 0), ("3.1.1|||||30|9,9", "3.1.1|||||31|30", 1),
      ("3.1.2|ran|95|100|||\n3.1.2|nuoc|95|100|||", "3.1.2|ran|75|100|||\n3.1.2|nuoc|95|100|||", 0),
      ("3.1.2|ran|96|100|||\n3.1.2|nuoc|95|100|||", "3.1.2|ran|75|100|||\n3.1.2|nuoc|95|100|||", 1),
    ])
  func others(now: String, then: String, count: Int) {
    #expect(codes(now, after: then).count { $0 == .unusualChange } == count)
  }

  @Test("The limits are the programme's")
  func limits() {
    let limits = CheckLimits(sharePoints: ExactDecimal(5), valuePercent: ExactDecimal(10))
    let row = { (part: Int) in "2.1.1||\(part)|100|||" }
    #expect(codes(row(55), after: row(50), limits: limits).isEmpty)
    #expect(codes(row(56), after: row(50), limits: limits) == [.unusualChange])
    let growth = { (value: Int) in "3.1.1|||||100|\(value)" }
    for (value, count) in [(110, 0), (111, 1)] {
      let found = codes(
        growth(value), after: growth(100), of: TestUnit.province, limits: limits)
      #expect(found.count == count)
    }
  }

  @Test("The change is worked out in the message, and never rounded onto its limit")
  func change() throws {
    let outcome = submission(
      ["so-lieu.csv": "\(Self.heading)\n2.1.1||70001|100000|||"],
      after: earlier("\(Self.heading)\n2.1.1||1|2|||"))
    let finding = try #require(outcome.findings(.unusualChange).first)
    #expect(finding.details["change"] == "|70% − 50%| = 20,001%")
    #expect(finding.details["limit"] == "20" && finding.details["earlier"] == "50%")
  }

  @Test(
    "An earlier figure that is preliminary, unsound, or of another year contradicts nothing",
    arguments: ["3.1.1|5|9|sơ bộ|", "3.1.1|5|x||", "3.1.1|5|9||2019", "3.1.1|5|9|sơ bộ|2021"])
  func unreliable(past: String) {
    let heading = "Chỉ báo|Năm trước|Năm nay|Tình trạng|Năm số liệu"
    let outcome = submission(
      ["so-lieu.csv": "\(Self.heading)\n3.1.1|||||3|2"], after: earlier("\(heading)\n\(past)"))
    #expect(outcome.codes.isEmpty)
    let sound = submission(
      ["so-lieu.csv": "\(Self.heading)\n3.1.1|||||3|2"],
      after: earlier("\(heading)\n3.1.1|5|9||2021"))
    #expect(sound.codes == [.previousDisagrees])
  }

  @Test("A period that is compared with itself differs in nothing")
  func itself() {
    let rows = "2.1.1||3|4|||\n3.1.2|ran|95|100|||\n3.1.2|nuoc|||91||\n1.1.1||||||"
    #expect(codes(rows, after: rows).isEmpty)
  }
}
