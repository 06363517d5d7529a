import Foundation
import Testing

/// The board in a real browser, from a file, by keyboard.
@Suite("The board in a browser") struct BoardUseTests {
  private struct Use: Decodable {
    struct Table: Decodable, Equatable {
      let headings: [String]
      let rows: [[String]]
    }

    struct Step: Decodable {
      let tables: [String: Table]
      let form: Bool
      let values: [String]
      let status: String
      let nothing: Int
      let fragment: String
      let focus: String
      let width: Int
      let violations: [String]?

      var rows: Int { tables.values.map(\.rows.count).reduce(0, +) }
    }

    struct Unscripted: Decodable {
      let form: Bool
      let rows: Int
      let all: Int
    }

    let steps: [String: Step]
    let unscripted: Unscripted
    let problems: [String]
  }

  private static let use = Result {
    try WrittenSample.with { sample in
      let json = try read(
        withBrowserScript: "board.py", [sample.path("index.html")], scratch: sample.folder)
      return try JSONDecoder().decode(Use.self, from: json)
    }
  }

  private func step(_ name: String) throws -> Use.Step {
    try #require(try Self.use.get().steps[name])
  }

  @Test("runs its script, asks no network, and gives nothing to complain about") func problems()
    throws
  {
    #expect(try Self.use.get().problems.isEmpty)
    for name in ["opened", "office"] {
      #expect(try step(name).violations == [])
    }
  }

  @Test("says that all rows are shown when nothing is chosen") func opened() throws {
    let opened = try step("opened")
    #expect(opened.form && opened.nothing == 0)
    #expect(opened.status == "Đang hiện tất cả \(opened.rows) dòng.")
    #expect(opened.tables["chi-bao-cac-huyen"]?.headings.count == 6)
  }

  @Test("is narrowed to a unit by keyboard alone, says so, and keeps the focus") func unit() throws
  {
    let all = try step("opened").rows
    let unit = try step("unit")
    #expect(unit.values == ["752", "", ""] && unit.focus == "loc-don-vi")
    #expect(unit.status == "Đang hiện \(unit.rows) trên \(all) dòng.")
    #expect(unit.fragment == "#don-vi=752")
    #expect(unit.tables["cac-don-vi"]?.rows.map { $0[0] } == ["Huyện Long Điền"])
    #expect(
      unit.tables["chi-bao-cac-huyen"]?.headings == ["Chỉ báo", "Nội dung", "Huyện Long Điền"])
    #expect(unit.tables["chi-bao-theo-co-quan"]?.rows == [], "the province is another unit")
    #expect(unit.nothing == 1)
    let milestones = try #require(unit.tables["moc-cua-don-vi"])
    #expect(milestones.rows.count == 3 && milestones.headings.contains("Huyện Long Điền"))
    #expect(unit.tables["cac-phat-hien"]?.rows.allSatisfy { $0[2] == "Huyện Long Điền" } == true)
  }

  @Test("is narrowed further to an office, and is the same when it is loaded again") func office()
    throws
  {
    let office = try step("office")
    #expect(office.values == ["752", "phong-giao-duc-va-dao-tao", ""])
    #expect(office.focus == "loc-co-quan")
    #expect(
      office.tables["chi-bao-cac-huyen"]?.rows.map { $0[0] } == [
        "2.1.1", "2.1.2", "2.2.3", "3.2.2",
      ])
    let reloaded = try step("reloaded")
    #expect(reloaded.tables == office.tables && reloaded.status == office.status)
    #expect(reloaded.values == office.values && reloaded.fragment == office.fragment)
  }

  @Test("prints everything, whatever is chosen") func printed() throws {
    let (printed, opened) = (try step("printed"), try step("opened"))
    #expect(printed.tables == opened.tables)
    #expect(!printed.form && printed.nothing == 0)
  }

  @Test("shows everything again after a reset by keyboard") func reset() throws {
    let (reset, opened) = (try step("reset"), try step("opened"))
    #expect(reset.tables == opened.tables && reset.status == opened.status)
    #expect(reset.values == ["", "", ""] && reset.fragment.isEmpty)
  }

  @Test("is narrowed to a state by keyboard alone, as it is by that state's address")
  func state() throws {
    let state = try step("state")
    #expect(state.focus == "loc-tinh-trang" && state.values[2] != "")
    #expect(state.fragment == "#tinh-trang=\(state.values[2])")
    #expect(try (1..<step("opened").rows).contains(state.rows))
    for row in state.tables["chi-bao-cac-huyen"]?.rows ?? [] {
      #expect(row.count > 2, "a row that is shown says something: \(row)")
    }
  }

  @Test("opens from a bookmark as it was left, and lets a link lead to a hidden row")
  func bookmarked() throws {
    let bookmarked = try step("bookmarked")
    #expect(bookmarked.values == ["", "", "so-lieu-loi"])
    #expect(bookmarked.tables["chi-bao-theo-co-quan"]?.rows.map { $0[1] } == ["2.2.4"])
    #expect(
      bookmarked.tables["no-theo-co-quan"]?.rows.map { $0[1] } == [
        "Sở Giáo dục và Đào tạo", "Sở Thông tin và Truyền thông",
      ])
    #expect(bookmarked.tables["cac-phat-hien"]?.rows.map { $0[0] } == ["X102", "X102"])
    #expect(try step("followed").rows == step("opened").rows)
  }

  @Test("says that nothing matches, and takes no choice that it does not offer") func odd() throws {
    let impossible = try step("impossible")
    #expect(impossible.tables["cac-don-vi"]?.rows == [] && impossible.nothing == 6)
    #expect(impossible.status.hasPrefix("Đang hiện \(impossible.rows) trên "))
    let unknown = try step("unknown")
    #expect(try unknown.values == ["", "", ""] && unknown.rows == step("opened").rows)
  }

  @Test("fits a screen of 320 pixels, all of it there") func narrow() throws {
    let narrow = try step("narrow")
    #expect(try narrow.width == 320 && narrow.rows == step("opened").rows)
    let narrowed = try step("narrowed")
    #expect(narrowed.width == 320 && narrowed.violations == [])
    #expect((1..<narrow.rows).contains(narrowed.rows))
    #expect(narrowed.status == "Đang hiện \(narrowed.rows) trên \(narrow.rows) dòng.")
  }

  @Test("is complete without its script, and offers nothing that would not work")
  func unscripted() throws {
    let unscripted = try Self.use.get().unscripted
    #expect(!unscripted.form)
    #expect(try unscripted.rows == unscripted.all && unscripted.all == step("opened").rows)
  }

  @Test("has requests beside it that each fit on one sheet of A4") func requests() throws {
    try WrittenSample.with { sample in
      let paths = sample.paths(ending: ".html").filter { $0.hasPrefix("phieu-bo-sung/") }
      let json = try read(
        withBrowserScript: "print.py", [sample.folder.path] + paths.map(sample.path),
        scratch: sample.folder)
      let sheets = try JSONDecoder().decode([String: Int].self, from: json)
      #expect(sheets.count == 6)
      #expect(sheets.values.allSatisfy { $0 == 1 }, "\(sheets)")
    }
  }
}
