import FuzzTargets
import Model
import Roster
import Testing

/// One row after another: what is counted, what is left out, and what is said of it.
@Suite("A row of a roster") struct RowTests {
  private static let heading =
    "Mã tỉnh,Mã xã,Mã định danh,Năm sinh,Nhóm,Danh hiệu,Kỹ năng số,Thành thạo,Trạng thái,"
    + "Ngày công nhận\n"

  private func answer(_ rows: String..., rules: RosterRules = RosterAnswer.rules) -> RosterAnswer {
    RosterAnswer(of: Array((Self.heading + rows.joined(separator: "\n")).utf8), by: rules)
  }

  @Test(
    "is counted when every cell is within its limits",
    arguments: [
      "77,26734,1,1900,gia-dinh,1,0,1,công nhận,2022-11-25",
      "77,26734,1,2022,gia-dinh,1,0,1,công nhận,29/02/2020",
      "77,26734,1,1980,Gia đình,có,không,ĐẠT,CÔNG NHẬN,1/2/2022",
      "77,26734,1,1980,family,Yes,no,TRUE,recognised,",
      "77,26734,1,1980,GIA-DINH,x,,đạt,Công nhận,",
      "77,26734,1,1980,gia-dinh,X,không đạt,true,công nhận,",
      "\"77\",\"26734\",\"1\",\"1980\",\"gia-dinh\",\"1\",\"0\",\"1\",\"công nhận\",\"\"",
      // Decomposed letters.
      "77,26734,1,1980,Gia d\u{30C}inh,co\u{301},kho\u{302}ng,1,co\u{302}ng nha\u{323}\u{302}n,"
        .replacing("d\u{30C}", with: "đ"),
    ])
  func accepted(row: String) throws {
    let roster = try #require(answer(row).roster)
    #expect(roster.accepted == 1 && roster.refused == 0, "\(answer(row))")
    let count = try #require(roster.counts.first)
    #expect(count.commune == "26734")
    #expect(
      [
        count.persons, count.learningCitizens, count.digitallySkilled, count.proficient,
        count.recognised,
      ] == [1, 1, 0, 1, 1])
  }

  @Test("counts a skill among the holders apart from one of somebody else")
  func together() throws {
    let marks = ["0,0,0", "1,0,0", "0,1,0", "1,1,0", "0,0,1", "1,0,1", "0,1,1", "1,1,1"]
    let rows = marks.map { "77,26734,1,1980,gia-dinh,\($0),," }
    let text = Array((Self.heading + (rows + rows).joined(separator: "\n")).utf8)
    let count = try #require(RosterAnswer(of: text).roster?.counts.first)
    #expect(count.persons == 16 && count.digitallySkilled == 8 && count.proficient == 8)
    #expect(count.skilledHolders == 4 && count.proficientHolders == 2)
    #expect(RosterAgreement(text: text, sizes: [ChunkSizes(chunk: 64)]).disagreement == nil)
  }

  struct Refusal: Sendable {
    let row: String
    let code: FindingCode
    let column: String
    let value: String
  }

  @Test(
    "is left out, with its line, column and value",
    arguments: [
      Refusal(
        row: "77,,1,1980,gia-dinh,1,0,1,,", code: .requiredCellEmpty, column: "Mã xã", value: ""),
      Refusal(
        row: "77,26734,1,1899,gia-dinh,1,0,1,,", code: .notYear, column: "Năm sinh", value: "1899"),
      Refusal(
        row: "77,26734,1,2023,gia-dinh,1,0,1,,", code: .notYear, column: "Năm sinh", value: "2023"),
      Refusal(
        row: "77,26734,1,198,gia-dinh,1,0,1,,", code: .notYear, column: "Năm sinh", value: "198"),
      Refusal(
        row: "77,26734,1,,gia-dinh,1,0,1,,", code: .requiredCellEmpty, column: "Năm sinh", value: ""
      ),
      Refusal(
        row: "77,26734,1,1980,hoc-sinh,1,0,1,,", code: .notInList, column: "Nhóm", value: "hoc-sinh"
      ),
      Refusal(
        row: "77,26734,1,1980,,1,0,1,,", code: .requiredCellEmpty, column: "Nhóm", value: ""),
      Refusal(
        row: "77,26734,1,1980,gia-dinh,-1,0,1,,", code: .notYesNo, column: "Danh hiệu", value: "-1"),
      Refusal(
        row: "77,26734,1,1980,gia-dinh,1,ok,1,,", code: .notYesNo, column: "Kỹ năng số", value: "ok"
      ),
      Refusal(
        row: "77,26734,1,1980,gia-dinh,1,0,2,,", code: .notYesNo, column: "Thành thạo", value: "2"),
      Refusal(
        row: "77,26734,1,1980,gia-dinh,1,0,1,,29/02/2022", code: .notDate, column: "Ngày công nhận",
        value: "29/02/2022"),
      Refusal(
        row: "77,26734,1,1980,gia-dinh,1,0,1,,2022-13-01", code: .notDate, column: "Ngày công nhận",
        value: "2022-13-01"),
      Refusal(
        row: "77,26734,1,1980,gia-dinh,1,0,1,", code: .wrongCellCount, column: "", value: "9"),
      Refusal(
        row: "77,26734,1,1980,gia-dinh,1,0,1,,,", code: .wrongCellCount, column: "", value: "11"),
      Refusal(
        row: "77,26734,\"1,1980,gia-dinh,1,0,1,,", code: .unclosedQuote, column: "Mã định danh",
        value: ""),
    ])
  func refused(refusal: Refusal) {
    let good = "77,26734,2,1980,gia-dinh,1,0,1,,"
    let answer = answer(good, refusal.row, good)
    let first = answer.rejects.first
    #expect(first?.file == 0 && first?.line == 3 && first?.code == refusal.code)
    #expect(first?.column == refusal.column && first?.value == refusal.value)
    #expect(answer.roster?.refused == 1 && answer.roster?.accepted == 2)
  }

  @Test("shows no id, even one that has slipped into another column")
  func slippedId() {
    for row in [
      "77,26734,x,079080012345,gia-dinh,1,0,1,,", "77,26734,AB77,AB77,gia-dinh,1,0,1,,",
      "77,26734,x,1980,079080012345,1,0,1,,", "77,26734,x,1980,gia-dinh,1,0,1,,079080012345",
    ] {
      let values = answer(row).rejects.map(\.value)
      #expect(values == [""], "\(values)")
    }
  }

  @Test(
    "shows no value that could name a person, where its cells have slipped by a column",
    arguments: [
      "26734,P-000123,An,Bình,1,0,1,,,", "77,26734,Lê An,P-000123,gia-dinh,1,0,1,,",
      "77,26734,Lê An,1899,P-000123,1,0,1,,", "77,26734,,Lê An,Trần Bình,1,0,1,,",
      "77,079080000001,1,1980,gia-dinh,1,0,1,,", "77,P-000123,P-000123,1980,gia-dinh,1,0,1,,",
      "77,26734,,1980,gia-dinh,1,Trần Bình,1,,Lê An", "77,26734,079,1980,079,1,0,1,,",
      "77,26734,,1980,gia-dinh,1,0,079080000001,,", "77,26734,,1980,gia-dinh,1,0,1,,0790800001",
    ])
  func slipped(row: String) {
    let rejects = answer(row).rejects
    #expect(!rejects.isEmpty && rejects.allSatisfy { $0.value.isEmpty }, "\(rejects)")
  }

  @Test("is left out where a code or a status is no text", arguments: [1, 8])
  func otherEncoding(place: Int) {
    let row = "77,26734,1,1980,gia-dinh,1,0,1,,"
    var cells = row.utf8.split(separator: 0x2C, omittingEmptySubsequences: false).map { Array($0) }
    // "công nhận" in Windows-1258.
    cells[place] = [0x63, 0xF4, 0x6E, 0x67, 0x20, 0x6E, 0x68, 0xE2, 0xF2, 0x6E]
    let text = Array(Self.heading.utf8) + Array(cells.joined(separator: [0x2C]))
    for machine in RosterMachine.available {
      let answer = RosterAnswer(of: text, reading: RosterReading(machine: machine))
      #expect(answer.rejects.map(\.code) == [.encodingNotSupported])
      #expect(answer.rejects.map(\.value) == [""] && answer.roster?.accepted == 0)
    }
  }

  @Test("has a line that quoted line breaks move, in every kind")
  func physicalLines() {
    let broken = "77,\"26734\",\"1\r\n2\n3\r4\",1980,gia-dinh,1,0,1,,"
    let answer = answer(broken, "77,26734,1,1700,gia-dinh,1,0,1,,")
    #expect(answer.rejects.map(\.line) == [6])
    #expect(answer.roster?.accepted == 1)
  }

  @Test("ends with LF, CRLF or CR, and the last one with nothing", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let rows = Array(repeating: "77,26734,1,1980,gia-dinh,1,0,1,công nhận,", count: 3)
    let text = ([Self.heading.dropLast() + ""] + rows).joined(separator: end)
    #expect(RosterAnswer(of: Array(text.utf8)).roster?.accepted == 3)
    #expect(RosterAnswer(of: Array((text + end + end).utf8)).roster?.accepted == 3)
  }

  @Test("that never ends is left out in bounded memory, and the next is counted")
  func endless() {
    let long = "77,26734,,1980,gia-dinh,1,0,1,," + String(repeating: "x", count: 400_000)
    let good = "77,26734,,1980,gia-dinh,1,0,1,,"
    let answer = answer(good, long, good)
    #expect(answer.rejects.map(\.code) == [.wrongCellCount])
    #expect(answer.rejects.map(\.line) == [3] && answer.roster?.accepted == 2)
  }

  @Test("opened by a quote that is never closed costs its line alone")
  func unclosed() {
    let good = "77,26734,,1980,gia-dinh,1,0,1,,"
    let rows = [good, "77,\"26734,,1980,gia-dinh,1,0,1,,"] + Array(repeating: good, count: 5000)
    let text = Array((Self.heading + rows.joined(separator: "\n")).utf8)
    let answer = RosterAnswer(of: text)
    #expect(answer.rejects.map(\.code) == [.unclosedQuote] && answer.rejects.map(\.line) == [3])
    #expect(answer.roster?.accepted == 5001)
  }

  @Test("of a person seen before is named by its line and counted")
  func repeatedPerson() {
    let row = "77,26734,079080000001,1980,gia-dinh,1,0,1,,"
    let other = "77,26734,79080000001,1980,gia-dinh,1,0,1,,"
    let answer = answer(row, other, "77,26734,\" 079080000001\",1980,gia-dinh,1,0,1,,", other)
    #expect(answer.rejects.map(\.code) == [.bodyTwice, .bodyTwice])
    #expect(answer.rejects.map(\.line) == [4, 5])
    #expect(answer.rejects.allSatisfy { $0.value.isEmpty })
    #expect(answer.roster?.accepted == 4 && answer.roster?.refused == 0)
  }

  @Test("of a person seen before is sought among as many as are asked for", arguments: 0...3)
  func firstPersons(most: Int) {
    let rows = [1, 2, 3, 3, 2, 1].map { "77,26734,\($0),1980,gia-dinh,1,0,1,,\n" }
    let text = Array((Self.heading + rows.joined()).utf8)
    let rules = RosterRules(period: 2022, isUnique: true, mostPersons: most)
    let lines = RosterAnswer(of: text, by: rules).rejects.map(\.line)
    #expect(lines == Array([5, 6, 7].suffix(most)))
  }

  @Test("says what is odd about a recognition, on the limits and beside them")
  func recognition() throws {
    let roster = try #require(
      answer(
        "77,1,,1980,gia-dinh,1,0,1,,", "77,1,,1980,gia-dinh,1,0,1,công nhận,",
        "77,1,,1980,gia-dinh,1,0,1,công nhận,2020-12-31",
        "77,1,,1980,gia-dinh,1,0,1,công nhận,2021-01-01",
        "77,1,,1980,gia-dinh,1,0,1,công nhận,2022-11-25",
        "77,1,,1980,gia-dinh,1,0,1,công nhận,26/11/2022"
      ).roster)
    let lines = roster.recognition.mapValues { $0.places.map(\.line) }
    #expect(
      lines == [
        .titleUnrecognised: [2], .recognisedUndated: [3], .recognisedTooEarly: [4],
        .recognisedTooLate: [7],
      ])
  }

  @Test("counts the same more often than a narrow counter holds")
  func many() throws {
    let row = "77,26734,,1980,gia-dinh,1,0,1,công nhận,\n"
    let text = Self.heading + String(repeating: row, count: 140_000)
    for threads in [1, 3] {
      let reading = RosterReading(threads: threads)
      let answer = RosterAnswer(
        of: Array(text.utf8), by: RosterRules(period: 2022), reading: reading)
      let count = try #require(answer.roster?.counts.first)
      let marks = [count.learningCitizens, count.digitallySkilled, count.recognised]
      #expect(count.persons == 140_000 && marks == [140_000, 0, 140_000])
    }
  }
}
