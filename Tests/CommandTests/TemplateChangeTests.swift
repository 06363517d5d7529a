import Foundation
import Testing

/// Changes that belong to a province: they work without code, and the output still verifies.
@Suite("A change of the templates") struct TemplateChangeTests {
  /// A path of the output with words that the change puts there.
  typealias Case = (name: String, edits: [TemplateEdit], file: String, words: String)

  /// Words of the board that are gone without the last column of its units.
  private static let lastColumn = ">Báo cáo</th>"

  private static let report = "748-ba-ria/bao-cao-tu-danh-gia"
  private static let document = "html/document.mustache"

  private static let heading =
    "<th scope=\"col\" class=\"{{alignment}}\">{{title}}</th>"
  private static let cell =
    "<td class=\"{{classes}}\"{{#topics}} data-topics=\"{{topics}}\"{{/topics}}>{{#target}}"
    + "<a href=\"{{target}}\">{{text}}</a>{{/target}}{{^target}}{{text}}{{/target}}"
    + "{{#more}} <a class=\"more\" href=\"{{target}}\">{{text}}</a>{{/more}}</td>"

  private static func lastOnlyIfNarrow(_ markup: String) -> String {
    "{{^last()}}\(markup){{/last()}}{{#last()}}{{^isWide}}\(markup){{/isWide}}{{/last()}}"
  }

  private static let nation = """
    <div class="nation">
    <p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
    <p class="motto">Độc lập - Tự do - Hạnh phúc</p>
    </div>

    """

  static let cases: [Case] = [
    (
      "another order",
      [
        .init(document, .replace("{{>html/opening}}\n", "")),
        .init(
          document, .replace("{{>html/letterhead}}", "{{>html/opening}}\n{{>html/letterhead}}")),
      ], "\(report).html", "Kết luận"
    ),
    (
      "other words of results",
      [
        .init("wording.yaml", .replace("  met: Đạt\n", "  met: Hoàn thành\n")),
        .init("wording.yaml", .replace("  notMet: Không đạt\n", "  notMet: Chưa hoàn thành\n")),
        .init("wording.yaml", .replace("  complete: Đủ\n", "  complete: Hồ sơ đủ\n")),
        .init("wording.yaml", .replace("level: Mức độ {level}", "level: Bậc {level}")),
      ], "\(report).md", "| Hoàn thành | Hồ sơ đủ |"
    ),
    (
      "other headings, captions and sentences",
      [
        .init("wording.yaml", .replace("  indicator: Chỉ báo\n", "  indicator: Số chỉ báo\n")),
        .init("wording.yaml", .replace("  result: Kết quả\n", "  result: Đánh giá\n")),
        .init("wording.yaml", .replace("  conclusion: Kết luận\n", "  conclusion: Tóm lại\n")),
        .init("wording.yaml", .replace("results: Kết quả các chỉ báo", "results: Bảng chỉ báo")),
        .init("wording.yaml", .replace("{unit} đủ điều kiện", "Theo hồ sơ, {unit} đủ điều kiện")),
        .init("wording.yaml", .replace("mã kiểm tra SHA-256 của", "dấu vân tay SHA-256 của")),
      ], "\(report).html", "dấu vân tay SHA-256"
    ),
    (
      "other colours",
      [.init("style.css", .append("\n:root { --accent: #7a1f1f; }\nh2 { color: #7a1f1f; }\n"))],
      "\(report).html", "#7a1f1f"
    ),
    (
      "no last column in wide tables, such as that of the units on the board",
      [
        .init("html/table.mustache", .replace(heading, lastOnlyIfNarrow(heading))),
        .init("html/table.mustache", .replace(cell, lastOnlyIfNarrow(cell))),
      ], "index.html", "Bảng theo dõi"
    ),
    (
      "another order of the letterhead",
      [
        .init("html/letterhead.mustache", .replace(nation, "")),
        .init(
          "html/letterhead.mustache",
          .replace("<header class=\"letterhead\">\n", "<header class=\"letterhead\">\n" + nation)),
      ], "\(report).html", "<header class=\"letterhead\">\n<div class=\"nation\">"
    ),
    (
      "a line of the province's own",
      [
        .init(
          document,
          .append(
            "<p>Văn bản này được lập tự động; mọi thắc mắc gửi về Sở Giáo dục và Đào tạo.</p>\n"))
      ], "\(report).html", "mọi thắc mắc gửi về"
    ),
  ]

  @Test("works and still verifies", arguments: cases) func works(_ item: Case) throws {
    try withSandbox { sandbox in
      try sandbox.changeTemplates(item.edits)
      let ending = try sandbox.run("--templates", sandbox.templates.path)
      #expect(ending.status == 1, "\(ending.everything)")
      let text = try String(contentsOf: sandbox.period.appending(path: item.file), encoding: .utf8)
      #expect(text.contains(item.words), "\(item.name)")
      if item.file == "index.html" { #expect(!text.contains(Self.lastColumn)) }
      let audit = try sandbox.hoctap(
        ["verify", sandbox.period.path, "--templates", sandbox.templates.path])
      #expect(audit.status == 0, "\(item.name): \(audit.everything)")
    }
  }
}
