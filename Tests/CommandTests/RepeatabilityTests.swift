import Foundation
import Testing

/// The same input, templates, version and day give the same bytes, wherever and however they run.
@Suite("The same input gives the same bytes") struct RepeatabilityTests {
  struct Surroundings: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var environment: [String: String] = [:]
    /// Nothing of this process's environment.
    var isBare = false
    var folder: String?
    var options: [String] = []
    /// The name of the workspace's folder, when it is not the sample's.
    var name: String?
  }

  static let surroundings = [
    Surroundings(testDescription: "run again"),
    Surroundings(
      testDescription: "in the Vietnamese locale",
      environment: ["LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8"]),
    Surroundings(testDescription: "in New York", environment: ["TZ": "America/New_York"]),
    Surroundings(testDescription: "on Kiritimati", environment: ["TZ": "Pacific/Kiritimati"]),
    Surroundings(
      testDescription: "from /, with everything named by option", folder: "/",
      options: ["--templates", Sample.templates.path, "--period", "2022", "--format", "json"]),
    Surroundings(testDescription: "with messages in English", options: ["--lang", "en"]),
    Surroundings(testDescription: "from a copy with another name", name: "bản sao"),
    Surroundings(
      testDescription: "as cron does", environment: ["PATH": "/usr/bin:/bin"], isBare: true,
      folder: "/"),
  ]

  @Test("whatever surrounds the run", arguments: surroundings)
  func anywhere(_ surroundings: Surroundings) throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      var arguments = sandbox.runArguments + surroundings.options
      if let name = surroundings.name {
        let copy = sandbox.folder.appending(path: "nơi khác/\(name)")
        try FileManager.default.createDirectory(
          at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: sandbox.workspace, to: copy)
        arguments[1] = copy.path
      }
      let own = surroundings.isBare ? [:] : ProcessInfo.processInfo.environment
      let ending = try sandbox.hoctap(
        arguments, in: surroundings.folder.map { URL(fileURLWithPath: $0) },
        environment: own.merging(surroundings.environment) { $1 })
      #expect(ending.status == 1, "\(ending.everything)")
      #expect(try differences(bytes(below: sandbox.period), sample.files).isEmpty)
    }
  }

  @Test("with relative paths, from the folder that holds the workspace") func relative() throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      let ending = try sandbox.hoctap(["run", "./\(Sample.name)/", "--as-of", Tool.asOf])
      #expect(ending.status == 1, "\(ending.everything)")
      let folder = sandbox.folder.appending(path: "output/\(Sample.name)/2022")
      #expect(try differences(bytes(below: folder), sample.files).isEmpty)
    }
  }

  @Test("from a workspace that a link leads to") func link() throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      let link = sandbox.folder.appending(path: "lien-ket")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: sandbox.workspace)
      let ending = try sandbox.hoctap(
        ["run", link.path, "--as-of", Tool.asOf, "--output", sandbox.output.path])
      #expect(ending.status == 1, "\(ending.everything)")
      #expect(try differences(bytes(below: sandbox.period), sample.files).isEmpty)
    }
  }
}
