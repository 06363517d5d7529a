import Foundation
import Ingest
import Model
import Pipeline
import Rendering
import SampleSupport
import Testing

@testable import Reporting

/// What a unit wrote stands in its report as it meant it, in every format.
@Suite("Written prose") struct ProseTests {
  private static let templates = Result {
    try ReportTemplates(
      SampleRequest.make().templates.reduce(into: [:]) { files, file in
        guard file.path.hasPrefix("reports/") else { return }
        files[String(file.path.dropFirst(8))] = String(decoding: file.bytes, as: UTF8.self)
      })
  }

  private func prose(_ text: String) -> [ProseBlock] {
    (ingestProse(Array(text.utf8), file: "x").prose?.elements ?? []).map(\.block)
  }

  private func document(_ blocks: [ProseBlock]) -> ReportDocument {
    ReportDocument(
      kind: .board, title: "t", type: "", subject: "", letterhead: nil, notices: [], bases: [],
      opening: documentBlocks(of: blocks) { "Bảng \($0)" }, sections: [], annexes: [],
      colophon: "")
  }

  private func markdown(_ blocks: [ProseBlock]) throws -> String {
    String(
      decoding: try renderMarkdown(document(blocks), with: Self.templates.get()), as: UTF8.self)
  }

  private func html(_ blocks: [ProseBlock]) throws -> String {
    String(decoding: try renderHTML(document(blocks), with: Self.templates.get()), as: UTF8.self)
  }

  /// As the report has it: headings stand below the sections', and a table has a row.
  private func reported(_ blocks: [ProseBlock]) -> [ProseBlock] {
    blocks.map { block in
      switch block {
      case .heading(let level, let text): .heading(level: level == 1 ? 3 : 4, text)
      case .table(let table) where table.rows.isEmpty:
        .table(ProseTable(columns: table.columns, rows: [table.columns.map { _ in "" }]))
      default: block
      }
    }
  }

  private static let fragments = [
    "a", "Đề án", "1", " ", "  ", "\n", "\n\n", "\n- ", "\n  - ", "\n    - ", "\n1. ", "\n   7) ",
    "\n# ", "\n### ", "\n> ", "\n    ", "*", "**", "_", "***", "`", "[a](b)", "![c](d)", "<b>",
    "</b>",
    "&amp;", "&#40;", "&nbsp;", "\\", "\\\n", "  \n", "|", "\n| x | y |\n|-|:-:|\n| 1 | 2 |\n",
    "\n|", "\n---\n", "===", "\n===\n", "~~", "```", "\n```\n", "(", ")", ".", ":", "]: ", "[", "]",
    "\"\u{301}", "http://x.vn", "www.x", "\n<div>\n", "\n<!-- ", "-->", "#", "+", "-", "=", "12. ",
    "\u{FFFE}", "“", "”", "ư\u{31B}", "\t", "\n\n  ", "\n\n     ", "🙂", "$", "^", "{", "~",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...25, using: &generator)).map { _ in
      Self.fragments[Int.random(in: Self.fragments.indices, using: &generator)]
    }.joined()
  }

  /// More texts with HOCTAP_PROSE=100000.
  private static let runs =
    ProcessInfo.processInfo.environment["HOCTAP_PROSE"].flatMap { Int($0) } ?? 4_000

  @Test("reads the same from the Markdown of its report")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<Self.runs {
      let text = text(&generator)
      let blocks = prose(text)
      let page = try markdown(blocks)
      let again = Array(prose(page).dropFirst())
      guard again != reported(blocks) else { continue }
      Issue.record("\(text.debugDescription)\n\(page)\n\(reported(blocks))\n\(again)")
      return
    }
  }

  @Test(
    "becomes neither markup nor a link",
    arguments: [
      "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "[a](javascript:alert(1))",
      "[a](data:text/html,x) <javascript:alert(1)> [b][c]\n\n[c]: javascript:alert(1)",
      "![a](javascript:alert(1))", "\"\u{301} onclick=\"x", "- <b>x</b>\n  1. <i>y</i>",
      "| <script>x</script> | [a](javascript:b) |\n|-|-|\n| <!-- | ]]> |", "# <script>x</script>",
      "<style>p{}</style>\n\n</p></main>", "`<script>`", "    <script>", "~~~\n<script>\n~~~",
    ])
  func harmless(text: String) throws {
    let page = try html(prose(text))
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"))
    #expect(page.ranges(of: "<a ").count == (try html([])).ranges(of: "<a ").count)
    #expect(page.ranges(of: "</main>").count == 1 && page.ranges(of: "<style").count == 1)
    let written = try markdown(prose(text))
    #expect(!written.replacing("\\<", with: "").contains("<"))
    #expect(!written.contains("](") && !written.contains("<javascript"))
  }

  @Test("keeps numbers, levels and tables in HTML")
  func page() throws {
    let page = try html(
      prose(
        "3. a\n   - b\n\n     c\n4. **d**\\\n   e\n\n**Bảng A**\n\n| x | y |\n|-|-:|\n| 1 | 2 |"))
    #expect(
      page.contains(
        """
        <ul class="outline">
        <li class="level1">3. a</li>
        <li class="level2 dash">b</li>
        <li class="level2 continued">c</li>
        <li class="level1">4. <strong>d</strong><br />e</li>
        </ul>
        """))
    #expect(page.contains("<caption><span>Bảng A</span></caption>"))
    #expect(page.contains("<td class=\"number\">2</td>"))
  }

  private func report(_ prose: String?, of unit: String) throws -> ReportDocument {
    let file = "2022/\(unit)/thuyet-minh.md"
    let request = try SampleRequest.make { files in
      files.filter { $0.path != file }
        + (prose.map { [WorkspaceFile(path: file, bytes: Array($0.utf8))] } ?? [])
    }
    let judged = try judge(request)
    let code = UnitCode(String(unit.prefix { $0 != "-" }))
    guard let record = judged.record.districts.first(where: { $0.unit.code == code }) else {
      return judged.composer.provinceReport()
    }
    return judged.composer.districtReport(record)
  }

  @Test(
    "has a sentence from the data in its place where the unit wrote nothing",
    arguments: ["748-ba-ria", "754-phu-my", "752-long-dien", "750-chau-duc", "77-ba-ria-vung-tau"])
  func sentences(unit: String) throws {
    for section in try report(nil, of: unit).sections {
      guard case .paragraph(let text) = section.blocks.first else {
        // What is owed may be a table with its lead, or one sentence; all others begin with one.
        Issue.record("\(section.title) begins with no sentence")
        continue
      }
      #expect(text.count > 20 && ".:".contains(text.last ?? " "), "\(text)")
    }
  }

  @Test("stands in its section, and what belongs to none at the end")
  func sections() throws {
    let document = try report(
      "Lời đầu\n\n# Phần III. Khó khăn, vướng mắc\n\nThiếu *người*.\n\n# Khác\n\n## Nhỏ\n\nx",
      of: "748-ba-ria")
    let difficulties = document.sections.first { $0.id == "kho-khan-vuong-mac" }
    #expect(
      difficulties?.blocks.first
        == .prose([
          ProseRun("Thiếu"), ProseRun("người", .emphasis, after: .blank), ProseRun("."),
        ]))
    let others = document.sections.last
    #expect(others?.id == "noi-dung-khac")
    #expect(others?.subsections.map(\.title) == ["Phần mở đầu của thuyết minh", "Khác"])
    #expect(others?.subsections.last?.blocks.first == .heading("Nhỏ", depth: 1))
  }
}
