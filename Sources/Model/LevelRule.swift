/// One band of percentages (khoảng) and the level that it allows.
///
/// - Unit: per cent. To which band an edge belongs is an interpretation, not part of the band.
public struct Band: Hashable, Sendable {
  public let level: Int
  public let from: ExactDecimal
  public let to: ExactDecimal
  public let clause: String

  public init(level: Int, from: ExactDecimal, to: ExactDecimal, clause: String) {
    self.level = level
    self.from = from
    self.to = to
    self.clause = clause
  }
}

/// How bands and prerequisites add up to a level (mức độ).
public struct LevelRule: Hashable, Sendable {
  public let prerequisiteClause: String
  public let bandedClause: String
  /// From the lowest to the highest, without gap or overlap, levels 1, 2, 3 and so on.
  public let bands: [Band]

  /// - Precondition: at least one band; loaders check it and that bands meet.
  public init(prerequisiteClause: String, bandedClause: String, bands: [Band]) {
    precondition(!bands.isEmpty, "a level rule has bands")
    self.prerequisiteClause = prerequisiteClause
    self.bandedClause = bandedClause
    self.bands = bands
  }

  public var highestLevel: Int { bands[bands.count - 1].level }

  /// The level of the band that `percentage` falls in; 0 below the first and above the last.
  ///
  /// An edge between two bands belongs to the upper one only when `upper` says so.
  public func band(of percentage: Rational, edgesGoUp upper: Bool) -> Int {
    guard let first = bands.first, let last = bands.last,
      percentage >= first.from.rational, percentage <= last.to.rational
    else { return 0 }
    let reached = bands.dropFirst().filter { band in
      upper ? percentage >= band.from.rational : percentage > band.from.rational
    }
    return reached.last?.level ?? first.level
  }
}
