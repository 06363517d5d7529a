import Foundation
import Testing

/// Pages on paper, printed by Chromium and read by Poppler.
///
/// Source: decree 30/2020/NĐ-CP, annex I.
@Suite("On paper") struct PaperTests {
  private func reports() throws -> [(path: String, document: PrintedPages.Document)] {
    let pages = try PrintedSample.get().pages
    return SampleUnits.codes.compactMap { code in
      let path = SampleUnits.report(of: code) + ".html"
      return pages[path].map { (path, $0) }
    }
  }

  @Test("every page is A4 with its text inside the margins, and only the board lies on its side")
  func size() throws {
    for (path, document) in try PrintedSample.get().pages {
      #expect(!document.sheets.isEmpty)
      for sheet in document.sheets {
        let (short, long) = (min(sheet.width, sheet.height), max(sheet.width, sheet.height))
        #expect(abs(short - points(210)) < 1 && abs(long - points(297)) < 1, "\(path)")
        #expect(sheet.isLying == (path == "index.html"))
        let (left, right) = sheet.isLying ? (15.0, 282.0) : (30.0, 195.0)
        #expect(sheet.left > points(left) - 1 && sheet.right < points(right) + 1, "\(path)")
      }
    }
  }

  @Test("numbers stand in the middle from the second page on, and begin anew in every annex")
  func numbers() throws {
    for (path, document) in try PrintedSample.get().pages {
      var expected = 0
      for sheet in document.sheets {
        expected = isAnnex(sheet) ? 1 : expected + 1
        #expect(sheet.number == (expected == 1 ? "" : "\(expected)"), "\(path)")
        guard !sheet.number.isEmpty else { continue }
        let middle = sheet.isLying ? sheet.width / 2 : points(30 + 165 / 2)
        #expect(abs(sheet.numberCentre - middle) < 2, "\(path)")
      }
    }
  }

  @Test("a report has four annexes, which its text names, and pages that an office would file")
  func annexes() throws {
    let reports = try reports()
    #expect(reports.count == 5)
    for (path, document) in reports {
      let titles = document.sheets.filter(isAnnex).map { $0.lines[0] }
      #expect(titles == ["I", "II", "III", "IV"].map { "Phụ lục \($0)" }, "\(path)")
      let body = document.sheets.prefix { !isAnnex($0) }.flatMap(\.lines).joined(separator: " ")
      #expect(titles.allSatisfy { body.contains("\($0) (") }, "\(path)")
      #expect((10...40).contains(document.sheets.count), "\(path): \(document.sheets.count) pages")
    }
  }

  @Test("no page ends in a heading, and none holds nothing but the sign of the end")
  func orphans() throws {
    for (path, document) in try PrintedSample.get().pages {
      let headings = document.headings.map(words)
      for sheet in document.sheets {
        // A heading may take a few lines.
        let ends = (1...4).map { words(sheet.lines.suffix($0).joined(separator: " ")) }
        #expect(ends.allSatisfy { !headings.contains($0) }, "\(path): \(ends[0])")
        #expect(ends[0].last?.hasSuffix(":") == false, "\(path): \(ends[0])")
        #expect(sheet.lines != ["./."], "\(path)")
      }
    }
  }

  @Test("a signature stands below the end of the text, on the same page")
  func signatures() throws {
    for (path, document) in try PrintedSample.get().pages where path != "index.html" {
      // The lead office's list of what it owes itself is sent to nobody.
      guard path != "phieu-bo-sung/so-giao-duc-va-dao-tao.html" else { continue }
      let signed = document.sheets.filter { $0.lines.contains { $0.contains("Nơi nhận:") } }
      #expect(signed.count == 1, "\(path)")
      let lines = signed.first?.lines ?? []
      let end = lines.firstIndex { $0.hasSuffix("./.") }
      let signature = lines.firstIndex { $0.contains("Nơi nhận:") }
      #expect(end.map { $0 > 0 && $0 < signature ?? 0 } == true, "\(path): \(lines)")
    }
  }

  @Test("every font is in the file") func fonts() throws {
    for (path, document) in try PrintedSample.get().pages {
      let others = document.fonts.filter { !$0.isEmbedded }
      #expect(!document.fonts.isEmpty && others.isEmpty, "\(path): \(others)")
    }
  }

  @Test("all 134 Vietnamese letters come back from the file, upright, italic and bold")
  func letters() throws {
    try WrittenSample.with { sample in
      let page = SampleUnits.report(of: "748") + ".html"
      let printed = try sample.printed([page], options: ["--specimen"])
      #expect(printed.letters.count == 134)
      let document = try #require(printed.documents.first)
      let text = document.sheets.flatMap(\.lines).joined(separator: " ")
      let found = text.split(separator: " ").map(String.init)
      for letter in printed.letters {
        #expect(found.count { $0 == letter } == 3, "\(letter)")
      }
      let others = document.fonts.filter { font in
        !font.isEmbedded || !(font.name.contains("Serif") || font.name.contains("Times"))
      }
      #expect(others.isEmpty)
    }
  }

  private func isAnnex(_ sheet: PrintedPages.Sheet) -> Bool {
    sheet.lines.first?.hasPrefix("Phụ lục ") == true
  }

  private func points(_ millimetres: Double) -> Double { millimetres / 25.4 * 72 }

  private func words(_ text: String) -> [Substring] {
    text.lowercased().split(whereSeparator: \.isWhitespace)
  }
}
