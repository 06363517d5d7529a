public import Model

/// What a unit sent for an earlier period, to compare this period's figures with (số liệu kỳ
/// trước).
public struct EarlierFigures: Hashable, Sendable {
  /// A year.
  public let period: Int
  public let figures: [IndicatorID: IndicatorFigures]

  public init(period: Int, figures: [IndicatorID: IndicatorFigures]) {
    self.period = period
    self.figures = figures
  }

  /// The figure of one indicator or component, where it can be relied on: sound, final, and about
  /// its own period.
  func final(_ component: ComponentID?, of indicator: Indicator) -> Figure? {
    guard let known = figures[indicator.id], !known.isInvalid(component),
      let figure = known.figures.first(where: { $0.component == component }),
      figure.state == .final, figure.referenceYear ?? period == period
    else { return nil }
    return figure
  }
}

extension IndicatorFigures {
  func isInvalid(_ component: ComponentID?) -> Bool {
    switch invalid {
    case .none: false
    case .components(let ids): component.map(ids.contains) ?? true
    case .indicator: true
    }
  }
}
