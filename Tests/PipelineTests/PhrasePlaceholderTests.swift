import Foundation
import Pipeline
import SampleSupport
import Testing

/// What may stand in braces in the words of the reports.
@Suite("Placeholders") struct PhrasePlaceholderTests {
  @Test("are those of the words as they are shipped") func shipped() throws {
    let files = try SampleRequest.make().templates
    let wording = try #require(files.first { $0.path == "reports/wording.yaml" })
    var group = ""
    for line in String(decoding: wording.bytes, as: UTF8.self).split(separator: "\n") {
      guard !line.hasPrefix("#"), let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].trimmingCharacters(in: .whitespaces)
      guard line.hasPrefix("  ") else {
        group = key
        continue
      }
      let found = Set(line.matches(of: /\{([A-Za-z]+)\}/).map { String($0.output.1) })
      let known = Set(placeholderNames["\(group).\(key)"] ?? [])
      #expect(found == known, "\"\(group).\(key)\": \(found.sorted()),")
    }
  }
}
