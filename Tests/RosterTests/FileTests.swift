import FuzzTargets
import Model
import Roster
import Testing

/// A file as a whole: headings, separators, encodings, order.
@Suite("A file of a roster") struct FileTests {
  private static let columns = [
    ("Mã tỉnh", "province", "77"), ("Mã huyện", "district", "748"), ("Mã xã", "commune", "26734"),
    ("Mã định danh", "person", "7"), ("Năm sinh", "birth_year", "1980"),
    ("Nhóm", "group", "can-bo-xa"), ("Danh hiệu", "learning_citizen", "1"),
    ("Kỹ năng số", "digital_skill", "0"), ("Thành thạo", "proficient", "1"),
    ("Trạng thái", "status", "công nhận"), ("Ngày công nhận", "recognised_on", "2022-01-31"),
    ("Họ tên", "Dân tộc", "An"),
  ]

  private func answer(_ text: String) -> RosterAnswer {
    RosterAnswer(of: Array(text.utf8), by: RosterRules(period: 2022))
  }

  @Test("says the same whatever the order of its columns", arguments: 0..<60)
  func permutations(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let columns = Self.columns.shuffled(using: &chance)
    let isEnglish = Bool.random(using: &chance)
    let heading = columns.map { isEnglish ? $0.1 : $0.0 }.joined(separator: ",")
    let row = columns.map(\.2).joined(separator: ",")
    let roster = try #require(answer("\(heading)\n\(row)\n\(row)\n").roster)
    #expect(Array(roster.counts) == [Self.twoCadres])
    #expect(roster.droppedColumns == [[isEnglish ? "Dân tộc" : "Họ tên"]])
  }

  private static let twoCadres = {
    let text =
      "commune,group,learning_citizen,proficient,status\n"
      + String(repeating: "26734,can-bo-xa,1,1,công nhận\n", count: 2)
    return RosterAnswer(of: Array(text.utf8)).roster?.counts.first
  }()

  @Test(
    "is read with any separator, a mark in front, and headings of any spelling",
    arguments: [
      "Mã xã;Nhóm\n26734;gia-dinh", "Mã xã\tNhóm\n26734\tgia-dinh",
      "sep=;\nMã xã;Nhóm\n26734;gia-dinh", "\u{FEFF}Mã xã,Nhóm\n26734,gia-dinh",
      "ma_xa,NHÓM\n26734,gia-dinh", "\"Mã xã\",\"nhom\"\n26734,gia-dinh",
      "\u{FEFF}\"MA XA\";\"Nho\u{301}m\"\n26734;gia-dinh",
      "DANH SÁCH CÔNG DÂN\n\nMã xã,Nhóm\r\n26734,gia-dinh\r\n",
    ])
  func headings(text: String) {
    let answer = answer(text)
    #expect(answer.roster?.accepted == 1, "\(answer)")
    #expect(answer.roster?.counts.first?.commune == "26734")
  }

  @Test(
    "is refused with its reason",
    arguments: [
      ("", RosterFault.Reason.empty), ("PK\u{3}\u{4}abc", .notText), ("a\0b,c\n", .notText),
      ("Mã xã cũ,Nhóm,Danh hiệu\n1,2,3\n", .columnMissing("Mã xã", nearest: "Mã xã cũ")),
      ("xin chào\n", .noHeadings), ("1,2,3\n4,5,6\n", .noHeadings),
    ])
  func refused(text: String, reason: RosterFault.Reason) {
    #expect(answer(text).fault?.reason == reason)
  }

  @Test("is refused in UTF-16")
  func wide() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x4D, 0, 0xE3, 0]
    #expect(RosterAnswer(of: bytes).fault?.reason == .encoding("UTF-16"))
  }

  @Test("names a group as it stands in the first row that counts")
  func groupNames() {
    let text = """
      Mã xã,Nhóm,Năm sinh
      2,GIA-ĐÌNH,1800
      2,Gia đình,1980
      1,gia-dinh,1980
      1,family,1980
      """
    for threads in [1, 2] {
      for size in [1, 20, 4096] {
        let reading = RosterReading(threads: threads, sizes: ChunkSizes(chunk: size))
        let roster = RosterAnswer(of: Array(text.utf8), reading: reading).roster
        #expect(roster?.counts.map(\.group) == ["Gia đình", "Gia đình"])
        #expect(roster?.counts.map(\.persons) == [2, 1])
      }
    }
  }

  @Test("is one of several, told apart by its number; lines begin anew")
  func several() {
    let one = "Mã xã,Nhóm\n1,gia-dinh\n1,la\n"
    let other = "Nhóm;Mã xã\nla;1\ngia-dinh;1\n"
    let answer = RosterAnswer(
      of: [Array(one.utf8), Array(other.utf8)], by: RosterRules(period: 2022))
    #expect(answer.roster?.counts.map(\.persons) == [2])
    #expect(answer.rejects.map(\.file) == [0, 1] && answer.rejects.map(\.line) == [3, 2])
  }

  @Test("has as many communes and groups as it has, in the order of their bytes")
  func manyCommunes() throws {
    var chance = Chance(state: 1)
    let codes = (0..<3000).map { "\($0 * 7)" }
    let rows = codes.shuffled(using: &chance).map { "\($0),dong-ho\n\($0),cong-dong\n" }
    let roster = try #require(answer("Mã xã,Nhóm\n" + rows.joined()).roster)
    let found = roster.counts.map { [$0.commune, $0.group] }
    let expected = codes.sorted().flatMap { [[$0, "cong-dong"], [$0, "dong-ho"]] }
    #expect(found == expected)
  }

  @Test("of nothing but short bad rows is told of in parts, in order", arguments: 1...3)
  func manyRejects(threads: Int) throws {
    let count = 300_000
    var text = Array("Mã xã,Mã định danh\n".utf8)
    text += Array(repeatElement("x\n".utf8, count: count / 2).joined())
    text += Array(repeatElement("1,2\n".utf8, count: count / 2 + 1).joined())
    let listener = PartsListener()
    let rules = RosterRules(period: 2022, isUnique: true)
    let roster = try countRoster(
      [MemorySource(text)], by: rules, reading: RosterReading(threads: threads), telling: listener)
    // The first person is not a repeated one.
    #expect(roster.refused == count / 2 && listener.isInOrder)
    #expect(listener.count == count && listener.lastLine == count + 2)
    #expect(listener.most > 1000 && listener.most <= 10_000)
  }

  /// Sees how many rejects are told of at once.
  private final class PartsListener: RosterListener {
    private(set) var count = 0
    private(set) var most = 0
    private(set) var lastLine = 1
    private(set) var isInOrder = true
    private var part = 0

    func rejected(_ reject: RosterReject) {
      count += 1
      part += 1
      most = max(most, part)
      isInOrder = isInOrder && reject.line > lastLine
      lastLine = reject.line
    }

    func progressed(to bytes: Int) { part = 0 }
  }
}
