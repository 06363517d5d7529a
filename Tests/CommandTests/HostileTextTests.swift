import Foundation
import Testing

/// Texts that a spreadsheet, a browser or a reader of Markdown might take for more than texts.
@Suite("Nothing that a user typed") struct HostileTextTests {
  private static let texts = [
    "=cmd|'/c calc'!A1", "+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\";\"x\")",
    "<script>alert(1)</script>", "x](javascript:alert(1))", "[x](javascript:alert(1))",
    "\"\u{301} onmouseover=alert(1) x=\"", "<img src=x onerror=alert(1)>", "NaN", "a\u{FFFE}b",
    "_x0041_", "một\rhai", "javascript:alert(1)", "{{title}}", "IF(1,1,1)", "#REF!",
    String(repeating: "ơ", count: 40_000),
  ]

  /// As a cell of a CSV file.
  private func cell(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Writes the texts wherever a unit may write text: notes, names, documents, money, opinions,
  /// prose.
  private func infest(_ sandbox: Sandbox) throws {
    let folder = "2022/748-ba-ria"
    let rows = Self.texts.map(cell)
    let notes = try sandbox.text(of: "\(folder)/so-lieu.csv")
      .replacing("Số liệu minh họa", with: "MARK").split(separator: "\n")
    var next = 0
    let infested = notes.map { line in
      guard line.contains("MARK") else { return String(line) }
      defer { next += 1 }
      let start = line.lastIndex(of: ";") ?? line.endIndex
      let isQuoted = line.contains("\"")
      return isQuoted ? String(line) : line[..<start] + ";" + rows[next % rows.count]
    }
    try sandbox.write(infested.joined(separator: "\n") + "\n", to: "\(folder)/so-lieu.csv")
    let agencies = rows.map { "\($0),Khá,có,có" }.joined(separator: "\n")
    try sandbox.write(
      "Tên cơ quan đơn vị,Xếp loại,Kế hoạch tập huấn kỹ năng số,\"Trang bị dịch vụ, công cụ số\"\n"
        + agencies + "\n", to: "\(folder)/co-quan.csv")
    try infestPapers(of: folder, sandbox)
    try sandbox.write(
      "# Tình hình triển khai\n\n" + Self.texts.joined(separator: "\n\n") + "\n",
      to: "\(folder)/thuyet-minh.md")
    try infestPapers(of: "2022/77-ba-ria-vung-tau/so-giao-duc-va-dao-tao", sandbox)
    let units = try sandbox.text(of: "units.csv")
    try sandbox.write(
      units.replacing("Huyện Long Điền", with: cell(Self.unitName)), to: "units.csv")
  }

  /// Stands on the board, in the province's report and in requests.
  private static let unitName =
    "Huyện <img src=x onerror=alert(1)> [x](javascript:alert(1)) =cmd|'/c calc'!A1"

  private func infestPapers(of folder: String, _ sandbox: Sandbox) throws {
    let rows = Self.texts.map(cell)
    let documents = rows.map { "1.1.1,\($0),10/10/2022,\($0),\($0),\($0)" }
    try sandbox.write(
      "Chỉ báo,\"Số, ký hiệu\",Ngày ban hành,Cơ quan ban hành,Trích yếu,Tệp\n"
        + documents.joined(separator: "\n") + "\n", to: "\(folder)/minh-chung.csv")
    let opinions = rows.map { "2.1.1,phù hợp,\($0),\($0)" }
    try sandbox.write(
      "Chỉ báo,Mức độ phù hợp,Vướng mắc,Kiến nghị\n" + opinions.joined(separator: "\n") + "\n",
      to: "\(folder)/gop-y.csv")
    let money = rows.map { "\($0),\($0),1,1,1,\($0)" }
    try sandbox.write(
      "Nguồn kinh phí,Nội dung,Dự toán,Phân bổ,Thực chi,Ghi chú\n"
        + money.joined(separator: "\n") + "\n", to: "\(folder)/kinh-phi.csv")
  }

  private struct Found: Decodable {
    let formulas: [String]
    let links: [String]
    let texts: [String]
  }

  @Test("becomes a formula, a link or markup, in any sheet or page") func harmless() throws {
    try withSandbox { sandbox in
      try infest(sandbox)
      let ending = try sandbox.run("--format", "docx")
      #expect(ending.status <= 1, "\(ending.everything)")
      #expect(ending.errors == "")
      let written = try bytes(below: sandbox.period).keys.sorted()
      let paths = { (format: String) in
        written.filter { $0.hasSuffix(format) }.map { sandbox.period.appending(path: $0).path }
      }
      for path in paths(".xlsx") {
        try checkWorkbook(path, holdsAll: path.contains("748-ba-ria"), sandbox)
      }
      try checkPages(paths(".html"), as: "strict", sandbox)
      let rendered = try paths(".md").map { path in
        let html = try read(
          with: "/usr/bin/cmark-gfm", ["-e", "table", "--unsafe", path], scratch: sandbox.folder)
        try html.write(to: URL(fileURLWithPath: path + ".rendered"))
        return path + ".rendered"
      }
      try checkPages(rendered, as: "fragment", sandbox)
      for path in paths(".docx") {
        let links = try read(
          with: "/usr/bin/unzip", ["-p", path, "word/_rels/document.xml.rels"],
          scratch: sandbox.folder)
        let targets = String(decoding: links, as: UTF8.self)
          .matches(of: /<Relationship [^>]*>/).filter { $0.0.contains("External") }
          .compactMap { $0.0.firstMatch(of: /Target="([^"]*)"/)?.1 }
        // Only to other reports of the folder.
        #expect(!targets.contains { $0.contains(":") || $0.contains("&") }, "\(path): \(targets)")
      }
      let findings = try String(
        contentsOf: sandbox.period.appending(path: "findings.csv"), encoding: .utf8)
      for field in findings.split(whereSeparator: { ",\r\n".contains($0) }) {
        let start = field.trimmingPrefix("\"").prefix(2)
        #expect(!["=", "@"].contains(start.prefix(1)), "\(field.prefix(80))")
        let isMark = ["+", "-"].contains(start.prefix(1)) && Double(field) == nil
        #expect(!isMark || start.hasSuffix(" "), "\(field.prefix(80))")
      }
    }
  }

  private func checkWorkbook(_ path: String, holdsAll: Bool, _ sandbox: Sandbox) throws {
    let json = try read(withScript: "texts.py", [path], scratch: sandbox.folder)
    let found = try JSONDecoder().decode(Found.self, from: json)
    // Our own formulas calculate; none calls a program or leads out of the workbook.
    #expect(found.formulas.count > 200)
    for word in ["cmd", "HYPERLINK", "SUM(A1", "calc", "http"] {
      #expect(!found.formulas.contains { $0.contains(word) })
    }
    #expect(found.links.allSatisfy { $0.hasPrefix("#'") })
    guard holdsAll else { return }
    // Each is there to be read, as it was typed or with what no sheet can hold replaced.
    for text in Self.texts.dropLast() {
      let kept = text.replacing("\u{FFFE}", with: "\u{FFFD}").replacing("\r", with: "\n")
      #expect(found.texts.contains { $0.contains(kept) }, "\(text)")
    }
    #expect(found.texts.contains { $0.hasPrefix("ơơơ") && $0.hasSuffix("…") })
  }

  private func checkPages(_ paths: [String], as kind: String, _ sandbox: Sandbox) throws {
    #expect(paths.count > 8)
    let json = try read(withScript: "pages.py", [kind] + paths, scratch: sandbox.folder)
    let pages = try JSONDecoder().decode([String: PageContent].self, from: json)
    let elements = try read(withScript: "elements.py", paths, scratch: sandbox.folder)
    let names = try JSONDecoder().decode([String: [String]].self, from: elements)
    for path in paths {
      let page = try #require(pages[path])
      #expect(page.links.allSatisfy { !$0.lowercased().contains("javascript:") }, "\(path)")
      #expect(page.links.allSatisfy { !$0.contains("example.org") }, "\(path)")
      let found = try #require(names[path])
      // Only the board has a script, its own, which its policy alone lets run.
      #expect(!found.contains("script") || path.hasSuffix("/index.html"), "\(path)")
      #expect(!found.contains("img") && !found.contains { $0.hasPrefix("@on") }, "\(path)")
    }
  }
}
