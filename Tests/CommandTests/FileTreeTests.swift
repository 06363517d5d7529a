import Foundation
import Model
import Pipeline
import Testing

// The command that needs a file that root may not read would need another user; the reader itself
// takes what reads.
@testable import hoctap

/// Whatever stands in a folder is named, and stops no other file from being read.
@Suite("Reading a folder") struct FileTreeTests {
  @Test("names what is no file, and reads the rest") func obstacles() throws {
    try withFolder { folder in
      try Data("1".utf8).write(to: folder.appending(path: "a.csv"))
      try FileManager.default.createDirectory(
        at: folder.appending(path: "con"), withIntermediateDirectories: false)
      try Data("2".utf8).write(to: folder.appending(path: "con/b.csv"))
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "lien-ket").path, withDestinationPath: "/etc")
      #expect(mkfifo(folder.appending(path: "ong").path, 0o600) == 0)
      // "báo.csv" in Windows-1258, as old archives have it.
      let old = Array(folder.path.utf8) + [0x2F, 0x62, 0xE1, 0x6F, 0x2E, 0x63, 0x73, 0x76, 0]
      let handle = creat(old.map { CChar(bitPattern: $0) }, 0o600)
      #expect(handle >= 0 && close(handle) == 0)
      let files = try FileTree().read(folder)
      let found = files.map { file in
        "\(file.path) "
          + (file.obstacle?.rawValue ?? String(decoding: file.bytes, as: UTF8.self))
      }
      #expect(
        found
          == ["a.csv 1", #"b\xe1o.csv misnamed"#, "con/b.csv 2", "lien-ket link", "ong special"])
    }
  }

  @Test("goes on after a file that the system does not give") func unreadable() throws {
    try withFolder { folder in
      for name in ["a.csv", "b.csv"] { try Data("1".utf8).write(to: folder.appending(path: name)) }
      let tree = FileTree { url in
        guard url.lastPathComponent != "a.csv" else { throw POSIXError(.EACCES) }
        return [UInt8](try Data(contentsOf: url))
      }
      #expect(try tree.read(folder).map(\.obstacle) == [.unreadable, nil])
      #expect(throws: (any Error).self) { try tree.readWhole(folder) }
      #expect(throws: (any Error).self) { try tree.readFile("a.csv", in: folder) }
    }
  }

  /// A path longer than the system takes: the one thing that root cannot open either.
  @Test("goes on after a folder that the system does not open") func tooDeep() throws {
    try withFolder { folder in
      try Data("1".utf8).write(to: folder.appending(path: "z.csv"))
      let name = String(repeating: "d", count: 200)
      let start = open(folder.path, O_RDONLY | O_DIRECTORY)
      var inner = start
      for _ in 0..<25 {
        #expect(mkdirat(inner, name, 0o700) == 0)
        let next = openat(inner, name, O_RDONLY | O_DIRECTORY)
        close(inner)
        inner = next
      }
      close(inner)
      let files = try FileTree().read(folder)
      #expect(files.map(\.obstacle) == [.unreadable, nil])
      #expect(files.last?.path == "z.csv")
      #expect(throws: Never.self) {
        let remove = Process()
        remove.executableURL = URL(fileURLWithPath: "/bin/rm")
        remove.arguments = ["-rf", folder.path]
        try remove.run()
        remove.waitUntilExit()
      }
    }
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      // What is left is the system's to remove; the test has ended.
      try? FileManager.default.removeItem(at: folder)
    }
    try body(folder)
  }
}
