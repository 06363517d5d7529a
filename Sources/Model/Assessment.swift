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
  /// Figures of too few people to be told, or that would tell such figures.
  case withheld
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
  /// Whether its figures are of too few people to be told, or would tell such figures; it then has
  /// neither value nor counts.
  public let isWithheld: Bool

  public init(
    indicator: Indicator, status: IndicatorStatus, evidence: EvidenceStatus,
    documents: [EvidenceDocument], band: Int?, value: Rational?, numerator: Int?,
    denominator: Int?, basis: FigureBasis?, figures: [Figure],
    readings: [ChosenReadings.Choice], trace: [TraceStep], countsAsMetWhenEmpty: Bool,
    possibleBandWhenOpen: Int, findings: [Finding], progress: TargetProgress? = nil,
    isWithheld: Bool = false
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
    self.isWithheld = isWithheld
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
