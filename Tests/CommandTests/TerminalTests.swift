import Foundation
import Testing

/// Colour is for terminals, and never with NO_COLOR.
@Suite("Colour") struct TerminalTests {
  /// `script` gives the tool a terminal of its own.
  private func onTerminal(_ environment: [String: String]) throws -> String {
    try withSandbox { sandbox in
      let command = [Tool.path, "status", sandbox.workspace.path, "--as-of", Tool.asOf]
        .map { "'\($0)'" }.joined(separator: " ")
      let own = ProcessInfo.processInfo.environment.filter { $0.key != "NO_COLOR" }
      return try start(
        "/usr/bin/script", ["-qec", command, "/dev/null"],
        environment: own.merging(environment) { $1 }, scratch: sandbox.folder
      ).wait().output
    }
  }

  @Test("is there on a terminal") func colour() throws {
    #expect(try onTerminal([:]).contains("\u{1B}[1m"))
  }

  @Test("is not there with NO_COLOR") func none() throws {
    let output = try onTerminal(["NO_COLOR": "1"])
    #expect(output.contains("29/11/2022") && !output.contains("\u{1B}"))
  }
}
