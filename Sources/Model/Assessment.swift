/// What an indicator's figures conclude (kết quả chỉ báo).
public enum IndicatorStatus: String, Hashable, Sendable, CaseIterable {
  /// Đạt.
  case met
  /// Không đạt.
  case notMet
  /// Chưa đủ số liệu: a figure that the measure needs is absent.
  case noData
  /// Lỗi số liệu: a figure is impossible, or two sources contradict each other.
  case invalid
  /// Không áp dụng: a share of nothing.
  case notApplicable

  /// Whether the figures decide the indicator.
  public var isDecided: Bool { self == .met || self == .notMet }
}

/// What is concluded for a unit (kết luận).
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  /// Được công nhận.
  case recognised
  /// Chưa kết luận: what is missing could change it.
  case pending
  /// Không được công nhận: nothing that is missing could change it.
  case notRecognised
}

/// Which figures a result rests on.
public enum FigureBasis: String, Hashable, Sendable {
  case counts
  case percentage
  case roster
  case computed
  case values
  case attestation
  /// The sum of the units below and of the unit's own offices.
  case sum
}

/// One step of the reasoning from figures to a result, without words.
public enum TraceStep: Hashable, Sendable {
  /// A figure as it was found.
  case figure(Figure)
  /// A percentage made from two counts; of a component when one is named.
  case share(part: Int, whole: Int, percentage: Rational, component: ComponentID?)
  /// A change from last year; relative when `isRelative`.
  case change(previous: Rational, current: Rational, change: Rational, isRelative: Bool)
  /// The plain average of the components' percentages.
  case average(Rational)
  /// A percentage or change beside its limit.
  case comparison(value: Rational, limit: Threshold, holds: Bool, component: ComponentID?)
  /// This year's value beside last year's.
  case growth(previous: Rational, current: Rational, holds: Bool, component: ComponentID?)
  /// The band that a percentage falls in; 0 below the first.
  case band(percentage: Rational, level: Int)
  /// Yes or no, as it was attested.
  case attested(Bool)
  /// Districts recognised and pending, out of those counted.
  case outcomes(recognised: Int, pending: Int, counted: Int)
  /// The lowest and highest share that the pending districts leave possible.
  case range(proven: Rational, possible: Rational)
  /// A share of nothing.
  case emptyWhole(countsAsMet: Bool)
  /// Last year's rate is below the fall that is asked for.
  case unattainable(previous: Rational, amount: ExactDecimal)
  /// A figure that is needed and absent, or present and impossible.
  case missing(component: ComponentID?)
  case invalid(component: ComponentID?)
  /// Counts of groups of people, or of units, and their sum.
  case sum(parts: [CountedPart])
  /// A percentage beside the target of a horizon.
  case target(value: Rational, target: ExactDecimal, horizon: HorizonID, holds: Bool)
  /// The reading that was taken of a point left open.
  case reading(InterpretationID, String)
}

/// Who is counted in one part of a sum.
public enum CountedBody: Hashable, Sendable {
  case group(ComponentID)
  case unit(UnitCode)
  /// An office of the unit that is judged.
  case office(OfficeID)
}

/// One part of a sum of counts.
public struct CountedPart: Hashable, Sendable {
  public let body: CountedBody
  public let numerator: Int
  public let denominator: Int

  public init(body: CountedBody, numerator: Int, denominator: Int) {
    self.body = body
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share in per cent; `nil` of nothing.
  public var percentage: Rational? { Rational(numerator, over: denominator)?.asPercentage }
}

/// Where an indicator, or a group of people, stands on its way to the target of one horizon.
public struct TargetStanding: Hashable, Sendable {
  public let horizon: Horizon
  /// - Unit: per cent.
  public let target: ExactDecimal
  public let isMet: Bool
  /// How many more people are needed with the whole as it is; 0 when met, `nil` when not counted.
  public let more: Int?
  /// What is needed each year from here to the horizon; `nil` when met or when no year is left.
  ///
  /// - Unit: percentage points a year.
  public let neededPace: Rational?
  /// The share at the horizon when the years go on as those before; `nil` without a trend.
  public let projection: Rational?

  public init(
    horizon: Horizon, target: ExactDecimal, isMet: Bool, more: Int?, neededPace: Rational?,
    projection: Rational?
  ) {
    self.horizon = horizon
    self.target = target
    self.isMet = isMet
    self.more = more
    self.neededPace = neededPace
    self.projection = projection
  }

  /// Whether the projection reaches the target.
  public var isOnCourse: Bool? { projection.map { $0 >= target.rational } }
}

/// A group of people within an indicator (nhóm đối tượng).
public struct GroupStanding: Hashable, Sendable {
  public let group: MeasureComponent
  public let counts: CountedPart
  /// Of its own targets, or else of those of the whole, which the group alone need not reach.
  public let targets: [TargetStanding]
  public let hasOwnTargets: Bool

  public init(
    group: MeasureComponent, counts: CountedPart, targets: [TargetStanding], hasOwnTargets: Bool
  ) {
    self.group = group
    self.counts = counts
    self.targets = targets
    self.hasOwnTargets = hasOwnTargets
  }
}

/// An indicator's share in one period.
public struct TrendPoint: Hashable, Sendable {
  public let year: Int
  /// - Unit: per cent.
  public let percentage: Rational
  public let numerator: Int?
  public let denominator: Int?

  public init(
    year: Int, percentage: Rational, numerator: Int?, denominator: Int?
  ) {
    self.year = year
    self.percentage = percentage
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// How an indicator's share has gone through the periods (xu hướng).
public struct Trend: Hashable, Sendable {
  /// From the first period to the one that is judged.
  public let points: [TrendPoint]
  /// The slope of the straight line that fits the points best; `nil` from a single period.
  ///
  /// - Unit: percentage points a year.
  public let pace: Rational?

  public init(points: [TrendPoint], pace: Rational?) {
    self.points = points
    self.pace = pace
  }
}

/// What is known of an indicator that has targets.
public struct TargetProgress: Hashable, Sendable {
  /// From the nearest horizon to the furthest; none while the figures do not decide.
  public let standings: [TargetStanding]
  public let groups: [GroupStanding]
  /// The parts of a sum over units and offices.
  public let parts: [CountedPart]
  /// The units below whose figures are not in the sum.
  public let absent: [UnitCode]
  public let trend: Trend

  public init(
    standings: [TargetStanding], groups: [GroupStanding], parts: [CountedPart],
    absent: [UnitCode], trend: Trend
  ) {
    self.standings = standings
    self.groups = groups
    self.parts = parts
    self.absent = absent
    self.trend = trend
  }

  public func standing(_ horizon: HorizonID) -> TargetStanding? {
    standings.first { $0.horizon.id == horizon }
  }
}

/// The result of one indicator of one unit, with how it came about.
public struct IndicatorAssessment: Hashable, Sendable {
  public let indicator: Indicator
  public let status: IndicatorStatus
  public let evidence: EvidenceStatus
  public let documents: [EvidenceDocument]
  /// The level of the band that the figures fall in, for a decided banded indicator.
  public let band: Int?
  /// The decisive number: a percentage, a fall in points or per cent, or this year's value.
  public let value: Rational?
  /// The counts behind a share, where they are known.
  public let numerator: Int?
  public let denominator: Int?
  public let basis: FigureBasis?
  public let figures: [Figure]
  /// The readings that bear on it, in the rulebook's order.
  public let readings: [ChosenReadings.Choice]
  public let trace: [TraceStep]
  /// Whether, by the reading taken, its share of nothing counts as met.
  public let countsAsMetWhenEmpty: Bool
  /// The best band that the possible reading allows when the figures do not decide it; the highest
  /// unless part is known.
  public let possibleBandWhenOpen: Int
  public let findings: [Finding]
  /// Where it stands on the way to its targets; `nil` where it has none.
  public let progress: TargetProgress?

  public init(
    indicator: Indicator, status: IndicatorStatus, evidence: EvidenceStatus,
    documents: [EvidenceDocument], band: Int?, value: Rational?, numerator: Int?,
    denominator: Int?, basis: FigureBasis?, figures: [Figure],
    readings: [ChosenReadings.Choice], trace: [TraceStep], countsAsMetWhenEmpty: Bool,
    possibleBandWhenOpen: Int, findings: [Finding], progress: TargetProgress? = nil
  ) {
    self.indicator = indicator
    self.status = status
    self.evidence = evidence
    self.documents = documents
    self.band = band
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.basis = basis
    self.figures = figures
    self.readings = readings
    self.trace = trace
    self.countsAsMetWhenEmpty = countsAsMetWhenEmpty
    self.possibleBandWhenOpen = possibleBandWhenOpen
    self.findings = findings
    self.progress = progress
  }

  /// Whether its figures decide it, or by the reading taken need not.
  public var isSettled: Bool {
    status.isDecided || (status == .notApplicable && countsAsMetWhenEmpty)
  }

  /// Whether it is met and documented.
  public var isProven: Bool {
    isSettled && status != .notMet && evidence == .complete
  }

  public var isPreliminary: Bool { figures.contains { $0.state == .preliminary } }
}

/// What one indicator still needs for the next level.
public struct LevelNeed: Hashable, Sendable {
  public enum Missing: Hashable, Sendable {
    /// The smallest number of further bodies, with the denominator as it is.
    case more(Int, numerator: Int, denominator: Int)
    /// The smallest number of cases that must go, for a share that must be below a limit.
    case fewer(Int, numerator: Int, denominator: Int)
    /// The percentage that must be reached, where the counts are not known.
    case percentage(Threshold, isStrict: Bool)
    /// An attestation that must become yes.
    case attestation
    /// A fall that must be larger by so many percentage points.
    case fall(Rational)
    /// This year's value must be above last year's.
    case growth
    /// A change that must be larger, where no number says by how much.
    case change
    /// A share of nothing: what counts then is for the authority to say.
    case guidance
    /// A component's share that must reach the limit.
    case components([ComponentID])
    /// A figure that is absent.
    case figures
    /// A figure that must be mended.
    case correction
    /// Documents: the figures suffice.
    case documents
    /// The outcomes of units below that are pending.
    case outcomes
  }

  public let indicator: IndicatorID
  /// In the order in which they are to be had: figures, then documents.
  public let missing: [Missing]

  public init(indicator: IndicatorID, missing: [Missing]) {
    self.indicator = indicator
    self.missing = missing
  }
}

/// What stands between a unit and its next level.
public struct NextLevel: Hashable, Sendable {
  public let level: Int
  public let needs: [LevelNeed]

  public init(level: Int, needs: [LevelNeed]) {
    self.level = level
    self.needs = needs
  }
}

/// What a unit's indicators add up to where levels are awarded (kết luận).
public struct LevelConclusion: Hashable, Sendable {
  public let outcome: Outcome
  /// The proven level, the only one that may be claimed; 0 when not recognised.
  public let level: Int
  /// The level that the unit reaches if everything missing turns out at its best.
  public let possibleLevel: Int
  /// The banded indicators with the lowest proven band, or those that keep the level at 0.
  public let binding: [IndicatorID]
  /// `nil` at the highest level.
  public let nextLevel: NextLevel?

  public init(
    outcome: Outcome, level: Int, possibleLevel: Int, binding: [IndicatorID],
    nextLevel: NextLevel?
  ) {
    self.outcome = outcome
    self.level = level
    self.possibleLevel = possibleLevel
    self.binding = binding
    self.nextLevel = nextLevel
  }
}

/// The result of one unit for one period (kết quả đánh giá).
public struct UnitAssessment: Hashable, Sendable {
  public let unit: AdministrativeUnit
  /// `nil` where indicators have targets and no level is awarded.
  public let conclusion: LevelConclusion?
  /// In the rulebook's order.
  public let indicators: [IndicatorAssessment]

  public init(
    unit: AdministrativeUnit, conclusion: LevelConclusion?, indicators: [IndicatorAssessment]
  ) {
    self.unit = unit
    self.conclusion = conclusion
    self.indicators = indicators
  }

  public func indicator(_ id: IndicatorID) -> IndicatorAssessment? {
    indicators.first { $0.indicator.id == id }
  }
}

extension UnitAssessment {
  /// The indicators whose target of a horizon is met.
  public func met(by horizon: Horizon) -> [IndicatorID] {
    indicators.filter { $0.progress?.standing(horizon.id)?.isMet == true }.map(\.indicator.id)
  }
}

/// The parts of the conclusion.
///
/// - Precondition: a level is awarded.
extension UnitAssessment {
  public var outcome: Outcome { levels.outcome }
  public var level: Int { levels.level }
  public var possibleLevel: Int { levels.possibleLevel }
  public var binding: [IndicatorID] { levels.binding }
  public var nextLevel: NextLevel? { levels.nextLevel }

  private var levels: LevelConclusion {
    guard let conclusion else { preconditionFailure("no level is awarded to \(unit.code)") }
    return conclusion
  }
}
