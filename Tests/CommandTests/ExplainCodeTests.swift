import Foundation
import Testing

/// `hoctap explain CODE` needs nothing but the templates.
@Suite("A finding code") struct ExplainCodeTests {
  @Test(
    "is explained in either case, without any workspace", arguments: ["E104", "e104", "c106"])
  func explained(code: String) throws {
    let ending = try explain(code)
    #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending.everything)")
    #expect(ending.output.hasPrefix("\(code.uppercased()) – "))
    for label in ["Nhóm: ", "Phát hiện: ", "Ví dụ: ", "Cách xử lý: ", "Nơi xử lý: "] {
      #expect(ending.output.contains("\n  \(label)"), "\(label)")
    }
    #expect(!ending.output.contains("{"))
  }

  @Test("is explained in English and as JSON") func json() throws {
    let ending = try explain("K107", "--lang", "en", "--format", "json")
    let page = try JSONDecoder().decode([String: String].self, from: Data(ending.output.utf8))
    #expect(page["code"] == "K107" && page["severity"] == "warning" && page["family"] == "K")
    #expect(page["responsible"] == "office" && page["example"]?.contains("→") == true)
    #expect(page["message"]?.hasPrefix("Indicator ‹indicator› lacks figures") == true)
  }

  @Test(
    "that does not exist ends with 64 and names the nearest",
    arguments: [("E1O4", "E104"), ("E999", "E109"), ("104", "F104")])
  func unknown(code: String, nearest: String) throws {
    let ending = try explain(code)
    #expect(ending.status == 64 && ending.output.isEmpty, "\(ending.everything)")
    #expect(ending.errors.contains(nearest), "\(ending.errors)")
  }

  @Test("gives way to a folder of that name") func folder() throws {
    try withSandbox { sandbox in
      let folder = sandbox.folder.appending(path: "E104")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let ending = try sandbox.hoctap(["explain", folder.path])
      #expect(ending.status == 64 && ending.errors.contains("748"), "\(ending.everything)")
    }
  }

  @Test("is listed in README.vi.md as the tool lists it") func manual() throws {
    let manual = try String(
      contentsOf: Sample.repository.appending(path: "README.vi.md"), encoding: .utf8)
    let begin = try #require(manual.range(of: "<!-- findings:begin -->\n"))
    let end = try #require(manual.range(of: "<!-- findings:end -->"))
    let list = String(manual[begin.upperBound..<end.lowerBound])
    #expect(
      try explain("--all").output == list,
      "README.vi.md is stale: `make readme` writes its list anew")
  }

  private func explain(_ arguments: String...) throws -> Ending {
    try withSandbox { sandbox in
      try sandbox.hoctap(["explain", "--templates", Sample.templates.path] + arguments)
    }
  }
}
