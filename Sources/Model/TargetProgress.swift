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
  /// Whether the counts are of too few people to be told; they are then 0, and not to be read.
  public let isWithheld: Bool

  public init(body: CountedBody, numerator: Int, denominator: Int) {
    self.body = body
    self.numerator = numerator
    self.denominator = denominator
    isWithheld = false
  }

  /// A part whose counts are not told.
  public init(withholding body: CountedBody) {
    self.body = body
    (numerator, denominator) = (0, 0)
    isWithheld = true
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
  /// The unit's own offices that report it and whose figures are not in the sum.
  public let absentOffices: [OfficeID]
  public let trend: Trend

  public init(
    standings: [TargetStanding], groups: [GroupStanding], parts: [CountedPart],
    absent: [UnitCode], absentOffices: [OfficeID], trend: Trend
  ) {
    self.standings = standings
    self.groups = groups
    self.parts = parts
    self.absent = absent
    self.absentOffices = absentOffices
    self.trend = trend
  }

  public func standing(_ horizon: HorizonID) -> TargetStanding? {
    standings.first { $0.horizon.id == horizon }
  }
}
