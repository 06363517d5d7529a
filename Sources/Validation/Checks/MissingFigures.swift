import Model

/// Finds the indicators whose figures are absent or not whole: one finding for each.
struct MissingFigures {
  let scope: UnitScope
  let figures: [IndicatorID: IndicatorFigures]
  let places: SourcePlaces
  let files: [FiguresFile]
  /// Whether the file that may have an indicator's figures cannot be read, which is its own finding.
  let awaits: (Indicator) -> Bool

  /// In the rulebook's order; never about an indicator that is computed, nor about one that is
  /// invalid for more than a component that it does not have.
  var findings: [Finding] {
    scope.indicators.filter { $0.source != .childOutcomes }.compactMap(finding)
  }

  /// Whether figures of `indicator` are still owed.
  func lacksFigures(_ indicator: Indicator) -> Bool { finding(of: indicator) != nil }

  private func finding(of indicator: Indicator) -> Finding? {
    let known = figures[indicator.id] ?? .none
    let isExplained = known.invalid == .indicator && !hidesMissingComponent(indicator)
    guard !isExplained, !awaits(indicator) else { return nil }
    let gaps = gaps(of: indicator, in: known)
    guard !gaps.isEmpty else { return nil }
    let columns = FileSchema.figures.headings(of: Set(gaps.flatMap(\.columns)))
    let names = gaps.compactMap(\.component?.name)
    var details = [
      "missing": names.isEmpty ? columns : gaps.map(\.words).joined(separator: "; "),
      "columns": columns,
    ]
    if !names.isEmpty { details["component"] = names.joined(separator: "; ") }
    return Finding(
      .indicatorMissing, about: indicator, office: nil,
      at: known.figures.first?.place ?? places.figures(for: indicator), details: details)
  }

  /// What is missing of each component, in the rulebook's order; of the whole where the measure has
  /// none.
  private func gaps(of indicator: Indicator, in known: IndicatorFigures) -> [FigureGap] {
    let components = indicator.measure.components
    let slots: [MeasureComponent?] = components.isEmpty ? [nil] : components
    return slots.compactMap { slot in
      guard !isBad(slot?.id, of: indicator) else { return nil }
      let figure = known.figures.first { $0.component == slot?.id }
      let columns = scope.columnsMissing(from: figure, of: indicator)
      return columns.isEmpty ? nil : FigureGap(component: slot, columns: columns)
    }
  }

  /// Whether a row for `component` is there whose cells cannot be used.
  private func isBad(_ component: ComponentID?, of indicator: Indicator) -> Bool {
    files.contains { file in
      file.figures.contains {
        $0.isInvalid && $0.indicator.id == indicator.id && $0.figure.component == component
      }
    }
  }

  /// Whether each row of `indicator` is either placed, or about a component that it does not have
  /// or has already: such a row may be meant for one that is missing.
  private func hidesMissingComponent(_ indicator: Indicator) -> Bool {
    files.contains { $0.strayed.union($0.repeated).contains(indicator.id) }
      && !files.contains { $0.unplaced.contains(indicator.id) }
  }
}

/// The columns that are missing of a component, or of the whole.
private struct FigureGap {
  let component: MeasureComponent?
  let columns: [ColumnKey]

  /// `Nước thải (Số đạt, Tổng số)`.
  var words: String {
    "\(component?.name ?? "") (\(FileSchema.figures.headings(of: Set(columns))))"
  }
}

extension FileSchema {
  /// The headings of `keys`, in the order of the form.
  func headings(of keys: Set<ColumnKey>) -> String {
    columns.filter { keys.contains($0.key) }.map(\.heading).joined(separator: ", ")
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
