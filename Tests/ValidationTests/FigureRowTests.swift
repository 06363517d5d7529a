import Model
import Testing
import Validation

@Suite("The rows of so-lieu.csv")
struct FigureRowTests {
  @Test(
    "A row that cannot be placed is one finding",
    arguments: [
      ("9.9.9||1|2", FindingCode.unknownIndicator), ("3.1.4||1|2", .indicatorOfOtherTier),
      ("||1|2", .requiredCellEmpty), ("3.1.2||1|2", .componentMissing),
      ("3.1.2|khi|1|2", .unknownComponent), ("2.1.1|ran|1|2", .unknownComponent),
      ("2.1.1||1", .wrongCellCount), ("2.1.1||1|2|3", .wrongCellCount),
    ])
  func unplaced(row: String, code: FindingCode) {
    let outcome = submission([
      "so-lieu.csv": "Chỉ báo|Thành phần|Số đạt|Tổng số\n1.1.1|||\n\(row)\n2.2.3||1|1"
    ])
    #expect(outcome.codes == [code])
    #expect(outcome.findings(code).first?.place?.line == 3)
  }

  @Test(
    "A row of a known indicator that cannot be placed makes the indicator invalid",
    arguments: ["3.1.2||1|2", "3.1.2|khi|1|2", "3.1.2|ran|1", "3.1.2|ran|1|2|3"])
  func invalid(row: String) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Thành phần|Số đạt|Tổng số\n\(row)"])
    #expect(outcome.figures("3.1.2").invalid == .indicator)
  }

  @Test(
    "A component that the measure does not have hides none that is missing",
    arguments: [
      ("3.1.2|khi|1|2", "Chất thải rắn; Nước thải"), ("3.1.2|khi|1|2\n3.1.2|ran|1|2", "Nước thải"),
      ("3.1.2|khi|1|2\n3.1.2|ran|O|2", "Nước thải"),
      ("3.1.2|khi|1|2\n3.1.2|ran|1|2\n3.1.2|nuoc|1|2", nil),
      ("3.1.2|khi|1|2\n3.1.2|ran|1", nil), ("3.1.2||1|2", nil), ("3.1.2|ran|1|2|3", nil),
    ] as [(String, String?)])
  func strayComponent(rows: String, missing: String?) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Thành phần|Số đạt|Tổng số\n\(rows)"])
    let findings = outcome.findings(.indicatorMissing).filter {
      $0.indicator?.rawValue == "3.1.2"
    }
    #expect(findings.map { $0.details["component"] } == (missing.map { [$0] } ?? []))
    #expect(outcome.figures("3.1.2").invalid == .indicator)
  }

  @Test("Blank cells behind the last heading are no cells")
  func trailingBlanks() {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số||\n2.1.1|1|2|||| \n"])
    #expect(outcome.codes == [])
  }

  @Test(
    "A remark to the right of the table is told of with its cell",
    arguments: [
      ("2.1.1|1|2|xem lại", "D2"), ("2.1.1|1|2|| |xem lại", "F2"), ("2.1.1|1", nil),
    ] as [(String, String?)])
  func surplus(row: String, address: String?) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số||\n\(row)\n"])
    #expect(outcome.codes == [.wrongCellCount])
    #expect(outcome.findings(.wrongCellCount).map { $0.place?.address } == [address])
  }

  @Test(
    "An id beside the wording of another indicator is told of, and its figure still counts",
    arguments: [
      ("2.1.1", "Chỉ báo 2.2.3", "2.2.3"), ("2.1.1", "CHI BAO 2.1.1", nil), ("2.1.1", "", nil),
      ("2.1.1", "một nội dung khác", nil), ("3.1.2", "Chỉ báo 2.1.1", "2.1.1"),
    ])
  func wording(id: String, words: String, meant: String?) {
    let component = id == "3.1.2" ? "ran" : ""
    let outcome = submission([
      "so-lieu.csv":
        "Chỉ báo|Thành phần|Nội dung chỉ báo|Số đạt|Tổng số\n\(id)|\(component)|\(words)|1|2"
    ])
    #expect(outcome.findings(.wordingDisagrees).map(\.expected) == (meant.map { [$0] } ?? []))
    #expect(outcome.figures(id).figures.first?.numerator?.value == 1)
  }

  @Test("Two rows for one thing are an error on the second, and neither is used")
  func repetition() {
    let outcome = submission([
      "so-lieu.csv":
        "Chỉ báo|Thành phần|Tỷ lệ (%)\n3.1.2|ran|95\n3.1.2|nuoc|95\n3.1.2|RAN|96\n2.1.1||80"
    ])
    #expect(outcome.codes == [.rowTwice])
    #expect(outcome.findings(.rowTwice).first?.place?.line == 4)
    #expect(outcome.findings(.rowTwice).first?.details["first"] == "2")
    #expect(outcome.figures("3.1.2").invalid == .indicator)
    #expect(outcome.figures("2.1.1").invalid == .none)
  }

  @Test("A component that stands twice hides none that is missing")
  func repeatedComponent() {
    let outcome = submission([
      "so-lieu.csv": "Chỉ báo|Thành phần|Tỷ lệ (%)\n3.1.2|nuoc|95\n3.1.2|nuoc|96"
    ])
    #expect(outcome.codes == [.rowTwice])
    let missing = outcome.findings(.indicatorMissing).filter { $0.indicator?.rawValue == "3.1.2" }
    #expect(missing.map { $0.details["component"] } == ["Chất thải rắn"])
  }

  @Test(
    "What is missing of a component is asked for in its own row, or beside those of the others",
    arguments: [
      ("3.1.2|ran|97\n3.1.2|nuoc|", 3), ("3.1.2|ran|\n3.1.2|nuoc|95", 2),
      ("2.2.3||97\n3.1.2|ran|\n3.1.2|nuoc|", 3), ("2.2.3||97\n3.1.2|ran|97", 3), ("2.2.3||97", nil),
    ] as [(String, Int?)])
  func missingComponentRow(rows: String, line: Int?) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Thành phần|Tỷ lệ (%)\n\(rows)"])
    let missing = outcome.findings(.indicatorMissing).filter { $0.indicator?.rawValue == "3.1.2" }
    #expect(missing.map { $0.place?.line } == [line])
    #expect(missing.allSatisfy { $0.place?.file.hasPrefix("2022/748") == true })
  }

  @Test("A bad cell of a component makes that component invalid alone")
  func badComponent() {
    let outcome = submission([
      "so-lieu.csv": "Chỉ báo|Thành phần|Tỷ lệ (%)\n3.1.2|ran|9O\n3.1.2|nuoc|95"
    ])
    #expect(outcome.figures("3.1.2").invalid == .components([ComponentID("ran")]))
    #expect(outcome.findings(.indicatorMissing).allSatisfy { $0.indicator?.rawValue != "3.1.2" })
  }

  @Test(
    "Figures that are absent or not whole are one finding for each indicator",
    arguments: [
      ("2.1.1||8||", "2.1.1", nil, "Tổng số"), ("2.1.1||||", "2.1.1", nil, "Số đạt, Tổng số"),
      ("2.1.1|||9|", "2.1.1", nil, "Số đạt"), ("1.1.1||||", "1.1.1", nil, "Đạt"),
      ("3.1.2|ran|9|10|", "3.1.2", "Nước thải", "Nước thải (Số đạt, Tổng số)"),
      (
        "3.1.2|ran|9||", "3.1.2", "Chất thải rắn; Nước thải",
        "Chất thải rắn (Tổng số); Nước thải (Số đạt, Tổng số)"
      ), ("3.1.1|||| ", "3.1.1", nil, "Năm trước, Năm nay"),
      ("3.1.1||||1", "3.1.1", nil, "Năm trước"),
    ] as [(String, String, String?, String)])
  func missing(row: String, indicator: String, component: String?, missing: String) throws {
    let outcome = submission([
      "so-lieu.csv": "Chỉ báo|Thành phần|Số đạt|Tổng số|Năm nay\n\(row)\n2.2.3||1|1|"
    ])
    let findings = outcome.findings(.indicatorMissing).filter {
      $0.indicator?.rawValue == indicator
    }
    #expect(findings.count == 1)
    #expect(findings.first?.details["component"] == component)
    #expect(findings.first?.details["missing"] == missing)
    #expect(outcome.findings(.indicatorMissing).allSatisfy { $0.indicator?.rawValue != "2.2.3" })
  }

  @Test("A limit that asks for a fall too needs last year's figure")
  func needsPrevious() {
    let files = ["so-lieu.csv": "Chỉ báo|Tỷ lệ (%)|Năm trước\n3.2.2|0,04|O"]
    let plain = submission(files)
    let strict = submission(files, readings: [InterpretationID("bullying"): "belowAndLower"])
    #expect(plain.figures("3.2.2").invalid == .none)
    #expect(strict.figures("3.2.2").invalid == .indicator)
  }

  @Test(
    "Last year's figure alone is named as missing where only it is",
    arguments: [("0,04|", "Năm trước"), ("|", "Số đạt, Tổng số, Năm trước"), ("0,04|1", nil)]
      as [(String, String?)])
  func previousMissing(cells: String, missing: String?) {
    let outcome = submission(
      ["so-lieu.csv": "Chỉ báo|Tỷ lệ (%)|Năm trước\n3.2.2|\(cells)\n2.1.1|80|"],
      readings: [InterpretationID("bullying"): "belowAndLower"])
    let finding = outcome.findings(.indicatorMissing).first { $0.indicator?.rawValue == "3.2.2" }
    #expect(finding?.details["missing"] == missing)
    #expect(finding?.details["columns"] == missing)
  }

  @Test("The figure of a computed indicator is set aside with a warning")
  func computed() {
    let outcome = submission(
      ["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n2.1.2|3|4\n3.1.4|7|10"], of: TestUnit.province)
    #expect(outcome.codes == [.computedDisagrees])
    #expect(outcome.figures("2.1.2") == .none)
    #expect(
      outcome.findings(.indicatorMissing).map(\.indicator)
        == ["3.1.1", "3.1.3"].map(IndicatorID.init))
  }
}
