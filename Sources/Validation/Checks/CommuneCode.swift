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
      .unknownCommune, at: .code, expected: communeNamed(in: scope)?.code.rawValue ?? "",
      details: ["unit": scope.unit.nameInSentence, "period": "\(scope.context.period)"])
    return nil
  }

  /// The one commune of the unit that has the name of the row.
  func communeNamed(in scope: UnitScope) -> AdministrativeUnit? {
    let name = folded(row[.name].text)
    guard !name.isEmpty else { return nil }
    let named = scope.communes.filter { $0.isNamed(name) }
    return named.count == 1 ? named.first : nil
  }
}
