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

  /// Whether anything is counted in rosters of persons.
  var readsPersons: Bool { personIndicator != nil }

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
