import Model
import Testing

@testable import Validation

@Suite("Issuers that the rulebook accepts")
struct IssuerTests {
  private func accepts(
    _ issuer: String, for id: String, of unit: AdministrativeUnit = TestUnit.baRia
  ) throws -> Bool {
    let scope = UnitScope(unit, in: TestUnit.context())
    let indicator = try #require(scope.indicator(id))
    return scope.issuers.accepts(issuer, for: indicator)
  }

  @Test(
    "A body is known by its words and abbreviations, with the unit's own place or none",
    arguments: [
      "UBND", "Ủy ban nhân dân", "Uỷ ban Nhân dân", "UY BAN NHAN DAN", "UBND thành phố",
      "UBND huyện", "UBND cấp huyện", "UBND thị xã", "UBND TP", "UBND Bà Rịa",
      "UBND thành phố Bà Rịa", "UBND TP. Bà Rịa", "UBND Thành phố Bà Rịa, tỉnh Bà Rịa - Vũng Tàu",
      "UBND Bà Rịa, Bà Rịa - Vũng Tàu", "HĐND", "HĐND, UBND thành phố Bà Rịa", "HĐND và UBND",
    ])
  func accepted(issuer: String) throws {
    #expect(try accepts(issuer, for: "1.1.1"))
  }

  @Test(
    "Another body, another unit or another level is not accepted",
    arguments: [
      "Sở Y tế", "UBND huyện Châu Đức", "UBND Châu Đức", "UBND thị xã Bà Rịa", "UBND tỉnh",
      "UBND tỉnh Bà Rịa - Vũng Tàu", "UBND Bà Rịa - Vũng Tàu", "UBND cấp tỉnh", "UBND phường",
      "UBND phường Phước Hưng", "Văn phòng UBND", "UBNDTP", "Phòng GDĐT", "Bà Rịa", "-", "và",
      "UBND thành phố Bà Rịa và Châu Đức",
    ])
  func refused(issuer: String) throws {
    #expect(try !accepts(issuer, for: "1.1.1"))
  }

  @Test(
    "An abbreviation may be spaced and signed in any way, and a sign stand for its word",
    arguments: [
      "Phòng LĐ-TB&XH", "Phòng LĐ - TB & XH", "Phòng LĐTBXH", "PHÒNG LĐTB&XH",
      "Phòng Lao động, Thương binh và Xã hội", "Phòng Lao động - Thương binh & Xã hội thành phố",
      "Phòng LĐ-TB&XH TP Bà Rịa",
    ])
  func abbreviations(issuer: String) throws {
    #expect(try accepts(issuer, for: "3.1.1"))
  }

  @Test(
    "A province's own levels are its own",
    arguments: [
      ("UBND tỉnh", true), ("UBND tỉnh Bà Rịa - Vũng Tàu", true), ("UBND cấp tỉnh", true),
      ("UBND Bà Rịa - Vũng Tàu", true), ("UBND", true), ("UBND thành phố", false),
      ("UBND thành phố Bà Rịa", false), ("UBND huyện", false), ("UBND tỉnh Đồng Nai", false),
    ])
  func province(issuer: String, isAccepted: Bool) throws {
    #expect(try accepts(issuer, for: "3.1.1", of: TestUnit.province) == isAccepted)
  }

  private static let formerNames = [
    FormerName("Thị xã Bà Rịa cũ", of: .unit(UnitCode("748")), until: day("2022-03-31")),
    FormerName("Huyện Châu Thành", of: .unit(UnitCode("750")), until: day("2022-03-31")),
    FormerName(
      "Phòng Giáo dục", of: .issuer(IssuerID("gd")), until: day("2022-03-31")),
  ]

  @Test(
    "A former name stands on documents until its last day",
    arguments: [
      ("UBND thị xã Bà Rịa cũ", "1.1.1", "2022-03-30", true),
      ("UBND TX. Bà Rịa cũ", "1.1.1", "2022-03-31", true),
      ("UBND thị xã Bà Rịa cũ", "1.1.1", "2022-04-01", false),
      ("UBND thành phố Bà Rịa", "1.1.1", "2022-04-01", true),
      ("Phòng Giáo dục", "2.2.1", "2022-03-31", true),
      ("Phòng Giáo dục thị xã Bà Rịa cũ", "2.2.1", "2022-03-31", true),
      ("Phòng Giáo dục", "2.2.1", "2022-04-01", false),
      ("Phòng Giáo dục", "1.1.1", "2022-03-31", false),
      ("UBND huyện Châu Thành", "1.1.1", "2022-03-31", false),
    ])
  func formerNames(issuer: String, id: String, date: String, isAccepted: Bool) throws {
    let scope = UnitScope(
      TestUnit.baRia, in: TestUnit.context(formerNames: Self.formerNames))
    let indicator = try #require(scope.indicator(id))
    #expect(scope.issuers.accepts(issuer, for: indicator, on: day(date)) == isAccepted)
  }

  @Test("A former name on a document without a date is a matter of the date")
  func formerNameWithoutDate() {
    let outcome = submission(
      [
        "minh-chung.csv": """
        Chỉ báo|Số, ký hiệu|Ngày ban hành|Cơ quan ban hành
        1.1.1|1/BC||UBND thị xã Bà Rịa cũ
        """
      ], in: TestUnit.context(formerNames: Self.formerNames))
    #expect(outcome.evidence.map(\.defects) == [[.documentDateMissing]])
  }

  @Test("A name of a hundred thousand bodies is read in one walk")
  func manyBodies() throws {
    let bodies = String(repeating: "UBND, HĐND, ", count: 50_000)
    #expect(try accepts(bodies + "UBND huyện", for: "1.1.1"))
    #expect(try !accepts(bodies + "UBND huyện Châu Đức", for: "1.1.1"))
  }
}
