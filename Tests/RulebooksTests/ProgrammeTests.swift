import Model
import Rulebooks
import Testing

@Suite struct ProgrammeTests {
  private static let path = "input/ba-ria-vung-tau-2022/programme.yaml"

  private let text: String
  private let rulebook: Rulebook

  init() throws {
    text = try projectFile(Self.path)
    let path = "templates/rulebooks/25-kh-ubnd-ba-ria-vung-tau-2022.yaml"
    rulebook = try loadRulebook(try projectFile(path), file: path, digest: "")
  }

  private func units(parent: String = "77") -> UnitRegister {
    let province = AdministrativeUnit(
      code: UnitCode("77"), name: "Tỉnh Bà Rịa - Vũng Tàu", tier: .province, parent: nil,
      validFrom: nil, validTo: nil)
    return UnitRegister(
      [province]
        + ["748", "750", "752", "754"].map {
          AdministrativeUnit(
            code: UnitCode($0), name: "Huyện \($0)", tier: .district, parent: UnitCode(parent),
            validFrom: nil, validTo: nil)
        })
  }

  private func messages(of text: String, units: UnitRegister? = nil) throws -> [String] {
    try problems(of: text, units: units).map(\.message)
  }

  private func problems(
    of text: String, units: UnitRegister? = nil
  ) throws -> [Fault.Problem] {
    let loaded = try loadProgramme(text, file: "programme.yaml")
    do throws(Fault) {
      try checkProgramme(loaded, against: rulebook, units: units ?? self.units())
      return []
    } catch {
      #expect(error.problems.allSatisfy { $0.file == "programme.yaml" && $0.line != nil })
      return error.problems
    }
  }

  @Test(
    "What a programme names and nobody knows is refused at its place",
    arguments: [
      Spoilt("  band-edge: lower", "  band-edge: ⟦middle", says: "không có lựa chọn"),
      Spoilt("  band-edge: lower", "  edge: ⟦lower", says: "Cách hiểu “edge” không có"),
      Spoilt("{unit: \"754\", name", "{unit: ⟦\"999\", name", says: "Đơn vị “999” chưa có"),
      Spoilt("{unit: \"754\", name", "{issuer: ⟦phong-ma, name", says: "“phong-ma” không có"),
      Spoilt("\"752\", \"750\"]", "\"752\", ⟦\"999\"]", says: "Đơn vị “999” chưa có"),
      Spoilt("rulebook: 25-kh", "rulebook: ⟦26-kh", says: "bộ quy tắc"),
      Spoilt(
        "  province: so-giao-duc-va-dao-tao", "  province: ⟦so-khac", says: "đầu mối “so-khac”"),
      Spoilt(
        "{id: phong-noi-vu, name: \"Phòng Nội vụ\", tier: district",
        "{id: ⟦phong-noi-vu, name: \"Phòng Nội vụ\", tier: province", says: "không thuộc cấp"),
      Spoilt(
        "    report: true\n    recipient: \"UBND tỉnh (qua",
        "    report: false\n    recipient: \"UBND tỉnh (qua", at: "⟦- id: ke-hoach-tinh",
        says: "“milestones” thiếu mốc có “report: true” của cấp “district”"),
    ])
  func places(spoilt: Spoilt) throws {
    let (text, place) = try spoilt.applied(to: text)
    let found = try problems(of: text)
    let problem = try #require(found.first)
    #expect(found.count == 1 && problem.message.contains(spoilt.says), "\(found)")
    #expect(
      problem.line == place.line && problem.column == place.column,
      "\(problem.description) \(place)")
  }

  @Test("A unit of a tier without criteria is refused where it stands")
  func otherTier() throws {
    let commune = AdministrativeUnit(
      code: UnitCode("750"), name: "Xã Ngãi Giao", tier: .commune, parent: UnitCode("77"),
      validFrom: nil, validTo: nil)
    let units = UnitRegister(
      ["77", "748", "752", "754"].compactMap { self.units()[UnitCode($0)] } + [commune])
    let found = try problems(of: text, units: units)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("không có tiêu chí cho cấp “commune”") == true)
  }

  @Test("The released programme loads and fits its rulebook")
  func released() throws {
    let programme = try loadProgramme(text, file: "programme.yaml").programme
    #expect(programme.participants.map(\.rawValue) == ["748", "754", "752", "750"])
    #expect(programme.readings.count == OpenPoint.allCases.filter { $0 != .targetBase }.count)
    #expect(
      programme.milestones.filter(\.isReport).map(\.lastDay.description) == [
        "2022-11-29", "2023-01-31",
      ])
    #expect(programme.evidenceFrom.description == "2022-01-01")
    #expect(
      programme.formerNames == [
        FormerName(
          "Huyện Tân Thành", of: .unit(UnitCode("754")),
          until: try #require(CalendarDay(iso: "2018-04-11")))
      ])
    #expect(programme.limits == CheckLimits())
    #expect(try messages(of: text).isEmpty)
  }

  @Test("Limits and former names that a programme leaves out are the usual ones, and none")
  func leftOut() throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { line in
      !["limits:", "formerNames:", "  - {unit:"].contains { line.hasPrefix($0) }
    }
    #expect(lines.count - kept.count == 3)
    let bare = try loadProgramme(kept.joined(separator: "\n"), file: "p").programme
    #expect(bare.formerNames.isEmpty && bare.limits == CheckLimits())
    let some = kept.joined(separator: "\n") + "\nlimits: {sharePoints: \"7.5\"}\n"
    let limits = try loadProgramme(some, file: "p").programme.limits
    #expect(limits.sharePoints == ExactDecimal(plain: "7.5"))
    #expect(limits.documentIndicators == 5 && limits.valuePercent == ExactDecimal(50))
  }

  @Test(
    "Each defect of a programme is refused at its place",
    arguments: [
      Spoilt("province: \"77\"", "⟦provinz: \"77\"\nprovince: \"77\"", says: "Khóa lạ “provinz”"),
      Spoilt(
        "province: \"77\"", "province: \"77\"\n⟦province: \"77\"", says: "Khóa bị lặp: province"),
      Spoilt("province: \"77\"", "province: ⟦\"\"", says: "không được để trống"),
      Spoilt("hoctap/programme/1", "⟦hoctap/programme/2", says: "hoctap/programme/2"),
      Spoilt("\"752\", \"750\"]", "\"752\", ⟦\"748\"]", says: "bị lặp"),
      Spoilt("\"752\", \"750\"]", "\"752\", ⟦\"77\"]", says: "không ghi lại"),
      Spoilt(
        "[\"748\", \"754\", \"752\", \"750\"]", "⟦[]", says: "cần ít nhất một đơn vị"),
      Spoilt(
        "evidence: {from: 2022-01-01", "evidence: {from: ⟦2022-13-01", says: "không phải là ngày"),
      Spoilt(
        "{unit: \"754\", name", "⟦{unit: \"754\", issuer: hdnd-huyen, name",
        says: "đúng một trong hai"),
      Spoilt("- {unit: \"754\", name", "- ⟦{name", says: "đúng một trong hai"),
      Spoilt("until: 2018-04-11", "until: ⟦11/04/2018", says: "không phải là ngày"),
      Spoilt("documentIndicators: \"5\"", "documentIndicators: ⟦\"0\"", says: "số chỉ báo"),
      Spoilt("documentIndicators: \"5\"", "documentIndicators: ⟦\"1,5\"", says: "số chỉ báo"),
      Spoilt("sharePoints: \"20\"", "sharePoints: ⟦\"0\"", says: "phải lớn hơn 0"),
      Spoilt("valuePercent: \"50\"", "valuePercent: ⟦\"50%\"", says: "không phải là số"),
      Spoilt("lastDay: 2022-11-29", "lastDay: ⟦29/11/2022", says: "không phải là ngày"),
      Spoilt("- id: bao-cao-huyen", "- ⟦id: ke-hoach-tinh", says: "bị lặp"),
      Spoilt("{id: cuc-thong-ke,", "⟦{id: so-noi-vu,", says: "bị lặp"),
      Spoilt(
        "{id: so-tai-chinh, name: \"Sở Tài chính\", tier: province",
        "{id: so-tai-chinh, name: \"Sở Tài chính\", tier: ⟦ward", says: "không dùng được ở đây"),
      Spoilt("  band-edge: lower", "  band-edge: ⟦[lower]", says: "một giá trị chữ hoặc số"),
      Spoilt(
        "    report: true\n    recipient: \"UBND tỉnh (qua",
        "    report: ⟦co\n    recipient: \"UBND tỉnh (qua", says: "true hoặc false"),
      Spoilt(
        "  district: phong-giao-duc-va-dao-tao", "  ⟦huyen: phong-giao-duc-va-dao-tao",
        says: "không dùng được ở đây"),
    ])
  func defects(spoilt: Spoilt) throws {
    let (text, place) = try spoilt.applied(to: text)
    let fault = try #require(throws: Fault.self) {
      try loadProgramme(text, file: "programme.yaml")
    }
    #expect(fault.problems.count == 1, "\(fault.problems.map(\.description))")
    let problem = try #require(fault.problems.first)
    #expect(problem.message.contains(spoilt.says), "\(problem.description)")
    #expect(
      problem.line == place.line && problem.column == place.column,
      "\(problem.description) \(place)")
  }

  @Test(
    "What a programme names and nobody knows is refused",
    arguments: [
      (
        "  band-edge: lower", "  band-edge: middle",
        "Cách hiểu “band-edge” không có lựa chọn “middle”"
      ),
      ("  band-edge: lower", "  edge: lower", "Cách hiểu “edge” không có trong bộ quy tắc"),
      ("\"752\", \"750\"]", "\"752\", \"999\"]", "Đơn vị “999” chưa có"),
      ("province: \"77\"", "province: \"78\"", "Đơn vị “78” chưa có"),
      ("{id: cuc-thong-ke,", "{id: cuc,", "Thiếu cơ quan “cuc-thong-ke” phụ trách chỉ báo 3.1.4"),
      ("  province: so-giao-duc-va-dao-tao", "  province: so-khac", "Cơ quan đầu mối “so-khac”"),
      ("  province: so-giao-duc-va-dao-tao\n", "", "“leadOffices” thiếu cấp “province”"),
      (
        "requestLetterheads:\n  district:", "requestLetterheads:\n  commune:",
        "“requestLetterheads” thiếu cấp “district”"
      ),
      ("rulebook: 25-kh", "rulebook: 26-kh", "bộ quy tắc"),
      (
        "name: \"Phòng Nội vụ\", tier: district", "name: \"Phòng Nội vụ\", tier: province",
        "“phong-noi-vu” không thuộc cấp"
      ),
    ])
  func unknownNames(old: String, new: String, says: String) throws {
    #expect(text.ranges(of: old).count == 1)
    let found = try messages(of: text.replacing(old, with: new))
    #expect(found.contains { $0.contains(says) }, "\(found)")
  }

  @Test("A participant of another province is refused once, and one that is unknown once")
  func otherProvince() throws {
    let other = try messages(of: text, units: units(parent: "01"))
    #expect(other.count == 4)
    #expect(other.allSatisfy { $0.contains("không trực thuộc “77”") })
    let unknown = try messages(of: text.replacing("\"752\", \"750\"]", with: "\"752\", \"999\"]"))
    #expect(unknown.count == 1)
  }
}
