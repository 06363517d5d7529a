import Foundation
import Testing

/// Other programs open what the tool writes, and find the same in every format.
@Suite("Other programs") struct ReaderTests {
  @Test("read every page as flawless HTML whose links lead somewhere") func pages() throws {
    try WrittenSample.with { sample in
      let paths = sample.paths(ending: ".html")
      let pages = try sample.pages(paths)
      #expect(pages.count == paths.count && paths.contains("index.html"))
      for (path, page) in pages {
        #expect(!page.text.isEmpty && !page.tables.isEmpty, "\(path)")
        #expect(Set(page.ids).count == page.ids.count, "\(path)")
        for link in page.links { check(link, from: path, pages, sample) }
      }
    }
  }

  private func check(
    _ link: String, from path: String, _ pages: [String: PageContent], _ sample: WrittenSample
  ) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = URL(fileURLWithPath: "/" + path).deletingLastPathComponent()
    let target =
      parts[0].isEmpty
      ? path
      : String(folder.appending(path: String(parts[0])).standardizedFileURL.path.dropFirst())
    #expect(sample.run.files[target] != nil, "\(path) links to \(link)")
    guard parts.count == 2 else { return }
    #expect(pages[target]?.ids.contains(String(parts[1])) == true, "\(path) links to \(link)")
  }

  @Test("read from Markdown the same tables as from HTML") func markdown() throws {
    try WrittenSample.with { sample in
      let paths = sample.paths(ending: ".md")
      let texts = try sample.markdown(paths)
      let pages = try sample.pages(paths.map(Self.page))
      for path in paths {
        let (text, page) = (try #require(texts[path]), try #require(pages[Self.page(path)]))
        // Markdown has no other means to put the two halves of a letterhead side by side.
        let tables = text.tables.map(\.rows).filter { $0.first?.last != Self.country }
        let letterheads = page.text.contains(Self.country) ? 1 : 0
        #expect(text.tables.count == tables.count + letterheads, "\(path)")
        #expect(tables == page.tables.map(\.rows), "\(path)")
        for fact in page.facts {
          #expect(text.text.contains("\(fact[0]): \(fact[1])"), "\(path): \(fact)")
        }
      }
    }
  }

  private static let country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"

  private static func page(_ path: String) -> String { path.dropLast(3) + ".html" }

  @Test("read from workbooks the conclusion and every figure that the pages give") func workbooks()
    throws
  {
    try WrittenSample.with { sample in
      let workbooks = try sample.workbooks()
      let pages = try sample.pages(SampleUnits.codes.map { SampleUnits.report(of: $0) + ".html" })
      for code in SampleUnits.codes {
        let report = SampleUnits.report(of: code)
        let book = try #require(workbooks[report + ".xlsx"])
        let page = try #require(pages[report + ".html"])
        let cover = try #require(book["Bìa"])
        for fact in page.facts { #expect(cover.contains { $0.starts(with: fact) }, "\(fact)") }
        try checkConclusion(cover, try sample.run.result(of: code))
        let sheet = try results(try #require(book["Kết quả"]))
        let table = try results(of: page)
        #expect(sheet == table, "\(code)")
        #expect(try table.count == sample.run.result(of: code).indicators.count)
      }
    }
  }

  private func checkConclusion(_ cover: [[String]], _ result: UnitResult) throws {
    let conclusion = try #require(cover.first { $0.first == "Kết luận" && $0.count > 1 })[1]
    switch result.outcome {
    case "recognised": #expect(conclusion.hasSuffix("mức độ \(result.level)"))
    case "pending":
      #expect(conclusion.hasPrefix("Chưa đủ căn cứ"))
      #expect(conclusion.hasSuffix("mức độ \(result.possibleLevel)"))
    default: #expect(conclusion.hasPrefix("Không đạt"))
    }
  }

  private static let columns = ["Ngưỡng", "Mức", "Kết quả", "Minh chứng", "Căn cứ"]

  /// Each indicator's limit, band, status, evidence and clause in the sheet of results.
  private func results(_ sheet: [[String]]) throws -> [String: [String]] {
    let heading = try #require(sheet.firstIndex { Set(Self.columns).isSubset(of: $0) })
    return try results(Array(sheet[heading...]), in: [:])
  }

  /// The same from a page's tables of results.
  private func results(of page: PageContent) throws -> [String: [String]] {
    try page.tables.map(\.rows).filter { Set(Self.columns).isSubset(of: $0.first ?? []) }
      .reduce(into: [:]) { $0 = try results($1, in: $0) }
  }

  private func results(
    _ rows: [[String]], in found: [String: [String]]
  ) throws -> [String: [String]] {
    let heading = try #require(rows.first)
    let places = try Self.columns.map { try #require(heading.firstIndex(of: $0)) }
    return rows.dropFirst().reduce(into: found) { found, row in
      found[row[0]] = places.map { row[$0] }
    }
  }
}
