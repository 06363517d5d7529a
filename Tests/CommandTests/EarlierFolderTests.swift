import Foundation
import Testing

/// What else a workspace may hold: folders of earlier periods, and waivers.
@Suite("A workspace with a past") struct EarlierFolderTests {
  private func copy(_ sandbox: Sandbox, to period: String) throws {
    try FileManager.default.copyItem(
      at: sandbox.workspace.appending(path: "2022"),
      to: sandbox.workspace.appending(path: period))
  }

  @Test("is compared with the latest earlier period, which is an input of the run")
  func earlier() throws {
    try withSandbox { sandbox in
      for period in ["2020", "2021", "2023"] { try copy(sandbox, to: period) }
      let ending = try sandbox.run("--period", "2022")
      #expect(ending.status == 1, "\(ending.everything)")
      let data = try Data(contentsOf: sandbox.period.appending(path: "manifest.json"))
      let manifest = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      let inputs = try #require(manifest["inputs"] as? [[String: Any]])
      let paths = inputs.compactMap { $0["path"] as? String }
      #expect(paths.contains("2021/748-ba-ria/so-lieu.csv"))
      #expect(!paths.contains { $0.hasPrefix("2020/") || $0.hasPrefix("2023/") })
      let findings = try String(
        contentsOf: sandbox.period.appending(path: "findings.csv"), encoding: .utf8)
      #expect(findings.contains("X106,") && !findings.contains("2021/748-ba-ria/minh-chung"))
    }
  }

  @Test("shows waivers with their findings on the terminal, in both languages, and who asked never")
  func waivers() throws {
    try withSandbox { sandbox in
      let file = "2022/752-long-dien/mien-tru.csv"
      try sandbox.write(
        """
        code,indicator,reason,requested_by,approved_by,until
        E108,2.2.1,Đang số hóa,Bà Đề Nghị,Phó Chủ tịch,31/12/2022
        """, to: file)
      let plain = try sandbox.command("check", "--lang", "vi")
      #expect(plain.output.contains("Phó Chủ tịch, lý do: Đang số hóa"))
      #expect(plain.output.contains("Trong đó 1 phát hiện được miễn trừ."))
      let english = try sandbox.command("check", "--lang", "en")
      #expect(english.output.contains("approved by Phó Chủ tịch, reason: Đang số hóa"))
      let trace = try sandbox.hoctap([
        "explain", sandbox.workspace.path, "752", "2.2.1", "--as-of", Tool.asOf,
      ])
      #expect(trace.output.contains("lý do: Đang số hóa"), "\(trace.everything)")
      let json = try sandbox.command("check", "--format", "json")
      #expect(json.output.contains("\"approvedBy\" : \"Phó Chủ tịch\""))
      #expect(!(plain.output + trace.output + json.output).contains("Đề Nghị"))
    }
  }
}
