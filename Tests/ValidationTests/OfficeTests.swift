import Model
import Testing
import Validation

@Suite("Figures from several offices")
struct OfficeTests {
  private func shares(_ cells: String) -> String { "Chỉ báo|Số đạt|Tổng số\n\(cells)" }

  @Test("Equal figures of two offices are one figure")
  func agreement() {
    let outcome = submission([
      "phong-noi-vu/so-lieu.csv": shares("2.1.1|8|10"), "so-lieu.csv": shares("2.1.1|8|10"),
    ])
    #expect(outcome.codes == [])
    #expect(outcome.figures("2.1.1").figures.map(\.office) == [OfficeID("phong-noi-vu")])
    #expect(outcome.reportingOffices == [OfficeID("phong-noi-vu"), nil])
  }

  @Test("Different figures are an error at both places, and the indicator is invalid")
  func disagreement() {
    let outcome = submission([
      "phong-noi-vu/so-lieu.csv": shares("2.1.1|8|10"), "so-lieu.csv": shares("2.1.1|9|10"),
    ])
    #expect(outcome.codes == [.officesDisagree, .officesDisagree])
    let files = outcome.findings(.officesDisagree).map(\.place?.file)
    #expect(files == ["2022/748/phong-noi-vu/so-lieu.csv", "2022/748/so-lieu.csv"])
    #expect(outcome.findings(.officesDisagree).map(\.value) == ["8/10", "9/10"])
    #expect(outcome.findings(.officesDisagree).map { $0.details["other"] } == ["9/10", "8/10"])
    #expect(outcome.figures("2.1.1").invalid == .indicator)
  }

  @Test(
    "What stands under a heading that is not known contradicts no other office",
    arguments: [
      ("Số đạt|Tổng cộng", "8|10", true), ("Đạt được|Tổng số", "8|10", true),
      ("Đạt được|Tổng số", "8|11", false), ("Số đạt|Tổng số|Lập", "8|10|An", true),
      ("Số đạt|Tổng số|Lập", "9|10|An", false), ("Số đạt|Tổng số", "8|", false),
    ])
  func otherHeading(headings: String, cells: String, agrees: Bool) {
    let odd = "Chỉ báo|\(headings)\n2.1.1|\(cells)"
    for files in [("phong-noi-vu", "van-phong"), ("van-phong", "phong-noi-vu")] {
      let outcome = submission([
        "\(files.0)/so-lieu.csv": odd, "\(files.1)/so-lieu.csv": shares("2.1.1|8|10"),
      ])
      #expect(outcome.findings(.officesDisagree).count == (agrees ? 0 : 2))
    }
  }

  @Test("A row that an office left empty contradicts nothing")
  func emptyRow() {
    let outcome = submission([
      "phong-noi-vu/so-lieu.csv": shares("2.1.1||\n2.2.3|1|1"), "so-lieu.csv": shares("2.1.1|9|10"),
    ])
    #expect(outcome.codes == [])
    #expect(outcome.figures("2.1.1").figures.first?.numerator?.value == 9)
  }

  @Test("Two rosters of one kind are compared by their counts")
  func rosters() {
    let equal = submission([
      "phong-noi-vu/co-quan.csv": "name|grade\nA|Tốt", "co-quan.csv": "name|grade\nB|Khá",
    ])
    #expect(equal.codes == [])
    let different = submission([
      "phong-noi-vu/co-quan.csv": "name|grade\nA|Tốt", "co-quan.csv": "name|grade\nB|Không đạt",
    ])
    #expect(different.codes == [.officesDisagree, .officesDisagree])
    #expect(different.figures("2.1.1").invalid == .indicator)
    #expect(different.rosters.count == 2)
  }

  @Test("A folder that no office of the tier has is a warning, and its figures count")
  func unknownOffice() {
    let outcome = submission(["so-noi-vu/so-lieu.csv": shares("2.1.1|8|10")])
    #expect(outcome.codes == [.unknownOffice])
    #expect(outcome.findings(.unknownOffice).first?.place?.file == "2022/748/so-noi-vu")
    #expect(outcome.figures("2.1.1").figures.count == 1)
  }

  @Test("An office of the province that has sent nothing is named once, with what it owes")
  func silentOffice() {
    let outcome = submission(
      [
        "so-khoa-hoc/so-lieu.csv":
          "Chỉ báo|Thành phần|Năm trước|Năm nay\n3.1.3|moi|1|2\n3.1.3|cu|0|0"
      ],
      of: TestUnit.province)
    let findings = outcome.findings(.officeSilent)
    #expect(findings.map(\.office) == [OfficeID("cuc-thong-ke")])
    #expect(findings.first?.details["indicators"] == "3.1.1, 3.1.4")
    #expect(outcome.findings(.indicatorMissing).count == 2)
  }

  @Test("A unit without folder, or without figures, is one finding")
  func absence() {
    let none = UnitSources(unit: TestUnit.baRia, folder: nil, files: [])
    let absent = validate(none, in: TestUnit.context())
    #expect(absent.findings.map(\.code) == [.unitFolderMissing])
    #expect(absent.findings.map(\.unit) == [UnitCode("748")])
    #expect(submission([:]).findings.map(\.code) == [.unitWithoutFigures])
    #expect(submission([:], of: TestUnit.province).findings.map(\.code) == [.unitWithoutFigures])
  }
}
