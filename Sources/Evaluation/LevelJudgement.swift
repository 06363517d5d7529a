import Model

/// How far an indicator stands, as the level rule reads it: a prerequisite at 0 or the highest
/// level, a banded indicator at its band.
enum Standing {
  /// As the figures say, if they decide and the evidence is complete; otherwise not met.
  static func proven(_ assessment: IndicatorAssessment, highest: Int) -> Int {
    guard assessment.evidence == .complete else { return 0 }
    return byFigures(assessment, highest: highest) ?? 0
  }

  /// As the figures say if they decide, whatever the evidence; at its best otherwise.
  static func possible(_ assessment: IndicatorAssessment, highest: Int) -> Int {
    if let standing = byFigures(assessment, highest: highest) { return standing }
    return assessment.indicator.role == .banded ? assessment.possibleBandWhenOpen : highest
  }

  /// Returns `nil` while the figures do not decide.
  static func byFigures(_ assessment: IndicatorAssessment, highest: Int) -> Int? {
    switch assessment.status {
    case .met: assessment.indicator.role == .banded ? assessment.band : highest
    case .notMet: 0
    case .notApplicable: assessment.countsAsMetWhenEmpty ? highest : nil
    case .noData, .invalid: nil
    }
  }
}

/// The level that indicators with these standings add up to: the lowest, since a prerequisite that
/// is not met and a band of 0 both stand at 0.
func level(of standings: [Int], highest: Int) -> Int {
  standings.min() ?? highest
}
