import Foundation
import Model
import Pipeline
import SampleSupport
import Testing

@testable import hoctap

/// What a workspace with persons is read as, and who may read what comes of it.
@Suite("A workspace with a roster of persons") struct PersonsFolderTests {
  @Test("is read without the bytes of the roster, which the manifest identifies all the same")
  func read() throws {
    try withSandbox { sandbox in
      let folder = sandbox.folder.appending(path: "danh-sach")
      let path = "2024/519-nong-son/cong-dan.csv"
      let text = "Mã xã,Danh hiệu\n20656,có\n20656,không\n"
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      let request = try SampleRequest.citizens(asOf: "2024-12-10") { _ in [] }
      let reader = PersonsReader(of: request)
      let tree = FileTree(
        contents: { _ in throw POSIXError(.EACCES) },
        persons: { reader.file($0, at: $1, period: 2024) })
      let read = try #require(try tree.read(folder).first)
      #expect(read.path == path && read.bytes.isEmpty && read.obstacle == nil)
      #expect(read.persons?.size == text.utf8.count)
      #expect(read.persons?.digest == sha256(Array(text.utf8)))
    }
  }

  @Test("gives files and folders that nobody but the owner may read, changed or not")
  func permissions() throws {
    try withSandbox { sandbox in
      _ = try sandbox.run()
      #expect(try modes(below: sandbox.period).contains(0o644))
      try sandbox.write("Họ tên\nAn\n", to: "2022/748-ba-ria/cong-dan.csv")
      for _ in 0..<2 {
        _ = try sandbox.run()
        #expect(try modes(below: sandbox.period) == [0o600, 0o700])
      }
    }
  }

  private func modes(below folder: URL) throws -> Set<Int> {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Set(
      try (paths.map { folder.appending(path: $0).path } + [folder.path]).compactMap {
        try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
      })
  }
}
