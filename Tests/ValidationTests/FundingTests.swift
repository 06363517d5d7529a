import Model
import Testing

@Suite("Sums of the funding table")
struct FundingTests {
  private static let heading = "Nguồn kinh phí|Nội dung|Dự toán|Phân bổ|Thực chi"

  @Test(
    "What is spent stays within what is allocated, and that within what is planned",
    arguments: [
      ("100|100|100", []), ("100|99|98", []), ("100|101|100", ["Phân bổ"]),
      ("100|100|101", ["Thực chi"]), ("100|99|100", ["Thực chi"]),
      ("100|101|102", ["Phân bổ", "Thực chi"]), ("||101", []), ("|100|101", ["Thực chi"]),
      ("100|101|", ["Phân bổ"]), ("100||100", []), ("100||101", ["Thực chi"]), ("|||", []),
      ("0|0|1", ["Thực chi"]), ("x|1|1", []),
    ])
  func sums(cells: String, columns: [String]) {
    let cells = cells.split(separator: "|", omittingEmptySubsequences: false).prefix(3)
    let outcome = submission([
      "kinh-phi.csv": "\(Self.heading)\nxã hội hóa|Wifi|\(cells.joined(separator: "|"))"
    ])
    let found = outcome.findings(.fundingDisagrees)
    #expect(outcome.findings(.amountTooSmall).count <= 1)
    #expect(found.map { $0.place?.column } == columns)
    #expect(outcome.funding.count == 1)
  }

  @Test(
    "A typed total is the sum of all rows or of those since the last total",
    arguments: [
      ("Tổng cộng||30.000.000|30.000.000|30.000.000", []),
      ("Tổng cộng||30.000.001|30.000.000|29.999.999", ["Dự toán", "Thực chi"]),
      ("Tổng cộng||||", []), ("Cộng||30.000.000||\nTổng cộng||30.000.000||", []),
      (
        "Cộng||30.000.000||\nnhà nước khác|Sách|5.000.000||\nCộng||5.000.000||\nTổng||35.000.000||",
        []
      ),
      ("Tổng cộng||x||", []),
    ])
  func totals(rows: String, columns: [String]) {
    let outcome = submission([
      "kinh-phi.csv": """
      \(Self.heading)
      xã hội hóa|Wifi|10.000.000|10.000.000|10.000.000
      xã hội hóa|Máy|20.000.000|20.000.000|20.000.000
      \(rows)
      """
    ])
    #expect(outcome.findings(.fundingTotalDisagrees).map { $0.place?.column } == columns)
  }

  @Test(
    "A sum that is too small for đồng is one warning for its row",
    arguments: [
      ("180|180|164", "180"), ("180.000|180.000|164.500", "180.000"), ("999.999||", "999.999"),
      ("1.000.000|1.000.000|1.000.000", nil), ("2.000.000|0|", nil),
      ("180.000.000|180.000.000|164", "164"),
    ] as [(String, String?)])
  func small(cells: String, read: String?) {
    let outcome = submission(["kinh-phi.csv": "\(Self.heading)\nxã hội hóa|Wifi|\(cells)"])
    #expect(outcome.findings(.amountTooSmall).map(\.details) == (read.map { [["read": $0]] } ?? []))
  }

  @Test(
    "What is no whole sum is told in terms of đồng",
    arguments: ["180 triệu", "180.000.000 đồng", "180.000.000,5", "1.8E+08", "180,000,000"])
  func notWhole(sum: String) {
    let outcome = submission(["kinh-phi.csv": "\(Self.heading)\nxã hội hóa|Wifi|\(sum)||"])
    #expect(outcome.codes.filter { $0 != .unitWithoutFigures } == [.notWholeAmount])
  }

  @Test(
    "A heading that names another unit than đồng is a warning",
    arguments: [
      ("Dự toán (triệu đồng)", true), ("Dự toán (nghìn đồng)", true), ("Chi, ngàn đồng", true),
      ("ĐVT: 1.000đ", true), ("Dự toán (đồng)", false), ("Hội nghị nghìn người", false),
    ])
  func otherUnit(heading: String, isFound: Bool) {
    let outcome = submission([
      "kinh-phi.csv": "Nguồn kinh phí|\(heading)|Phân bổ\nxã hội hóa|180|180.000.000"
    ])
    #expect(outcome.findings(.amountsInOtherUnit).map(\.value) == (isFound ? [heading] : []))
  }

  @Test("A row that stands twice is a warning, one that differs is none")
  func twice() throws {
    let row = "xã hội hóa|Wifi|2.000.000||"
    func found(_ other: String) -> [Finding] {
      submission(["kinh-phi.csv": "\(Self.heading)\n\(row)\n\(other)"]).findings(.fundingRowTwice)
    }
    #expect(found(row).map(\.details) == [["first": "2"]])
    #expect(found("Xã hội hoá|wifi|2.000.000||").count == 1)
    #expect(found("xã hội hóa|Wifi 2|2.000.000||") == [])
    #expect(found("xã hội hóa|Wifi|2.000.001||") == [])
  }

  @Test(
    "A row without an amount that another row has is a note, and a column without any is none",
    arguments: [
      ("5.000.000|5.000.000|5.000.000", nil), ("5.000.000||5.000.000", "Phân bổ"),
      ("||", "Dự toán, Phân bổ, Thực chi"), ("5.000.000|x|", "Thực chi"), ("0|0|0", nil),
    ] as [(String, String?)])
  func gaps(amounts: String, columns: String?) {
    let whole = submission([
      "kinh-phi.csv": """
      \(Self.heading)
      xã hội hóa|Wifi|10.000.000|10.000.000|10.000.000
      xã hội hóa|Máy|\(amounts)
      """
    ])
    let found = whole.findings(.amountMissing)
    #expect(found.map { $0.details["columns"] } == (columns.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.place?.line == 3 && $0.details["purpose"] == "Máy" })
    let planned = submission([
      "kinh-phi.csv": "\(Self.heading)\nxã hội hóa|Wifi|10.000.000||\nxã hội hóa||20.000.000||"
    ])
    #expect(planned.findings(.amountMissing).isEmpty)
  }

  @Test("The message names the line, the sum and its bound")
  func message() throws {
    let outcome = submission([
      "kinh-phi.csv": "\(Self.heading)\nxã hội hóa||2.000|1.500|1.600"
    ])
    let finding = try #require(outcome.findings(.fundingDisagrees).first)
    #expect(finding.value == "1.600" && finding.expected == "1.500")
    #expect(
      finding.details == ["read": "1.600", "bound": "Phân bổ", "purpose": "xã hội hóa"])
  }
}
