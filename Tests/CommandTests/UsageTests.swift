import Foundation
import Testing

/// Calls that cannot work, and what they end with.
@Suite("A call that cannot work") struct UsageTests {
  @Test(
    "ends with 64 when an option or argument is wrong",
    arguments: [
      ["run"], ["run", "W", "--khong-co"], ["run", "W", "--as-of", "30/11/2022"],
      ["run", "W", "--as-of", "2022-02-30"], ["run", "W", "--period", "hai"],
      ["run", "W", "--lang", "fr"], ["check", "W", "--format", "xml"], ["chay", "W"],
      ["explain", "W"], ["explain", "W", "748", "9.9.9"],
      ["explain", "W", "77/so-noi-vu"], ["status", "W", "du"],
      ["run", "W", "--output"],
    ])
  func usage(arguments: [String]) throws {
    try withSandbox { sandbox in
      let ending = try sandbox.hoctap(
        arguments.map { $0 == "W" ? sandbox.workspace.path : $0 })
      #expect(ending.status == 64, "\(ending.everything)")
      #expect(!ending.errors.isEmpty && ending.output.isEmpty)
      #expect(try bytes(below: sandbox.folder).keys.allSatisfy { !$0.contains("output/") })
    }
  }

  @Test(
    "but asks for help or the version ends with 0",
    arguments: [
      ["--help"], ["help", "run"], ["run", "--help"], ["check", "--help"], ["status", "--help"],
      ["explain", "--help"], ["--version"], [],
    ])
  func help(arguments: [String]) throws {
    try withSandbox { sandbox in
      let ending = try sandbox.hoctap(arguments)
      #expect(ending.status == 0, "\(ending.everything)")
      #expect(!ending.output.isEmpty && ending.errors.isEmpty)
    }
  }

  @Test(
    "ends with 64 and names the units when one takes no part",
    arguments: [
      ["run", "W", "--unit", "999"], ["check", "W", "--unit", "748", "--unit", "999"],
      ["explain", "W", "999"],
    ])
  func unknownUnit(arguments: [String]) throws {
    try withSandbox { sandbox in
      let ending = try sandbox.hoctap(
        arguments.map { $0 == "W" ? sandbox.workspace.path : $0 })
      #expect(ending.status == 64, "\(ending.everything)")
      #expect(ending.errors.contains("“999” không tham gia"), "\(ending.errors)")
      #expect(ending.errors.contains("748, 754, 752, 750, 77"), "\(ending.errors)")
      #expect(ending.output.isEmpty && !ending.errors.contains("programme.yaml"))
      let made = sandbox.folder.appending(path: "output")
      #expect(!FileManager.default.fileExists(atPath: made.path))
    }
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What standard error must name.
    let place: String
    var options: [String] = []
    let breaks: @Sendable (Sandbox) throws -> Void
  }

  static let broken = [
    Broken(testDescription: "an unknown key", place: "programme.yaml:5:1: ") {
      try $0.replace("rulebook:", by: "la: x\nrulebook:", in: "programme.yaml")
    },
    Broken(testDescription: "no programme", place: "programme.yaml: ") {
      try $0.remove("programme.yaml")
    },
    Broken(testDescription: "an empty programme", place: "programme.yaml") {
      try $0.write("", to: "programme.yaml")
    },
    Broken(testDescription: "a programme that is no YAML", place: "programme.yaml:3:1: ") {
      try $0.write("a: 1\nb: [\n", to: "programme.yaml")
    },
    Broken(testDescription: "an id that leads out of the output", place: "programme.yaml:3:5: ") {
      try $0.replace("id: \(Sample.name)", by: "id: \"../../ngoai\"", in: "programme.yaml")
    },
    Broken(testDescription: "an office whose id is no name", place: "“so/noi-vu”") {
      try $0.replace("so-noi-vu", by: "so/noi-vu", in: "programme.yaml")
    },
    Broken(testDescription: "a rulebook that is not there", place: "programme.yaml:5:11: ") {
      try $0.replace(
        "rulebook: 25-kh-ubnd-ba-ria-vung-tau-2022", by: "rulebook: khong-co",
        in: "programme.yaml")
    },
    Broken(testDescription: "an unknown reading", place: "programme.yaml:16:14: ") {
      try $0.replace("band-edge: lower", by: "band-edge: giua", in: "programme.yaml")
    },
    Broken(testDescription: "a unit that is not registered", place: "programme.yaml:8:44: ") {
      try $0.replace("\"750\"]", by: "\"750\", \"999\"]", in: "programme.yaml")
    },
    Broken(testDescription: "no register of units", place: "units.csv: ") {
      try $0.remove("units.csv")
    },
    Broken(testDescription: "an empty register of units", place: "units.csv") {
      try $0.write("", to: "units.csv")
    },
    Broken(testDescription: "a workspace that is not there", place: Sample.name) {
      try FileManager.default.removeItem(at: $0.workspace)
    },
    Broken(testDescription: "a workspace that is a file", place: Sample.name) {
      try FileManager.default.removeItem(at: $0.workspace)
      try Data().write(to: $0.workspace)
    },
    Broken(testDescription: "no period", place: Sample.name) { try $0.remove("2022") },
    Broken(
      testDescription: "a period that is not there", place: "2022",
      options: ["--period", "2023"]
    ) { _ in },
    Broken(
      testDescription: "templates that are not there", place: "/khong-co",
      options: ["--templates", "/khong-co"]
    ) { _ in },
  ]

  @Test("ends with 65, names the place and writes nothing", arguments: broken)
  func unusable(_ broken: Broken) throws {
    try withSandbox { sandbox in
      try broken.breaks(sandbox)
      let ending = try sandbox.hoctap(sandbox.runArguments + broken.options)
      #expect(ending.status == 65, "\(ending.everything)")
      #expect(ending.errors.contains(broken.place), "\(ending.errors)")
      #expect(ending.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: sandbox.output.path))
    }
  }

  struct BrokenTemplate: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: String
    let old: String
    let new: String
    /// What standard error must name.
    let place: String
  }

  private static let rulebook = "rulebooks/25-kh-ubnd-ba-ria-vung-tau-2022.yaml"

  static let brokenTemplates = [
    BrokenTemplate(
      testDescription: "an unknown name", file: "reports/html/table.mustache",
      old: "{{id}}", new: "{{idd}}", place: "html/table.mustache:2:"),
    BrokenTemplate(
      testDescription: "a section that is not closed", file: "reports/markdown/block.mustache",
      old: "{{/table}}", new: "", place: "markdown/block.mustache:"),
    BrokenTemplate(
      testDescription: "an unknown key of a rulebook", file: rulebook, old: "inForce:",
      new: "la: x\ninForce:", place: "templates/\(rulebook):"),
    BrokenTemplate(
      testDescription: "a phrase that is missing", file: "reports/wording.yaml",
      old: "  noData: Chưa có số liệu\n", new: "", place: "templates/reports/wording.yaml:"),
    BrokenTemplate(
      testDescription: "an unknown finding", file: "findings.yaml", old: "  F101:",
      new: "  F001:", place: "templates/findings.yaml:"),
  ]

  @Test("ends with 65 when a template has an error", arguments: brokenTemplates)
  func template(_ broken: BrokenTemplate) throws {
    try withSandbox { sandbox in
      let templates = sandbox.folder.appending(path: "templates")
      try FileManager.default.copyItem(at: Sample.templates, to: templates)
      let file = templates.appending(path: broken.file)
      let text = try String(contentsOf: file, encoding: .utf8)
      try #require(text.contains(broken.old))
      try Data(text.replacing(broken.old, with: broken.new).utf8).write(to: file)
      let ending = try sandbox.run("--templates", templates.path)
      #expect(ending.status == 65, "\(ending.everything)")
      #expect(ending.errors.contains(broken.place), "\(ending.errors)")
      #expect(!FileManager.default.fileExists(atPath: sandbox.output.path))
    }
  }
}
