import Model
import Testing

@testable import Rendering

@Suite("A board that can be narrowed")
struct BoardPageTests {
  private func board(
    unit: String = "748", label: String = "Thành phố Bà Rịa", filters: Bool = true
  ) -> ReportDocument {
    let topic = Topic(["don-vi": unit, "co-quan": "so-noi-vu"])
    let table = Table(
      id: "bang", caption: "Bảng", columns: [.init("Đơn vị"), .init("Kết quả")],
      rows: [
        [
          Cell("Bà Rịa", more: [Link("2 phát hiện", to: "#phat-hien-1")]),
          Cell("Đạt", link: "748/x.html#a", topics: [topic, Topic(["don-vi": unit])]),
        ]
      ], rowLabels: [RowLabel(id: "phat-hien-1", topics: [topic])])
    return ReportDocument(
      kind: .board, title: "Bảng theo dõi", type: "", subject: "", letterhead: nil, notices: [],
      bases: [], opening: [],
      sections: [Section(id: "a", number: "", title: "Mục", blocks: [.table(table)])],
      annexes: [], colophon: "",
      filters: filters
        ? [Filter(id: "don-vi", label: "Đơn vị", choices: [.init(unit, label)])] : [])
  }

  private func policy(of page: String) throws -> String {
    try #require(MarkupReader(page).values["meta.content"]?.first { $0.contains("default-src") })
  }

  @Test("names rows, what they are about, and the choices, for its script")
  func labels() throws {
    let values = MarkupReader(try html(board(), .delivered())).values
    #expect(values["tr.id"] == ["phat-hien-1"])
    #expect(values["tr.data-topics"] == ["co-quan=so-noi-vu don-vi=748"])
    #expect(values["td.data-topics"] == ["co-quan=so-noi-vu don-vi=748; don-vi=748"])
    #expect(values["option.value"] == ["", "748"])
    #expect(values["select.name"] == ["don-vi"])
    #expect(values["label.for"] == values["select.id"])
    #expect(values["a.href"]?.contains("#phat-hien-1") == true)
    #expect(values["form.hidden"] == ["hidden"], "nothing to choose until the script is there")
  }

  @Test("is well-formed and keeps its structure whatever a choice is called", arguments: evilTexts)
  func evil(text: String) throws {
    let plain = MarkupReader(try html(board(), .delivered()))
    let page = try html(board(unit: "x" + text, label: text + "x"), .delivered())
    let reader = MarkupReader(page)
    #expect(reader.isWellFormed && reader.structure == plain.structure)
    let value = try #require(reader.values["option.value"]?.last)
    #expect(value.utf8.allSatisfy { UInt8(ascii: "%") == $0 || isPlain($0) }, "\(value)")
    #expect(reader.values["tr.data-topics"] == ["co-quan=so-noi-vu don-vi=\(value)"])
    #expect(page.ranges(of: "<script>").count == 1 && page.ranges(of: "</script>").count == 1)
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    let character = Character(UnicodeScalar(byte))
    return character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }

  @Test("lets the browser run its own script and no other")
  func allowsOwnScript() throws {
    let page = try html(board(), .delivered())
    let policy = try policy(of: page)
    #expect(policy.hasPrefix("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"))
    #expect(policy.hasSuffix("='") && policy.ranges(of: "sha256-").count == 1)
    let reader = MarkupReader(page)
    #expect(reader.values.keys.allSatisfy { !$0.contains(".on") && $0 != "script.src" })
    #expect(!page.contains("://") && !page.contains("@import") && !page.contains("url("))
  }

  @Test("has no script, and allows none, where there is nothing to choose")
  func needsNone() throws {
    let page = try html(board(filters: false), .delivered())
    #expect(!page.contains("<script"))
    #expect(try policy(of: page) == "default-src 'none'; style-src 'unsafe-inline'")
  }

  @Test("allows the script that an office has changed, with what stands around it")
  func followsTheTemplate() throws {
    var files = try deliveredTemplates()
    let delivered = try policy(of: try html(board(), ReportTemplates(files)))
    files["board.js"] = "abc"
    let template = try #require(files["html/board.mustache"])
    files["html/board.mustache"] = template.replacing(
      "<script>\n{{>board.js}}\n</script>", with: "<script>{{>board.js}}</script>")
    let changed = try policy(of: try html(board(), ReportTemplates(files)))
    #expect(changed != delivered)
    // As of NIST's first example of SHA-256, in base 64.
    #expect(changed.hasSuffix("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"))
  }

  @Test(
    "has the digest of each of its scripts",
    arguments: [
      ("", nil), ("<p>script</p>", nil),
      ("<script></script>", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
      (
        "x<script>abc</script>y<script>abc</script>",
        "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' "
          + "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"
      ),
      ("<script>abc", nil),
    ])
  func digests(page: String, sources: String?) {
    #expect(Rendering.policy(forScriptsOf: page) == sources)
  }

  @Test("is in Markdown the same table without places inside it")
  func markdownTable() throws {
    let text = try markdown(board(), .delivered())
    #expect(text.contains("| Bà Rịa 2 phát hiện | [Đạt](748/x.html#a) |"))
  }
}
