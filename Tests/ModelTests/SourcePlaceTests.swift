import Model
import Testing

@Suite struct SourcePlaceTests {
  @Test(
    "A column's letters are a spreadsheet's",
    arguments: [
      (1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
      (16_384, "XFD"),
    ])
  func address(column: Int, letters: String) {
    #expect(SourcePlace(file: "a", line: 12, columnNumber: column).address == letters + "12")
  }

  @Test("A whole row, a whole file and a column that is none have no address")
  func noAddress() {
    #expect(SourcePlace(file: "a", line: 12).address == nil)
    #expect(SourcePlace(file: "a", columnNumber: 1).address == nil)
    #expect(SourcePlace(file: "a", line: 1, columnNumber: 0).address == nil)
  }

  @Test("Every column up to the widest sheet has letters that count back to it")
  func everyColumn() throws {
    for column in 1...16_384 {
      let address = try #require(SourcePlace(file: "a", line: 7, columnNumber: column).address)
      let number = address.dropLast().utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
      #expect(number == column)
    }
  }

  @Test("Places are ordered by file, line and column, the file as a whole first")
  func order() {
    let places = [
      SourcePlace(file: "a"), SourcePlace(file: "a", line: 2),
      SourcePlace(file: "a", line: 2, column: "Tên", columnNumber: 2),
      SourcePlace(file: "a", line: 10), SourcePlace(file: "b", line: 1),
    ]
    #expect(places.reversed().sorted() == places)
  }
}
