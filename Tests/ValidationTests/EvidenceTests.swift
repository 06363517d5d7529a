import Model
import Testing
import Validation

@Suite("The evidence ledger")
struct EvidenceTests {
  private static let heading = "Chỉ báo|Số, ký hiệu|Ngày ban hành|Cơ quan ban hành|Tệp"
  private static let attachments = [
    "minh-chung/a.pdf": Attachment(size: 1, digest: "d1", isLink: false),
    "minh-chung/sub/b.pdf": Attachment(size: 2, digest: "d2", isLink: false),
    "minh-chung/empty.pdf": Attachment(size: 0, digest: "d3", isLink: false),
    "minh-chung/link.pdf": Attachment(size: 9, digest: "d4", isLink: true),
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
    arguments: ["30/02/2022", "6/2022", "15-06-2022", "15/06/22", "2022-6-15", "hôm qua"])
  func badDate(text: String) {
    let outcome = submission(["minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|\(text)|UBND|"])
    #expect(outcome.evidence.map(\.defects) == [[.documentDateMissing]])
    #expect(outcome.findings(.notDate).first?.value == text)
    #expect(outcome.findings(.documentDateMissing).isEmpty)
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
    #expect(outcome.findings(.unknownFile).map(\.value) == ["a.pdf", "empty.pdf", "link.pdf"])
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
