import Model

extension RowReader {
  /// Checks that `code` is that of a commune of the unit, one that exists in the period.
  mutating func commune(_ code: String, in scope: UnitScope) -> AdministrativeUnit? {
    let commune = scope.context.units[UnitCode(code)]
    if let commune, commune.tier == .commune, commune.exists(on: scope.countingDay),
      scope.isBelow(commune)
    {
      return commune
    }
    report(
      .unknownCommune, at: .code,
      details: ["unit": scope.unit.nameInSentence, "period": "\(scope.context.period)"])
    return nil
  }
}
