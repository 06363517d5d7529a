import Model
import Pipeline
import SampleSupport
import Testing

/// A table under the name of another form has one finding, which names the form that it is.
@Suite("A table under another name") struct WrongFormTests {
  private func findings(_ contents: [String: String]) throws -> [String] {
    let request = try SoundRequest.make()
    let edits = try contents.sorted { $0.key < $1.key }.map { name, source in
      let file = try #require(request.files.first { $0.path == "\(baRia)/\(source)" })
      return WorkspaceEdit.write("\(baRia)/\(name)", file.bytes)
    }
    return try SoundRequest.judged(after: edits).findings.map(\.finding).map {
      "\($0.code.rawValue) \($0.place?.file.dropFirst(baRia.count + 1) ?? "") \($0.expected)"
    }
  }

  static let pairs: [(String, String)] = [
    ("co-quan.csv", "trung-tam.csv"), ("xa-phuong.csv", "trung-tam.csv"),
    ("co-quan.csv", "xa-phuong.csv"), ("so-lieu.csv", "minh-chung.csv"),
    ("gop-y.csv", "kinh-phi.csv"), ("so-lieu.csv", "gop-y.csv"), ("minh-chung.csv", "gop-y.csv"),
  ]

  @Test("is told once for each of two that were exchanged", arguments: pairs)
  func exchanged(one: String, other: String) throws {
    let found = try findings([one: other, other: one])
    #expect(found.sorted() == ["C125 \(one) \(other)", "C125 \(other) \(one)"].sorted())
  }

  @Test("is told once where it took the other's place", arguments: pairs)
  func replaced(one: String, other: String) throws {
    #expect(try findings([one: other]) == ["C125 \(one) \(other)"])
    #expect(try findings([other: one]) == ["C125 \(other) \(one)"])
  }
}
