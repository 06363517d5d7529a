import Audit
import Foundation
import Model
import Pipeline
import SampleSupport
import Testing

func sha256Text(_ bytes: [UInt8]) -> String { sha256(bytes) }

/// The files of a folder beside its manifest.
@Suite("An audited folder") struct FolderTests {
  private let report = "748-ba-ria/bao-cao-tu-danh-gia.html"

  @Test("agrees as it was written") func untouched() throws {
    let folder = try Folder()
    let audit = try folder.audit()
    #expect(audit.discrepancies == [])
    #expect(audit.results == 5)
    #expect(audit.files == folder.paths.count)
    #expect(audit.manifestDigest == sha256(try folder.bytes(of: "manifest.json")))
  }

  @Test("misses no file that is taken away") func missing() throws {
    let whole = try Folder()
    let written = whole.paths.filter { $0 != "manifest.json" }
    for number in 0..<3 {
      var folder = whole
      let taken = stride(from: number, to: written.count, by: 3).map { written[$0] }
      taken.forEach { folder.remove($0) }
      let found = try folder.audit().discrepancies.filter { $0.kind == .missingFile }
      #expect(Set(found.map(\.file)).isSuperset(of: taken))
    }
  }

  @Test("shows a changed byte in every file") func changed() throws {
    var folder = try Folder()
    let written = folder.paths.filter { $0 != "manifest.json" }
    for path in written {
      var bytes = try folder.bytes(of: path)
      bytes[bytes.count / 2] ^= 1
      folder.put(bytes, at: path)
    }
    let found = try folder.audit().discrepancies
    #expect(found.filter { $0.kind == .digest }.map(\.file).sorted() == written.sorted())
    #expect(!found.contains { $0.kind == .size })
  }

  @Test("shows a file that is longer, one that is extra, and one that is a link")
  func others() throws {
    var folder = try Folder()
    folder.put(try folder.bytes(of: report) + [10], at: report)
    folder.put([1], at: "748-ba-ria/them.txt")
    folder.links = ["findings.csv"]
    let kinds = Set(try folder.audit().discrepancies.map { [$0.kind.rawValue, $0.file] })
    #expect(
      kinds == [
        ["size", report], ["digest", report], ["extraFile", "748-ba-ria/them.txt"],
        ["notFile", "findings.csv"],
      ])
  }

  @Test("is betrayed by every document when a result is put in the place of another")
  func swapped() throws {
    var folder = try Folder()
    let (one, other) = ("748-ba-ria/result.json", "754-phu-my/result.json")
    let (first, second) = (try folder.bytes(of: one), try folder.bytes(of: other))
    folder.put(second, at: one)
    folder.put(first, at: other)
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    let files = Set(found.filter { $0.kind == .resultDigest }.map(\.file))
    #expect(files.count >= 6, "\(files)")
  }

  @Test(
    "shows a result that was changed, though the manifest was mended",
    arguments: [
      ("\"level\" : 2", "\"level\" : 3"), ("\"numerator\" : 33", "\"numerator\" : 34"),
      ("\"status\" : \"met\"", "\"status\" : \"notMet\""),
      ("\"outcome\" : \"recognised\"", "\"outcome\" : \"pending\""),
    ])
  func changedResult(old: String, new: String) throws {
    var folder = try Folder()
    try folder.replace(old, by: new, in: "748-ba-ria/result.json", first: true)
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    let betrayed = Set(found.filter { $0.kind == .resultDigest }.map(\.file))
    #expect(betrayed.isSuperset(of: [report, "index.html"]), "\(found)")
    #expect(found.contains { $0.kind != .resultDigest }, "\(found)")
  }

  @Test(
    "shows a manifest that does not go with the results",
    arguments: ["programme", "period", "rulebook", "rulebookDigest", "asOf", "tool"])
  func alteredManifest(key: String) throws {
    var folder = try Folder()
    try folder.setManifest(key, to: "khac")
    let found = try folder.audit().discrepancies
    #expect(found.contains { $0.kind == .manifest && $0.expected == "khac" }, "\(found)")
  }

  @Test("shows a manifest without the evidence that a result rests on") func inputs() throws {
    var folder = try Folder()
    try folder.setManifest("inputs", to: [Any]())
    let found = try folder.audit().discrepancies
    #expect(!found.isEmpty && found.allSatisfy { $0.kind == .manifest })
  }

  @Test(
    "is not read where the manifest is no manifest",
    arguments: ["", "{}", "[1]", "{\"schema\":\"x\"}"])
  func noManifest(text: String) throws {
    var folder = try Folder()
    folder.put(Array(text.utf8), at: "manifest.json")
    let found = try folder.audit().discrepancies
    #expect(found.map(\.kind) == [.unreadable])
  }

  @Test("is not read with other words than it was written in") func otherWords() throws {
    var folder = try Folder()
    try folder.replace("Mức độ 3", by: "Mức độ 1", in: report)
    try folder.forgeManifest()
    let templates = try SampleRequest.make().templates.map { file in
      file.path == "reports/wording.yaml"
        ? WorkspaceFile(path: file.path, bytes: file.bytes + [10]) : file
    }
    let files = folder.files.map { WorkspaceFile(path: $0.path, bytes: $0.bytes) }
    let audit = try verify(files, templates: templates)
    #expect(audit.discrepancies.map(\.kind) == [.wording])
    #expect(audit.documents == 0)
  }

  @Test("has documents that cannot be read", arguments: ["xlsx", "html", "md"])
  func unreadable(ending: String) throws {
    let path = "748-ba-ria/bao-cao-tu-danh-gia.\(ending)"
    var folder = try Folder()
    folder.put([0xFF, 0xFE, 0x00], at: path)
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    #expect(found.contains { $0.file == path && [.unreadable, .unstated].contains($0.kind) })
  }
}
