import Model
import Pipeline
import Rendering
import SampleSupport
import Testing

/// Figures that are counted in rosters of persons.
@Suite("A roster of persons in a workspace") struct PersonsTests {
  static let roster = "2024/519-nong-son/cong-dan.csv"
  static let counts = "2024/511-phuoc-son/dem-cong-dan.csv"
  static let typed = "2024/519-nong-son/so-lieu.csv"

  private static let sample = Result { try judge(SampleRequest.citizens(asOf: "2024-12-10")) }

  private func judged(_ edits: WorkspaceEdit...) throws -> Judged {
    try judge(
      SampleRequest.citizens(asOf: "2024-12-10") {
        try edits.reduce($0) { try $1.applied(to: $0) }
      })
  }

  private func text(_ path: String) throws -> String {
    let files = try SampleRequest.citizens(asOf: "2024-12-10").files
    let file = try #require(files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  struct Count: Sendable {
    let unit: String
    let indicator: String
    let part: Int
    let whole: Int

    init(_ unit: String, _ indicator: String, _ part: Int, _ whole: Int) {
      (self.unit, self.indicator, self.part, self.whole) = (unit, indicator, part, whole)
    }
  }

  static let expected = [
    Count("519", "T2", 883, 2666), Count("519", "T3", 163, 298), Count("519", "T4", 669, 1046),
    Count("519", "T5", 363, 669), Count("511", "T2", 4446, 17182), Count("511", "T3", 945, 2091),
    Count("511", "T4", 3036, 5391), Count("511", "T5", 1432, 3036),
  ]

  @Test("gives each unit's figures", arguments: expected)
  func figures(_ count: Count) throws {
    let result = try Self.sample.get().result(count.indicator, of: count.unit)
    #expect(result?.numerator == count.part && result?.denominator == count.whole)
    #expect(result?.basis == .roster)
  }

  @Test("is followed on the path to recognition, each row by its line")
  func lines() throws {
    let findings = try Self.sample.get().findings(of: "519").filter {
      $0.place?.file == Self.roster
    }
    let lines = Dictionary(uniqueKeysWithValues: findings.map { ($0.code, $0.details["lines"]) })
    #expect(
      lines == [
        .personRowsRefused: "702 (V110, Ngày công nhận), 2212 (C106)",
        .titleUnrecognised: "1374, 1691, 1729, 2394", .recognisedUndated: "802, 2117, 2881",
        .recognisedTooEarly: "517, 2635", .recognisedTooLate: "194, 1906",
        .personColumnsUnused: nil,
      ])
    #expect(findings.map(\.details["columns"]).compactMap(\.self) == ["“Đợt rà soát”"])
  }

  @Test("gives the same figures in parts as in one file", arguments: ["cong-dan/", "cong-dan-"])
  func parts(prefix: String) throws {
    let lines = try text(Self.roster).split(separator: "\n", omittingEmptySubsequences: false)
    let heading = [lines[0]]
    let folder = "2024/519-nong-son/\(prefix)"
    let judged = try judged(
      .remove(Self.roster),
      .text("\(folder)1.csv", lines[..<1000].joined(separator: "\n")),
      .text("\(folder)2.csv", (heading + lines[1000...]).joined(separator: "\n")))
    for count in Self.expected where count.unit == "519" {
      let result = judged.result(count.indicator, of: "519")
      #expect(result?.numerator == count.part && result?.denominator == count.whole)
    }
    #expect(judged.codes(of: "519").filter { $0 == .unknownFile || $0 == .unknownOffice }.isEmpty)
  }

  @Test("beats what is typed, of a group and of the whole, and the difference is found")
  func typed() throws {
    let judged = try judged(
      .append(Self.typed, "T2;;;884;2666;;;;;;\nT3;can-bo-xa;;1;2;;;;;;\nT4;;;669;1046;;;;;;\n"))
    let found = judged.findings(of: "519").filter { $0.code == .rosterDisagrees }
    #expect(found.map(\.indicator) == [IndicatorID("T2"), IndicatorID("T3")])
    #expect(found.first?.details["roster"] == "883/2.666")
    #expect(judged.result("T2", of: "519")?.numerator == 883)
  }

  @Test("leaves no figure where a part cannot be read, and nothing else is asked for")
  func unread() throws {
    let judged = try judged(.block("2024/519-nong-son/cong-dan-2.csv", .unreadable))
    #expect(judged.result("T2", of: "519")?.status == .invalid)
    let codes = judged.codes(of: "519")
    #expect(codes.contains(.fileUnreadable) && !codes.contains(.indicatorMissing))
  }

  @Test("without a column gives no figure that needs it, and says which")
  func column() throws {
    let heading = "Mã xã,Danh hiệu,Kỹ năng số\n"
    let judged = try judged(
      // So that three persons may be told.
      .replace("programme.yaml", "smallCell: \"5\"", with: "smallCell: \"1\""),
      .text(Self.roster, heading + "20656,có,có\n20656,có,không\n20656,không,có\n"))
    #expect(judged.result("T4", of: "519")?.numerator == 1)
    #expect(judged.result("T4", of: "519")?.denominator == 2)
    let found = judged.findings(of: "519").filter { $0.code == .rosterGivesNoFigure }
    #expect(found.map(\.details["columns"]) == ["Nhóm", "Nhóm", "Thành thạo"])
  }

  @Test("of other communes names their codes, and leaves a row out whose commune is no code")
  func foreignCommunes() throws {
    let heading = "Mã xã,Nhóm,Danh hiệu,Kỹ năng số,Thành thạo,Trạng thái,Ngày công nhận\n"
    let rows = { (codes: [String]) in heading + codes.map { "\($0),gia-dinh,,,,,\n" }.joined() }
    for (codes, foreign, refused) in [
      (["2O656"], nil, "2 (K108, Mã xã)"), (["20455", "2O656"], "20455", "3 (K108, Mã xã)"),
      (["20455"], "20455", nil),
    ] as [([String], String?, String?)] {
      let found = try judged(.text(Self.roster, rows(codes + ["20656"]))).findings(of: "519")
      let other = found.first { $0.code == .personsOfOtherUnit }
      #expect(other?.details["codes"] == foreign)
      let left = found.first { $0.code == .personRowsRefused }
      #expect(left?.details["lines"] == refused, "\(found)")
    }
  }

  @Test("counts persons of a group that the unit has not in nothing, and says how many")
  func otherGroups() throws {
    let row = "49,519,20656,QN-999999,1980,can-bo-tinh,có,có,có,công nhận,01/11/2024,\n"
    let judged = try judged(.append(Self.roster, row + row.replacing("999999", with: "999998")))
    for count in Self.expected where count.unit == "519" {
      let result = judged.result(count.indicator, of: "519")
      #expect(result?.numerator == count.part && result?.denominator == count.whole)
    }
    let found = judged.findings(of: "519").filter { $0.code == .personsOfOtherGroups }
    #expect(found.map { $0.details["count"] } == ["2"])
    #expect(found.map { $0.details["groups"] } == ["can-bo-tinh"])
    #expect(!judged.codes(of: "519").contains(.countedOfDisagrees))
  }

  @Test("counted elsewhere too is compared with what it counts itself", arguments: [false, true])
  func countedTwice(differs: Bool) throws {
    let path = "2024/511-phuoc-son/cong-dan.csv"
    let rows = [
      "Mã xã,Nhóm,Danh hiệu,Kỹ năng số,Thành thạo", "20722,gia-dinh,có,có,không",
      "20722,gia-dinh,không,có,có", "20725,can-bo-xa,có,có,có",
    ]
    let heading = "commune,group,n,learning_citizen,digital_skill,proficient,recognised\n"
    let alone = try judged(.remove(Self.counts), .text(path, rows.joined(separator: "\n")))
    // Skills of the holders, or of all as `hoctap count` writes them.
    for skills in ["1,0", "2,1"] {
      let other = differs ? "1,1,0,0,0" : "1,1,1,1,0"
      let counts = "20722,gia-dinh,2,1,\(skills),0\n20725,can-bo-xa,\(other)\n"
      let judged = try judged(
        .text(path, rows.joined(separator: "\n")), .text(Self.counts, heading + counts))
      let codes = judged.codes(of: "511")
      #expect(!codes.contains(.unknownFile))
      let found = judged.findings(of: "511").filter { $0.code == .tableTwice }
      #expect(found.map(\.place?.file) == (differs ? [Self.counts] : []))
      #expect(differs || !codes.contains(.personCountsExceed))
      #expect(judged.result("T4", of: "511")?.numerator == alone.result("T4", of: "511")?.numerator)
    }
  }

  @Test("counted elsewhere that cannot be is told with the headings of its file") func impossible()
    throws
  {
    let rows = try text(Self.counts).split(separator: "\n")
    for (row, column, bound) in [
      ("20722,can-bo-huyen,10,30,20,5,0", "learning_citizen", "n"),
      ("20722,can-bo-huyen,50,30,40,5,0", "digital_skill", "learning_citizen"),
      ("20722,can-bo-huyen,50,30,20,25,0", "proficient", "digital_skill"),
    ] {
      let lines = ([rows[0], row[...]] + rows.dropFirst(2)).joined(separator: "\n")
      let all = try judged(.text(Self.counts, lines)).findings(of: "511")
      #expect(!all.contains { $0.code == .countedWithinDisagrees })
      let found = all.filter { $0.code == .personCountsExceed }
      #expect(found.map(\.place?.column) == [column])
      #expect(found.map { $0.details["bound"] } == [bound])
    }
  }

  @Test("is not read where nothing is counted in it") func unused() throws {
    let path = "2022/748-ba-ria/cong-dan.csv"
    let judged = try SoundRequest.judged(after: [.text(path, "Họ tên\nNguyễn Văn A\n")])
    #expect(judged.findings.map(\.finding.code) == [.unknownFile])
  }

  @Test("is counted for the year before, and in no text is there a person's id")
  func privacy() throws {
    let request = try SampleRequest.citizens(asOf: "2024-12-10") { files in
      let year = ["cong-dan.csv", "so-lieu.csv"].map { "2023/519-nong-son/\($0)" }
      return try [
        WorkspaceEdit.text(year[0], try text(Self.roster)), .text(year[1], try text(Self.typed)),
      ].reduce(files) { try $1.applied(to: $0) }
    }
    let judged = try judge(request)
    let trend = judged.result("T2", of: "519")?.progress?.trend.points
    #expect(trend?.first { $0.year == 2023 }?.numerator == 883)
    let files = try documents(judged, with: try reportTemplates(request), of: request)
    for file in files where [".html", ".md", ".json", ".csv"].contains(where: file.path.hasSuffix) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("QN-0"), "\(file.path)")
    }
  }
}

extension Judged {
  func findings(of unit: String) -> [Finding] {
    record.units.first { $0.unit.code == UnitCode(unit) }?.findings.map(\.finding) ?? []
  }

  func result(_ indicator: String, of unit: String) -> IndicatorAssessment? {
    record.units.first { $0.unit.code == UnitCode(unit) }?.assessment.indicator(
      IndicatorID(indicator))
  }
}
