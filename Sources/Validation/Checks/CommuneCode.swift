import Model

extension RowReader {
  /// Checks that `code` is that of a commune of the unit, one that exists on the counting day.
  mutating func commune(_ code: String, in scope: UnitScope) -> AdministrativeUnit? {
    let commune = scope.context.units[UnitCode(code)]
    if let commune, commune.tier == .commune, scope.isBelow(commune) {
      if commune.exists(on: scope.countingDay) { return commune }
      report(
        .unitNotInForce, at: .code,
        details: [
          "name": commune.name, "day": scope.countingDay.vietnamese,
          "from": commune.validFrom?.vietnamese ?? "…",
          "to": commune.validTo?.vietnamese ?? "…",
        ])
      return nil
    }
    report(
      .unknownCommune, at: .code,
      details: ["unit": scope.unit.nameInSentence, "period": "\(scope.context.period)"])
    return nil
  }
}
