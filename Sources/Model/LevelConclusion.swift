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
