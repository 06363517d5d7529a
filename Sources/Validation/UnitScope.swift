import Model

/// What the files of one unit are checked against.
struct UnitScope: Sendable {
  let unit: AdministrativeUnit
  let context: RunContext
  /// `nil` when the rulebook has no criteria for the unit's tier.
  let criteria: CriteriaSet?
  let issuers: IssuerMatcher
  private let indicatorsByID: [IndicatorID: Indicator]
  private let indicatorsByWording: [String: Indicator]

  init(_ unit: AdministrativeUnit, in context: RunContext) {
    self.unit = unit
    self.context = context
    criteria = context.rulebook.tiers[unit.tier]
    issuers = IssuerMatcher(of: unit, in: context)
    indicatorsByID = Dictionary(
      (criteria?.indicators ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    indicatorsByWording = Dictionary(
      (criteria?.indicators ?? []).map { (folded($0.wording), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// In the rulebook's order.
  var indicators: [Indicator] { criteria?.indicators ?? [] }

  /// Whether anything is counted in the rosters of persons that stand in the folder of `office`, or
  /// in the unit's own.
  func readsPersons(of office: OfficeID?) -> Bool {
    personIndicator != nil
      || reportingOffice(office)?.reports.contains { test(ofSum: $0.indicator) != nil } ?? false
  }

  /// What is asked of the persons of an office that reports a part of that sum: what is asked of those
  /// of the units below.
  func test(ofSum id: IndicatorID) -> CitizenTest? {
    guard indicator(id.rawValue)?.source == .childFigures else { return nil }
    return Tier.allCases.lazy.compactMap { tier -> CitizenTest? in
      guard case .citizens(let test) = context.rulebook.tiers[tier]?.indicator(id)?.source else {
        return nil
      }
      return test
    }.first
  }

  /// The groups of people that are counted in the rosters of `office`, or of the unit; none where
  /// nothing tells groups apart.
  func groups(countedFor office: OfficeID?) -> Set<ComponentID> {
    if let office = reportingOffice(office) {
      return Set(
        office.reports.flatMap { own in
          indicator(own.indicator.rawValue).map { office.groups(of: $0) } ?? []
        })
    }
    let counted = indicators.filter { if case .citizens = $0.source { true } else { false } }
    return Set(counted.flatMap(\.measure.components).map(\.id))
  }

  /// The first indicator that is.
  var personIndicator: Indicator? {
    indicators.first { if case .citizens = $0.source { true } else { false } }
  }

  func indicator(_ id: String) -> Indicator? { indicatorsByID[IndicatorID(id)] }

  /// The first indicator whose wording, folded, is `foldedText`.
  func indicator(worded foldedText: String) -> Indicator? { indicatorsByWording[foldedText] }

  /// The offices that may give figures for the unit, in the programme's order.
  var offices: [Office] { context.programme.offices.filter { $0.tier == unit.tier } }

  /// The day whose communes are counted: the last of the period, or the as-of day before it.
  var countingDay: CalendarDay {
    guard let first = CalendarDay(year: context.period, month: 1, day: 1),
      let last = CalendarDay(year: context.period, month: 12, day: 31)
    else { return context.asOf }
    return max(first, min(last, context.asOf))
  }

  /// Whether a share of `indicator` must also be lower than last year's.
  func needsPrevious(_ indicator: Indicator) -> Bool {
    guard indicator.measure.threshold?.comparison == .below else { return false }
    let choice = context.readings.choice(on: .belowLimit, for: indicator)
    return choice?.reading.id == "belowAndLower"
  }

  /// The names of the issuers that the rulebook accepts for `indicator`, for messages.
  func acceptedIssuers(of indicator: Indicator) -> String {
    indicator.acceptedIssuers.compactMap { context.rulebook.issuers[$0]?.name }
      .joined(separator: "; ")
  }
}
