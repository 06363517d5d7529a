import Model
import Pipeline
import SampleSupport
import Testing

/// The latest earlier period in a workspace is read, compared with, and not reported again.
@Suite("An earlier period") struct EarlierPeriodTests {
  /// The sample's files as those of `year` too, with texts of the figures of Bà Rịa replaced.
  private func request(
    year: Int, replacing line: String = "", by other: String = ""
  ) throws -> RunRequest {
    try SampleRequest.make { files in
      files
        + files.filter { $0.path.hasPrefix("2022/") }.map { file in
          var bytes = file.bytes
          if !line.isEmpty, file.path == "2022/748-ba-ria/so-lieu.csv" {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
            bytes = Array(
              lines.map { $0.hasPrefix(line) ? other[...] : $0 }.joined(separator: "\n").utf8)
          }
          return WorkspaceFile(path: "\(year)\(file.path.dropFirst(4))", bytes: bytes)
        }
    }
  }

  private func changes(_ judged: Judged) -> [FindingCode: Int] {
    let codes = judged.record.findings.map(\.finding.code)
    let kinds: [FindingCode] = [.previousDisagrees, .unusualChange]
    return Dictionary(
      uniqueKeysWithValues: kinds.map { kind in (kind, codes.count { $0 == kind }) })
  }

  @Test("is compared with, and reports nothing of its own") func compared() throws {
    let plain = try SampleRequest.judged()
    let judged = try judge(request(year: 2021))
    let added = judged.record.findings.filter { !plain.record.findings.contains($0) }
    #expect(!added.isEmpty)
    #expect(Set(added.map(\.finding.code)) == [.previousDisagrees])
    #expect(added.allSatisfy { $0.finding.place?.file.hasPrefix("2022/") == true })
    #expect(
      judged.record.units.map(\.assessment.level) == plain.record.units.map(\.assessment.level))
    #expect(judged.record.findings.count == plain.record.findings.count + added.count)
  }

  @Test("from before last year is compared for changes alone") func older() throws {
    let judged = try judge(request(year: 2019))
    #expect(changes(judged) == [.previousDisagrees: 0, .unusualChange: 0])
    let changed = try judge(request(year: 2019, replacing: "3.2.3", by: "3.2.3;;;20;68;;;;;;"))
    #expect(changes(changed) == [.previousDisagrees: 0, .unusualChange: 1])
    let preliminary = try judge(
      request(year: 2019, replacing: "3.2.3", by: "3.2.3;;;20;68;;;;;sơ bộ;"))
    #expect(changes(preliminary) == [.previousDisagrees: 0, .unusualChange: 0])
  }

  @Test("that is not the latest is left alone") func latest() throws {
    let files = try request(year: 2019).files + request(year: 2021).files
    let both = try judge(SampleRequest.make { _ in Array(Set(files)) })
    #expect(try both.record == judge(request(year: 2021)).record)
  }

  @Test("after the one asked for is none") func later() throws {
    let plain = try SampleRequest.judged()
    #expect(try judge(request(year: 2023)).record == plain.record)
  }
}
