import Model
import Pipeline
import SampleSupport
import Testing

@testable import Reporting

/// The board shows everything at a glance, and can be narrowed to what an officer looks for.
@Suite("The board") struct BoardTests {
  private static let days = ["2022-11-25", "2022-11-29", "2022-11-30"]

  private func judged(asOf: String = "2022-11-25", without path: String? = nil) throws -> Judged {
    try judge(
      SampleRequest.make(asOf: asOf) { files in
        files.filter { file in path.map { !file.path.hasPrefix($0) } ?? true }
      })
  }

  private func table(_ id: String, of document: ReportDocument) throws -> Table {
    try #require(tables(of: document).first { $0.id == id })
  }

  /// Whether something is shown when `choices` are chosen, as the page's script decides it.
  private func isShown(_ topics: [Topic], _ choices: [String: String]) -> Bool {
    topics.contains { topic in
      choices.allSatisfy { filter, choice in
        topic.choices[filter].map { $0 == choice } ?? true
      }
    }
  }

  /// The first texts of the rows that are shown.
  private func rows(
    _ table: Table, for choices: [String: String], texts count: Int = 2
  ) -> [[String]] {
    zip(table.rowLabels, table.rows).filter { isShown($0.0.topics, choices) }
      .map { $0.1.prefix(count).map(\.text) }
  }

  @Test("is about the choices that it offers and no others, and every choice is of something")
  func choices() throws {
    for path in [nil, "2022/752-", "2022/"] {
      let board = try judged(without: path).composer.board()
      #expect(board.filters.map(\.id) == ["don-vi", "co-quan", "tinh-trang"])
      let all = tables(of: board)
      let topics = all.flatMap { table in
        table.rowLabels.flatMap(\.topics) + table.rows.joined().flatMap(\.topics)
      }
      #expect(topics.allSatisfy { Set($0.choices.keys).isSubset(of: board.filters.map(\.id)) })
      for filter in board.filters {
        let used = Set(topics.compactMap { $0.choices[filter.id] }).subtracting([""])
        #expect(used == Set(filter.choices.map(\.id)), "\(filter.id)")
        #expect(Set(filter.choices.map(\.label)).count == filter.choices.count)
      }
    }
  }

  @Test("says in its choices who owes how much, and how many indicators are in a state")
  func counts() throws {
    let filters = try judged().composer.board().filters
    let labels = filters.map { $0.choices.map(\.label) }
    #expect(
      labels[0] == [
        "Thành phố Bà Rịa", "Thị xã Phú Mỹ", "Huyện Long Điền (thiếu 3)", "Huyện Châu Đức",
        "Tỉnh Bà Rịa - Vũng Tàu (thiếu 2)",
      ])
    #expect(labels[1].contains("Sở Khoa học và Công nghệ (thiếu 1)"))
    #expect(labels[1].contains("Phòng Nội vụ"))
    #expect(
      labels[2] == [
        "Đạt, đủ minh chứng (77)", "Thiếu minh chứng (5)", "Không đạt (1)",
        "Chưa có số liệu (2)", "Số liệu lỗi (1)",
      ])
  }

  @Test("shows a unit for what one of its indicators is all of, not for parts of several")
  func combined() throws {
    let board = try judged().composer.board()
    let units = try table("cac-don-vi", of: board)
    let science = ["co-quan": "so-khoa-hoc-va-cong-nghe"]
    #expect(
      rows(units, for: science.merging(["tinh-trang": "chua-co-so-lieu"]) { $1 }, texts: 1)
        == [["Tỉnh Bà Rịa - Vũng Tàu"]])
    // The province has such an indicator, and has that office, but not both at once.
    #expect(rows(units, for: science.merging(["tinh-trang": "so-lieu-loi"]) { $1 }).isEmpty)
    #expect(rows(units, for: ["tinh-trang": "khong-dat"], texts: 1) == [["Huyện Châu Đức"]])
    #expect(rows(units, for: [:]).count == 5)
  }

  @Test("shows a contradiction to both offices")
  func contradiction() throws {
    let board = try judged().composer.board()
    for office in ["so-giao-duc-va-dao-tao", "so-thong-tin-va-truyen-thong"] {
      let choices = ["co-quan": office, "tinh-trang": "so-lieu-loi"]
      let debts = rows(try table("no-theo-co-quan", of: board), for: choices, texts: 3)
      #expect(debts.map { $0[2] } == ["2.2.4"])
      #expect(!rows(try table("cac-phat-hien", of: board), for: choices).isEmpty)
      #expect(rows(try table("chi-bao-theo-co-quan", of: board), for: choices).count == 1)
    }
  }

  @Test("narrows the matrix to the cells of a unit, an office and a state")
  func matrix() throws {
    let matrix = try table("chi-bao-cac-huyen", of: try judged().composer.board())
    func shown(_ choices: [String: String]) -> [String] {
      matrix.rows.flatMap { row in
        row.filter { isShown($0.topics, choices) }.map { "\(row[0].text) \($0.text)" }
      }
    }
    #expect(shown([:]).count == 4 * 16)
    #expect(shown(["don-vi": "752"]).count == 16)
    #expect(shown(["don-vi": "752", "co-quan": "phong-noi-vu"]).count == 1)
    #expect(
      shown(["don-vi": "752", "tinh-trang": "thieu-minh-chung"]).map { $0.prefix(5) } == [
        "1.2.1", "2.2.1", "3.1.2",
      ])
  }

  @Test("has a row for every finding, and leads from units, cells and offices to the gravest")
  func findings() throws {
    let judged = try judged()
    let board = judged.composer.board()
    let table = try table("cac-phat-hien", of: board)
    #expect(table.rows.count == judged.record.findings.count)
    #expect(
      table.rows.map { $0[0].text }.sorted()
        == judged.record.findings.map(\.finding.code.rawValue).sorted())
    for (row, label) in zip(table.rows, table.rowLabels) where label.id == "phat-hien-1" {
      #expect(row[1].text == "Lỗi" && row[6].text.hasSuffix("so-lieu.csv, dòng 8"))
    }
    let cells = tables(of: board).flatMap { $0.rows.joined() }
    let inside = (cells.compactMap(\.link) + cells.flatMap { $0.more.map(\.target) })
      .filter { $0.hasPrefix("#") }
    let places = Set(tables(of: board).flatMap { $0.rowLabels.compactMap(\.id) })
    #expect(inside.count > 15 && Set(inside.map { String($0.dropFirst()) }).isSubset(of: places))
  }

  @Test("has no more than the gravest findings of a flood, and leads to the file for the rest")
  func flood() throws {
    let worded = try #require(try judged().record.findings.first { $0.finding.unit != nil })
    func found(in unit: String) -> (WordedFinding, [OfficeID]) {
      let finding = Finding(worded.finding.code, unit: UnitCode(unit))
      return (
        WordedFinding(
          finding: finding, severity: .error, message: "", hint: "", expected: ""), []
      )
    }
    for count in [199, 200, 201] {
      let findings = BoardFindings((1...count).map { _ in found(in: "1") } + [found(in: "2")])
      #expect(findings.rows.count == min(200, count + 1) && findings.count == count + 1)
      #expect(findings.about(.unit(UnitCode("1")))?.target == "#phat-hien-1")
      #expect(findings.about(.unit(UnitCode("1")))?.count == count)
      let last = findings.about(.unit(UnitCode("2")))?.target
      #expect(last == (count < 200 ? "#phat-hien-200" : "findings.csv"))
      #expect(findings.about(.unit(UnitCode("3"))) == nil)
    }
  }

  @Test("tells the days to a report in words, and whether something is missing", arguments: days)
  func deadlines(asOf: String) throws {
    let board = try judged(asOf: asOf).composer.board()
    let table = try table("moc-cua-don-vi", of: board)
    let report = try #require(table.rows.first { $0[1].text == "29/11/2022" })
    let texts = report.dropFirst(3).map(\.text)
    let expected = [
      "2022-11-25": ["Đủ hồ sơ; còn 4 ngày", "Còn 4 ngày, còn thiếu"],
      "2022-11-29": ["Đủ hồ sơ", "Hạn cuối là hôm nay, còn thiếu"],
      "2022-11-30": ["Đủ hồ sơ", "Quá hạn 1 ngày, còn thiếu"],
    ]
    #expect([texts[0], texts[2]] == expected[asOf])
    #expect(texts[4] == "–", "the province does not owe the districts' report")
    #expect(table.rows.count == 7)
  }

  @Test("says who has sent nothing") func silent() throws {
    let table = try table("da-gui-theo-co-quan", of: try judged().composer.board())
    let silent = table.rows.filter { $0[2].text == "Chưa gửi" }.map { $0[1].text }
    #expect(silent == ["Sở Khoa học và Công nghệ"])
    let all = try self.table(
      "da-gui-theo-co-quan", of: try judged(without: "2022/").composer.board())
    #expect(all.rows.allSatisfy { $0[2].text == "Chưa gửi" && $0[5].text.isEmpty })
  }
}
