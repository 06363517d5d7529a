import Model
import Testing

@Suite("Waivers")
struct WaiverFileTests {
  private static let heading = "Mã phát hiện|Chỉ báo|Lý do|Người đề nghị|Người duyệt|Đến ngày"

  private func check(_ rows: String, in path: String = "mien-tru.csv") -> Submission {
    submission([path: "\(Self.heading)\n\(rows)"])
  }

  @Test("A whole row is a waiver, with all of it but who asked")
  func whole() throws {
    let outcome = check("e104|1.1.1|Đã có văn bản|Trưởng phòng|Chủ tịch|31/12/2022")
    #expect(outcome.codes == [.unitWithoutFigures])
    let waiver = try #require(outcome.waivers.first)
    #expect(waiver.code == .documentTooOld && waiver.indicator == IndicatorID("1.1.1"))
    #expect(waiver.reason == "Đã có văn bản" && waiver.approvedBy == "Chủ tịch")
    #expect(waiver.until == day("2022-12-31") && waiver.place.line == 2)
  }

  @Test(
    "A row that cannot stand is a finding on its cell, and has no effect",
    arguments: [
      ("E104||x|A|B|25/11/2022", FindingCode?.none, ""), ("E104||x|A|B|26/11/2022", nil, ""),
      ("E104||x|A|B|24/11/2022", .waiverExpired, "Đến ngày"),
      ("E104||x|Trần Văn A|TRẦN VĂN A|31/12/2022", .waiverSelfApproved, "Người duyệt"),
      ("E104||x|Ông Trần Văn A|Trần Văn A|31/12/2022", .waiverSelfApproved, "Người duyệt"),
      ("W102||x|Trần Văn A|Lê Thị B|31/12/2022", .waiverOfUnknownCode, "Mã phát hiện"),
      ("E104||x|Trần Văn A|Trần Văn Á B|31/12/2022", nil, ""),
      ("E999||x|A|B|31/12/2022", .waiverOfUnknownCode, "Mã phát hiện"),
      ("||x|A|B|31/12/2022", .requiredCellEmpty, "Mã phát hiện"),
      ("E104|||A|B|31/12/2022", .requiredCellEmpty, "Lý do"),
      ("E104||x||B|31/12/2022", .requiredCellEmpty, "Người đề nghị"),
      ("E104||x|A||31/12/2022", .requiredCellEmpty, "Người duyệt"),
      ("E104||x|A|B|", .requiredCellEmpty, "Đến ngày"),
      ("E104||x|A|B|31/02/2023", .notDate, "Đến ngày"),
      ("E104|9.9|x|A|B|31/12/2022", .unknownIndicator, "Chỉ báo"),
      ("E104|3.1.4|x|A|B|31/12/2022", .indicatorOfOtherTier, "Chỉ báo"),
    ])
  func rows(row: String, code: FindingCode?, column: String) throws {
    let outcome = check(row)
    let found = outcome.findings.filter { $0.code != .unitWithoutFigures }
    #expect(found.map(\.code) == [code].compactMap { $0 })
    #expect(outcome.waivers.count == (code == nil ? 1 : 0))
    #expect(found.allSatisfy { $0.place?.column == column && $0.place?.line == 2 })
  }

  @Test("An expired waiver that its requester approved is both")
  func both() {
    let found = Set(check("E104||x|A|a|24/11/2022").codes)
    #expect(found == [.waiverExpired, .waiverSelfApproved, .unitWithoutFigures])
  }

  @Test(
    "One person is known by any writing of the name, two by their tones",
    arguments: [
      ("Hòa", "Hoà", true), ("Hoa", "Hòa", false), ("Nguyễn Thị Thủy", "nguyễn thị thuỷ", true),
      ("Nguyễn Văn A, Trưởng phòng", "Nguyễn Văn A", true),
      ("Nguyễn Văn A - Phó Giám đốc Sở", "Ông Nguyễn Văn A", true),
      ("Nguyễn Văn A (TP. Nội vụ)", "Nguyễn Văn A", true),
      ("Nguyễn Văn A Trưởng phòng Nội vụ", "Nguyễn Văn A", true),
      ("Trưởng phòng Nội vụ Nguyễn Văn A", "Nguyễn Văn A", true),
      ("Trưởng phòng Nội vụ", "Phó phòng Nội vụ", false), ("Trưởng phòng", "Chủ tịch", false),
      ("Phó Chủ tịch UBND huyện", "Chủ tịch UBND huyện", false),
      ("Phó Chủ tịch UBND huyện", "Phó chủ tịch UBND huyện", true),
      ("Trưởng phòng, UBND huyện A", "Trưởng phòng, UBND huyện B", false),
      ("Quyền Giám đốc", "Quyền Chủ tịch", false), ("Hoa, Trưởng phòng", "Hoa", true),
      ("PGS.TS. Lê Thị B", "bà Lê Thị B", true), ("Đ/c Lê Thị B", "Đồng chí Lê Thị B", true),
      ("Anh", "Chị", false), ("Anh", "anh", true), ("Ông", "Bà", false), ("Chị Hoa", "Anh", false),
      ("Bá Thanh", "Thanh", false), ("Đồng Văn A", "Văn A", false), ("–", "A", false),
    ])
  func persons(requester: String, approver: String, isOne: Bool) {
    let codes = check("E104||x|\(requester)|\(approver)|31/12/2022").codes
    #expect(codes.contains(.waiverSelfApproved) == isOne)
    #expect(check("E104||x|\(approver)|\(requester)|31/12/2022").waivers.isEmpty == isOne)
  }

  @Test("No finding quotes a name")
  func names() {
    let rows = [
      "E104||x|Trần Văn A|TRẦN VĂN A|31/12/2022", "E104||x|Trần Văn A||31/12/2022",
      "E999||x||Trần Văn A|hôm qua", "E104||x|Trần Văn A|Lê B|1/1/2022", "E104||x|Trần Văn A",
    ]
    for finding in rows.flatMap({ check($0).findings }) {
      let texts = [finding.value, finding.expected] + finding.details.values
      #expect(!texts.contains { $0.lowercased().contains("trần") || $0.contains("Lê B") })
    }
  }

  @Test("A column that a waiver cannot be without is asked for")
  func columns() {
    let outcome = submission([
      "mien-tru.csv": "Mã phát hiện|Lý do|Người đề nghị|Đến ngày\nE104|x|A|31/12/2022"
    ])
    #expect(outcome.waivers.isEmpty)
    #expect(outcome.findings(.requiredColumnMissing).map(\.expected) == ["Người duyệt"])
  }

  @Test("An office's waivers are the unit's, by the office that sent them")
  func office() {
    let outcome = check("E104||x|A|B|31/12/2022", in: "phong-noi-vu/mien-tru.csv")
    #expect(outcome.waivers.map(\.office) == [OfficeID("phong-noi-vu")])
  }
}
