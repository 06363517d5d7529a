import Model
import Testing

@testable import Ingest

@Suite struct TableMarksTests {
  /// Texts of every length around the ends of blocks, with many marks and with few.
  private func texts(_ random: inout SeededNumbers) -> [[UInt8]] {
    (0..<300).map { index in
      let letters = Array(repeating: "aộ", count: Int.random(in: 0...9, using: &random)).joined()
      let parts = Array((";;;\n\r\"" + letters).utf8)
      return (0..<index % 200).map { _ in parts.randomElement(using: &random) ?? 0 }
    }
  }

  @Test("Every mark is found, and every cell with its column, from wherever a row begins")
  func walk() {
    var random = SeededNumbers(seed: 17)
    for text in texts(&random) {
      let bytes = text.span
      var marks = TableMarks(separator: TableByte.semicolon)
      for _ in 0..<8 {
        var position = Int.random(in: 0...text.count, using: &random)
        var column = 0
        marks.move(to: position, in: bytes)
        while position < text.count {
          if Int.random(in: 0..<8, using: &random) == 0 {
            let mark = marks.next(in: bytes)
            #expect(mark == endOfCell(in: text, from: position))
            position = mark + 1
          } else {
            let found = marks.nextCell(in: bytes)
            let expected = nextCell(in: text, from: position, column: column)
            #expect(found.cell == expected.cell && found.column == expected.column)
            position = expected.cell.upperBound + 1
            column = expected.column + 1
          }
        }
        #expect(marks.next(in: bytes) == text.count)
        #expect(marks.nextCell(in: bytes).cell.upperBound == text.count)
      }
    }
  }

  private func endOfCell(in text: [UInt8], from position: Int) -> Int {
    text[position...].firstIndex { ";\n\r\"".utf8.contains($0) } ?? text.count
  }

  /// The cell as it is found when every one is looked at.
  private func nextCell(
    in text: [UInt8], from position: Int, column: Int
  ) -> (cell: Range<Int>, column: Int) {
    let end = endOfCell(in: text, from: position)
    guard end == position, end < text.count, text[end] == TableByte.semicolon else {
      return (position..<end, column)
    }
    return nextCell(in: text, from: end + 1, column: column + 1)
  }

  @Test("The starts of rows are kept as they are, in texts beyond 4 GiB too")
  func rowStarts() {
    let largest = Int(UInt32.max)
    let starts = [(0, 1), (7, 2), (largest, 9), (largest + 1, 10), (largest * 3, largest + 2)]
      .map { RowText.Start(offset: $0, line: $1) }
    var kept = RowStarts(ofTextOf: 100)
    #expect(kept.isEmpty)
    starts.forEach { kept.append($0) }
    #expect((0..<kept.count).map { kept[$0] } == starts)
  }
}
