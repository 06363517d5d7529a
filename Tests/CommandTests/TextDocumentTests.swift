import Foundation
import Testing

/// The .docx files of `--format docx`.
@Suite("Text documents") struct TextDocumentTests {
  @Test("stand beside every Markdown file, agree with the results, and are the same twice")
  func repeatable() throws {
    try withSandbox { sandbox in
      let ending = try sandbox.run("--format", "docx")
      #expect(ending.status == 1, "\(ending.everything)")
      let first = try bytes(below: sandbox.period)
      let pages = first.keys.filter { $0.hasSuffix(".md") }.sorted()
      let documents = first.keys.filter { $0.hasSuffix(".docx") }.sorted()
      #expect(!pages.isEmpty && documents.map { $0.replacing(".docx", with: ".md") } == pages)
      let audit = try sandbox.hoctap(["verify", sandbox.period.path])
      #expect(audit.status == 0, "\(audit.everything)")
      let environment = ProcessInfo.processInfo.environment.merging(
        ["TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "vi_VN.UTF-8", "SOURCE_DATE_EPOCH": "1"]
      ) { $1 }
      let other = sandbox.folder.appending(path: "khac")
      _ = try sandbox.hoctap(
        [
          "run", sandbox.workspace.path, "--as-of", Tool.asOf, "--output", other.path, "--format",
          "docx", "--format", "json",
        ], environment: environment)
      let second = try bytes(below: other.appending(path: "\(Sample.name)/2022"))
      #expect(differences(first, second) == [])
      try tamper(sandbox)
      try printOnPaper(sandbox)
    }
  }

  /// A level that is changed in the text of a document is found, though the manifest was mended.
  private func tamper(_ sandbox: Sandbox) throws {
    let path = "748-ba-ria/bao-cao-tu-danh-gia.docx"
    for (old, new, kind) in [
      ("học tập mức độ 2", "học tập mức độ 3", "outcome"), ("9/11 = 81,82%", "9/11", "figure"),
      (">Không đạt<", ">Đạt<", "status"),
    ] {
      let target = kind == "status" ? "750-chau-duc/bao-cao-tu-danh-gia.docx" : path
      let url = sandbox.period.appending(path: target)
      let whole = try Data(contentsOf: url)
      _ = try read(
        withScript: "tamper.py", [sandbox.period.path, target, "word/document.xml", old, new],
        scratch: sandbox.folder)
      let audit = try sandbox.hoctap(["verify", sandbox.period.path])
      #expect(audit.status == 1)
      #expect(audit.output.contains("sai khác[\(kind)]"), "\(audit.output)")
      #expect(audit.output.contains("--> \(target)"))
      try whole.write(to: url)
    }
  }

  /// LibreOffice prints a report on A4 with fonts that have every letter.
  private func printOnPaper(_ sandbox: Sandbox) throws {
    let document = sandbox.period.appending(path: "748-ba-ria/bao-cao-tu-danh-gia.docx").path
    _ = try read(
      with: "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(sandbox.folder.path)/lo", "--headless", "--convert-to",
        "pdf", "--outdir", sandbox.folder.path, document,
      ], scratch: sandbox.folder)
    let pdf = sandbox.folder.appending(path: "bao-cao-tu-danh-gia.pdf").path
    let facts = try text(of: "/usr/bin/pdfinfo", [pdf], sandbox)
    #expect(facts.contains("595.3 x 841.89 pts (A4)") || facts.contains("(A4)"), "\(facts)")
    let fonts = try text(of: "/usr/bin/pdffonts", [pdf], sandbox).split(separator: "\n").dropFirst(
      2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      #expect(font.contains("LiberationSerif") || font.contains("TimesNewRoman"), "\(font)")
      #expect(font.contains(" yes yes yes "), "\(font)")
    }
    let words = try text(of: "/usr/bin/pdftotext", ["-layout", pdf, "-"], sandbox)
    for line in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
      "Đủ điều kiện công nhận huyện/thành phố học tập mức độ 2", "KT. CHỦ TỊCH",
    ] {
      #expect(words.contains(line), "\(line)")
    }
    #expect(!words.contains("\u{FFFD}"))
  }

  private func text(of program: String, _ arguments: [String], _ sandbox: Sandbox) throws -> String
  {
    String(decoding: try read(with: program, arguments, scratch: sandbox.folder), as: UTF8.self)
  }

  @Test("are refused without pandoc, with the old output as it was") func missing() throws {
    try withSandbox { sandbox in
      try SampleRun.get().place(in: sandbox)
      let before = try stamps(below: sandbox.output)
      let ending = try sandbox.hoctap(
        sandbox.runArguments + ["--format", "docx"],
        environment: ["PATH": sandbox.folder.path, "HOME": sandbox.folder.path])
      #expect(ending.status == 73)
      #expect(ending.errors.contains("pandoc"))
      #expect(ending.errors.split(separator: "\n").count == 1)
      #expect(ending.output == "")
      #expect(try stamps(below: sandbox.output) == before)
    }
  }

  @Test("are not asked for with two ways of printing at once") func usage() throws {
    try withSandbox { sandbox in
      let ending = try sandbox.run("--format", "text", "--format", "json")
      #expect(ending.status == 64)
      #expect(try sandbox.command("check", "--format", "docx").status == 64)
    }
  }

  @Test("take page and fonts from a file that a script writes again byte for byte")
  func reference() throws {
    try withSandbox { sandbox in
      let folder = Sample.templates.appending(path: "reports/docx")
      let made = sandbox.folder.appending(path: "reference.docx")
      _ = try read(
        with: "/usr/bin/python3", ["-B", folder.appending(path: "reference.py").path, made.path],
        scratch: sandbox.folder)
      let committed = try Data(contentsOf: folder.appending(path: "reference.docx"))
      #expect(try Data(contentsOf: made) == committed)
    }
  }
}
