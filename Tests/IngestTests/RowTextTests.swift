import Model
import Testing

@testable import Ingest

@Suite struct RowTextTests {
  @Test("Rows made when asked for are those that a scan of every row gives")
  func lazyRows() throws {
    var random = SeededNumbers(seed: 11)
    let parts = ["a", ";", "\"", "\n", "\r\n", "\r", "", " ", "1,5", "\"x\"", "ộ", "\"\"", ";;"]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...30, using: &random)
      let body = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(("Mã;Tên;Tệp\n" + body).utf8)
      let table = try #require(ingested(bytes).table)
      #expect(Array(table.rows) == scanned(bytes))
    }
  }

  private func scanned(_ bytes: [UInt8]) -> [SourceRow] {
    var scanner = RowScanner(bytes, separator: TableByte.semicolon, from: 0, line: 1)
    _ = scanner.next()
    scanner.width = 3
    var rows: [SourceRow] = []
    while let row = scanner.next() {
      guard !row.isBroken, !row.isBlank else { continue }
      rows.append(
        SourceRow(
          line: row.start.line,
          cells: row.cells.map { SourceCell(text: $0.text(in: bytes), line: $0.line) }))
    }
    return rows
  }
}
