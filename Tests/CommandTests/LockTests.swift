import Foundation
import Testing

/// Two runs on one workspace at a time.
@Suite("A workspace that another run holds") struct LockTests {
  /// Calls `body` while `/usr/bin/flock`, another program, holds `folder`.
  private func whileHeld(_ folder: URL, in sandbox: Sandbox, _ body: () throws -> Void) throws {
    let sign = sandbox.folder.appending(path: "giu")
    let holder = try start(
      "/usr/bin/flock",
      ["--no-fork", folder.path, "/bin/sh", "-c", "touch '\(sign.path)'; exec sleep 600"],
      scratch: sandbox.folder)
    defer {
      holder.process.terminate()
      holder.process.waitUntilExit()
    }
    for _ in 1...500 where !FileManager.default.fileExists(atPath: sign.path) {
      Thread.sleep(forTimeInterval: 0.02)
    }
    try #require(FileManager.default.fileExists(atPath: sign.path))
    try body()
  }

  @Test("ends the run with 75 and writes nothing; later the run works") func held() throws {
    try withSandbox { sandbox in
      try whileHeld(sandbox.workspace, in: sandbox) {
        let ending = try sandbox.run()
        #expect(ending.status == 75, "\(ending.everything)")
        #expect(ending.errors.contains(sandbox.workspace.path))
        #expect(!FileManager.default.fileExists(atPath: sandbox.output.path))
      }
      #expect(try sandbox.run("--unit", "748").status == 0)
    }
  }

  @Test("can be checked and explained all the same") func reading() throws {
    try withSandbox { sandbox in
      try whileHeld(sandbox.workspace, in: sandbox) {
        let (checked, explained) = (
          try sandbox.command("check"), try sandbox.command("explain", "748", "2.1.2")
        )
        #expect(checked.status == 1)
        #expect(explained.status == 0)
      }
    }
  }

  @Test("ends with 75 even when its programme is broken: the holder may be mending it")
  func broken() throws {
    try withSandbox { sandbox in
      try sandbox.write("schema: ?\n", to: "programme.yaml")
      try whileHeld(sandbox.workspace, in: sandbox) {
        let ending = try sandbox.run()
        #expect(ending.status == 75, "\(ending.everything)")
      }
    }
  }
}
