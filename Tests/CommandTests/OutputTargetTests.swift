import Foundation
import Testing

/// A run never replaces what it did not write.
@Suite("An output folder that is not ours") struct OutputTargetTests {
  /// Runs with an output folder below the sandbox; expects 73 and every file as it was.
  private func expectRefusal(
    _ output: String, in sandbox: Sandbox, says: String, options: [String] = []
  ) throws {
    let before = try bytes(below: sandbox.folder)
    let ending = try sandbox.hoctap(
      ["run", sandbox.workspace.path, "--as-of", Tool.asOf, "--output", output] + options)
    #expect(ending.status == 73, "\(ending.everything)")
    #expect(ending.errors.contains(says), "\(ending.errors)")
    let after = try bytes(below: sandbox.folder)
    for (path, content) in before { #expect(after[path] == content, "\(path)") }
    #expect(after.keys.filter { before[$0] == nil }.allSatisfy { !$0.contains("/") })
  }

  @Test(
    "which overlaps the workspace ends the run with 73, the input untouched",
    arguments: [
      (".", [String]()), (".", ["--unit", "748"]), ("khong-co/..", []), ("lien-ket", []),
      ("\(Sample.name)/ket-qua", []),
    ])
  func workspace(output: String, options: [String]) throws {
    try withSandbox { sandbox in
      try FileManager.default.createSymbolicLink(
        at: sandbox.folder.appending(path: "lien-ket"), withDestinationURL: sandbox.folder)
      try expectRefusal(output, in: sandbox, says: "thư mục dữ liệu", options: options)
    }
  }

  @Test("which lies in the templates ends the run with 73") func templates() throws {
    try withSandbox { sandbox in
      let templates = sandbox.folder.appending(path: "mau")
      try FileManager.default.copyItem(at: Sample.templates, to: templates)
      try expectRefusal(
        "mau", in: sandbox, says: "thư mục mẫu", options: ["--templates", templates.path])
    }
  }

  @Test(
    "which holds other files ends the run with 73",
    arguments: ["ghi-chu.txt", "manifest.json"])
  func foreign(name: String) throws {
    try withSandbox { sandbox in
      try FileManager.default.createDirectory(
        at: sandbox.period, withIntermediateDirectories: true)
      try Data("{}".utf8).write(to: sandbox.period.appending(path: name))
      try expectRefusal("ket-qua", in: sandbox, says: "thư mục này đang có tệp khác")
    }
  }

  @Test("which is empty is used") func empty() throws {
    try withSandbox { sandbox in
      let folder = sandbox.output.appending(path: "\(Sample.name)/2022-748")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      #expect(try sandbox.run("--unit", "748").status == 0)
      #expect(try bytes(below: folder)["manifest.json"] != nil)
    }
  }
}
