import Model

/// Checks that what is counted among the part of another indicator (trong đó) has that part as its
/// whole, in the figures of each office.
///
/// By the reading that takes all of the other's whole, either count may stand there, because the
/// whole is then taken from the other indicator. A figure that contradicts is found once, and its
/// indicator is invalid.
///
/// Source: plan 4742/KH-UBND, I.2, third indent.
func contradictionsWithin(
  _ figures: [IndicatorID: IndicatorFigures], in scope: UnitScope
) -> [FigureContradiction] {
  scope.indicators.flatMap { indicator -> [FigureContradiction] in
    guard let target = indicator.measure.target, let within = target.within,
      let other = scope.indicator(within.rawValue), let inner = figures[indicator.id],
      let outer = figures[within], inner.isUsable, outer.isUsable
    else { return [] }
    let choice = scope.context.readings.choice(on: .targetBase, for: indicator)
    let takesWhole = choice?.reading.id == "holders"
    // What one list counts agrees by itself.
    return inner.figures.filter { $0.origin == .typed }.compactMap { figure in
      outer.figures.first { $0.office == figure.office && $0.component == figure.component }
        .flatMap { finding(of: figure, of: indicator, within: $0, of: other, takesWhole) }
        .map { FigureContradiction(indicator: indicator, office: figure.office, finding: $0) }
    }
  }
}

/// A figure beside that of the indicator within which it is counted; `nil` where they agree.
private func finding(
  of figure: Figure, of indicator: Indicator, within outer: Figure, of other: Indicator,
  _ takesWhole: Bool
) -> Finding? {
  guard let whole = figure.denominator, let part = outer.numerator?.value else { return nil }
  let allowed = [part] + (takesWhole ? [outer.denominator?.value].compactMap(\.self) : [])
  guard !allowed.contains(whole.value) else {
    // With the other whole, the part may still be more than it is counted among.
    guard let own = figure.numerator, own.value > part else { return nil }
    return contradiction(own, of: indicator, .numerator, part, of: other)
  }
  return contradiction(whole, of: indicator, .denominator, part, of: other)
}

private func contradiction(
  _ count: Sourced<Int>, of indicator: Indicator, _ key: ColumnKey, _ part: Int,
  of other: Indicator
) -> Finding {
  Finding(
    .countedWithinDisagrees, about: indicator, office: nil, at: count.place,
    value: VietnameseNumber.count(count.value),
    expected: (key == .numerator ? "≤ " : "") + VietnameseNumber.count(part),
    details: [
      "column": FileSchema.figures.headings(of: [key]), "outer": other.id.rawValue,
      "part": VietnameseNumber.count(part), "name": other.shortName,
    ])
}
