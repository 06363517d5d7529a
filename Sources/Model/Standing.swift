/// How far an indicator stands, as the level rule reads it: a prerequisite at 0 or the highest
/// level, a banded indicator at its band.
///
/// Source: plan 25/KH-UBND, III.1 and III.2.
extension IndicatorAssessment {
  /// As the figures say, if they decide and the evidence is complete; otherwise not met.
  public func provenStanding(highest: Int) -> Int {
    guard evidence == .complete else { return 0 }
    return standingByFigures(highest: highest) ?? 0
  }

  /// As the figures say if they decide, whatever the evidence; at its best otherwise.
  public func possibleStanding(highest: Int) -> Int {
    if let standing = standingByFigures(highest: highest) { return standing }
    return indicator.role == .banded ? possibleBandWhenOpen : highest
  }

  /// Returns `nil` while the figures do not decide.
  public func standingByFigures(highest: Int) -> Int? {
    switch status {
    case .met: indicator.role == .banded ? band : highest
    case .notMet: 0
    case .notApplicable: countsAsMetWhenEmpty ? highest : nil
    case .noData, .invalid: nil
    }
  }
}

extension LevelRule {
  /// The level that indicators with these standings add up to: the lowest, since a prerequisite
  /// that is not met and a band of 0 both stand at 0.
  public func level(of standings: [Int]) -> Int { standings.min() ?? highestLevel }
}
