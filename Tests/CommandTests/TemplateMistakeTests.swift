import Foundation
import Testing

/// Mistakes that a user makes in the templates of reports.
@Suite("A mistake in a template") struct TemplateMistakeTests {
  /// The edit, and where the message must point: line and column, or only the file.
  typealias Case = (edit: TemplateEdit, place: String)

  private static let page = "html/report.mustache"

  static let tags: [Case] = [
    (.init(page, .append("\n{{khongCo}}")), "16:1"),
    (.init("html/block.mustache", .replace("{{label}}", "{{nhan}}")), "38:45"),
    (.init("html/board.mustache", .append("\n{{#title}}x")), ":1"),
    (.init(page, .append("\n{{#title}}x{{/type}}")), "16:12"),
    (.init(page, .append("\n  {{/title}}")), "16:3"),
    (.init(page, .append("\n{{title")), "16:1"),
    (.init(page, .append("\n{{tên}}")), "16:1"),
    (.init(page, .append("\n{{title.upper}}")), "16:1"),
    (.init(page, .prepend("{{=<% %>=}}\n")), "1:1"),
    (.init(page, .prepend("{{% CONTENT_TYPE:TEXT}}\n")), "1:1"),
    (.init(page, .append("\n{{<html/head}}{{/html/head}}")), "16:1"),
    (.init("html/block.mustache", .replace("{{paragraph}}", "{{{paragraph}}}")), "2:4"),
    (.init("html/block.mustache", .replace("{{paragraph}}", "{{&paragraph}}")), "2:4"),
    (.init("markdown/block.mustache", .replace("{{paragraph}}", "{{{paragraph}}}")), "2:1"),
  ]

  static let files: [Case] = [
    (.init(page, .replace("{{>html/contents}}", "{{>html/muc-luc}}")), "5:1"),
    (.init("html/block.mustache", .append("\n{{>html/block}}")), "53:1"),
    (.init("html/table.mustache", .append("\n{{>html/section}}")), ":1"),
    (.init(page, .append("\n{{>markdown/table}}")), "16:1"),
    (.init("markdown/request.mustache", .remove), ""),
    (.init("html/table.mustache", .remove), "html/block.mustache:30:1"),
    (.init("style.css", .remove), "html/head.mustache:10:1"),
    (.init(page, .whole("")), "1:1"), (.init("html/table.mustache", .whole("\n")), "1:1"),
    (.init("markdown/report.mustache", .whole("{{! để sau }}\n")), "1:1"),
    (.init(page, .whole("\u{FEFF}\r\n")), "1:1"),
    (.init("html/block.mustache", .appendBytes([0xC3, 0x0A])), "52:1"),
    (.init("style.css", .appendBytes(Array("/* m".utf8) + [0xE0, 0x75])), ":5"),
  ]

  static let markup: [Case] = [
    (.init("style.css", .append("\n</style>")), ":1"),
    (.init("style.css", .prepend("@import \"khac.css\";\n")), "1:1"),
    (.init("style.css", .prepend("p { background: url(https://example.org/a.png) }\n")), "1:17"),
    (.init(page, .append("\n<script>alert(1)</script>")), "16:1"),
    (.init(page, .append("\n<script>var a = {{title}}</script>")), "16:1"),
    (.init(page, .append("\n <p onclick=\"x()\">a</p>")), "16:2"),
    (.init(page, .append("\n<a href=\"javascript:x()\">a</a>")), "16:1"),
    (.init(page, .append("\n<img src=\"https://example.org/a.png\" alt=\"\" />")), "16:1"),
    (.init(page, .append("\n<iframe title=\"a\"></iframe>")), "16:1"),
    (
      .init("html/block.mustache", .replace("href=\"{{target}}\"", "href={{target}}")),
      "48:13"
    ),
  ]

  static let words: [Case] = [
    (.init("wording.yaml", .append("  them: x\n")), ":3"),
    (.init("wording.yaml", .replace("  met: Đạt\n", "")), "4:1"),
    (.init("wording.yaml", .replace("Đạt mức độ {level}", "Đạt mức độ {muc}")), "17:15"),
    (.init("wording.yaml", .replace("Đạt mức độ {level}", "\"Đạt mức độ {level\"")), "17:15"),
    (.init("wording.yaml", .replace("của tệp này: {digest}", "của tệp này")), ":14"),
    (.init("wording.yaml", .replace("  met: Đạt\n", "  met: Đạt\n  met: Đạt\n")), "6:3"),
    (.init("wording.yaml", .append("\nstatus:\n  met: Đạt\n")), ":1"),
    (.init("wording.yaml", .replace("  met: Đạt\n", "\tmet: Đạt\n")), "5:1"),
    (.init("wording.yaml", .replace("  met: Đạt\n", "  met: [Đạt]\n")), "5:8"),
    (.init("wording.yaml", .replace("  met: Đạt\n", "  met:\n")), "5:7"),
    (.init("wording.yaml", .appendBytes([0x23, 0x20, 0xFF, 0x0A])), ":3"),
    (.init("wording.yaml", .replace("= {percentage}\"", "= {percentage}")), ":16"),
    (.init("wording.yaml", .remove), ""),
  ]

  @Test(
    "ends with 65, names its place, and leaves the old output alone",
    arguments: tags + files + markup + words)
  func isNamed(_ item: Case) throws {
    try withSandbox { sandbox in
      try SampleRun.get().place(in: sandbox)
      try sandbox.changeTemplates(item.edit)
      let before = try stamps(below: sandbox.output)
      let ending = try sandbox.run("--templates", sandbox.templates.path)
      #expect(ending.status == 65, "\(ending.everything)")
      #expect(ending.output == "")
      let file = item.place.contains("mustache:") ? "" : "\(item.edit.file):"
      let lines = ending.errors.split(separator: "\n")
      #expect(
        lines.contains { line in
          line.hasPrefix("templates/reports/\(file)") && line.contains("\(item.place): ")
        }, "\(ending.errors)")
      #expect(try stamps(below: sandbox.output) == before)
    }
  }

  @Test(
    "of text documents ends with 65 as well",
    arguments: [
      (TemplateEdit("docx/reference.docx", .whole("không phải Word")), "reference.docx: "),
      (.init("docx/reference.docx", .remove), "reference.docx: "),
      (.init("docx/layout.lua", .remove), "layout.lua: "),
      (.init("docx/layout.lua", .prepend("if then\n")), "layout.lua:1: "),
      (.init("docx/layout.lua", .replace("doc.blocks = result", "khongCo()")), "layout.lua:"),
    ])
  func textDocument(edit: TemplateEdit, place: String) throws {
    try withSandbox { sandbox in
      try SampleRun.get().place(in: sandbox)
      try sandbox.changeTemplates(edit)
      let before = try stamps(below: sandbox.output)
      let ending = try sandbox.run("--templates", sandbox.templates.path, "--format", "docx")
      #expect(ending.status == 65, "\(ending.everything)")
      #expect(ending.errors.contains("templates/reports/docx/\(place)"), "\(ending.errors)")
      #expect(try stamps(below: sandbox.output) == before)
    }
  }
}
