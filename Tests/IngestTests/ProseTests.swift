import Ingest
import Model
import Testing

@Suite("Prose")
struct ProseTests {
  private func blocks(_ text: String) -> [ProseBlock] {
    (ingestProse(Array(text.utf8), file: "thuyet-minh.md").prose?.elements ?? []).map(\.block)
  }

  private static func plain(_ text: String) -> ProseBlock { .paragraph([ProseRun(text)]) }

  private static func item(
    _ level: Int, _ marker: ProseItem.Marker, _ text: String
  ) -> ProseItem {
    ProseItem(level: level, marker: marker, runs: text.isEmpty ? [] : [ProseRun(text)])
  }

  static let structures: [(text: String, blocks: [ProseBlock])] = [
    ("", []), ("\n \n", []),
    ("Một\ndòng  hai\n\nHai", [plain("Một dòng hai"), plain("Hai")]),
    ("# I. Kết quả #\n\nSâu\n===", [.heading(level: 1, "I. Kết quả"), .heading(level: 1, "Sâu")]),
    ("#2022 không phải", [plain("#2022 không phải")]), ("#\n", []),
    ("> trích\n> > sâu", [plain("trích"), plain("sâu")]),
    ("a\n\n---\n\nb", [plain("a"), plain("b")]),
    (
      "- a\n- b\n\n* c",
      [.list([item(1, .dash, "a"), item(1, .dash, "b"), item(1, .dash, "c")])]
    ),
    (
      "3. a\n   - b\n\n     tiếp\n4) c",
      [
        .list([
          item(1, .number(3), "a"), item(2, .dash, "b"), item(2, .none, "tiếp"),
          item(1, .number(4), "c"),
        ])
      ]
    ),
    ("-\n- # x", [.list([item(1, .dash, ""), item(1, .dash, "x")])]),
    (
      "- a\n\n  | x |\n  | - |\n\n  b\n- c",
      [
        .list([item(1, .dash, "a")]), .table(ProseTable(columns: [.init("x")], rows: [])),
        plain("b"), .list([item(1, .dash, "c")]),
      ]
    ),
    (
      "| A | B | C |\n|:-|:-:|-:|\n| **đậm** | 1 |\n| `x` | 2 | 3 | 4 |",
      [
        .table(
          ProseTable(
            columns: [.init("A"), .init("B", .centred), .init("C", .number)],
            rows: [["đậm", "1", ""], ["x", "2", "3"]]))
      ]
    ),
    (
      "    Thụt **đầu** dòng",
      [
        .paragraph([
          ProseRun("Thụt"), ProseRun("đầu", .strong, after: .blank),
          ProseRun("dòng", after: .blank),
        ])
      ]
    ),
  ]

  @Test("is read into its blocks", arguments: structures)
  func structure(text: String, expected: [ProseBlock]) {
    #expect(blocks(text) == expected)
  }

  static let lines: [(text: String, runs: [ProseRun])] = [
    ("**a** b", [ProseRun("a", .strong), ProseRun("b", after: .blank)]),
    ("*a **b***", [ProseRun("a", .emphasis), ProseRun("b", .strongEmphasis, after: .blank)]),
    ("x**y**z", [ProseRun("x"), ProseRun("y", .strong), ProseRun("z")]),
    (
      "a  \nb\\\nc",
      [
        ProseRun("a"), ProseRun("b", after: .lineBreak), ProseRun("c", after: .lineBreak),
      ]
    ),
    ("`**a**` &lt;b&gt; &amp;nbsp;", [ProseRun("**a** <b> &nbsp;")]),
    ("<b>a</b> <!-- c -->", [ProseRun("<b>a</b> <!-- c -->")]),
    (
      "<script>\nalert(1)\n</script>",
      [
        ProseRun("<script>"), ProseRun("alert(1)", after: .lineBreak),
        ProseRun("</script>", after: .lineBreak),
      ]
    ),
    ("[a](http://x \"t\") <http://y> <m@n.vn>", [ProseRun("a (http://x) http://y m@n.vn")]),
    ("[a](javascript:alert(1))", [ProseRun("a (javascript:alert(1))")]),
    (
      "![ảnh *đẹp*](a.png) [](http://x)",
      [
        ProseRun("ảnh"), ProseRun("đẹp", .emphasis, after: .blank),
        ProseRun("http://x", after: .blank),
      ]
    ),
    ("[^1]: Nguồn", [ProseRun("[^1]: Nguồn")]), ("a[^1]", [ProseRun("a[^1]")]),
    ("[a]: http://x", [ProseRun("[a]: http://x")]),
    ("a~~b~~ https://x.vn", [ProseRun("a~~b~~ https://x.vn")]),
    ("\"\u{301} x", [ProseRun("\"\u{301} x")]),
    (
      "a\u{FFFE}\u{FFFF}]: b",
      [
        ProseRun("a\u{FFFD}\u{FFFD}]: b")
      ]
    ),
    ("**a***b*", [ProseRun("a", .strong), ProseRun("b")]), ("**&#32;a**", [ProseRun("a", .strong)]),
    ("a&#6;&#0;b&#9;&#x85;c", [ProseRun("a\u{FFFD}\u{FFFD}b c")]),
  ]

  @Test("keeps emphasis and line breaks, and makes nothing of what was typed", arguments: lines)
  func inline(text: String, expected: [ProseRun]) {
    #expect(blocks(text) == [.paragraph(expected)])
  }

  @Test("knows the line of each block")
  func places() {
    let text = "\u{FEFF}a\r\n\r\n# b\r\n- c\r\n\r\n    d\r\n\r\n| e |\r\n|-|\r\n"
    let lines = ingestProse(Array(text.utf8), file: "x").prose?.elements.map(\.line)
    #expect(lines == [1, 3, 4, 8])
  }

  @Test("gives words right above a table the line that they begin on")
  func placeAboveTable() {
    let prose = ingestProse(Array("a\n\nb\nc\n| d |\n|-|\n| e |\n".utf8), file: "x").prose
    #expect(prose?.elements.map(\.line) == [1, 3, 3])
  }

  @Test(
    "survives what no office writes",
    arguments: [
      (String(repeating: ">", count: 1_000) + " a", 1),
      (String(repeating: "- ", count: 1_000) + "a", 1),
      ((0..<1_000).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n"), 1),
      (String(repeating: "# a\n", count: 10_000), 10_000),
      (String(repeating: "ữ", count: 40_000), 1), (String(repeating: "*a", count: 20_000), 1),
      (String(repeating: "[", count: 40_000), 1),
      (String(repeating: "|", count: 40_000) + "\n", 1),
    ])
  func extremes(text: String, count: Int) {
    let found = blocks(text)
    #expect(found.count == count)
    if case .list(let items) = found.first {
      #expect(items.count == 1_000 && items.map(\.level).max() == 6)
    }
  }

  @Test("says why bytes are no prose")
  func refused() {
    let outcome = ingestProse([0x50, 0x4B, 3, 4, 0, 0], file: "x")
    #expect(outcome.prose == nil && !outcome.findings.isEmpty)
  }
}
