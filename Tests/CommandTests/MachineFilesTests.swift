import Foundation
import Testing

/// `result.json`, `findings.csv` and `manifest.json`.
@Suite("Files for machines") struct MachineFilesTests {
  private static let top: Set<String> = [
    "schema", "programme", "period", "rulebook", "rulebookDigest", "unit", "outcome", "level",
    "possibleLevel", "binding", "nextLevel", "indicators", "findings",
  ]
  private static let ofIndicator: Set<String> = [
    "id", "role", "status", "evidence", "interpretations", "trace", "findings",
  ]
  private static let ofFinding: Set<String> = [
    "code", "severity", "value", "expected", "message", "hint", "clause", "office",
  ]

  private func object(_ path: String) throws -> [String: Any] {
    let data = try #require(SampleRun.get().files[path])
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("have sorted keys, each once") func sorted() throws {
    try WrittenSample.with { sample in
      let files = sample.paths(ending: ".json")
      #expect(files.count == SampleUnits.codes.count + 1)
      let problems = try read(
        withScript: "keys.py", files.map(sample.path), scratch: sample.folder)
      #expect(problems.isEmpty, "\(String(decoding: problems, as: UTF8.self))")
    }
  }

  @Test("have every key of the contract", arguments: SampleUnits.codes)
  func complete(code: String) throws {
    let result = try object("\(SampleUnits.folders[code] ?? "")/result.json")
    #expect(Self.top.subtracting(result.keys).isEmpty)
    #expect(result["schema"] as? String == "hoctap/result/1")
    let unit = try #require(result["unit"] as? [String: String])
    #expect(unit["code"] == code && unit["tier"] == (code == "77" ? "province" : "district"))
    let indicators = try #require(result["indicators"] as? [[String: Any]])
    for indicator in indicators {
      #expect(Self.ofIndicator.subtracting(indicator.keys).isEmpty)
      let isBanded = indicator["role"] as? String == "banded"
      let isDecided = ["met", "notMet"].contains(indicator["status"] as? String)
      #expect((indicator["band"] != nil) == (isBanded && isDecided))
      guard indicator["numerator"] != nil else { continue }
      #expect(indicator["denominator"] != nil && indicator["exact"] != nil)
    }
    for finding in try #require(result["findings"] as? [[String: Any]]) {
      #expect(Self.ofFinding.subtracting(finding.keys).isEmpty)
    }
  }

  @Test("name a finding by its code wherever an indicator has it", arguments: SampleUnits.codes)
  func findingsOfIndicators(code: String) throws {
    let result = try object("\(SampleUnits.folders[code] ?? "")/result.json")
    let findings = try #require(result["findings"] as? [[String: Any]])
    for indicator in try #require(result["indicators"] as? [[String: Any]]) {
      let own = findings.filter { $0["indicator"] as? String == indicator["id"] as? String }
      #expect(indicator["findings"] as? [String] == own.compactMap { $0["code"] as? String })
    }
  }

  @Test("list every finding of every result in findings.csv") func findings() throws {
    let run = try SampleRun.get()
    let count = try SampleUnits.codes.map { code in
      let result = try object("\(SampleUnits.folders[code] ?? "")/result.json")
      return try #require(result["findings"] as? [Any]).count
    }.reduce(0, +)
    try WrittenSample.with { sample in
      let script = """
        import csv, sys
        rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
        assert len({len(row) for row in rows}) == 1, "ragged"
        print(len(rows) - 1)
        """
      let rows = try read(
        with: "/usr/bin/python3", ["-c", script, sample.path("findings.csv")],
        scratch: sample.folder)
      #expect(String(decoding: rows, as: UTF8.self) == "\(count)\n")
    }
    #expect(run.files["findings.csv"]?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
  }

  @Test("give in the manifest the digest and size of the bytes on disk") func manifest() throws {
    let manifest = try object("manifest.json")
    #expect(manifest["asOf"] as? String == Tool.asOf)
    let run = try SampleRun.get()
    try WrittenSample.with { sample in
      let outputs = try entries("outputs", of: manifest)
      #expect(Set(outputs.keys) == Set(run.files.keys).subtracting(["manifest.json"]))
      try check(outputs, below: sample.folder)
    }
    let inputs = try entries("inputs", of: manifest)
    #expect(try inputs.keys.sorted() == bytes(below: Sample.workspace).keys.sorted())
    try check(inputs, below: Sample.workspace)
    let templates = try entries("templates", of: manifest)
    // Of the rulebooks, the run reads the one that its programme names.
    let own = "rulebooks/25-kh-ubnd-ba-ria-vung-tau-2022.yaml"
    let used = try bytes(below: Sample.templates).keys.filter {
      !$0.hasPrefix("rulebooks/") || $0 == own
    }
    #expect(templates.keys.sorted() == used.sorted())
    try check(templates, below: Sample.templates)
  }

  private struct Entry {
    let size: Int
    let digest: String
  }

  private func entries(_ key: String, of manifest: [String: Any]) throws -> [String: Entry] {
    let list = try #require(manifest[key] as? [[String: Any]])
    return try Dictionary(
      uniqueKeysWithValues: list.map { entry in
        (
          try #require(entry["path"] as? String),
          Entry(
            size: try #require(entry["bytes"] as? Int),
            digest: try #require(entry["sha256"] as? String))
        )
      })
  }

  /// `sha256sum` is another program than the one under test.
  private func check(_ entries: [String: Entry], below folder: URL) throws {
    let paths = entries.keys.sorted()
    try withSandbox { sandbox in
      let sums = try read(
        with: "/usr/bin/sha256sum", paths.map { folder.appending(path: $0).path },
        scratch: sandbox.folder)
      let lines = String(decoding: sums, as: UTF8.self).split(separator: "\n")
      #expect(lines.map { String($0.prefix(64)) } == paths.map { entries[$0]?.digest })
    }
    for path in paths {
      let content = try Data(contentsOf: folder.appending(path: path))
      #expect(content.count == entries[path]?.size, "\(path)")
    }
  }
}
