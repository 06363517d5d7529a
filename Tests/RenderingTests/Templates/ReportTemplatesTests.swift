import Model
import Rendering
import Testing

@Suite("Templates are checked before anything is rendered")
struct ReportTemplatesTests {
  /// What is done to the delivered templates, and where the fault must be found.
  struct Damage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: String
    let text: String
    let line: Int
    let column: Int
  }

  static let damages = [
    Damage(
      testDescription: "a name that does not exist", file: "html/notices.mustache",
      text: "<p>\n  {{titel}}</p>", line: 2, column: 3),
    Damage(
      testDescription: "a name that does not exist, where nothing is usually printed",
      file: "html/opening.mustache", text: "{{^opening}}\nê {{oops}}\n{{/opening}}",
      line: 2, column: 3),
    Damage(
      testDescription: "a name of another level", file: "markdown/opening.mustache",
      text: "{{issuingBody}}", line: 1, column: 1),
    Damage(
      testDescription: "a template that does not exist", file: "html/notices.mustache",
      text: "\r\n\r\n a{{> html/none }}", line: 3, column: 3),
    Damage(
      testDescription: "a template of another format", file: "markdown/notices.mustache",
      text: "{{>html/notices}}", line: 1, column: 1),
    Damage(
      testDescription: "a template that includes itself", file: "html/block.mustache",
      text: "{{#paragraph}}{{/paragraph}}\n{{>html/block}}", line: 2, column: 1),
    Damage(
      testDescription: "a template that includes itself through another",
      file: "html/notices.mustache", text: "{{>html/document}}{{>html/report}}", line: 1,
      column: 19),
    Damage(
      testDescription: "a section that is not closed", file: "html/notices.mustache",
      text: "\n{{#notices}}<p>{{.}}</p>", line: 2, column: 1),
    Damage(
      testDescription: "a section closed by another name", file: "html/notices.mustache",
      text: "{{#notices}}{{/bases}}", line: 1, column: 13),
    Damage(
      testDescription: "a section closed twice", file: "html/notices.mustache",
      text: "{{#notices}}{{/notices}}{{/notices}}", line: 1, column: 25),
    Damage(
      testDescription: "a tag that is not closed", file: "html/notices.mustache",
      text: "Số {{title", line: 1, column: 4),
    Damage(
      testDescription: "a name with a blank", file: "html/notices.mustache",
      text: "{{#notices}}{{a b}}{{/notices}}", line: 1, column: 13),
    Damage(
      testDescription: "a name that is two", file: "html/notices.mustache",
      text: "{{letterhead.place}}", line: 1, column: 1),
    Damage(
      testDescription: "no name of a template", file: "html/notices.mustache", text: "{{> }}",
      line: 1, column: 1),
    Damage(
      testDescription: "a text without escaping", file: "html/notices.mustache",
      text: "{{{title}}}", line: 1, column: 1),
    Damage(
      testDescription: "a text without escaping in its other spelling",
      file: "html/notices.mustache", text: "{{&title}}", line: 1, column: 1),
    Damage(
      testDescription: "another escaping", file: "html/notices.mustache",
      text: "{{% CONTENT_TYPE:TEXT}}{{title}}", line: 1, column: 1),
    Damage(
      testDescription: "other delimiters", file: "html/notices.mustache",
      text: "{{=<% %>=}}", line: 1, column: 1),
    Damage(
      testDescription: "markup in the style", file: "style.css", text: "p {}\n</style>",
      line: 2, column: 1),
    Damage(
      testDescription: "markup in the script", file: "board.js", text: "'a';\n '</script>'",
      line: 2, column: 3),
    Damage(
      testDescription: "a tag in the script", file: "board.js", text: "'a';\n '{{title}}'",
      line: 2, column: 3),
  ]

  @Test("names file, line and column of", arguments: damages)
  func locates(damage: Damage) throws {
    var files = try deliveredTemplates()
    files[damage.file] = damage.text
    let fault = #expect(throws: Fault.self) { try ReportTemplates(files) }
    let problems = try #require(fault).problems
    let place = "\(damage.file):\(damage.line):\(damage.column): "
    #expect(problems.contains { $0.description.hasPrefix(place) }, "\(problems)")
  }

  @Test("reports all problems of all files at once")
  func collects() throws {
    var files = try deliveredTemplates()
    files["html/notices.mustache"] = "{{&a}}{{>html/none}}"
    files["markdown/notices.mustache"] = "{{#a}}"
    let fault = #expect(throws: Fault.self) { try ReportTemplates(files) }
    #expect(
      try #require(fault).problems.map { [$0.file, "\($0.line ?? 0)", "\($0.column ?? 0)"] } == [
        ["html/notices.mustache", "1", "1"], ["markdown/notices.mustache", "1", "1"],
        ["html/notices.mustache", "1", "7"],
      ])
  }

  @Test(
    "needs a template for each kind in each format",
    arguments: [
      "html/report", "html/request", "html/board",
      "markdown/report", "markdown/request", "markdown/board",
    ])
  func needsEntries(name: String) throws {
    var files = try deliveredTemplates()
    files["\(name).mustache"] = nil
    let fault = #expect(throws: Fault.self) { try ReportTemplates(files) }
    #expect(try #require(fault).problems.map(\.file) == ["\(name).mustache"])
  }

  @Test("leaves alone files that are no templates")
  func ignoresOthers() throws {
    var files = try deliveredTemplates()
    files["README.md"] = "{{"
    files["html/note.txt"] = "{{"
    _ = try ReportTemplates(files)
  }

  @Test("a template saved by an editor of another system is the same template")
  func readsForeignLineBreaks() throws {
    let files = try deliveredTemplates()
    let foreign = files.mapValues { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
    let document = sample(.report)
    #expect(
      try html(document, ReportTemplates(foreign)) == html(document, ReportTemplates(files)))
  }

  @Test("a template that an office rewords and reorders changes the page without code")
  func followsTheTemplate() throws {
    var files = try deliveredTemplates()
    for (format, opening, closing) in [("html", "<p>", "</p>"), ("markdown", "", "\n")] {
      files["\(format)/opening.mustache"] =
        "{{#notices}}\(opening)Lưu ý: {{.}}\(closing){{/notices}}"
    }
    let templates = try ReportTemplates(files)
    let document = sample(.report)
    for page in [try html(document, templates), try markdown(document, templates)] {
      #expect(page.contains("Lưu ý: Số liệu minh họa"))
      #expect(!page.contains("Đủ điều kiện đề nghị công nhận"))
    }
  }
}
