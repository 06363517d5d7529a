import Model

extension RowReader {
  /// Reads every cell of a row of figures, whether the measure uses it or not.
  mutating func figure(
    of indicator: Indicator, component: ComponentID?, in scope: UnitScope
  ) -> TypedFigure {
    let isShare = indicator.measure.isShare
    let met = yesNo(.met)
    let numerator = count(.numerator)
    let denominator = count(.denominator)
    let percent = percentage(.percent)
    let previous = indicator.measure.isIncrease ? amount(.previous) : percentage(.previous)
    let current = indicator.measure.isIncrease ? amount(.current) : percentage(.current)
    let reference = reference(period: scope.context.period)
    checkPartAndWhole(numerator, of: denominator, isShare: isShare)
    if isShare { checkPercentAgreement(percent, with: numerator, of: denominator) }
    checkOneCount(percent, isShare: isShare)
    checkRates(of: indicator, percent, previous, current, limits: scope.context.programme.limits)
    checkTexts(.note)
    checkUnused(beside: scope.columnsUsed(by: indicator))
    return TypedFigure(
      indicator: indicator,
      figure: Figure(
        component: component, origin: .typed, office: row.office, place: row.place,
        state: reference.state, referenceYear: reference.year, note: row[.note].text, met: met,
        numerator: numerator, denominator: denominator, percent: percent, previous: previous,
        current: current),
      isInvalid: !bad.isDisjoint(with: scope.columnsUsed(by: indicator)))
  }
}

extension Measure {
  var isShare: Bool {
    switch self {
    case .share, .compositeShare, .target: true
    case .attestation, .decrease, .increase: false
    }
  }

  var isIncrease: Bool {
    if case .increase = self { true } else { false }
  }
}

extension UnitScope {
  /// The columns of `so-lieu.csv` that decide `indicator`, in the order of the form.
  func columnsUsed(by indicator: Indicator) -> [ColumnKey] {
    switch indicator.measure {
    case .attestation: [.met]
    case .share, .compositeShare, .target:
      [.numerator, .denominator, .percent] + (needsPrevious(indicator) ? [.previous] : [])
    case .decrease, .increase: [.previous, .current]
    }
  }

  /// The columns that `figure` leaves open of those that the measure of `indicator` needs; all of
  /// them where there is no figure.
  func columnsMissing(from figure: Figure?, of indicator: Indicator) -> [ColumnKey] {
    switch indicator.measure {
    case .attestation: figure?.met == nil ? [.met] : []
    case .share, .compositeShare, .target:
      (figure?.columnsMissingForShare ?? [.numerator, .denominator])
        + (needsPrevious(indicator) && figure?.previous == nil ? [.previous] : [])
    case .decrease, .increase:
      (figure?.previous == nil ? [.previous] : []) + (figure?.current == nil ? [.current] : [])
    }
  }
}

extension Figure {
  /// A percentage needs no counts, and a share of nothing no part.
  fileprivate var columnsMissingForShare: [ColumnKey] {
    guard percent == nil, denominator?.value != 0 else { return [] }
    return (numerator == nil ? [.numerator] : []) + (denominator == nil ? [.denominator] : [])
  }
}
