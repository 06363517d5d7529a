import Model

extension FormComposer {
  /// One row for each indicator that is owed, or for each of its components.
  var figureRows: [[FormCell]] {
    owed.flatMap { indicator in
      let components = ownGroup(of: indicator).map { [$0] } ?? indicator.measure.components
      let slots: [MeasureComponent?] = components.isEmpty ? [nil] : components
      return slots.map { figureRow(indicator, $0) }
    }
  }

  /// The group of people that is the office's own.
  private func ownGroup(of indicator: Indicator) -> MeasureComponent? {
    let group = office?.reports.first { $0.indicator == indicator.id }?.group
    return scope.indicator(indicator.id.rawValue)?.measure.components.first { $0.id == group }
  }

  private func figureRow(_ indicator: Indicator, _ component: MeasureComponent?) -> [FormCell] {
    let used = Set(scope.columnsUsed(by: indicator))
    return row(.figures) { key in
      switch key {
      case .indicator: .given(indicator.id.rawValue)
      case .component: component.map { .given($0.id.rawValue) } ?? .unused
      case .wording: .given(wording(of: indicator, component))
      case .requirement: .given(requirement(of: indicator))
      case .fill: .given(columnsToFill(for: indicator))
      case .referenceYear, .state, .note: .asked(check(key, in: .figures))
      default: used.contains(key) ? .asked(check(key, for: indicator)) : .unused
      }
    }
  }

  private func wording(of indicator: Indicator, _ component: MeasureComponent?) -> String {
    component.map {
      words(.fillComponent, ["wording": indicator.wording, "component": $0.name])
    } ?? indicator.wording
  }

  private func requirement(of indicator: Indicator) -> String {
    switch indicator.measure {
    case .attestation: words(.requirementAttestation)
    case .increase: words(.requirementIncrease)
    case .decrease(let amount):
      words(
        isRelative(indicator) ? .requirementDecreaseRelative : .requirementDecrease,
        ["value": VietnameseNumber.decimal(amount)])
    case .share(let threshold), .compositeShare(let threshold, _):
      words(
        threshold.comparison == .below ? .requirementBelow : .requirementAtLeast,
        ["value": VietnameseNumber.decimal(threshold.value)])
    case .target(let target):
      (scope.criteria?.horizons ?? []).compactMap { horizon in
        target.values[horizon.id].map { value in
          words(
            .requirementTarget,
            ["horizon": horizon.title, "value": VietnameseNumber.decimal(value)])
        }
      }.joined(separator: "; ")
    }
  }

  /// Whether a fall is measured against last year's value; in points where nothing is said.
  private func isRelative(_ indicator: Indicator) -> Bool {
    scope.context.readings.choice(on: .decreaseUnit, for: indicator)?.reading.id == "relative"
  }

  private func columnsToFill(for indicator: Indicator) -> String {
    let used = scope.columnsUsed(by: indicator)
    let counts = headings(used.filter { $0 != .percent })
    // A percentage alone cannot be added to the unit's sum.
    let isOwn = office?.reports.contains { $0.indicator == indicator.id } ?? false
    let columns =
      used.contains(.percent) && !isOwn
      ? words(.fillShare, ["columns": counts, "percent": headings([.percent])])
      : words(.fillColumns, ["columns": counts])
    guard case .roster(let kind, _) = indicator.source else { return columns }
    return words(
      kind == .communes ? .fillRoster : .fillUncountedRoster,
      ["columns": columns, "file": kind.fileName, "whole": headings([.denominator])])
  }

  private func headings(_ keys: [ColumnKey]) -> String {
    keys.compactMap { FileSchema.figures.column($0)?.heading }.joined(separator: ", ")
  }
}
