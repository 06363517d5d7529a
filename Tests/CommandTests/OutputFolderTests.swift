import Foundation
import Testing

/// A run replaces the whole period folder, or leaves the old one as it was.
@Suite("The output folder") struct OutputFolderTests {
  @Test("is not touched by a run with nothing changed, but cleared of what a killed run left")
  func unchanged() throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      try sample.place(in: sandbox)
      let before = try stamps(below: sandbox.period)
      let programme = sandbox.period.deletingLastPathComponent()
      for name in [".2022.moi-999999", ".2022.cu-999999"] {
        let left = programme.appending(path: name)
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: left.appending(path: "index.html"))
      }
      let ending = try sandbox.run()
      #expect(ending.status == 1)
      #expect(try stamps(below: sandbox.period) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: programme.path) == ["2022"])
    }
  }

  @Test("keeps each file whose bytes stay when a figure changed") func changed() throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      try sample.place(in: sandbox)
      let before = try stamps(below: sandbox.period)
      try sandbox.replace("2.1.2;;;9;11", by: "2.1.2;;;8;11", in: Self.figures)
      _ = try sandbox.run()
      let after = try stamps(below: sandbox.period)
      let changed = differences(sample.files, try bytes(below: sandbox.period))
      #expect(changed.contains("748-ba-ria/result.json") && changed.contains("manifest.json"))
      #expect(!changed.contains("750-chau-duc/bao-cao-tu-danh-gia.xlsx"))
      for path in sample.files.keys {
        #expect((before[path] == after[path]) == !changed.contains(path), "\(path)")
      }
    }
  }

  @Test("loses the folder of a unit that was renamed, and what somebody else put there")
  func renamed() throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      try sample.place(in: sandbox)
      try Data("x".utf8).write(to: sandbox.period.appending(path: "750-chau-duc/ghi-chu.txt"))
      try Data("x".utf8).write(to: sandbox.period.appending(path: "index.html"))
      try FileManager.default.moveItem(
        at: sandbox.workspace.appending(path: "2022/748-ba-ria"),
        to: sandbox.workspace.appending(path: "2022/748"))
      _ = try sandbox.run()
      let files = try bytes(below: sandbox.period)
      let renamed = sample.files.keys.map {
        $0.hasPrefix("748-ba-ria/") ? "748/" + $0.dropFirst("748-ba-ria/".count) : $0
      }
      #expect(files.keys.sorted() == renamed.sorted())
      #expect(files["index.html"] != Data("x".utf8))
    }
  }

  static let figures = "2022/748-ba-ria/so-lieu.csv"

  @Test("is the old or the new one when the run is killed at any moment") func killed() throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      try sample.place(in: sandbox)
      try sandbox.replace("2.1.2;;;9;11", by: "2.1.2;;;8;11", in: Self.figures)
      let (new, duration) = try whole(of: sandbox)
      for share in [0.2, 0.7, 0.9, 0.94, 0.97, 1.0, 1.03] {
        let running = try start(Tool.path, sandbox.runArguments, scratch: sandbox.folder)
        Thread.sleep(forTimeInterval: duration * share)
        kill(running.process.processIdentifier, SIGKILL)
        running.process.waitUntilExit()
        let left = try bytes(below: sandbox.period)
        #expect(
          left == sample.files || left == new, "killed at \(share): \(differences(left, new))")
      }
      #expect(try sandbox.run().status == 1)
      #expect(try differences(bytes(below: sandbox.period), new).isEmpty)
      let programme = sandbox.period.deletingLastPathComponent()
      #expect(try FileManager.default.contentsOfDirectory(atPath: programme.path) == ["2022"])
    }
  }

  /// What the run writes when nobody disturbs it, and the time that it takes.
  private func whole(of sandbox: Sandbox) throws -> ([String: Data], TimeInterval) {
    let elsewhere = sandbox.folder.appending(path: "noi-khac")
    let began = Date()
    _ = try sandbox.hoctap(
      ["run", sandbox.workspace.path, "--as-of", Tool.asOf, "--output", elsewhere.path])
    let files = try bytes(below: elsewhere.appending(path: "\(Sample.name)/2022"))
    return (files, Date().timeIntervalSince(began))
  }

  @Test("that is a file, or below one, ends the run with 73", arguments: ["", "/ket-qua"])
  func isFile(below: String) throws {
    try withSandbox { sandbox in
      let file = sandbox.folder.appending(path: "tep")
      try Data("x".utf8).write(to: file)
      let ending = try sandbox.hoctap(
        [
          "run", sandbox.workspace.path, "--as-of", Tool.asOf, "--unit", "748", "--output",
          file.path + below,
        ])
      #expect(ending.status == 73, "\(ending.everything)")
      #expect(ending.errors.contains(file.path))
      #expect(try Data(contentsOf: file) == Data("x".utf8))
    }
  }

  /// `/proc` lets nobody, not even root, make a folder.
  @Test("that cannot be written ends the run with 73") func readOnly() throws {
    try withSandbox { sandbox in
      let ending = try sandbox.hoctap(
        [
          "run", sandbox.workspace.path, "--as-of", Tool.asOf, "--unit", "748", "--output",
          "/proc/hoctap",
        ])
      #expect(ending.status == 73, "\(ending.everything)")
      #expect(ending.output.isEmpty)
      #expect(ending.errors.contains("hệ thống không cho ghi ở đây"), "\(ending.errors)")
      #expect(!ending.errors.contains(".."), "\(ending.errors)")
      #expect(!ending.errors.contains(".)"), "\(ending.errors)")
    }
  }

  @Test("where the period's name is taken by a file ends the run with 73, the file untouched")
  func periodIsFile() throws {
    try withSandbox { sandbox in
      let programme = sandbox.period.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: programme, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: sandbox.period)
      let ending = try sandbox.run()
      #expect(ending.status == 73, "\(ending.everything)")
      #expect(ending.errors.contains("thư mục"), "\(ending.errors)")
      #expect(try Data(contentsOf: sandbox.period) == Data("x".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: programme.path) == ["2022"])
    }
  }
}
