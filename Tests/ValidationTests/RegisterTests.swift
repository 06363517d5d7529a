import Model
import Testing

@Suite("Figures and rosters against the register")
struct RegisterTests {
  private static let heading = "Chỉ báo|Số đạt|Tổng số|Tỷ lệ (%)"

  @Test(
    "A typed whole that is not the number of communes is an error, and stays in use",
    arguments: [(2, 3, false), (2, 2, true), (2, 4, true), (3, 3, false)])
  func communes(part: Int, whole: Int, disagrees: Bool) throws {
    let outcome = submission([
      "so-lieu.csv": "\(Self.heading)\n2.1.2|\(part)|\(whole)|\n2.1.1|1|9|"
    ])
    #expect(outcome.codes == (disagrees ? [.wholeDisagreesWithRegister] : []))
    #expect(outcome.figures("2.1.2").invalid == .none)
    #expect(outcome.figures("2.1.2").figures.first?.denominator?.value == whole)
    guard disagrees else { return }
    let finding = try #require(outcome.findings(.wholeDisagreesWithRegister).first)
    #expect(finding.value == "\(whole)" && finding.expected == "3")
    #expect(finding.place?.column == "Tổng số" && finding.place?.line == 2)
    #expect(finding.details["unit"] == "thành phố Bà Rịa")
  }

  @Test("A percentage without counts, and a roster, are not compared with the register")
  func others() {
    #expect(submission(["so-lieu.csv": "\(Self.heading)\n2.1.2|||80"]).codes.isEmpty)
    let roster = "Mã|Xếp loại\n26548|Tốt\n26551|Tốt\n26554|Tốt"
    let typed = "\(Self.heading)\n2.1.2|3|4|"
    let outcome = submission(["so-lieu.csv": typed, "xa-phuong.csv": roster])
    #expect(outcome.codes == [.rosterDisagrees])
  }

  @Test("A register without communes of the unit says nothing of them")
  func noCommunes() {
    let context = TestUnit.context(units: UnitRegister([TestUnit.province, TestUnit.baRia]))
    let outcome = submission(["so-lieu.csv": "\(Self.heading)\n2.1.2|3|4|"], in: context)
    #expect(outcome.codes.isEmpty)
  }

  private static func province(reading: String) -> RunContext {
    let indicator = Indicator(
      id: IndicatorID("2.2.4"), wording: "", shortName: "", clause: "",
      measure: .share(Threshold(.atLeast, ExactDecimal(70))), role: .banded, source: nil,
      guidance: "", acceptedIssuers: [], office: OfficeID("cuc-thong-ke"), interpretations: [],
      counted: "huyện", whole: .district)
    let criteria = CriteriaSet(
      title: "", award: "", clause: "",
      standards: [
        Standard(
          id: "2", title: "",
          criteria: [Criterion(id: "2.2", title: "", indicators: [indicator])])
      ],
      rule: .levels(
        LevelRule(
          prerequisiteClause: "", bandedClause: "",
          bands: [
            Band(level: 1, from: ExactDecimal(70), to: ExactDecimal(100), clause: "")
          ])))
    let id = InterpretationID("recognised-districts")
    let rulebook = Rulebook(
      id: "test", title: "", shortTitle: "", inForceFrom: day("2022-01-01"), inForceTo: nil,
      tiers: [.province: criteria],
      interpretations: [
        Interpretation(
          id: id, governs: .childDenominator, clause: "", question: "",
          readings: [.init(id: "participating", text: ""), .init(id: "all", text: "")],
          defaultReading: "participating")
      ], issuers: IssuerRegister(issuers: [], abbreviations: []), digest: "")
    return TestUnit.context(readings: [id: reading], rulebook: rulebook)
  }

  @Test(
    "A province's whole is its districts, or those of the pilot where that is the reading taken",
    arguments: [
      ("participating", 2, 0), ("participating", 1, 0), ("participating", 3, 1), ("all", 2, 0),
      ("all", 1, 1), ("all", 3, 1),
    ])
  func districts(reading: String, whole: Int, count: Int) {
    let outcome = submission(
      ["so-lieu.csv": "\(Self.heading)\n2.2.4|1|\(whole)|"], of: TestUnit.province,
      in: Self.province(reading: reading))
    let found = outcome.findings(.wholeDisagreesWithRegister)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.expected == "2" })
  }

  @Test(
    "A commune of the unit counts from its first to its last day",
    arguments: [
      ("2022-11-25", nil, true), ("2022-11-26", nil, false), (nil, "2022-11-25", true),
      (nil, "2022-11-24", false), (nil, nil, true),
    ] as [(String?, String?, Bool)])
  func inForce(from: String?, to: String?, exists: Bool) throws {
    let commune = AdministrativeUnit(
      code: UnitCode("26600"), name: "Xã Mới", tier: .commune, parent: UnitCode("748"),
      validFrom: from.map(day), validTo: to.map(day))
    let context = TestUnit.context(
      units: UnitRegister([TestUnit.province, TestUnit.baRia, commune]))
    let outcome = submission(["xa-phuong.csv": "Mã|Xếp loại\n26600|Tốt"], in: context)
    // A row that is not counted leaves the unit without figures.
    let codes = outcome.codes.filter { $0 != .unitWithoutFigures }
    #expect(codes == (exists ? [] : [.unitNotInForce]))
    guard !exists else { return }
    let details = try #require(outcome.findings(.unitNotInForce).first).details
    #expect(details["from"] == (from == nil ? "…" : "26/11/2022"))
    #expect(details["to"] == (to == nil ? "…" : "24/11/2022"))
    #expect(details["name"] == "Xã Mới" && details["day"] == "25/11/2022")
  }
}
