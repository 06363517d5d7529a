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
    try sandbox.write(
      "# Tình hình triển khai\n\n" + Self.texts.joined(separator: "\n\n") + "\n",
      to: "\(folder)/thuyet-minh.md")
  }

  private struct Found: Decodable {
    let formulas: [String]
    let links: [String]
    let texts: [String]
  }

  @Test("becomes a formula, a link or markup, in any sheet or page") func harmless() throws {
    try withSandbox { sandbox in
      try infest(sandbox)
      let ending = try sandbox.run()
      #expect(ending.status <= 1, "\(ending.everything)")
      #expect(ending.errors == "")
      let report = sandbox.period.appending(path: "748-ba-ria/bao-cao-tu-danh-gia").path
      try checkWorkbook(report + ".xlsx", sandbox)
      try checkPage(report + ".html", as: "strict", sandbox)
      let html = try read(
        with: "/usr/bin/cmark-gfm", ["-e", "table", "--unsafe", report + ".md"],
        scratch: sandbox.folder)
      try html.write(to: URL(fileURLWithPath: report + ".rendered"))
      try checkPage(report + ".rendered", as: "fragment", sandbox)
      let findings = try String(
        contentsOf: sandbox.period.appending(path: "findings.csv"), encoding: .utf8)
      for field in findings.split(whereSeparator: { ",\r\n".contains($0) }) {
        #expect(!field.trimmingPrefix("\"").hasPrefix("="), "\(field.prefix(80))")
      }
    }
  }

  private func checkWorkbook(_ path: String, _ sandbox: Sandbox) throws {
    let json = try read(withScript: "texts.py", [path], scratch: sandbox.folder)
    let found = try JSONDecoder().decode(Found.self, from: json)
    // Our own formulas calculate; none calls a program or leads out of the workbook.
    #expect(found.formulas.count > 200)
    for word in ["cmd", "HYPERLINK", "SUM(A1", "calc", "http"] {
      #expect(!found.formulas.contains { $0.contains(word) })
    }
    #expect(found.links.allSatisfy { $0.hasPrefix("#'") })
    // Each is there to be read, as it was typed or with what no sheet can hold replaced.
    for text in Self.texts.dropLast() {
      let kept = text.replacing("\u{FFFE}", with: "\u{FFFD}").replacing("\r", with: "\n")
      #expect(found.texts.contains { $0.contains(kept) }, "\(text)")
    }
    #expect(found.texts.contains { $0.hasPrefix("ơơơ") && $0.hasSuffix("…") })
  }

  private func checkPage(_ path: String, as kind: String, _ sandbox: Sandbox) throws {
    let json = try read(withScript: "pages.py", [kind, path], scratch: sandbox.folder)
    let page = try #require(try JSONDecoder().decode([String: PageContent].self, from: json)[path])
    #expect(page.links.allSatisfy { !$0.lowercased().contains("javascript:") })
    #expect(page.links.allSatisfy { !$0.contains("example.org") })
    let elements = try read(
      withScript: "elements.py", [path], scratch: sandbox.folder)
    let names = try JSONDecoder().decode([String].self, from: elements)
    #expect(!names.contains("script") && !names.contains("img"))
    #expect(!names.contains { $0.hasPrefix("@on") }, "\(names)")
  }
}
