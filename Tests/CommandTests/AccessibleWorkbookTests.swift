import Foundation
import Testing

/// The checklist of accessible workbooks, item by item, read back by openpyxl from the sample.
///
/// Source: UK Analysis Function, "Making spreadsheets accessible: checklist of the basics".
@Suite("Each workbook of the sample") struct AccessibleWorkbookTests {
  private struct Book: Decodable {
    struct Sheet: Decodable {
      struct Table: Decodable {
        let name: String
        let range: String
        let headings: [String]
      }

      let name: String
      let cells: [[String]]
      let used: String
      let tables: Int
      let table: Table?
      let merged: Int
      let isHidden: Bool
      let hidden: Int
      let isFrozen: Bool
      let selected: String
      let scrolled: String
      let unwrapped: Int
      let widths: [Double]
      let titleSize: Double
      let isTitleBold: Bool
      let paper: Int?
      let repeated: String
      let links: [[String]]
      /// Of letters and of what is behind them, each pair once.
      let colours: [[String]]

      /// Where the table's headings stand, counted from 0.
      var headingRow: Int? { table.flatMap { table in cells.firstIndex { $0 == table.headings } } }
    }

    let title: String?
    let author: String?
    let subject: String?
    let keywords: String?
    let language: String
    let active: String
    let names: [String]
    let sheets: [Sheet]
  }

  private static let books = Result { () -> [String: Book] in
    try WrittenSample.with { sample in
      let paths = sample.paths(ending: ".xlsx")
      let json = try read(
        withScript: "accessible.py", paths.map(sample.path), scratch: sample.folder)
      return try JSONDecoder().decode([String: Book].self, from: json)
    }
  }

  private func books() throws -> [Book] {
    let books = try Self.books.get()
    try #require(books.count == SampleUnits.codes.count)
    return Array(books.values)
  }

  private func sheets() throws -> [Book.Sheet] { try books().flatMap(\.sheets) }

  @Test("has a title, an author, a subject, keywords and a language") func properties() throws {
    for book in try books() {
      for text in [book.title, book.author, book.subject, book.keywords] {
        #expect(text?.isEmpty == false)
      }
      #expect(book.language == "vi-VN")
    }
  }

  @Test("opens with a cover, a list of contents and notes, at A1 of the cover") func order() throws
  {
    for book in try books() {
      #expect(book.sheets.prefix(3).map(\.name) == ["Bìa", "Mục lục", "Ghi chú"])
      #expect(book.active == "Bìa")
    }
    for sheet in try sheets() {
      #expect(sheet.selected == "A1" && sheet.scrolled == "A1", "\(sheet.name)")
    }
  }

  @Test("lists every sheet in its contents, by a link with words") func contents() throws {
    for book in try books() {
      let links = try #require(book.sheets.first { $0.name == "Mục lục" }).links
      #expect(links.map { $0[0] } == book.sheets.dropFirst(2).map(\.name))
      #expect(links.allSatisfy { $0[1] == "'\($0[0])'!A1" && $0[2].isEmpty })
    }
    for sheet in try sheets() {
      #expect(sheet.links.allSatisfy { !$0[0].contains("://") && !$0[0].isEmpty })
    }
  }

  @Test("defines every note that it uses, and uses every note that it defines") func notes() throws
  {
    for book in try books() {
      let notes = try #require(book.sheets.first { $0.name == "Ghi chú" })
      let heading = try #require(notes.headingRow)
      let defined = notes.cells[(heading + 1)...].map { $0[0] }
      let pattern = try Regex(#"\[ghi chú [0-9]+\]"#)
      let elsewhere = book.sheets.filter { $0.name != "Ghi chú" }.flatMap(\.cells).joined()
      let used = elsewhere.flatMap { $0.matches(of: pattern).map { String($0.0) } }
      #expect(Set(used) == Set(defined) && Set(defined).count == defined.count)
      #expect(defined == (1...defined.count).map { "[ghi chú \($0)]" })
      // A note stands in a heading, never in a cell of data.
      let headings = book.sheets.compactMap(\.table).flatMap(\.headings)
      #expect(used.allSatisfy { mark in headings.contains { $0.contains(mark) } })
    }
  }

  @Test("has one table a sheet, marked as one, from its headings to the end of the sheet")
  func tables() throws {
    for book in try books() {
      let names = book.sheets.compactMap(\.table?.name)
      #expect(names.count == book.sheets.count && Set(names).count == names.count)
      #expect(names.allSatisfy { !$0.contains(" ") && $0.first?.isLetter == true })
      for sheet in book.sheets {
        let heading = try #require(sheet.headingRow, "\(sheet.name)")
        let end = try #require(sheet.used.split(separator: ":").last)
        #expect(sheet.table?.range == "A\(heading + 1):\(end)", "\(sheet.name)")
      }
    }
  }

  @Test("has one row of headings, each filled and unlike the others") func headings() throws {
    for table in try sheets().compactMap(\.table) {
      let headings = table.headings.map { $0.lowercased() }
      #expect(Set(headings).count == headings.count, "\(table.name)")
      #expect(headings.allSatisfy { !$0.allSatisfy(\.isWhitespace) })
    }
  }

  @Test("has no merged, hidden or frozen cells and no hidden sheet") func plain() throws {
    for sheet in try sheets() {
      #expect(sheet.merged == 0 && sheet.hidden == 0 && !sheet.isHidden && !sheet.isFrozen)
    }
  }

  @Test("has no blank row, and says why cells are blank") func blanks() throws {
    for sheet in try sheets() {
      #expect(sheet.cells.allSatisfy { row in row.contains { !$0.isEmpty } }, "\(sheet.name)")
      let heading = try #require(sheet.headingRow)
      let hasBlanks = sheet.cells[heading...].contains { $0.contains("") }
      let reasons = sheet.cells[..<heading].contains { $0[0].hasPrefix("Ô trống:") }
      #expect(!hasBlanks || reasons, "\(sheet.name)")
    }
  }

  @Test("begins each sheet with a bold title and the number of its tables") func titles() throws {
    for sheet in try sheets() {
      #expect(sheet.titleSize == 16 && sheet.isTitleBold && !sheet.cells[0][0].isEmpty)
      let heading = try #require(sheet.headingRow)
      let place = sheet.cells[..<heading].firstIndex {
        $0[0].hasPrefix("Trang này có một bảng")
      }
      // A title and its summary stand above it on the cover alone.
      #expect(sheet.name == "Bìa" ? place != nil : place == 1, "\(sheet.name)")
      let reason = sheet.cells[..<heading].firstIndex { $0[0].hasPrefix("Ô trống:") }
      #expect(reason.map { $0 == (place ?? 0) + 1 } != false, "\(sheet.name)")
    }
  }

  @Test("says on its cover what it is, whose, of when and by which version") func cover() throws {
    for book in try books() {
      let cover = try #require(book.sheets.first)
      let heading = try #require(cover.headingRow)
      let facts = cover.cells[(heading + 1)...].map { $0[0] }
      for fact in [
        "Kết luận", "Tính đến ngày", "Cơ quan lập", "Đầu mối liên hệ", "Kỳ số liệu",
        "Văn bản áp dụng", "Phần mềm",
      ] {
        #expect(facts.contains(fact), "\(fact): \(facts)")
      }
      #expect(cover.cells[0][0].contains("2022") && !cover.cells[1][0].isEmpty)
    }
  }

  @Test("is written in dark letters on white or pale cells, which nobody strains to read")
  func contrast() throws {
    for sheet in try sheets() {
      for pair in sheet.colours {
        #expect(try contrast(pair[0], pair[1]) >= 4.5, "\(sheet.name) \(pair)")
      }
    }
  }

  /// The ratio of WCAG 2.1 between two colours as `RRGGBB`.
  private func contrast(_ one: String, _ other: String) throws -> Double {
    let lights = try [one, other].map { colour in
      let number = try #require(Int(colour, radix: 16))
      let parts = [16, 8, 0].map { Double(number >> $0 & 255) / 255 }
      let linear = parts.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }.sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  @Test("wraps the text of its tables in columns that are wide enough to read") func widths() throws
  {
    for sheet in try sheets() {
      #expect(sheet.unwrapped == 0, "\(sheet.name)")
      #expect(sheet.widths.allSatisfy { (6...64).contains($0) }, "\(sheet.name) \(sheet.widths)")
    }
  }

  @Test("prints on A4, with the headings on every page") func paper() throws {
    for sheet in try sheets() {
      let heading = try #require(sheet.headingRow)
      #expect(sheet.paper == 9)
      #expect(sheet.repeated.filter { $0 != "$" } == "\(heading + 1):\(heading + 1)")
    }
  }

  @Test("names each limit once") func limits() throws {
    for book in try books() {
      let limits = try #require(book.sheets.first { $0.name == "Ngưỡng" })
      let heading = try #require(limits.headingRow)
      let names = limits.cells[(heading + 1)...].map { $0[0] }
      #expect(names.sorted() == book.names && names.contains("NGUONG_MUC_1"))
    }
  }
}
