import Model
import Pipeline
import SampleSupport
import Testing

/// The fourth stage: every file of a run.
@Suite("Outputs") struct OutputsTests {
  private static let whole = Result {
    let request = try SampleRequest.make()
    return try Pipeline.outputs(
      SampleRequest.judged(), with: reportTemplates(request), of: request)
  }

  private func outputs(of request: RunRequest) throws -> [OutputFile] {
    try Pipeline.outputs(judge(request), with: reportTemplates(request), of: request)
  }

  @Test("are the same twice, sorted, each once, the manifest last") func repeatable() throws {
    let request = try SampleRequest.make()
    let files = try Self.whole.get()
    #expect(try outputs(of: request) == files)
    let paths = files.map(\.path)
    #expect(paths.last == "manifest.json")
    #expect(Array(paths.dropLast()) == paths.dropLast().sorted())
    #expect(Set(paths).count == paths.count)
  }

  @Test("of some units are those of the whole run, without the board", arguments: ["748", "77"])
  func units(code: String) throws {
    let whole = try Self.whole.get()
    let some = try outputs(of: SampleRequest.make(units: [code]))
    let paths = some.map(\.path)
    #expect(!paths.contains("index.html"))
    #expect(paths.count { $0.hasSuffix("/result.json") } == 1)
    for file in some where file.path.contains("/") { #expect(whole.contains(file)) }
  }

  @Test("carry no mark of a byte order but in the table for spreadsheets") func marks() throws {
    for file in try Self.whole.get() where !file.path.hasSuffix(".xlsx") {
      #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) == file.path.hasSuffix(".csv"))
      #expect(String(validating: file.bytes, as: UTF8.self) != nil, "\(file.path)")
    }
  }

  @Test(
    "SHA-256 is that of the standard's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digest(text: String, digest: String) {
    #expect(sha256(Array(text.utf8)) == digest)
  }
}
