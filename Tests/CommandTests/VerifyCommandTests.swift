import Foundation
import Testing

/// `hoctap verify` as an officer or an auditor calls it.
@Suite("hoctap verify") struct VerifyCommandTests {
  private let report = "748-ba-ria/bao-cao-tu-danh-gia.md"

  @Test("takes the folder of a period, of a programme, and the whole output") func folders() throws
  {
    try withSandbox { sandbox in
      try SampleRun.get().place(in: sandbox)
      let programme = sandbox.output.appending(path: Sample.name)
      let digest = try #require(try sandbox.digest(of: "manifest.json"))
      for folder in [sandbox.period, programme, sandbox.output] {
        let ending = try sandbox.hoctap(["verify", folder.path])
        let count = try SampleRun.get().files.count
        #expect(ending.status == 0, "\(ending.everything)")
        #expect(ending.output.contains(": khớp. Đã đọc lại \(count) tệp"))
        #expect(ending.output.contains(digest))
      }
      let relative = try sandbox.hoctap(["verify", "2022/"], in: programme)
      #expect(relative.status == 0, "\(relative.everything)")
    }
  }

  @Test("names file, place, what was found and what is right") func difference() throws {
    try withSandbox { sandbox in
      try SampleRun.get().place(in: sandbox)
      let url = sandbox.period.appending(path: report)
      let text = try String(contentsOf: url, encoding: .utf8)
      try Data(text.replacing("| 9/11 = 81,82% |", with: "| 10/11 = 90,91% |").utf8).write(to: url)
      let ending = try sandbox.hoctap(["verify", sandbox.period.path])
      #expect(ending.status == 1)
      for words in [
        "sai khác[figure] Số liệu không khớp với tệp kết quả.", "--> \(report), dòng ",
        "cột “Số liệu”, 2.1.2", "= thấy: 10/11 = 90,91%", "= phải là: 9/11 = 81,82%",
        "sai khác[digest]", "điểm sai khác trong 1 tệp.",
      ] {
        #expect(ending.output.contains(words), "\(words)\n\(ending.output)")
      }
      let english = try sandbox.hoctap(["verify", sandbox.period.path, "--lang", "en"])
      #expect(english.output.contains("The figure is not that of the result."))
      #expect(english.output.contains("column “Số liệu”"))
    }
  }

  @Test("tells programs the same") func json() throws {
    try withSandbox { sandbox in
      try SampleRun.get().place(in: sandbox)
      try FileManager.default.removeItem(at: sandbox.period.appending(path: "findings.csv"))
      let ending = try sandbox.hoctap(["verify", sandbox.period.path, "--format", "json"])
      #expect(ending.status == 1)
      let printed = try JSONDecoder().decode(Printed.self, from: Data(ending.output.utf8))
      let difference = try #require(printed.folders.first?.differences.first)
      #expect(printed.folders.count == 1 && printed.folders[0].differences.count == 1)
      #expect(difference.kind == "missingFile" && difference.file == "findings.csv")
      #expect(difference.message == "Thiếu tệp.")
    }
  }

  private struct Printed: Decodable {
    struct Folder: Decodable { let differences: [Difference] }
    struct Difference: Decodable {
      let kind: String
      let file: String
      let message: String
    }
    let folders: [Folder]
  }

  @Test("leaves forms to those who fill them in, unless it is given them") func forms() throws {
    try withSandbox { sandbox in
      try SampleRun.get().place(in: sandbox)
      _ = try sandbox.hoctap(
        ["forms", sandbox.workspace.path, "--output", sandbox.output.path, "--unit", "748"])
      let forms = sandbox.output.appending(path: "\(Sample.name)/2022-bieu-mau-748")
      let form = forms.appending(path: "csv/748-ba-ria/so-lieu.csv")
      try (try Data(contentsOf: form) + Data("x".utf8)).write(to: form)
      let whole = try sandbox.hoctap(["verify", sandbox.output.path])
      #expect(whole.status == 0, "\(whole.everything)")
      #expect(whole.output.contains("biểu mẫu trống"))
      #expect(try sandbox.hoctap(["verify", forms.path]).status == 1)
    }
  }

  @Test("ends with 65 where nothing can be verified, and with 64 where it is called wrongly")
  func unusable() throws {
    try withSandbox { sandbox in
      for folder in ["khong-co", Sample.name] {
        let ending = try sandbox.hoctap(["verify", folder], in: sandbox.folder)
        #expect(ending.status == 65)
        #expect(ending.errors.hasPrefix("\(folder): "), "\(ending.errors)")
        #expect(ending.output == "")
      }
      #expect(try sandbox.hoctap(["verify"]).status == 64)
      #expect(try sandbox.hoctap(["verify", ".", "--format", "docx"]).status == 64)
    }
  }

  @Test("says that the words are not those of the output") func otherWords() throws {
    try withSandbox { sandbox in
      try SampleRun.get().place(in: sandbox)
      try sandbox.changeTemplates(
        TemplateEdit("wording.yaml", .replace("  met: Đạt\n", "  met: Hoàn thành\n")))
      let ending = try sandbox.hoctap(
        ["verify", sandbox.period.path, "--templates", sandbox.templates.path])
      #expect(ending.status == 1)
      #expect(ending.output.contains("sai khác[wording]"))
    }
  }
}

extension Sandbox {
  /// The SHA-256 of a file of the period's folder, by the system's program.
  fileprivate func digest(of path: String) throws -> String? {
    let output = try read(
      with: "/usr/bin/sha256sum", [period.appending(path: path).path], scratch: folder)
    return String(decoding: output, as: UTF8.self).split(separator: " ").first.map(String.init)
  }
}
