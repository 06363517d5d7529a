import Foundation
import Testing

/// The sample's result, against one that was computed independently of this tool.
@Suite("The sample's result") struct SampleResultTests {
  struct Golden: Decodable {
    struct Unit: Decodable {
      let outcome: String
      let level: Int
      let possibleLevel: Int
      let binding: [String]
      let indicators: [String: Indicator]
    }
    struct Indicator: Decodable {
      let role: String
      let status: String
      let evidence: String
      let band: Int?
      let numerator: Int?
      let denominator: Int?
    }
    let units: [String: Unit]
  }

  private func golden() throws -> Golden {
    let file = Sample.repository.appending(path: "Tests/CommandTests/Goldens/sample-levels.json")
    return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
  }

  @Test("ends with 1, for two offices contradict each other") func status() throws {
    let run = try SampleRun.get()
    #expect(run.ending.status == 1, "\(run.ending.everything)")
    #expect(run.ending.errors.isEmpty)
    #expect(run.others.isEmpty)
  }

  @Test("is for each unit what the independent computation gave", arguments: SampleUnits.codes)
  func levels(code: String) throws {
    let result = try SampleRun.get().result(of: code)
    let expected = try #require(golden().units[code])
    #expect(result.outcome == expected.outcome)
    #expect(result.level == expected.level)
    #expect(result.possibleLevel == expected.possibleLevel)
    #expect(result.binding == expected.binding)
    #expect(result.indicators.map(\.id) == expected.indicators.keys.sorted())
    for indicator in result.indicators {
      let wanted = try #require(expected.indicators[indicator.id])
      let id = "\(code) \(indicator.id)"
      #expect(indicator.role == wanted.role, "\(id)")
      #expect(indicator.status == wanted.status, "\(id)")
      #expect(indicator.evidence == wanted.evidence, "\(id)")
      let isProven = indicator.status == "met" && indicator.evidence == "complete"
      #expect((isProven ? indicator.band : nil) == wanted.band, "\(id)")
      if let numerator = wanted.numerator { #expect(indicator.numerator == numerator, "\(id)") }
      if let whole = wanted.denominator { #expect(indicator.denominator == whole, "\(id)") }
    }
  }

  @Test("has every file of the contract, and no other") func files() throws {
    let run = try SampleRun.get()
    var expected = ["index.html", "findings.csv", "manifest.json"]
    for code in SampleUnits.codes {
      let report = SampleUnits.report(of: code)
      expected += [".html", ".md", ".xlsx"].map { report + $0 }
      expected.append("\(SampleUnits.folders[code] ?? "")/result.json")
    }
    let requests = run.files.keys.filter { $0.hasPrefix("phieu-bo-sung/") }
    #expect(Set(run.files.keys).subtracting(requests) == Set(expected))
    let pages = requests.filter { $0.hasSuffix(".html") }.map { $0.dropLast(5) }
    let texts = requests.filter { $0.hasSuffix(".md") }.map { $0.dropLast(3) }
    #expect(!pages.isEmpty && Set(pages) == Set(texts))
    #expect(pages.count + texts.count == requests.count)
    #expect(run.files.values.allSatisfy { !$0.isEmpty })
  }

  @Test("asks each office that owes something, and no other") func requests() throws {
    let run = try SampleRun.get()
    let names = run.files.keys.filter { $0.hasPrefix("phieu-bo-sung/") && $0.hasSuffix(".html") }
    #expect(
      names.map { $0.dropFirst("phieu-bo-sung/".count).dropLast(".html".count) }.sorted() == [
        "752-phong-tai-nguyen-va-moi-truong", "752-phong-van-hoa-va-thong-tin",
        "752-van-phong-hdnd-va-ubnd", "so-giao-duc-va-dao-tao", "so-khoa-hoc-va-cong-nghe",
        "so-thong-tin-va-truyen-thong",
      ])
  }
}
