import Model
import Testing
import Validation

@Suite("The evidence ledger")
struct EvidenceTests {
  private static let heading = "Chỉ báo|Số, ký hiệu|Ngày ban hành|Cơ quan ban hành|Tệp"
  private static let attachments = [
    "minh-chung/a.pdf": Attachment(size: 1, digest: "d1"),
    "minh-chung/sub/b.pdf": Attachment(size: 2, digest: "d2"),
    "minh-chung/empty.pdf": Attachment(size: 0, digest: "d3"),
    "minh-chung/link.pdf": Attachment(size: 9, digest: "d4", obstacle: .link),
  ]

  @Test(
    "Each part that is not whole is a warning on its cell and a defect",
    arguments: [
      ("1/BC|15/06/2022|UBND|", FindingCode?.none), ("1/BC|1/1/2022|UBND|", nil),
      ("1/BC|31/12/2021|UBND|", .documentTooOld), ("1/BC|25/11/2022|UBND|", nil),
      ("1/BC|26/11/2022|UBND|", .documentInFuture), ("1/BC|2022-06-15|UBND|", nil),
      ("|15/06/2022|UBND|", .documentNumberMissing), ("1/BC||UBND|", .documentDateMissing),
      ("1/BC|15/06/2022||", .issuerMissing), ("1/BC|15/06/2022|Sở Y tế|", .issuerNotAccepted),
      ("1/BC|15/06/2022|UBND|a.pdf", nil), ("1/BC|15/06/2022|UBND|./a.pdf", nil),
      ("1/BC|15/06/2022|UBND|sub\\b.pdf", nil), ("1/BC|15/06/2022|UBND|sub/../a.pdf", nil),
      ("1/BC|15/06/2022|UBND|c.pdf", .documentFileAbsent),
      ("1/BC|15/06/2022|UBND|sub", .documentFileAbsent),
      ("1/BC|15/06/2022|UBND|empty.pdf", .documentFileEmpty),
      ("1/BC|15/06/2022|UBND|link.pdf", .documentFileOutside),
      ("1/BC|15/06/2022|UBND|../so-lieu.csv", .documentFileOutside),
      ("1/BC|15/06/2022|UBND|/a.pdf", .documentFileOutside),
      ("1/BC|15/06/2022|UBND|C:\\a.pdf", .documentFileOutside),
      ("1/BC|15/06/2022|UBND|.", .documentFileOutside),
    ])
  func wholeness(cells: String, defect: FindingCode?) throws {
    let outcome = submission(
      ["minh-chung.csv": "\(Self.heading)\n1.1.1|\(cells)"], attachments: Self.attachments)
    let document = try #require(outcome.evidence.first)
    #expect(document.defects == [defect].compactMap { $0 })
    #expect(document.isWhole == (defect == nil))
    guard let defect else { return }
    let finding = try #require(outcome.findings(defect).first)
    #expect(finding.place?.line == 2)
    #expect(finding.place?.column != nil)
    #expect(finding.indicator == IndicatorID("1.1.1"))
  }

  @Test(
    "A date that cannot be read is an error and a document without date",
    arguments: [
      "30/02/2022", "6/2022", "31-06-2022", "15/06/22", "06/15/2022", "hôm qua", "2022",
      "ngày 31 tháng 6 năm 2022", "15/06/2022 sáng", "15//2022", "15/6/2022/1", "15.06.22",
    ])
  func badDate(text: String) {
    let outcome = submission(["minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|\(text)|UBND|"])
    #expect(outcome.evidence.map(\.defects) == [[.documentDateMissing]])
    #expect(outcome.findings(.notDate).first?.value == text)
    #expect(outcome.findings(.documentDateMissing).isEmpty)
  }

  @Test(
    "A day that can be but one is read, however it is written",
    arguments: [
      "15/06/2022", "15/6/2022", "15-06-2022", "15.06.2022", "2022-06-15", "2022/6/15",
      "2022-6-15", "ngày 15 tháng 6 năm 2022", "Ngày 15 tháng 06 năm 2022",
      "15/06/2022 14:30", "15/06/2022 00:00:00",
    ])
  func day(text: String) {
    let outcome = submission(["minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|\(text)|UBND|"])
    #expect(outcome.evidence.map(\.date) == [CalendarDay(year: 2022, month: 6, day: 15)])
    #expect(outcome.evidence.map(\.isWhole) == [true])
  }

  @Test(
    "A number is that of an issued document",
    arguments: [
      ("94/BC-VHTT", true), ("94", true), ("Số 94/BC-VHTT", true), ("số: 94/BC", true),
      ("01-NQ/TU", true), ("94 / BC-VHTT", true), ("Công văn số 12/CV", true), ("13/2022", true),
      ("-", false), ("x", false), ("0", false), ("không", false), ("chưa có số", false),
      (".../BC-UBND", false), ("…/BC-UBND", false), ("/BC-UBND", false), ("BC-VHTT", false),
      ("01/2022", false), ("12/2022", false), ("01/01/2022", false), ("…/2022/QĐ-UBND", false),
    ])
  func number(text: String, isIssued: Bool) {
    let outcome = submission([
      "minh-chung.csv":
        "\(Self.heading)\n1.1.1|\(text)|15/06/2022|UBND|\n1.1.1|\(text)|15/06/2022|UBND|"
    ])
    #expect(outcome.evidence.map(\.isWhole) == [isIssued, isIssued])
    #expect(outcome.findings(.documentTwice).isEmpty != isIssued)
    guard !isIssued else { return }
    #expect(outcome.findings(.documentNumberMissing).map(\.value) == [text, text])
    #expect(outcome.findings(.documentNumberMissing).first?.place?.address == "B2")
  }

  @Test("A spreadsheet's error is told in every column")
  func remnants() {
    let outcome = submission([
      "minh-chung.csv": "Chỉ báo|Số, ký hiệu|Ngày ban hành|Cơ quan ban hành|Trích yếu\n"
        + "1.1.1|#REF!|#N/A|#VALUE!|#NAME?",
      "gop-y.csv": "Chỉ báo|Vướng mắc|Kiến nghị\n1.1.1|#REF!|# 1",
      "so-lieu.csv": "Chỉ báo|Đạt|Ghi chú\n1.1.1|có|#N/A",
    ])
    #expect(outcome.codes == Array(repeating: .spreadsheetError, count: 6))
    #expect(outcome.evidence.map(\.isWhole) == [false])
  }

  @Test("A ledger without a column that every document needs says so once")
  func missingColumn() throws {
    let outcome = submission([
      "minh-chung.csv": "Chỉ báo|Ngày ban hành|Cơ quan ban hành\n1.1.1|1/6/2022|UBND\n"
        + "2.1.1|1/6/2022|UBND"
    ])
    #expect(outcome.codes.filter { $0 != .unitWithoutFigures } == [.ledgerColumnMissing])
    #expect(outcome.findings(.ledgerColumnMissing).first?.expected == "Số, ký hiệu")
    #expect(
      outcome.evidence.map(\.defects) == [[.documentNumberMissing], [.documentNumberMissing]])
  }

  @Test("A date outside the window is told both of its days")
  func window() throws {
    let outcome = submission([
      "minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|31/12/2021|UBND|\n1.1.1|2/BC|1/12/2022|UBND|"
    ])
    let days = ["from": "01/01/2022", "to": "25/11/2022"]
    #expect(outcome.findings(.documentTooOld).map(\.details) == [days])
    #expect(outcome.findings(.documentInFuture).map(\.details) == [days])
  }

  @Test(
    "An indicator that is written otherwise, or beside others, is told so",
    arguments: [
      ("3.1.l", FindingCode.indicatorMistyped, "3.1.1"), ("3,1,1", .indicatorMistyped, "3.1.1"),
      ("3.1.1.", .indicatorMistyped, "3.1.1"), ("311", .indicatorMistyped, "3.1.1"),
      ("Chỉ báo 3.1.1", .indicatorMistyped, "3.1.1"), ("3-1-1", .indicatorMistyped, "3.1.1"),
      ("03/01/2001", .indicatorMistyped, "3.1.1"), ("2.1.1, 2.1.2", .severalIndicators, ""),
      ("2.1.1-2.1.2", .severalIndicators, ""), ("2.1.1 và 2.1.2", .severalIndicators, ""),
      ("2.1.1\t2.1.2", .severalIndicators, ""), ("2.1.1, 9.9", .unknownIndicator, ""),
      ("02/01/2002", .indicatorMistyped, "2.1.2"), ("(1)", .unknownIndicator, ""),
      ("9.9.9", .unknownIndicator, ""), ("2.1", .unknownIndicator, ""),
    ])
  func indicators(text: String, code: FindingCode, expected: String) throws {
    let outcome = submission([
      "minh-chung.csv": "\(Self.heading)\n\(text)|1/BC|15/06/2022|UBND|"
    ])
    let finding = try #require(outcome.findings(code).first)
    #expect(finding.expected == expected && finding.value == text)
    #expect(outcome.evidence == [])
  }

  @Test(
    "An issuer that is not accepted is said not to be a body of the unit",
    arguments: ["UBND huyện Châu Đức", "Sở Y tế"])
  func otherIssuer(issuer: String) throws {
    let outcome = submission([
      "minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|15/06/2022|\(issuer)|"
    ])
    let finding = try #require(outcome.findings(.issuerNotAccepted).first)
    #expect(finding.value == issuer)
    #expect(finding.details == ["unit": "thành phố Bà Rịa"])
  }

  @Test("A file's digest goes with the document that names it")
  func digest() {
    let outcome = submission(
      ["minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|15/06/2022|UBND|sub/b.pdf"],
      attachments: Self.attachments)
    #expect(outcome.evidence.map(\.fileDigest) == ["d2"])
    #expect(outcome.findings(.unknownFile).map(\.value) == ["a.pdf", "empty.pdf"])
    #expect(outcome.findings(.linkNotFollowed).map(\.value) == ["link.pdf"])
  }

  @Test("A ledger of an office looks into that office's folder")
  func officeLedger() {
    let outcome = submission(
      ["phong-noi-vu/minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|15/06/2022|UBND|a.pdf"],
      attachments: Self.attachments)
    #expect(outcome.evidence.map(\.defects) == [[.documentFileAbsent]])
    #expect(outcome.evidence.map(\.office) == [OfficeID("phong-noi-vu")])
  }

  @Test("An indicator without a document is one warning, unless the figures are computed")
  func missing() {
    let outcome = submission(
      ["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n3.1.4|7|10"], of: TestUnit.province)
    let expected = ["3.1.1", "3.1.3", "3.1.4"].map(IndicatorID.init)
    #expect(outcome.findings(.noDocument).map(\.indicator) == expected)
    #expect(outcome.findings(.noDocument).first?.expected == "UBND cấp huyện")
  }

  @Test("A document of an unknown indicator is refused")
  func unknownIndicator() {
    let outcome = submission(["minh-chung.csv": "\(Self.heading)\n7.7|1|15/06/2022|UBND|"])
    #expect(outcome.evidence == [])
    #expect(outcome.findings.map(\.code).contains(.unknownIndicator))
  }
}
