import Foundation

/// A folder of one test, with a copy of the sample workspace in it.
struct Sandbox {
  let folder: URL
  var workspace: URL { folder.appending(path: Sample.name) }
  var output: URL { folder.appending(path: "ket-qua") }
  /// The folder of the sample's period.
  var period: URL { output.appending(path: "\(Sample.name)/2022") }

  /// Runs the tool with `arguments`, to its end.
  func hoctap(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil
  ) throws -> Ending {
    try start(
      Tool.path, arguments, in: folder, environment: environment, scratch: self.folder
    ).wait()
  }

  /// Runs the whole job on the sandbox's workspace.
  func run(_ options: String...) throws -> Ending { try hoctap(runArguments + options) }

  /// The arguments of the whole job, as of the sample's day.
  var runArguments: [String] { runArguments(asOf: Tool.asOf) }

  func runArguments(asOf day: String) -> [String] {
    ["run", workspace.path, "--as-of", day, "--output", output.path]
  }

  /// Another command on the sandbox's workspace, as of the sample's day.
  func command(_ name: String, _ options: String...) throws -> Ending {
    try hoctap([name, workspace.path] + options + ["--as-of", Tool.asOf])
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: workspace.appending(path: path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ bytes: Data, to path: String) throws {
    try bytes.write(to: workspace.appending(path: path))
  }

  /// Replaces text in a file; the test fails when it is not there.
  func replace(_ old: String, by new: String, in path: String) throws {
    let text = try text(of: path)
    guard text.contains(old) else { throw SandboxFailure(reason: "“\(old)” is not in \(path)") }
    try write(text.replacing(old, with: new), to: path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: workspace.appending(path: path))
  }
}

struct SandboxFailure: Error { let reason: String }

/// The sample workspace of the repository.
enum Sample {
  static let name = "ba-ria-vung-tau-2022"
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let workspace = repository.appending(path: "input/\(name)")
  static let templates = repository.appending(path: "templates")
  static let readers = repository.appending(path: "Tests/CommandTests/Readers")
}

/// Calls `body` with a sandbox that is removed afterwards.
func withSandbox<Result>(_ body: (Sandbox) throws -> Result) throws -> Result {
  let files = FileManager.default
  let folder = files.temporaryDirectory.appending(path: "hoctap-\(UUID().uuidString)")
  try files.createDirectory(at: folder, withIntermediateDirectories: true)
  defer {
    // A sandbox that cannot be removed is left to the system; the test has ended.
    try? files.removeItem(at: folder)
  }
  let sandbox = Sandbox(folder: folder)
  try files.copyItem(at: Sample.workspace, to: sandbox.workspace)
  return try body(sandbox)
}
