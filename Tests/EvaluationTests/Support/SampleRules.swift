import Model

/// Rules made in code: indicators by measure, and a run in which every open point is a choice.
enum Sample {
  static let province = AdministrativeUnit(
    code: UnitCode("77"), name: "Tỉnh Bà Rịa - Vũng Tàu", tier: .province, parent: nil,
    validFrom: nil, validTo: nil)
  static let districts = (1...8).map { number in
    AdministrativeUnit(
      code: UnitCode("70\(number)"), name: "Huyện \(number)", tier: .district,
      parent: province.code, validFrom: nil, validTo: nil)
  }
  static let day = CalendarDay(year: 2022, month: 11, day: 25)

  static func decimal(_ plain: String) -> ExactDecimal {
    guard let decimal = ExactDecimal(plain: plain) else {
      preconditionFailure("\(plain) is not a decimal")
    }
    return decimal
  }

  /// An indicator that every interpretation touches unless `interpretations` names fewer.
  static func indicator(
    _ id: String, _ measure: Measure, _ role: IndicatorRole = .prerequisite,
    source: FigureSource? = nil, interpretations: [OpenPoint] = OpenPoint.allCases
  ) -> Indicator {
    Indicator(
      id: IndicatorID(id), wording: id, shortName: id, clause: "Chỉ báo \(id)", measure: measure,
      role: role, source: source, guidance: "", acceptedIssuers: [], office: OfficeID("office"),
      interpretations: interpretations.map { InterpretationID($0.rawValue) }, counted: "xã")
  }

  static func atLeast(_ percent: String) -> Measure {
    .share(Threshold(.atLeast, decimal(percent)))
  }

  static func below(_ percent: String) -> Measure {
    .share(Threshold(.below, decimal(percent)))
  }

  static func components(_ ids: [String]) -> [MeasureComponent] {
    ids.map { MeasureComponent(id: ComponentID($0), name: $0) }
  }

  static func criteria(_ indicators: [Indicator]) -> CriteriaSet {
    let edges = ["70", "80", "90", "100"].map(decimal)
    let rule = LevelRule(
      prerequisiteClause: "III.1", bandedClause: "III.1",
      bands: (0..<3).map {
        Band(level: $0 + 1, from: edges[$0], to: edges[$0 + 1], clause: "III.1")
      })
    return CriteriaSet(
      title: "Bộ tiêu chí", award: "huyện học tập", clause: "Phụ lục 1",
      standards: [
        Standard(
          id: "1", title: "1", criteria: [Criterion(id: "1.1", title: "1", indicators: indicators)])
      ], rule: .levels(rule))
  }

  static let horizons = [
    Horizon(id: HorizonID("2025"), title: "đến năm 2025", year: 2025, clause: "I.2.1"),
    Horizon(id: HorizonID("2030"), title: "đến năm 2030", year: 2030, clause: "I.2.2"),
  ]

  /// Criteria that set targets by 2025 and 2030.
  static func targets(_ indicators: [Indicator]) -> CriteriaSet {
    CriteriaSet(
      title: "Mục tiêu", award: "Công dân học tập", clause: "I.2",
      standards: [
        Standard(
          id: "1", title: "1", criteria: [Criterion(id: "1.1", title: "1", indicators: indicators)])
      ], rule: .targets(horizons))
  }

  static func target(
    _ near: String, _ far: String, groups: [String] = [], own: [String: (String, String)] = [:],
    within: String? = nil
  ) -> Measure {
    let values = { (near: String, far: String) in
      [HorizonID("2025"): decimal(near), HorizonID("2030"): decimal(far)]
    }
    return .target(
      Target(
        values: values(near, far), groups: components(groups),
        groupValues: Dictionary(
          uniqueKeysWithValues: own.map { (ComponentID($0.key), values($0.value.0, $0.value.1)) }),
        within: within.map { IndicatorID($0) }))
  }

  /// A run of a programme with the first `participants` of eight districts.
  static func context(
    _ readings: [OpenPoint: String] = [:], participants: Int = 4,
    districts: [AdministrativeUnit] = districts
  ) -> RunContext {
    guard let day else { preconditionFailure("the day exists") }
    let interpretations = OpenPoint.allCases.map { point in
      Interpretation(
        id: InterpretationID(point.rawValue), governs: point, clause: "", question: "",
        readings: point.choices.map { .init(id: $0, text: $0) }, defaultReading: point.choices[0])
    }
    let rulebook = Rulebook(
      id: "sample", title: "", shortTitle: "", inForceFrom: day, inForceTo: nil, tiers: [:],
      interpretations: interpretations, issuers: IssuerRegister(issuers: [], abbreviations: []),
      digest: "")
    let chosen = readings.map { (InterpretationID($0.key.rawValue), $0.value) }
    let programme = Programme(
      id: "sample", title: "", rulebook: "sample", province: province.code,
      participants: districts.prefix(participants).map(\.code), illustrative: nil,
      legalBases: [], milestones: [], evidenceFrom: day,
      readings: Dictionary(uniqueKeysWithValues: chosen), offices: [], leadOffices: [:],
      letterheads: [:], requestLetterheads: [:])
    return RunContext(
      programme: programme, rulebook: rulebook, units: UnitRegister([province] + districts),
      period: 2022, asOf: day)
  }
}
