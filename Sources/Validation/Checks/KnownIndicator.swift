import Model

extension RowReader {
  /// Checks that the row names an indicator of the unit's tier; `nil` with a finding otherwise.
  static func indicator(
    of row: ReadRow, in scope: UnitScope
  ) -> (indicator: Indicator?, findings: [Finding]) {
    var reader = RowReader(row)
    guard let id = reader.requiredText(.indicator) else { return (nil, reader.findings) }
    if let indicator = scope.indicator(id) { return (indicator, []) }
    let own = scope.criteria?.title ?? ""
    if let other = otherCriteria(with: IndicatorID(id), in: scope) {
      reader.report(
        .indicatorOfOtherTier, at: .indicator, details: ["criteria": own, "other": other.title])
    } else if let ids = scope.indicators(in: id) {
      reader.report(
        .severalIndicators, at: .indicator, details: ["indicators": ids.joined(separator: ", ")])
    } else if let likely = scope.indicator(likely: id) {
      reader.report(
        .indicatorMistyped, at: .indicator, expected: likely.id.rawValue, details: ["criteria": own]
      )
    } else {
      reader.report(.unknownIndicator, at: .indicator, details: ["criteria": own])
    }
    return (nil, reader.findings)
  }

  private static func otherCriteria(with id: IndicatorID, in scope: UnitScope) -> CriteriaSet? {
    Tier.allCases.lazy.compactMap { scope.context.rulebook.tiers[$0] }
      .first { $0.indicator(id) != nil }
  }
}
