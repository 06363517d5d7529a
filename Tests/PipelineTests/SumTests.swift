import Model
import Pipeline
import SampleSupport
import Testing

/// Counts of the province against what its districts have counted.
@Suite("Sums of the districts") struct SumTests {
  private static let province =
    "2022/77-ba-ria-vung-tau/so-giao-duc-va-dao-tao/so-lieu.csv"

  private func found(_ edits: WorkspaceEdit...) throws -> [Finding] {
    try SoundRequest.judged(after: edits).findings.map(\.finding)
      .filter { $0.code == .belowSumOfChildren }
  }

  /// Two districts report 6 of 24.860 and 9 of 27.315 pupils: 15 of 52.175.
  @Test(
    "A count of the province is at least the sum of the districts'",
    arguments: [
      ("14;52.175", ["14"]), ("15;52.175", []), ("16;52.176", []), ("15;52.174", ["52.174"]),
      ("14;52.174", ["14", "52.174"]),
    ])
  func pupils(counts: String, values: [String]) throws {
    let findings = try found(.replace(Self.province, "62;241.350", with: counts))
    #expect(findings.map(\.value) == values)
    for finding in findings {
      #expect(finding.unit == UnitCode("77") && finding.indicator == IndicatorID("3.2.3"))
      #expect(finding.place?.file == Self.province && finding.place?.line == 10)
      #expect(finding.details["child"] == "3.2.2")
    }
  }

  @Test("A district's figure that contradicts itself is not added up") func invalid() throws {
    let sum: WorkspaceEdit = .replace(Self.province, "62;241.350", with: "9;27.315")
    #expect(try found(sum).count == 2)
    let twice: WorkspaceEdit = .replace(
      "2022/748-ba-ria/so-lieu.csv", "3.2.2;;;6;24.860", with: "3.2.2;;;39.000;24.860")
    #expect(try found(sum, twice).isEmpty)
  }
}
