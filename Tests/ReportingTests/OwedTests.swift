import Model
import Pipeline
import SampleSupport
import Testing

@testable import Reporting

/// What offices owe, and the requests that tell them.
@Suite("What is owed") struct OwedTests {
  private func judged(
    asOf: String = "2022-11-25", without path: String? = nil
  ) throws -> Judged {
    try judge(
      SampleRequest.make(asOf: asOf) { files in
        files.filter { file in path.map { !file.path.hasPrefix($0) } ?? true }
      })
  }

  @Test("is in the sample what it was made to lack") func sample() throws {
    let owed = try judged().composer.owedByOffice().map { debt in
      [
        debt.unit.code.rawValue, debt.office.id.rawValue,
        debt.figures.map(\.rawValue).joined(separator: " "),
        debt.evidence.map(\.rawValue).joined(separator: " "),
      ]
    }
    #expect(
      owed == [
        ["752", "van-phong-hdnd-va-ubnd", "", "1.2.1"],
        ["752", "phong-van-hoa-va-thong-tin", "", "2.2.1"],
        ["752", "phong-tai-nguyen-va-moi-truong", "", "3.1.2"],
        // The two that contradict each other: the one that is charged with the indicator, and
        // the other.
        ["77", "so-giao-duc-va-dao-tao", "2.2.4", ""],
        ["77", "so-thong-tin-va-truyen-thong", "2.2.4", ""],
        ["77", "so-khoa-hoc-va-cong-nghe", "3.1.3", "3.1.3"],
      ])
  }

  @Test("gives one request an office, named after unit and office", arguments: [nil, "2022/"])
  func names(path: String?) throws {
    let judged = try judged(without: path)
    let owed = judged.composer.owedByOffice()
    let requests = judged.composer.requests()
    #expect(
      requests.map(\.name)
        == owed.map { debt in
          debt.unit.tier == .province
            ? debt.office.id.rawValue : "\(debt.unit.code)-\(debt.office.id)"
        })
    #expect(requests.map(\.unit) == owed.map(\.unit.code))
    #expect(Set(requests.map(\.name)).count == requests.count && !requests.isEmpty)
  }

  @Test("is all of what a unit without a folder was asked for, but what others send") func all()
    throws
  {
    let judged = try judged(without: "2022/")
    for unit in judged.record.units {
      let owed = judged.composer.owedByOffice().filter { $0.unit == unit.unit }
      let own = unit.assessment.indicators.map(\.indicator).filter { $0.source != .childOutcomes }
      #expect(Set(owed.flatMap(\.figures)) == Set(own.map(\.id)))
      #expect(Set(owed.flatMap(\.evidence)) == Set(own.map(\.id)))
    }
  }

  @Test(
    "is asked for in another way once the last day has passed",
    arguments: [
      ("2022-11-28", "chậm nhất ngày 29/11/2022 (còn 1 ngày)."),
      ("2022-11-29", "ngay trong ngày 29/11/2022, là hạn cuối."),
      ("2022-11-30", "Thời hạn báo cáo (29/11/2022) đã qua 1 ngày; "),
    ])
  func late(asOf: String, words: String) throws {
    let request = try #require(
      judged(asOf: asOf).composer.requests().first { $0.unit == UnitCode("752") })
    guard case .paragraph(let lead) = request.document.opening.first else {
      Issue.record("a request begins with a paragraph")
      return
    }
    #expect(lead.contains(words))
  }

  @Test("comes to nothing in a unit that lacks nothing") func nothing() throws {
    let judged = try judged()
    let unit = try #require(judged.record.districts.first { $0.unit.code == UnitCode("748") })
    #expect(judged.composer.owed(by: unit).isEmpty)
    guard case .paragraph = judged.composer.owedTable(unit, requestsAt: "") else {
      Issue.record("a unit that owes nothing has a sentence instead of a table")
      return
    }
  }
}
