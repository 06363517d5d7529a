import Foundation

/// What a process left behind when it ended.
struct Ending {
  let status: Int32
  let output: String
  let errors: String

  /// Standard output and standard error, for messages of a test that fails.
  var everything: String { "status \(status)\n\(output)\n\(errors)" }
}

/// The built `hoctap`, which stands in the folder of the test program.
enum Tool {
  static let path = (Bundle.main.executableURL ?? URL(fileURLWithPath: "/"))
    .deletingLastPathComponent().appending(path: "hoctap").path

  /// The day as of which the sample is read.
  static let asOf = "2022-11-25"
}

/// Starts `program`, with standard output and standard error going to files in `scratch`.
///
/// Files, because a pipe that nobody empties would stop the program.
func start(
  _ program: String, _ arguments: [String], in folder: URL? = nil,
  environment: [String: String]? = nil, scratch: URL
) throws -> RunningProgram {
  let name = UUID().uuidString
  let output = scratch.appending(path: "\(name).out")
  let errors = scratch.appending(path: "\(name).err")
  for file in [output, errors] { try Data().write(to: file) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.currentDirectoryURL = folder ?? scratch
  process.environment = environment ?? ProcessInfo.processInfo.environment
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: errors)
  try process.run()
  return RunningProgram(process: process, output: output, errors: errors)
}

/// A program that was started.
struct RunningProgram {
  let process: Process
  let output: URL
  let errors: URL

  func wait() throws -> Ending {
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, output: try text(of: output), errors: try text(of: errors))
  }

  private func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
