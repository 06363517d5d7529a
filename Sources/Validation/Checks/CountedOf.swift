import Model

/// A figure that cannot be right beside that of another indicator.
struct FigureContradiction {
  /// The one that is not used.
  let indicator: Indicator
  let office: OfficeID?
  let finding: Finding
}

extension IndicatorFigures {
  /// Whether what it has is used.
  var isUsable: Bool {
    switch invalid {
    case .none, .offices: true
    case .components, .indicator: false
    }
  }

  /// The same without the figure that contradicts; of a sum, without that of its office alone.
  func invalidated(by found: FigureContradiction, in scope: UnitScope) -> IndicatorFigures {
    if let office = found.office, scope.offices(summedIn: found.indicator) != nil {
      return leavingOut(office)
    }
    return IndicatorFigures(figures: figures, invalid: .indicator)
  }
}

/// Checks that the whole of an indicator that is counted among those who meet others is neither below
/// the largest of their parts nor above the sum, in the figures of the unit, or of each office that
/// reports people of its own.
///
/// A person may be counted in several of the others: a cadre is also an adult of a family. Of one
/// other alone the whole is that one's part.
///
/// Source: plan 4742/KH-UBND, I.2, third indent.
func contradictionsOfWholes(
  _ figures: [IndicatorID: IndicatorFigures], in scope: UnitScope
) -> [FigureContradiction] {
  scope.indicators.flatMap { indicator -> [FigureContradiction] in
    let others = (indicator.measure.target?.of ?? []).compactMap { scope.indicator($0.rawValue) }
    guard !others.isEmpty, let own = figures[indicator.id], own.isUsable else { return [] }
    guard let offices = scope.offices(summedIn: indicator) else {
      guard indicator.source != .childFigures, let figure = own.whole(of: nil) else { return [] }
      let parts = others.map { other in
        Part(of: other, figures[other.id], other.measure.components.map(\.id))
      }
      return [contradiction(of: figure, of: indicator, parts)].compactMap(\.self)
    }
    return offices.compactMap { office in
      guard let figure = own.whole(of: office.id) else { return nil }
      let parts = others.filter { office.reports($0.id) }.map { other in
        Part(of: other, figures[other.id]?.only(of: office.id), office.groups(of: other))
      }
      return contradiction(of: figure, of: indicator, parts)
    }
  }
}

/// The part of another indicator, as far as it is known.
private struct Part {
  let indicator: Indicator
  /// `nil` where nothing is known.
  let count: Int?
  let isWhole: Bool

  init(of indicator: Indicator, _ figures: IndicatorFigures?, _ groups: [ComponentID]) {
    self.indicator = indicator
    let known = figures.flatMap { $0.isUsable ? $0.figures : nil } ?? []
    let counts = known.compactMap { $0.numerator?.value }
    count = counts.isEmpty ? nil : counts.reduce(0, +)
    isWhole =
      counts.count == known.count
      && (known.contains { $0.component == nil } || known.count == groups.count)
      && !known.isEmpty
  }
}

private func contradiction(
  of figure: Figure, of indicator: Indicator, _ parts: [Part]
) -> FigureContradiction? {
  let known = parts.compactMap(\.count)
  guard let whole = figure.denominator, let least = known.max() else { return nil }
  let most = parts.allSatisfy(\.isWhole) ? known.reduce(0, +) : nil
  guard whole.value < least || most.map({ whole.value > $0 }) ?? false else { return nil }
  let (low, high) = (VietnameseNumber.count(least), most.map { VietnameseNumber.count($0) })
  let finding = Finding(
    .countedOfDisagrees, about: indicator, office: nil, at: whole.place,
    value: VietnameseNumber.count(whole.value),
    expected: high.map { $0 == low ? low : "\(low)–\($0)" } ?? "≥ \(low)",
    details: [
      "others": parts.filter { $0.count != nil }.map(\.indicator.id.rawValue)
        .joined(separator: ", "),
      "parts": parts.compactMap { part in
        part.count.map { "\(part.indicator.id) \(VietnameseNumber.count($0))" }
      }.joined(separator: ", "),
    ])
  return FigureContradiction(indicator: indicator, office: figure.office, finding: finding)
}

extension IndicatorFigures {
  /// The figure of the whole, of that office where there is one.
  fileprivate func whole(of office: OfficeID?) -> Figure? {
    figures.first { $0.component == nil && (office == nil || $0.office == office) }
  }

  fileprivate func only(of office: OfficeID) -> IndicatorFigures {
    IndicatorFigures(figures: figures.filter { $0.office == office }, invalid: invalid)
  }
}
