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

  /// The figure that `now` is compared with, of the same indicator or component, where it can be
  /// relied on: sound, final, and about its own period.
  ///
  /// Of a sum over offices, that of the same office.
  func final(before now: Figure, of indicator: Indicator) -> Figure? {
    let isSum = indicator.source == .childFigures
    guard let known = figures[indicator.id], !known.isInvalid(now.component),
      let figure = known.figures.first(where: {
        $0.component == now.component && (!isSum || $0.office == now.office)
      }),
      figure.state == .final, figure.referenceYear ?? period == period
    else { return nil }
    return figure
  }
}

extension IndicatorFigures {
  func isInvalid(_ component: ComponentID?) -> Bool {
    switch invalid {
    case .none, .offices: false
    case .components(let ids): component.map(ids.contains) ?? true
    case .indicator: true
    }
  }
}
