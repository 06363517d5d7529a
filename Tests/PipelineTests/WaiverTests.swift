import Model
import SampleSupport
import Testing

@testable import Pipeline

/// Waivers mark findings of every stage, and change nothing.
@Suite("Waivers") struct WaiverTests {
  private static let folder = "2022/752-long-dien"
  private static let heading = "Mã phát hiện,Chỉ báo,Lý do,Người đề nghị,Người duyệt,Đến ngày\n"

  private func judged(_ rows: String, asOf: String = "2022-11-25") throws -> Judged {
    try judge(
      SampleRequest.make(asOf: asOf) { files in
        files + [
          WorkspaceFile(
            path: "\(Self.folder)/mien-tru.csv", bytes: Array((Self.heading + rows).utf8))
        ]
      })
  }

  private func unit(_ judged: Judged) throws -> UnitRecord {
    try #require(judged.record.units.first { $0.unit.code == UnitCode("752") })
  }

  @Test(
    "mark the findings of their code and indicator, in every stage's list",
    arguments: [
      ("E108,,đang bổ sung", FindingCode.documentFileAbsent, true),
      ("e108,2.2.1,đang bổ sung", .documentFileAbsent, true),
      ("E108,2.2.2,đang bổ sung", .documentFileAbsent, false),
      ("E101,,đang bổ sung", .noDocument, true), ("D101,,đã xin lùi hạn", .reportDueSoon, true),
      ("D102,,đã xin lùi hạn", .reportDueSoon, false),
    ])
  func marks(row: String, code: FindingCode, isWaived: Bool) throws {
    let unit = try unit(judged(row + ",Trưởng phòng,Phó Chủ tịch,31/12/2022\n"))
    let meant = unit.findings.filter { $0.finding.code == code }
    #expect(!meant.isEmpty)
    #expect(meant.allSatisfy { ($0.waiver != nil) == isWaived })
    #expect(unit.findings.filter { $0.finding.code != code }.allSatisfy { $0.waiver == nil })
    let idle = unit.findings.filter { $0.finding.code == .waiverWithoutFinding }
    #expect(idle.count == (isWaived ? 0 : 1))
    #expect(idle.allSatisfy { $0.finding.place?.line == 2 && !$0.message.contains("{") })
  }

  @Test("change no figure, level, severity or finding, and no other unit") func nothingElse() throws
  {
    let plain = try SampleRequest.judged()
    let codes = Set(try unit(plain).findings.map(\.finding.code.rawValue)).sorted()
    #expect(codes.count > 3)
    let rows = codes.map { "\($0),,để thử,Trưởng phòng,Phó Chủ tịch,31/12/2022\n" }.joined()
    let waived = try judged(rows)
    #expect(try unit(waived).findings.allSatisfy { $0.waiver != nil })
    #expect(try unit(waived).findings.map(\.finding) == unit(plain).findings.map(\.finding))
    #expect(try unit(waived).findings.map(\.severity) == unit(plain).findings.map(\.severity))
    #expect(try unit(waived).assessment == unit(plain).assessment)
    #expect(waived.hasErrors == plain.hasErrors)
    let others = { (judged: Judged) in
      judged.record.units.filter { $0.unit.code != UnitCode("752") }
    }
    #expect(others(waived) == others(plain))
  }

  @Test(
    "stand until their last day, the as-of day included",
    arguments: [("2022-11-24", true), ("2022-11-25", true), ("2022-11-26", false)])
  func until(asOf: String, stands: Bool) throws {
    let judged = try judged("E108,,x,Trưởng phòng,Phó Chủ tịch,25/11/2022\n", asOf: asOf)
    let unit = try unit(judged)
    let absent = unit.findings.filter { $0.finding.code == .documentFileAbsent }
    #expect(absent.map { $0.waiver != nil } == [stands])
    #expect(unit.findings.contains { $0.finding.code == .waiverExpired } == !stands)
    #expect(!unit.findings.contains { $0.finding.code == .waiverWithoutFinding })
  }

  @Test("of one indicator go before those of all") func specific() throws {
    let unit = try unit(
      judged(
        "E108,,chung,Trưởng phòng,Phó Chủ tịch,31/12/2022\n"
          + "E108,2.2.1,riêng,Trưởng phòng,Phó Chủ tịch,31/12/2022\n"))
    #expect(unit.findings.compactMap(\.waiver?.reason) == ["riêng"])
  }

  @Test(
    "are shown with reason, approver and last day, wherever a finding is, and who asked nowhere")
  func everywhere() throws {
    let judged = try judged("E108,,Đang số hóa văn bản,Bà Đề Nghị,Phó Chủ tịch,31/12/2022\n")
    let request = try SampleRequest.make()
    let files = try outputs(judged, with: reportTemplates(request), of: request)
    let name = "752-long-dien/bao-cao-tu-danh-gia"
    let texts = try [
      "findings.csv", "index.html", "\(name).html", "\(name).md", "752-long-dien/result.json",
    ].map { path in
      String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }
    for text in texts {
      #expect(text.contains("Đang số hóa văn bản") && text.contains("Phó Chủ tịch"))
      #expect(text.contains("31/12/2022") || text.contains("2022-12-31"))
    }
    let everything = files.filter { !$0.path.hasSuffix(".xlsx") }
    #expect(!everything.contains { String(decoding: $0.bytes, as: UTF8.self).contains("Đề Nghị") })
  }

  @Test("of thousands are matched without comparing each with every finding") func many() throws {
    let until = try #require(CalendarDay(iso: "2022-12-31"))
    let ids = (1...20_000).map { IndicatorID("\($0)") }
    let waivers = ids.map { id in
      Waiver(
        code: .noDocument, indicator: id, reason: "", approvedBy: "", until: until, office: nil,
        place: SourcePlace(file: "mien-tru.csv"))
    }
    let found = ids.map { Finding(.documentTwice, indicator: $0) }
    let own = Finding(.noDocument, indicator: ids.last)
    let waived = WaivedFindings(found + [own], by: waivers, of: UnitCode("752"))
    #expect(waived.findings.filter { $0.waiver != nil }.map(\.finding) == [own])
    #expect(waived.findings.count { $0.finding.code == .waiverWithoutFinding } == 19_999)
  }
}
