import Foundation
import FuzzTargets
import Testing

/// What the fuzzers began with, and what once broke a reader, under `Tests/Fuzzing/Corpus`.
@Suite("Fuzz corpus") struct FuzzCorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzzing/Corpus")

  @Test("breaks no promise of a reader", arguments: FuzzTarget.allCases)
  func replay(target: FuzzTarget) throws {
    let own = Self.folder.appending(path: target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: own.path).sorted()
    #expect(names.count >= 5)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: own.appending(path: name)))
      #expect(target.brokenPromise(with: bytes) == nil, "\(target)/\(name)")
    }
  }

  @Test("tells a broken promise from a kept one") func sensitivity() {
    #expect(FuzzTarget.numbers.brokenPromise(with: Array("1.234,5".utf8)) == nil)
    #expect(FuzzTarget.dates.brokenPromise(with: Array("29/02/2024".utf8)) == nil)
  }
}
