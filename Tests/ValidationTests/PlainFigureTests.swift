import Ingest
import Model
import Testing

@testable import Validation

@Suite("The plain reading of figures")
struct PlainFigureTests {
  private static let headings = [
    "Chỉ báo", "Thành phần", "Đạt", "Số đạt", "Tổng số", "Tỷ lệ (%)", "Năm trước", "Năm nay",
    "Năm số liệu", "Tình trạng", "Ghi chú", "STT",
  ]

  /// What cells of each column may say, most of it good.
  private static let values: [[String]] = [
    [
      "1.1.1", "2.1.1", "2.2.3", "3.1.1", "3.1.2", "3.2.2", "3.1.3", "3.1.4", "2.1.2", "9.9", "",
      "Tổng",
    ],
    ["", "", "", "ran", "nuoc", "Nước thải", "RAN", "moi", "khi"],
    ["", "", "Có", "có", "Không", "x", "không đạt", "CO", "?", " có"],
    [
      "", "8", "10", "1.234", "0", "007", "99.999.999.999", "100.000.000.000", "O8", "7,0", "-1",
      "1 234",
    ],
    ["", "10", "1.234.567", "20", "0", "12.34", "0.123", "1.2345", "9", "10 "],
    ["", "80", "79,95", "100", "100,01", "80%", "79.95", "0,1234567", "%", "1,", ",5", "66,67"],
    ["", "2,01", "1.000,5", "101", "123456789012345", "1234567890123456", "+5"],
    ["", "0,51", "50", "1.450", "99,999999", "#N/A", "=A1"],
    ["", "2022", "2021", "22", "2.02"], ["", "chính thức", "Chính thức", "sơ bộ", "nháp"],
    [
      "", "Số liệu minh họa", "\u{A0}đủ \u{200B}", "\"a;b\"", "\"a\nb\"", "\"mở", "a\"b", "ba  ",
      "#N/A", " #REF!", "# 1",
    ],
    ["", "1", "12", "Tổng cộng", "a"],
  ]

  /// Cells of good rows, by column.
  private static let goodRows: [[Int: String]] = [
    [0: "1.1.1", 2: "Có", 9: "chính thức"], [0: "2.1.1", 3: "8", 4: "10", 5: "80"],
    [0: "2.2.3", 3: "1.234", 4: "2.468", 5: "50,0", 10: "Số liệu minh họa"],
    [0: "3.1.1", 6: "2,01", 7: "1,510", 8: "2022"], [0: "3.1.2", 1: "ran", 5: "95,5%"],
    [0: "3.1.2", 1: "Nước thải", 3: "9", 4: "10"], [0: "3.1.4", 3: "1", 4: "3", 5: "33,33"],
    [0: "3.1.3", 1: "moi", 6: "1.000", 7: "1.000,5", 11: "12"],
  ]

  private func cells(_ random: inout SeededNumbers, columns: [Int]) -> [String] {
    let good = Self.goodRows.randomElement(using: &random) ?? [:]
    return columns.map { column in
      let isGood = Int.random(in: 0..<16, using: &random) > 0
      return isGood
        ? good[column] ?? "" : Self.values[column].randomElement(using: &random) ?? ""
    }
  }

  private func file(_ random: inout SeededNumbers, columns: [Int]) -> [UInt8] {
    let separator = [";", ",", "\t"].randomElement(using: &random) ?? ";"
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let cells = cells(&random, columns: columns).map { cell in
        cell.contains(separator) && !cell.contains("\"") ? "\"\(cell)\"" : cell
      }
      let oddity = Int.random(in: 0..<12, using: &random)
      return (oddity == 0 ? cells + ["x"] : oddity == 1 ? Array(cells.dropLast()) : cells)
        .joined(separator: separator)
    }
    let heading = columns.map { Self.headings[$0] }.joined(separator: separator)
    return Array(([heading] + rows).joined(separator: end).utf8)
  }

  @Test("Read plainly where it can be, a table gives what the full reading gives", arguments: 1...8)
  func oracle(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var plain = 0
    for _ in 0..<180 {
      let unit = Bool.random(using: &random) ? TestUnit.baRia : TestUnit.province
      let scope = UnitScope(unit, in: TestUnit.context())
      var columns = Array(Self.headings.indices).shuffled(using: &random)
      columns.removeLast(Int.random(in: 0...4, using: &random))
      columns.removeAll { $0 == 0 }
      columns.insert(0, at: Bool.random(using: &random) ? 0 : 1)
      let bytes = file(&random, columns: columns)
      let ingested = ingestTable(bytes, file: "a.csv", recognising: headingVocabulary(of: .figures))
      let table = try #require(ingested.table)
      let listed = SourceTable(file: table.file, heading: table.heading, rows: Array(table.rows))
      let fast = try read(table, in: scope)
      let full = try read(listed, in: scope)
      #expect(fast == full)
      plain += try plainRows(in: table, scope: scope)
    }
    #expect(plain > 100)
  }

  private func plainRows(in table: SourceTable, scope: UnitScope) throws -> Int {
    let read = try #require(recognise(table, of: nil, by: .figures).table)
    let reader = try #require(PlainFigureReader(read, in: scope))
    let text = table.rows.text?.bytes ?? []
    var marks = TableMarks(of: table.rows)
    return table.rows.indices.count { reader.row(at: $0, in: text.span, along: &marks) != nil }
  }

  private struct Reading: Hashable {
    let findings: [Finding]
    let figures: [TypedFigure]
    /// Decimals are equal whatever their zeros, so they are compared as written too.
    let decimals: [String]
    let refusedRows: Int
    let problems: [Set<IndicatorID>]
  }

  private func read(_ table: SourceTable, in scope: UnitScope) throws -> Reading {
    let (read, findings) = recognise(table, of: OfficeID("van-phong"), by: .figures)
    let file = FiguresFile(try #require(read), in: scope)
    let decimals = file.figures.flatMap { typed in
      [typed.figure.percent, typed.figure.previous, typed.figure.current].compactMap {
        $0?.value.plain
      }
    }
    return Reading(
      findings: findings + file.findings, figures: file.figures, decimals: decimals,
      refusedRows: file.refusedRows, problems: [file.repeated, file.unplaced, file.strayed])
  }

  @Test("A plain number is the number that the full reading reads")
  func numbers() {
    var random = SeededNumbers(seed: 5)
    let parts = ["0", "1", "12", "123", "456", ".", ",", "9", "-", " ", ".000", "%"]
    var plain = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...7, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      let inside = Array("9\(text);,1234567".utf8)
      let number = PlainNumber(bytes.span, bytes.indices)
      // Numbers are read another way where more text follows.
      #expect(PlainNumber(inside.span, 1..<bytes.count + 1) == number, "\(text)")
      guard let number else { continue }
      plain += 1
      guard case .number(let expected, let hasPoint) = NumberText(text) else {
        Issue.record("\(text) is no number")
        continue
      }
      #expect(number.decimal?.plain == expected.plain && !hasPoint, "\(text)")
    }
    #expect(plain > 1000)
  }
}

@Suite struct ShortTextTests {
  @Test("A text is the same wherever it stands, and no other")
  func everyPlace() throws {
    let letters = Array("chat-thai-ran;nước thải;1.1.1".utf8)
    for (start, length) in (0..<20).flatMap({ start in (0...26).map { (start, $0) } }) {
      let text = Array(letters.prefix(length))
      let bytes = Array(letters.prefix(start)) + text + letters.prefix((start + length) % 30)
      let found = ShortText(bytes.span, start..<start + length)
      #expect(found == ShortText(text.span, text.indices))
      #expect((found == nil) == (length > ShortText.longest))
      guard (1...ShortText.longest).contains(length) else { continue }
      #expect(found != ShortText(bytes.span, start..<start + length - 1))
    }
  }

  @Test("Among texts each is found with the first of its values, and no other text")
  func lookup() {
    for count in 0...40 {
      let names = (0..<count).map { "\($0 / 2).\($0 % 3)" }
      let texts = ShortTexts(names.enumerated().map { ($1, $0) })
      for name in names + ["", "x", "0.9"] {
        let bytes = Array(name.utf8)
        #expect(texts.value(bytes.span, bytes.indices) == names.firstIndex(of: name))
      }
    }
  }
}

/// The same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
