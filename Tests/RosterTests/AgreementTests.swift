import FuzzTargets
import Model
import Roster
import Testing

/// The fast readers against the plain one.
@Suite("Every way to read a roster") struct AgreementTests {
  private static let heading =
    "Mã xã,Năm sinh,Nhóm,Danh hiệu,Trạng thái,Ngày công nhận,Mã định danh,Họ tên\n"

  @Test("gives the plain reader's answer at every chunk size", arguments: Array(1...130))
  func chunks(size: Int) {
    let text = Array((Self.heading + Self.awkward).utf8)
    let sizes = [ChunkSizes(chunk: size, longestRow: 120)]
    #expect(RosterAgreement(text: text, sizes: sizes, threads: [1, 2]).disagreement == nil)
  }

  @Test("gives the plain reader's answer wherever a vector begins", arguments: Array(0..<130))
  func vectors(offset: Int) {
    let name = String(repeating: "x", count: offset)
    let text = Self.heading + "26734,1980,gia-dinh,1,công nhận,2022-01-01,,\(name)\n" + Self.awkward
    let sizes = [ChunkSizes(chunk: 1 << 12, longestRow: 500)]
    #expect(RosterAgreement(text: Array(text.utf8), sizes: sizes).disagreement == nil)
  }

  @Test(
    "gives the plain reader's answer where quoted cells turn odd, wherever a vector begins",
    arguments: Self.oddities)
  func quotedVectors(oddity: String) {
    for offset in 0..<70 {
      let name = String(repeating: "x", count: offset)
      let first = #""26734","1980","gia-dinh","1","","2022-01-01","1","\#(name)""# + "\n"
      let rows = [first, Self.quoted, oddity, Self.quoted, Self.quoted].joined()
      let text = Array((Self.heading + rows).utf8)
      let sizes = [ChunkSizes(chunk: 1 << 12, longestRow: 500)]
      let disagreement = RosterAgreement(text: text, sizes: sizes).disagreement
      #expect(disagreement == nil, "\(offset)")
    }
  }

  private static let quoted =
    #""26735","1981","dong-ho","x","công nhận","2022-01-01","2","Lê ""Tư"", Bình""# + "\n"

  /// What takes the reader of quoted cells off its way, or nearly so.
  private static let oddities: [String] = [
    quoted, "\n", "\r\n", "\"\n", "\"\"\n", "\"\"\"\n",
    #""26735","1981","dong-ho","","","","","""# + "\n",
    #""26735","1981","dong-ho",,"","","","An""# + "\n",
    #""26735","1981","dong-ho",,,,,"# + "\n",
    #","1981","dong-ho","1","","","","An""# + "\n",
    #"26735,"1981","dong-ho","1","","","","An""# + "\n",
    #""26735",1981,"dong-ho","1","","","","An""# + "\n",
    #""26735","1981","dong-ho","1","","","",An"# + "\n",
    #""26735","1981","dong-ho","1","","","","An""# + "\r\n",
    #""26735","1981","dong-ho","1","","","","An""# + "\r",
    #""26735","1981","dong-ho","1","","","","một"# + "\n" + #"hai""# + "\n",
    #""26735","1981","dong-ho","1","","","","một"# + "\r" + #"hai""# + "\n",
    #""26735","1981","dong-ho","1","","","","An" "# + "\n",
    #""26735", "1981","dong-ho","1","","","","An""# + "\n",
    #""26735","1981","dong-ho","1","","","","An"Bình""# + "\n",
    #""26735","1981","dong-ho","1","","","","An"",""Bình""# + "\n",
    #""26735","1981","dong-ho","1","","",""","",""# + "\n",
    #""26735","1981","dong-ho","1","","","","mở mà không đóng"# + "\n",
    #""26735","1981","dong-ho""# + "\n",
    #""26735","1981","dong-ho","1","","","","An","""# + "\n",
    #""26""735","1981","dong-ho","1","","","","An""# + "\n",
    #""26735","1981","dong-ho","","","","2","Lê ""Tư"" Bình, ""Năm""""# + "\n",
  ]

  @Test("gives the plain reader's answer on made-up texts", arguments: Array(0..<300))
  func madeUp(seed: UInt64) {
    var chance = Chance(state: seed)
    let text = Array((Self.heading + Self.madeUp(&chance)).utf8)
    let sizes = (0..<3).map { _ in
      ChunkSizes(chunk: Int.random(in: 1...200, using: &chance), longestRow: 90)
    }
    #expect(RosterAgreement(text: text, sizes: sizes, threads: [1, 3]).disagreement == nil)
  }

  @Test("accepts or refuses every row", arguments: Array(0..<100))
  func nothingIsLost(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let bad = ["26734,1899,gia-dinh,1,,,,", "1,1990,gia-dinh,1,,", ",1990,x,?,,30/02/2022,,"]
    var rows = 0
    var text = Self.heading
    for _ in 0..<Int.random(in: 0...80, using: &chance) {
      rows += 1
      text += (Bool.random(using: &chance) ? Self.good : bad.randomElement(using: &chance) ?? "")
      text += "\n"
    }
    let roster = try #require(RosterAnswer(of: Array(text.utf8)).roster)
    #expect(roster.accepted + roster.refused == rows)
    #expect(roster.counts.reduce(0) { $0 + $1.persons } == roster.accepted)
  }

  private static let good = "26734,1980,gia-dinh,1,công nhận,2022-01-01,77,Ấm"

  /// Rows with everything in them that takes the fast readers off their way.
  private static let awkward = """
    26734,1980,gia-dinh,1,công nhận,2022-01-01,079080000001,Nguyễn Văn An
    "26735","1981","dong-ho","x","","","079080000002","Lê ""Tư"", Bình"
    26734,1980,Gia đình,có,Công Nhận,01/02/2022,079080000001,\r
    26736,2022,cong-dong,không,đang xét,,079080000003,"một
    hai\r
    ba"\r
    ,,,,,,,

    26734,1899,gia-dinh,1,,,,
    26734,2023,gia-dinh,1,,,,
    26734,1980,nhom-la,1,,,,
    26734,1980,gia-dinh,có lẽ,,,,
    26734,1980,gia-dinh,1,,31/06/2022,,
    26734,1980
    26734,1980,gia-dinh,1,,,,,,,,
    xa-co-ma-rat-dai-khong-hoc-duoc,1980,can-bo-tinh,0,công nhận,2020-12-31,,
    26734,1980,gia-dinh,1,,,,5" ống
    26734,1980,gia-dinh,1,,,,"mở mà không đóng
    26734,1980,gia-dinh,1,,,,"đóng"sai
     26734 , 1980 , "can-bo-xa" ,"1", ,2022-11-26,079080000003,
    "a""b",1980,gia-dinh,1,công nhận,,,\r26734,1980,gia-dinh,,,,,sau CR
    \(String(repeating: "dài", count: 90))
    26734,1980,gia-dinh,1,,,,"
    """

  private static func madeUp(_ chance: inout Chance) -> String {
    let parts = [
      good, good, "\n", "\n", "\n", ",", "\"", "\"\"", "\r", "\r\n", "26734", "1980", "gia-dinh",
      "x", "công nhận", "\u{301}", "\0", " ", "2022-01-01", "00001,2000,dong-ho,0,,,1,\n",
      "\"00001\",\"2000\",\"dong-ho\",\"0\",\"\",\"\",\"1\",\"\"\n",
    ]
    return (0..<Int.random(in: 0...60, using: &chance))
      .map { _ in parts.randomElement(using: &chance) ?? "" }.joined()
  }
}

/// The same numbers for the same seed.
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
