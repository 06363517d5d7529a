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
    #expect(found.map { $0.place?.column } == columns)
    #expect(outcome.funding.count == 1)
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
