public import Model

/// Checks that counts of a unit are not below what the units below it have counted together, where
/// the rulebook says that theirs are part of its own.
///
/// The units below may be some of all, as in a pilot, so that a unit may count more than their sum
/// and never less. Figures stay in use. Pure; in the order of the indicators.
///
/// - Parameters:
///   - parent: the unit above, such as the province.
///   - children: what the units below have sent.
///   - context: the rulebook that says which indicators are meant.
/// - Returns: one finding for each count that is too small.
public func findingsOfSums(
  of parent: Submission, over children: [Submission], in context: RunContext
) -> [Finding] {
  let indicators = context.rulebook.tiers[parent.unit.tier]?.indicators ?? []
  return indicators.flatMap { indicator in
    guard let child = indicator.includedChild else { return [Finding]() }
    let below = children.compactMap { $0.figures[child] }
    return (parent.figures[indicator.id]?.figures ?? []).flatMap { figure in
      let parts = below.flatMap { $0.sound(figure.component) }
      return [figure.belowSum(of: parts, \.numerator), figure.belowSum(of: parts, \.denominator)]
        .compactMap { $0 }.map { shortfall in
          Finding(
            .belowSumOfChildren, about: indicator, office: figure.office, at: shortfall.place,
            value: VietnameseNumber.count(shortfall.value),
            expected: "≥ " + VietnameseNumber.count(shortfall.sum),
            details: ["sum": VietnameseNumber.count(shortfall.sum), "child": child.rawValue]
          ).of(parent.unit.code)
        }
    }
  }
}

extension IndicatorFigures {
  /// The figures of `component` that can be added up.
  fileprivate func sound(_ component: ComponentID?) -> [Figure] {
    switch invalid {
    case .indicator: []
    case .components(let bad): figures.filter { $0.component == component && !bad.contains($0) }
    case .none, .offices: figures.filter { $0.component == component }
    }
  }
}

extension Set<ComponentID> {
  fileprivate func contains(_ figure: Figure) -> Bool {
    figure.component.map { contains($0) } ?? false
  }
}

extension Figure {
  fileprivate typealias Shortfall = (value: Int, sum: Int, place: SourcePlace)

  /// This count, where it is below the sum of the same count in `parts`.
  fileprivate func belowSum(
    of parts: [Figure], _ count: KeyPath<Figure, Sourced<Int>?>
  ) -> Shortfall? {
    guard let own = self[keyPath: count] else { return nil }
    // A part has at most twelve digits, so that the sum of a country's units fits.
    let sum = parts.compactMap { $0[keyPath: count]?.value }.reduce(0, +)
    return own.value < sum ? (own.value, sum, own.place) : nil
  }
}
