import Model
import Testing
import Validation

@Suite("The cells of so-lieu.csv")
struct CellTests {
  @Test(
    "A value that cannot be used is one finding on its cell and makes the indicator invalid",
    arguments: [
      ("1.1.1|Đạt", "chắc", FindingCode.notYesNo), ("1.1.1|Đạt", "-1", .notYesNo),
      ("2.1.1|Số đạt", "O8", .notWholeNumber), ("2.1.1|Số đạt", "7,5", .notWholeNumber),
      ("2.1.1|Số đạt", "1.1E+08", .notWholeNumber), ("2.1.1|Số đạt", "7.5", .notWholeNumber),
      ("2.1.1|Số đạt", "7,0", .notWholeNumber), ("2.1.1|Số đạt", "-1", .negative),
      ("2.1.1|Tổng số", "100.000.000.000", .tooLarge), ("2.1.1|Tổng số", "95 %", .notWholeNumber),
      ("2.1.1|Tỷ lệ (%)", "100,01", .percentOutOfRange),
      ("2.1.1|Tỷ lệ (%)", "-1", .percentOutOfRange),
      ("2.1.1|Tỷ lệ (%)", "12/2022", .notDecimal), ("2.1.1|Tỷ lệ (%)", "0,1234567", .tooLarge),
      ("2.1.1|Tỷ lệ (%)", "%", .notDecimal), ("2.1.1|Tỷ lệ (%)", "95%%", .notDecimal),
      ("3.1.1|Năm trước", "+5", .notDecimal), ("3.1.1|Năm nay", "101", .percentOutOfRange),
    ])
  func refuses(cell: String, value: String, code: FindingCode) throws {
    let parts = cell.split(separator: "|").map(String.init)
    let outcome = submission(["so-lieu.csv": "Chỉ báo|\(parts[1])\n\(parts[0])|\(value)"])
    #expect(outcome.codes == [code])
    let finding = try #require(outcome.findings(code).first)
    #expect(finding.place?.address == "B2")
    #expect(finding.place?.column == parts[1])
    #expect(finding.value == value)
    #expect(finding.clause == "khoản \(parts[0])")
    #expect(finding.office == OfficeID("van-phong"))
    #expect(finding.unit == UnitCode("748"))
    #expect(outcome.figures(parts[0]).invalid == .indicator)
  }

  @Test(
    "A number that is too large is told the limit that its own column has",
    arguments: [
      ("2.1.1|Tổng số", "100.000.000.000", "99.999.999.999"),
      ("2.1.1|Tổng số", "1.000.000.000.000.000", "99.999.999.999"),
      ("2.1.1|Tỷ lệ (%)", "0,1234567", "100"),
    ])
  func namesLimit(cell: String, value: String, limit: String) throws {
    let parts = cell.split(separator: "|").map(String.init)
    let outcome = submission(["so-lieu.csv": "Chỉ báo|\(parts[1])\n\(parts[0])|\(value)"])
    let finding = try #require(outcome.findings(.tooLarge).first)
    #expect(finding.details == ["limit": limit, "decimals": "6"])
    #expect(finding.expected == "≤ \(limit)")
  }

  @Test(
    "A count with decimals is no whole number, however many they are",
    arguments: ["91,67", "91,66666666666666", "91.66666666666666"])
  func countWithDecimals(value: String) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Tổng số\n2.1.1|\(value)"])
    #expect(outcome.codes == [.notWholeNumber])
  }

  @Test("An amount takes as many digits as its limit has, and is told the limit beyond them")
  func largeAmount() {
    func outcome(_ value: String) -> Submission {
      submission(["so-lieu.csv": "Chỉ báo|Năm nay\n3.1.1|\(value)"], of: TestUnit.province)
    }
    #expect(outcome("999.999.999.999.999").codes == [])
    let larger = outcome("1.000.000.000.000.000")
    #expect(larger.codes == [.tooLarge])
    #expect(larger.findings(.tooLarge).first?.details["limit"] == "999.999.999.999.999")
  }

  @Test(
    "A value on its limit is taken",
    arguments: [
      ("2.1.1|Tỷ lệ (%)", "100"), ("2.1.1|Tỷ lệ (%)", "0"), ("2.1.1|Tỷ lệ (%)", "79,95 %"),
      ("2.1.1|Tỷ lệ (%)", "79,95%"), ("2.1.1|Tổng số", "99.999.999.999"), ("2.1.1|Số đạt", "0"),
      ("1.1.1|Đạt", "x"), ("1.1.1|Đạt", "KHÔNG"), ("1.1.1|Đạt", "dat"), ("1.1.1|Đạt", "1"),
      ("1.1.1|Đạt", "Không đạt"), ("1.1.1|Đạt", "TRUE"), ("1.1.1|Đạt", "no"),
    ])
  func takes(cell: String, value: String) {
    let parts = cell.split(separator: "|").map(String.init)
    let outcome = submission(["so-lieu.csv": "Chỉ báo|\(parts[1])\n\(parts[0])|\(value)"])
    #expect(outcome.codes == [])
    #expect(outcome.figures(parts[0]).invalid == .none)
    #expect(outcome.figures(parts[0]).figures.count == 1)
  }

  @Test("A bad cell that the measure does not use is a warning and no more")
  func unusedCell() {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Đạt|Số đạt\n1.1.1|có|O8"])
    #expect(outcome.codes == [.unusedCell])
    #expect(outcome.figures("1.1.1").invalid == .none)
    #expect(outcome.figures("1.1.1").figures.first?.met?.value == true)
  }

  @Test("An empty cell of an attestation is no answer")
  func emptyAttestation() {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|\n2.1.1|"])
    #expect(outcome.figures("1.1.1") == .none)
    #expect(outcome.codes == [.unitWithoutFigures])
  }

  @Test(
    "A part is compared with its whole",
    arguments: [("9", FindingCode?.none), ("10", nil), ("11", .partAboveWhole)])
  func partAndWhole(part: String, code: FindingCode?) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n2.1.1|\(part)|10"])
    #expect(outcome.codes == [code].compactMap { $0 })
    #expect(outcome.figures("2.1.1").invalid == (code == nil ? .none : .indicator))
  }

  @Test("A whole of nothing is warned of, and is no error")
  func wholeZero() {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n2.2.3|0|0"])
    #expect(outcome.codes == [.wholeZero])
    #expect(outcome.figures("2.2.3").invalid == .none)
  }

  @Test(
    "A percentage beside its counts agrees to the decimals written",
    arguments: [
      ("66,67", true), ("66,7", true), ("67", true), ("66,66", false), ("66", false),
      ("66,666667", true), ("66,666666", false), ("66,68", false),
    ])
  func percentAgreement(percent: String, agrees: Bool) {
    let outcome = submission([
      "so-lieu.csv": "Chỉ báo|Số đạt|Tổng số|Tỷ lệ (%)\n2.1.1|2|3|\(percent)"
    ])
    #expect(outcome.codes == (agrees ? [] : [.percentDisagrees]))
    #expect(outcome.figures("2.1.1").invalid == .none)
  }

  @Test("A decimal point is read, and noted with what was read")
  func decimalPoint() {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Tỷ lệ (%)\n2.1.1|79.95"])
    #expect(outcome.codes == [.decimalPoint])
    #expect(outcome.findings(.decimalPoint).first?.details["read"] == "79,95")
    #expect(outcome.figures("2.1.1").figures.first?.percent?.value.plain == "79.95")
  }

  @Test(
    "The year and state of a figure are read and judged",
    arguments: [
      ("2022|", [FindingCode](), FigureState.final), ("2021|", [.otherReferenceYear], .final),
      ("22|", [.notYear], .final), ("1899|", [.notYear], .final),
      ("|sơ bộ", [.preliminaryFigure], .preliminary),
      ("|So bo", [.preliminaryFigure], .preliminary), ("|Chính thức", [], .final),
      ("|nháp", [.notInList], .final),
    ])
  func reference(cells: String, codes: [FindingCode], state: FigureState) {
    let outcome = submission([
      "so-lieu.csv": "Chỉ báo|Đạt|Năm số liệu|Tình trạng\n1.1.1|có|\(cells)"
    ])
    #expect(outcome.codes == codes)
    #expect(outcome.figures("1.1.1").figures.first?.state == state)
    #expect(outcome.figures("1.1.1").invalid == .none)
  }
}
