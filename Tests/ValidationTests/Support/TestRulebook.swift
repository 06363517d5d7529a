import Model

/// A small rulebook with every kind of measure and source.
enum TestRulebook {
  static let rulebook = Rulebook(
    id: "test", title: "Kế hoạch thử", shortTitle: "Kế hoạch", inForceFrom: day("2022-02-08"),
    inForceTo: nil,
    tiers: [
      .district: criteria("Bộ tiêu chí huyện", districtIndicators),
      .province: criteria("Bộ tiêu chí tỉnh", provinceIndicators),
    ],
    interpretations: [
      Interpretation(
        id: InterpretationID("bullying"), governs: .belowLimit, clause: "", question: "",
        readings: [.init(id: "below", text: ""), .init(id: "belowAndLower", text: "")],
        defaultReading: "below")
    ],
    issuers: IssuerRegister(
      issuers: [
        Issuer(id: IssuerID("hdnd"), name: "HĐND cấp huyện", bodies: ["Hội đồng nhân dân"]),
        Issuer(id: IssuerID("ubnd"), name: "UBND cấp huyện", bodies: ["Ủy ban nhân dân"]),
        Issuer(
          id: IssuerID("phong"), name: "Phòng LĐ-TB&XH",
          bodies: ["Phòng Lao động - Thương binh và Xã hội"]),
        Issuer(
          id: IssuerID("gd"), name: "Phòng GDĐT", bodies: ["Phòng Giáo dục và Đào tạo"]),
      ],
      abbreviations: [
        Abbreviation(short: "UBND", words: "ủy ban nhân dân"),
        Abbreviation(short: "HĐND", words: "hội đồng nhân dân"),
        Abbreviation(short: "GDĐT", words: "giáo dục và đào tạo"),
        Abbreviation(short: "LĐ-TB&XH", words: "lao động thương binh và xã hội"),
      ]), digest: "")

  static let districtIndicators = [
    indicator("1.1.1", .attestation, issuers: ["ubnd", "hdnd"]),
    indicator(
      "2.1.1", .share(atLeast(70)), source: .roster(.agencies, .gradedFairOrBetter),
      issuers: ["ubnd"]),
    indicator(
      "2.1.2", .share(atLeast(70)), source: .roster(.communes, .gradedFairOrBetter),
      issuers: ["ubnd"]),
    indicator(
      "2.2.1", .share(atLeast(70)), source: .roster(.agencies, .trainingPlan), issuers: ["gd"]),
    indicator(
      "2.2.3", .share(atLeast(100)), source: .roster(.centres, .openResources), issuers: ["gd"]),
    indicator(
      "2.2.4", .share(atLeast(70)), source: .roster(.communes, .freeWifi), issuers: ["gd"]),
    indicator("3.1.1", .decrease(by: ExactDecimal(1)), issuers: ["phong"]),
    indicator(
      "3.1.2",
      .compositeShare(
        atLeast(90), [component("ran", "Chất thải rắn"), component("nuoc", "Nước thải")]),
      issuers: ["ubnd"]),
    indicator(
      "3.2.2", .share(Threshold(.below, ExactDecimal(5))), issuers: ["gd"],
      interpretations: ["bullying"]),
  ]

  static let provinceIndicators = [
    indicator("2.1.2", .share(atLeast(70)), source: .childOutcomes, issuers: ["ubnd"]),
    indicator("3.1.1", .increase([]), issuers: ["ubnd"], office: "cuc-thong-ke"),
    indicator(
      "3.1.3", .increase([component("moi", "Mới"), component("cu", "Cũ")]), issuers: ["ubnd"],
      office: "so-khoa-hoc"),
    indicator("3.1.4", .share(atLeast(66)), issuers: ["ubnd"], office: "cuc-thong-ke"),
  ]

  private static func atLeast(_ percent: Int32) -> Threshold {
    Threshold(.atLeast, ExactDecimal(percent))
  }

  private static func component(_ id: String, _ name: String) -> MeasureComponent {
    MeasureComponent(id: ComponentID(id), name: name)
  }

  private static func indicator(
    _ id: String, _ measure: Measure, source: FigureSource? = nil, issuers: [String],
    office: String = "van-phong", interpretations: [String] = []
  ) -> Indicator {
    Indicator(
      id: IndicatorID(id), wording: "Chỉ báo \(id)", shortName: "tên \(id)",
      clause: "khoản \(id)", measure: measure, role: .prerequisite, source: source, guidance: "",
      acceptedIssuers: issuers.map(IssuerID.init), office: OfficeID(office),
      interpretations: interpretations.map(InterpretationID.init), counted: nil)
  }

  private static func criteria(_ title: String, _ indicators: [Indicator]) -> CriteriaSet {
    CriteriaSet(
      title: title, award: "", clause: "",
      standards: [
        Standard(
          id: "1", title: "",
          criteria: [Criterion(id: "1.1", title: "", indicators: indicators)])
      ],
      rule: .levels(
        LevelRule(
          prerequisiteClause: "", bandedClause: "",
          bands: [
            Band(level: 1, from: ExactDecimal(70), to: ExactDecimal(100), clause: "")
          ])))
  }
}

/// The day that `iso` names; the first of 2022 for a text that is none.
func day(_ iso: String) -> CalendarDay {
  guard let day = CalendarDay(iso: iso) else { preconditionFailure("\(iso) is no day") }
  return day
}
