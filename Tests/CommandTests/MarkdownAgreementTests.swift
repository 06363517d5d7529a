import Foundation
import Testing

/// The Markdown of a run, read by two renderers that share no code.
@Suite("Markdown") struct MarkdownAgreementTests {
  private struct Comparison: Decodable {
    let items: [String: Int]
    let differences: [String: String]
  }

  /// What offices may type, in a cell of a table of theirs or in a paragraph.
  private static let evilTexts = [
    "<script>alert(1)</script>", "&lt;b&gt; &amp; &", "<!-- a --> ]]>", "{{title}}",
    "| a | b |", "**đậm** _nghiêng_ ~~bỏ~~ `mã` $x$ ^trên^", "[liên kết](http://example.test)",
    "![ảnh](x) [a]: b", "https://example.test www.example.test so@example.test", "\\", "\\|", "-",
    "1. một", "2) hai", "+ cộng", "= ba", "---", "===", ": nghĩa", "#", "# đầu đề", "[ ] việc",
    "[x] việc", "```", "~~~", "a*b*c_d_e", "<\u{338}b>", "javascript:alert(1)", ":smile: :-)",
    "\u{A0}x\u{A0}", "~ 5%", "~~", "[^1]", "@ten #12 GH-1", "http://", "ftp://a.b", "1986\\. A",
  ]

  @Test("of the sample is the same in every renderer") func sample() throws {
    try WrittenSample.with { sample in
      let paths = sample.paths(ending: ".md").map(sample.path)
      #expect(!paths.isEmpty)
      try compare(paths, scratch: sample.folder)
    }
  }

  @Test("is the same whatever offices type, and still verifies") func evil() throws {
    try withSandbox { sandbox in
      let folder = "2022/748-ba-ria"
      var documents = try sandbox.text(of: "\(folder)/minh-chung.csv")
      var opinions = try sandbox.text(of: "\(folder)/gop-y.csv")
      for text in Self.evilTexts {
        let cell = "\"\(text.replacing("\"", with: "\"\""))\""
        documents += "1.1.1;\(cell);08/07/2022;UBND thành phố Bà Rịa;\(cell);\n"
        opinions += "2.1.2,cần điều chỉnh,\(cell),\(cell)\r\n"
      }
      try sandbox.write(documents, to: "\(folder)/minh-chung.csv")
      try sandbox.write(opinions, to: "\(folder)/gop-y.csv")
      let ending = try sandbox.run()
      #expect(ending.status == 1, "\(ending.everything)")
      let page = "748-ba-ria/bao-cao-tu-danh-gia.md"
      let text = try String(contentsOf: sandbox.period.appending(path: page), encoding: .utf8)
      #expect(text.contains("GH-1"))
      let paths = try bytes(below: sandbox.period).keys.filter { $0.hasSuffix(".md") }
        .map { sandbox.period.appending(path: $0).path }
      try compare(paths, scratch: sandbox.folder)
      let audit = try sandbox.hoctap(["verify", sandbox.period.path])
      #expect(audit.status == 0, "\(audit.everything)")
    }
  }

  private func compare(_ paths: [String], scratch: URL) throws {
    let json = try read(withBrowserScript: "markdown.py", paths, scratch: scratch)
    let comparison = try JSONDecoder().decode(Comparison.self, from: json)
    #expect(comparison.items.count == paths.count)
    #expect(comparison.items.values.allSatisfy { $0 > 20 })
    #expect(comparison.differences == [:])
  }
}
