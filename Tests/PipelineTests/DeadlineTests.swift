import Model
import Pipeline
import SampleSupport
import Testing

/// When a unit's own report is due, and what the tool says of it while something is missing.
@Suite("Deadlines") struct DeadlineTests {
  struct Day: Sendable {
    let asOf: String
    let code: FindingCode?
    let days: String
  }

  /// The last day of the districts is 29/11/2022.
  static let days = [
    Day(asOf: "2022-11-14", code: nil, days: ""),
    Day(asOf: "2022-11-15", code: .reportDueSoon, days: "14"),
    Day(asOf: "2022-11-16", code: .reportDueSoon, days: "13"),
    Day(asOf: "2022-11-28", code: .reportDueSoon, days: "1"),
    Day(asOf: "2022-11-29", code: .reportDueSoon, days: "0"),
    Day(asOf: "2022-11-30", code: .reportOverdue, days: "1"),
    Day(asOf: "2023-11-29", code: .reportOverdue, days: "365"),
  ]

  @Test("are named from 14 days before the last day on", arguments: days)
  func districts(_ day: Day) throws {
    let judged = try judge(SampleRequest.make(asOf: day.asOf))
    let unit = try #require(judged.record.districts.first { $0.unit.code == UnitCode("752") })
    let found = unit.findings.filter { $0.finding.code.rawValue.hasPrefix("D") }
    #expect(found.map(\.finding.code) == (day.code.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.finding.details["days"] == day.days })
    #expect(found.allSatisfy { $0.message.contains("29/11/2022") })
  }

  @Test("of the province are its own", arguments: [("2023-01-16", 0), ("2023-01-17", 1)])
  func province(asOf: String, count: Int) throws {
    let judged = try judge(SampleRequest.make(asOf: asOf))
    #expect(judged.codes(of: "77").count { $0 == .reportDueSoon } == count)
    #expect(judged.codes(of: "752").contains(.reportOverdue))
  }

  @Test("say nothing of a unit that lacks nothing", arguments: ["2022-11-29", "2023-06-01"])
  func complete(asOf: String) throws {
    let judged = try judge(SampleRequest.make(asOf: asOf))
    #expect(!judged.codes(of: "748").contains { $0.rawValue.hasPrefix("D") })
  }

  @Test(
    "of the rulebook are named for a period on no day of which it was in force",
    arguments: [(2021, true), (2022, false), (2023, false), (2024, false), (2025, true)])
  func rulebook(period: Int, isOutside: Bool) throws {
    let judged = try judge(SampleRequest.make(asOf: "2026-01-01", period: period))
    let codes = judged.record.workspaceFindings.map(\.finding.code)
    #expect(codes.contains(.rulebookNotInForce) == isOutside)
  }
}
