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
}
