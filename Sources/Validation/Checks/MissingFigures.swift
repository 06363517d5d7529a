import Model

/// Finds the indicators whose figures are absent or not whole: one finding for each.
struct MissingFigures {
  let scope: UnitScope
  let figures: [IndicatorID: IndicatorFigures]
  let places: SourcePlaces

  /// In the rulebook's order; never about an indicator that is computed or invalid.
  var findings: [Finding] {
    scope.indicators.filter { $0.source != .childOutcomes }.compactMap(finding)
  }

  /// Whether figures of `indicator` are still owed.
  func lacksFigures(_ indicator: Indicator) -> Bool { finding(of: indicator) != nil }

  private func finding(of indicator: Indicator) -> Finding? {
    let known = figures[indicator.id] ?? .none
    guard known.invalid != .indicator else { return nil }
    let missing = missingSlots(of: indicator, in: known)
    guard !missing.isEmpty else { return nil }
    let components = indicator.measure.components.filter { missing.contains($0.id) }
    let names = components.map(\.name).joined(separator: "; ")
    var details = [
      "missing": components.isEmpty ? indicator.shortName : names,
      "columns": scope.columnNames(neededBy: indicator),
    ]
    if !components.isEmpty { details["component"] = names }
    return Finding(
      .indicatorMissing, about: indicator, office: nil,
      at: known.figures.first?.place ?? places.figures(for: indicator), details: details)
  }

  private func missingSlots(
    of indicator: Indicator, in known: IndicatorFigures
  ) -> Set<ComponentID?> {
    let ids = indicator.measure.components.map(\.id)
    let slots: [ComponentID?] = ids.isEmpty ? [nil] : ids
    return Set(
      slots.filter { slot in
        if case .components(let bad) = known.invalid, let slot, bad.contains(slot) { return false }
        let figure = known.figures.first { $0.component == slot }
        return figure.map { !scope.isComplete($0, of: indicator) } ?? true
      })
  }
}

extension UnitScope {
  /// The headings of the columns to fill for `indicator`.
  func columnNames(neededBy indicator: Indicator) -> String {
    columnsUsed(by: indicator).filter { $0 != .percent }
      .compactMap { FileSchema.figures.column($0)?.heading }.joined(separator: ", ")
  }
}

/// The places where a unit's files stand, or would stand.
struct SourcePlaces {
  let folder: String
  let figureFiles: [(file: String, office: OfficeID?)]
  let ledgers: [(file: String, office: OfficeID?)]

  func figures(for indicator: Indicator) -> SourcePlace {
    place(among: figureFiles, for: indicator)
  }

  func ledger(for indicator: Indicator) -> SourcePlace { place(among: ledgers, for: indicator) }

  /// The responsible office's file, else the unit's own, else the unit's folder.
  private func place(
    among files: [(file: String, office: OfficeID?)], for indicator: Indicator
  ) -> SourcePlace {
    let own = files.first { $0.office == indicator.office } ?? files.first { $0.office == nil }
    return SourcePlace(file: own?.file ?? folder)
  }
}
