import Model
import Testing

@testable import Validation

@Suite("What holds for every file")
struct PropertyTests {
  private static let rows = [
    ["1.1.1", "", "có", "", "", ""], ["2.1.1", "", "", "8", "10", "80"],
    ["2.2.3", "", "", "O8", "10", ""], ["3.1.2", "ran", "", "9", "10", ""],
    ["3.1.2", "nuoc", "", "", "", "95,5"], ["3.2.2", "", "", "1", "1.000", ""],
    ["9.9", "", "", "1", "2", ""], ["2.2.4", "", "", "3", "2", ""],
    ["2.2.1", "", "", "1", "2", "50"], ["2.2.1", "", "", "1", "2", "50"],
    ["3.1.1", "khi", "", "", "", ""],
    ["2.1.2", "", "", "1", "2"],
  ]
  private static let heading = ["Chỉ báo", "Thành phần", "Đạt", "Số đạt", "Tổng số", "Tỷ lệ (%)"]

  /// A repeatable order of `count` numbers.
  private static func order(_ count: Int, seed: UInt64) -> [Int] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33, index)
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func text(rows: [Int], columns: [Int]) -> String {
    // A short row is short whatever the order, so it keeps its own.
    let lines = rows.map { row in
      let cells = Self.rows[row]
      return cells.count < columns.count
        ? "2.1.2" : columns.map { cells[$0] }.joined(separator: "|")
    }
    let heading = columns.map { Self.heading[$0] }.joined(separator: "|")
    return ([heading] + lines).joined(separator: "\n")
  }

  private struct Value: Hashable {
    let component: ComponentID?
    let met: Bool?
    let numerator: Int?
    let denominator: Int?
    let percent: ExactDecimal?

    init(_ figure: Figure) {
      component = figure.component
      met = figure.met?.value
      numerator = figure.numerator?.value
      denominator = figure.denominator?.value
      percent = figure.percent?.value
    }
  }

  @Test("The order of rows and columns changes no figure", arguments: 1...40)
  func order(seed: UInt64) {
    let plain = submission(["so-lieu.csv": text(rows: Array(0..<12), columns: Array(0..<6))])
    var columns = Self.order(6, seed: seed)
    // The short row is readable only where its indicator stands first.
    columns.removeAll { $0 == 0 }
    columns.insert(0, at: 0)
    let shuffled = submission([
      "so-lieu.csv": text(rows: Self.order(12, seed: seed &+ 99), columns: columns)
    ])
    #expect(plain.figures.mapValues(\.invalid) == shuffled.figures.mapValues(\.invalid))
    #expect(
      plain.figures.mapValues { $0.figures.map(Value.init) }
        == shuffled.figures.mapValues { $0.figures.map(Value.init) })
    #expect(plain.codes.map(\.rawValue).sorted() == shuffled.codes.map(\.rawValue).sorted())
    #expect(plain.figures.count > 6)
  }

  @Test("Every row is either taken or refused", arguments: 0...12)
  func rowsIn(count: Int) throws {
    let text = text(rows: Array(0..<count), columns: Array(0..<6))
    let scope = UnitScope(TestUnit.baRia, in: TestUnit.context())
    let (read, _) = recognise(table(text), of: nil, by: .figures)
    let file = FiguresFile(try #require(read), in: scope)
    #expect(file.figures.count + file.refusedRows == count)
    #expect(file.findings.count >= file.refusedRows)
  }

  @Test("Findings come in their one order, and validation twice gives the same")
  func repeatable() {
    let files = [
      "so-lieu.csv": text(rows: Array(0..<12), columns: Array(0..<6)),
      "van-phong/so-lieu.csv": text(rows: Array(0..<4), columns: Array(0..<6)),
    ]
    let one = submission(files)
    #expect(one == submission(files))
    #expect(one.findings == one.findings.sorted(by: Finding.precedes))
  }
}
