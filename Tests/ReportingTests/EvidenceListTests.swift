import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// The list of documents lets a swapped file be seen.
@Suite("The list of documents") struct EvidenceListTests {
  private struct Listed {
    let file: String
    let digest: String
  }

  private func listed(_ unit: UnitRecord) -> [Listed] {
    unit.submission.evidence.compactMap { document in
      document.fileDigest.map { Listed(file: document.file, digest: $0) }
    }
  }

  private func record(_ code: String) throws -> UnitRecord {
    let judged = try SampleRequest.judged()
    return try #require(judged.record.units.first { $0.unit.code.rawValue == code })
  }

  @Test(
    "has each digest whole in reports, workbooks and result.json",
    arguments: ["748", "754", "752", "750", "77"])
  func digests(code: String) throws {
    let unit = try record(code)
    let composer = try SampleRequest.judged().composer
    let report = composer.report(code == "77" ? .province : .district, of: unit)
    let workbook = texts(of: composer.workbook(of: unit, as: report))
    #expect(!listed(unit).isEmpty)
    for entry in listed(unit) {
      #expect(entry.digest.count == 64)
      #expect(texts(of: report).contains("\(entry.file) (SHA-256 \(entry.digest))"))
      #expect(workbook.contains("\(entry.file) (SHA-256 \(entry.digest.prefix(16)))"))
      #expect(workbook.contains(entry.digest))
    }
    #expect(digests(in: composer.result(of: unit)).sorted() == listed(unit).map(\.digest).sorted())
  }

  private func digests(in value: JSONValue) -> [String] {
    switch value {
    case .object(let members):
      members.flatMap { key, value -> [String] in
        if key == "sha256", case .string(let digest) = value { return [digest] }
        return digests(in: value)
      }
    case .array(let items): items.flatMap(digests)
    case .string, .integer, .bool, .null: []
    }
  }
}
