import Foundation
import Testing

/// What the commands print.
@Suite("The commands") struct CommandLineTests {
  @Test("run only one unit in a folder of its own, and leave the whole alone") func unit() throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      try sample.place(in: sandbox)
      let before = try stamps(below: sandbox.period)
      let ending = try sandbox.run("--unit", "748")
      #expect(ending.status == 0, "\(ending.everything)")
      #expect(try stamps(below: sandbox.period) == before)
      let own = sandbox.period.deletingLastPathComponent().appending(path: "2022-748")
      let files = try bytes(below: own)
      let path = "748-ba-ria/result.json"
      #expect(files[path] == sample.files[path])
      #expect(
        files.keys.sorted() == [
          "748-ba-ria/bao-cao-tu-danh-gia.html", "748-ba-ria/bao-cao-tu-danh-gia.md",
          "748-ba-ria/bao-cao-tu-danh-gia.xlsx", path, "findings.csv", "manifest.json",
        ])
    }
  }

  @Test("take the same units named twice or in another order as the same") func units() throws {
    try withSandbox { sandbox in
      _ = try sandbox.run("--unit", "752", "--unit", "748", "--unit", "752")
      let programme = sandbox.period.deletingLastPathComponent()
      let folders = try FileManager.default.contentsOfDirectory(atPath: programme.path)
      #expect(folders == ["2022-748-752"])
    }
  }

  @Test("print a way to see all findings that works as it stands") func suggestion() throws {
    try withSandbox { sandbox in
      let ending = try sandbox.run("--unit", "752")
      let command = try #require(
        ending.output.split(separator: "\n").first { $0.contains("hoctap check") })
      #expect(command.contains(sandbox.workspace.path))
    }
  }

  struct Printing: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    /// What the text must hold, in Vietnamese and in English.
    let vietnamese: String
    let english: String

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let printings = [
    Printing(
      arguments: ["check"], status: 1, vietnamese: "lỗi[X102] 2.2.4",
      english: "error[X102] 2.2.4 Indicator"),
    Printing(
      arguments: ["check", "--unit", "752"], status: 0,
      vietnamese: "cần xem lại[E101] 1.2.1", english: "warning[E101] 1.2.1 "),
    Printing(
      arguments: ["status"], status: 0, vietnamese: "còn 4 ngày", english: "in 4 days"),
    Printing(
      arguments: ["explain", "748", "2.1.2"], status: 0, vietnamese: "9/11 = 81,82%",
      english: "Result: "),
    Printing(
      arguments: ["explain", "752", "1.2.1"], status: 0,
      vietnamese: "E101: Chỉ báo 1.2.1", english: "E101: No document is listed"),
  ]

  @Test(
    "print text in both languages, without colour, and JSON that says the same",
    arguments: printings)
  func printing(_ printing: Printing) throws {
    try withSandbox { sandbox in
      let name = try #require(printing.arguments.first)
      let arguments =
        [name, sandbox.workspace.path] + printing.arguments.dropFirst() + ["--as-of", Tool.asOf]
      let vietnamese = try sandbox.hoctap(arguments)
      let english = try sandbox.hoctap(arguments + ["--lang", "en"])
      let json = try sandbox.hoctap(arguments + ["--format", "json"])
      for ending in [vietnamese, english, json] {
        #expect(ending.status == printing.status, "\(ending.everything)")
        #expect(ending.errors.isEmpty)
        #expect(!ending.output.contains("\u{1B}"))
      }
      #expect(vietnamese.output.contains(printing.vietnamese), "\(vietnamese.output)")
      #expect(english.output.contains(printing.english), "\(english.output)")
      _ = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    }
  }

  @Test("explain and list offices that report of their own people") func offices() throws {
    try withSandbox { sandbox in
      let workspace = Sample.repository.appending(path: "input/quang-nam-2021-2030").path
      let day = ["--as-of", "2024-12-10"]
      let own = try sandbox.hoctap(["explain", workspace, "49/so-tai-chinh", "T3"] + day)
      #expect(own.status == 0 && own.output.contains("69/98 = 70,41%"), "\(own.everything)")
      #expect(own.output.contains("Sở Tài chính") && own.output.contains("294/BC-STC"))
      let unknown = try sandbox.hoctap(["explain", workspace, "49/so-khac"] + day)
      #expect(unknown.status == 64 && unknown.errors.contains("49/so-tai-chinh"))
      let status = try sandbox.hoctap(["status", workspace] + day)
      let line = status.output.split(separator: "\n").first { $0.contains("  Sở Tài chính") }
      #expect(line?.contains("3/3") == true, "\(status.output)")
      let silent = status.output.split(separator: "\n").filter { $0.contains("Ban Dân vận") }
      #expect(silent.contains { $0.contains("T3, T4, T5") }, "\(status.output)")
    }
  }

  @Test("count the same findings on the terminal as in findings.csv") func counts() throws {
    try withSandbox { sandbox in
      let json = try sandbox.command("check", "--format", "json")
      let found = try JSONDecoder().decode([FoundFinding].self, from: Data(json.output.utf8))
      let counts = ["error", "warning", "note"].map { severity in
        found.count { $0.severity == severity }
      }
      let summary = "\(counts[0]) lỗi, \(counts[1]) điểm cần xem lại, \(counts[2]) lưu ý"
      #expect(try SampleRun.get().ending.output.contains(summary))
      #expect(counts.reduce(0, +) == found.count && found.count > 0)
    }
  }

  @Test("explain a whole unit, each indicator with its reasons", arguments: SampleUnits.codes)
  func explanation(code: String) throws {
    let result = try SampleRun.get().result(of: code)
    try withSandbox { sandbox in
      let ending = try sandbox.command("explain", code)
      #expect(ending.status == 0 && ending.errors.isEmpty)
      for indicator in result.indicators {
        #expect(ending.output.contains("Chỉ báo \(indicator.id). "))
        #expect(indicator.trace.isEmpty == false)
        for step in indicator.trace { #expect(ending.output.contains(step)) }
      }
      #expect(!ending.output.contains("{"))
    }
  }

  @Test(
    "explain one indicator of each kind, and nothing else",
    arguments: [
      ("748", "1.1.1"), ("748", "3.1.1"), ("748", "3.1.2"), ("750", "3.2.2"), ("77", "2.1.2"),
      ("77", "2.2.4"), ("77", "3.1.3"),
    ])
  func single(code: String, indicator: String) throws {
    try withSandbox { sandbox in
      let ending = try sandbox.command("explain", code, indicator, "--format", "json")
      #expect(ending.status == 0)
      let result = try UnitResult(Data(ending.output.utf8))
      #expect(result.indicators.map(\.id) == [indicator])
      let whole = try SampleRun.get().result(of: code)
      #expect(result.indicators.first == whole.indicators.first { $0.id == indicator })
    }
  }
}
