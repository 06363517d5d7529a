import Model

extension FigureSources {
  /// Checks that a typed whole is the number of units below that the register has.
  ///
  /// The figure stays in use: the register may be what is out of date. Beside a roster, typed
  /// figures are compared with that.
  func registerContradictions(in scope: UnitScope) -> [Finding] {
    guard counts.isEmpty, let tier = indicator.wholeTier else { return [] }
    let accepted = scope.wholes(of: tier)
    guard let count = accepted.first, count > 0 else { return [] }
    return typed.filter { !$0.isInvalid }.compactMap(\.figure.denominator).filter {
      !accepted.contains($0.value)
    }.map { whole in
      Finding(
        .wholeDisagreesWithRegister, about: indicator, office: nil, at: whole.place,
        value: VietnameseNumber.count(whole.value), expected: VietnameseNumber.count(count),
        details: [
          "children": indicator.counted ?? "", "count": "\(count)",
          "unit": scope.unit.nameInSentence,
        ])
    }
  }
}

extension Indicator {
  /// The tier whose units are the whole of the share, as the rulebook or its roster says.
  fileprivate var wholeTier: Tier? {
    if case .roster(.communes, _) = source { return whole ?? .commune }
    return whole
  }
}

extension UnitScope {
  /// How many units of `tier` stand below the unit on the counting day; beside that, during a
  /// pilot, how many take part, which may be what a district's share is of.
  fileprivate func wholes(of tier: Tier) -> [Int] {
    let units = context.units.units.count {
      $0.tier == tier && $0.exists(on: countingDay) && isBelow($0)
    }
    let isPilot = context.readings.choices.contains {
      $0.interpretation.governs == .childDenominator && $0.reading.id == "participating"
    }
    let participants = context.programme.participants.count {
      context.units[$0].map { $0.tier == tier && isBelow($0) } ?? false
    }
    return isPilot && participants > 0 ? [units, participants] : [units]
  }
}
