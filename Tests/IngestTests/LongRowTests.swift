import Ingest
import Model
import Testing

/// A row longer than any table is bounded, and nothing that stands in it is lost.
@Suite("A row of very many cells") struct LongRowTests {
  private static let most = CellScanner.mostCells

  private func cells(_ row: String) throws -> [String] {
    let result = ingested(Array(("Mã;Tên\n" + row + "\n2;b\n").utf8))
    #expect(result.findings.isEmpty)
    let rows = try #require(texts(result.table))
    #expect(rows.last == ["2", "b"])
    return rows.count > 1 ? rows[0] : []
  }

  @Test("keeps each cell up to the last that a sheet has", arguments: [-1, 0])
  func within(surplus: Int) throws {
    let row = try cells((1...(Self.most + surplus)).map(String.init).joined(separator: ";"))
    #expect(row.count == Self.most + surplus)
    #expect(row.last == "\(Self.most + surplus)")
  }

  @Test("holds what stands beyond in its last cell", arguments: [1, 2, 500])
  func beyond(surplus: Int) throws {
    let row = try cells((1...(Self.most + surplus)).map(String.init).joined(separator: ";"))
    #expect(row.count == Self.most)
    let rest = (Self.most...(Self.most + surplus)).map(String.init).joined(separator: ";")
    #expect(row.last == rest)
  }

  @Test("is not longer for separators and blanks beyond")
  func separators() throws {
    let row = try cells("1;a" + String(repeating: "; ", count: Self.most + 5))
    #expect(row.count == Self.most && row.last?.isEmpty == true)
  }

  @Test(
    "is blank when nothing but separators and blanks stand in it", arguments: [";", ";\u{A0} "])
  func blank(cell: String) throws {
    #expect(try cells(String(repeating: cell, count: Self.most + 5)).isEmpty)
  }

  @Test("is read on line by line, whatever is quoted beyond", arguments: 3...6)
  func limit(count: Int) {
    let bytes = Array("a;b;c;d;\"e;f\nx;y\n".utf8)
    var scanner = CellScanner(
      bytes, separator: TableByte.semicolon, from: 0, line: 1, mostCells: count)
    var cells: [String] = []
    repeat {
      cells.append(scanner.next(after: cells.count).text(in: bytes))
    } while scanner.skipSeparator()
    let expected = [
      3: ["a", "b", "c;d;\"e;f"], 4: ["a", "b", "c", "d;\"e;f"],
      5: ["a", "b", "c", "d", "\"e;f"], 6: ["a", "b", "c", "d", "\"e;f"],
    ]
    #expect(cells == expected[count])
    #expect(bytes[scanner.position] == TableByte.lineFeed)
  }
}
