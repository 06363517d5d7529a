/// One legal instrument's rules as data (bộ quy tắc): criteria, measures, levels, interpretations.
///
/// A value that exists is sound: `Rulebooks` refuses everything else. Indicators are keyed by tier
/// and id: district 3.1.1 is poverty, province 3.1.1 is GRDP.
public struct Rulebook: Hashable, Sendable {
  public let id: String
  /// The instrument as it is cited first: type, number, date, issuer and title.
  public let title: String
  /// The instrument as it is cited later: type and number.
  public let shortTitle: String
  /// First and last day in force; no last day while it is in force.
  public let inForceFrom: CalendarDay
  public let inForceTo: CalendarDay?
  public let tiers: [Tier: CriteriaSet]
  public let interpretations: [Interpretation]
  public let issuers: IssuerRegister
  /// SHA-256 of the file that it was read from, in lower-case hexadecimal.
  public let digest: String

  public init(
    id: String, title: String, shortTitle: String, inForceFrom: CalendarDay,
    inForceTo: CalendarDay?, tiers: [Tier: CriteriaSet], interpretations: [Interpretation],
    issuers: IssuerRegister, digest: String
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.inForceFrom = inForceFrom
    self.inForceTo = inForceTo
    self.tiers = tiers
    self.interpretations = interpretations
    self.issuers = issuers
    self.digest = digest
  }
}

extension Rulebook {
  /// Whether some tier sets targets for years instead of awarding levels.
  public var setsTargets: Bool { tiers.values.contains { !$0.awardsLevels } }
}

/// The criteria of one tier (bộ tiêu chí): standards, criteria and indicators, and how they add up
/// to a level.
public struct CriteriaSet: Hashable, Sendable {
  /// For example `Bộ tiêu chí công nhận huyện/thành phố học tập`.
  public let title: String
  /// The title that is recognised: `huyện/thành phố học tập`.
  public let award: String
  public let clause: String
  public let standards: [Standard]
  public let rule: JudgingRule

  public init(
    title: String, award: String, clause: String, standards: [Standard], rule: JudgingRule
  ) {
    self.title = title
    self.award = award
    self.clause = clause
    self.standards = standards
    self.rule = rule
    indicators = standards.flatMap { $0.criteria.flatMap(\.indicators) }
  }

  /// How indicators add up to a level.
  ///
  /// - Precondition: the criteria award levels.
  public var levelRule: LevelRule {
    guard case .levels(let rule) = rule else { preconditionFailure("criteria without levels") }
    return rule
  }

  /// The horizons of criteria that set targets; none where levels are awarded.
  public var horizons: [Horizon] {
    if case .targets(let horizons) = rule { horizons } else { [] }
  }

  public var awardsLevels: Bool { if case .levels = rule { true } else { false } }

  /// All indicators in the order of the instrument.
  public let indicators: [Indicator]

  public func indicator(_ id: IndicatorID) -> Indicator? {
    indicators.first { $0.id == id }
  }
}

/// What the indicators of a tier are judged for.
public enum JudgingRule: Hashable, Sendable {
  /// They add up to a level (mức độ).
  case levels(LevelRule)
  /// Each has a target for each of these years (mục tiêu), from the nearest to the furthest.
  case targets([Horizon])
}

/// A year by which targets are to be reached (mốc mục tiêu).
public struct Horizon: Hashable, Sendable {
  public let id: HorizonID
  /// In a sentence: `đến năm 2025`.
  public let title: String
  public let year: Int
  public let clause: String
  /// The title of the review in the report of that year: `Sơ kết 5 năm …`; `nil` where there is none.
  public let review: String?

  public init(
    id: HorizonID, title: String, year: Int, clause: String, review: String? = nil
  ) {
    self.id = id
    self.title = title
    self.year = year
    self.clause = clause
    self.review = review
  }
}

/// A standard (tiêu chuẩn): a group of criteria.
public struct Standard: Hashable, Sendable {
  public let id: String
  public let title: String
  public let criteria: [Criterion]

  public init(id: String, title: String, criteria: [Criterion]) {
    self.id = id
    self.title = title
    self.criteria = criteria
  }
}

/// A criterion (tiêu chí): a group of indicators.
public struct Criterion: Hashable, Sendable {
  public let id: String
  public let title: String
  public let indicators: [Indicator]

  public init(id: String, title: String, indicators: [Indicator]) {
    self.id = id
    self.title = title
    self.indicators = indicators
  }
}

/// An indicator (chỉ báo): one thing that is measured.
public struct Indicator: Hashable, Sendable {
  public let id: IndicatorID
  /// The official wording.
  public let wording: String
  /// A few words for tables and charts.
  public let shortName: String
  public let clause: String
  public let measure: Measure
  public let role: IndicatorRole
  public let source: FigureSource?
  /// The column "Hướng dẫn đánh giá": which documents the instrument accepts.
  public let guidance: String
  /// Ids in the rulebook's `issuers`.
  public let acceptedIssuers: [IssuerID]
  /// The office that owes the figure and its evidence.
  public let office: OfficeID
  /// Interpretations that can affect it.
  public let interpretations: [InterpretationID]
  /// What is counted, in the singular, for sentences such as "thêm 2 xã"; `nil` for attestations.
  public let counted: String?
  /// The tier whose units, below the unit that is judged, are the whole of a share; `nil` where the
  /// register does not say what the whole is.
  public let whole: Tier?
  /// Whether it follows from the units below, so that nobody owes a figure or a document for it.
  public var isComputed: Bool { source == .childOutcomes || source == .childFigures }

  /// The indicator of the tier below whose counts are part of this one's; `nil` where there is none.
  public let includedChild: IndicatorID?

  public init(
    id: IndicatorID, wording: String, shortName: String, clause: String, measure: Measure,
    role: IndicatorRole, source: FigureSource?, guidance: String, acceptedIssuers: [IssuerID],
    office: OfficeID, interpretations: [InterpretationID], counted: String?,
    whole: Tier? = nil, includedChild: IndicatorID? = nil
  ) {
    self.id = id
    self.wording = wording
    self.shortName = shortName
    self.clause = clause
    self.measure = measure
    self.role = role
    self.source = source
    self.guidance = guidance
    self.acceptedIssuers = acceptedIssuers
    self.office = office
    self.interpretations = interpretations
    self.counted = counted
    self.whole = whole
    self.includedChild = includedChild
  }
}

/// What an indicator does in the level (vai trò).
public enum IndicatorRole: String, Hashable, Sendable {
  /// Điều kiện tiên quyết: must be met.
  case prerequisite
  /// Xếp mức: its band holds the level.
  case banded
  /// Có mục tiêu: on its way to a target, without a level.
  case target
}
