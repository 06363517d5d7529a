import Model

/// Finds the indicators whose figures are absent or not whole: one finding for each.
struct MissingFigures {
  let scope: UnitScope
  let figures: [IndicatorID: IndicatorFigures]
  let places: SourcePlaces
  let files: [FiguresFile]
  let rosters: [RosterFile]
  let persons: [PersonsList]
  /// Whether the file that may have an indicator's figures cannot be read, which is its own finding.
  let awaits: (Indicator) -> Bool

  /// In the rulebook's order; never about an indicator that is computed, nor about one that is
  /// invalid for more than a component that it does not have.
  var findings: [Finding] {
    scope.indicators.filter { !$0.isComputed }.compactMap(finding)
  }

  /// Whether figures of `indicator` are still owed.
  func lacksFigures(_ indicator: Indicator) -> Bool { finding(of: indicator) != nil }

  private func finding(of indicator: Indicator) -> Finding? {
    let known = figures[indicator.id] ?? .none
    let isExplained = known.invalid == .indicator && !hidesMissingComponent(indicator)
    guard !isExplained, !awaits(indicator) else { return nil }
    let gaps = gaps(of: indicator, in: known)
    guard !gaps.isEmpty else { return nil }
    let missing = Set(gaps.flatMap(\.columns))
    guard !isBelowMisspeltHeading(indicator, missing: missing) else { return nil }
    return findingOfRoster(for: indicator) ?? findingOfPersons(for: indicator)
      ?? findingOfHeadings(for: indicator, missing: missing)
      ?? finding(of: gaps, in: known, for: indicator)
  }

  private func finding(
    of gaps: [FigureGap], in known: IndicatorFigures, for indicator: Indicator
  ) -> Finding {
    let columns = FileSchema.figures.headings(of: Set(gaps.flatMap(\.columns)))
    let names = gaps.compactMap(\.component?.name)
    let place =
      gaps.lazy.compactMap { row(of: indicator, about: $0.component) }.first
      ?? known.figures.first?.place ?? places.figures(for: indicator)
    let name = place.file.split(separator: "/").last.map(String.init) ?? ""
    var details = [
      "missing": names.isEmpty ? columns : gaps.map(\.words).joined(separator: "; "),
      "columns": columns,
      "table": name.lowercased().hasPrefix("so-lieu.") ? name : WorkspaceFileKind.figures.fileName,
    ]
    if !names.isEmpty { details["component"] = names.joined(separator: "; ") }
    return Finding(.indicatorMissing, about: indicator, office: nil, at: place, details: details)
  }

  /// That a roster was sent for the indicator, and has no answer to what it asks.
  private func findingOfRoster(for indicator: Indicator) -> Finding? {
    guard let (sent, test) = roster(for: indicator) else { return nil }
    return Finding(
      .rosterGivesNoFigure, about: indicator, office: nil,
      at: SourcePlace(file: sent.roster.file), details: ["columns": sent.heading(of: test)])
  }

  /// The same of a roster of persons.
  private func findingOfPersons(for indicator: Indicator) -> Finding? {
    guard case .citizens(let test) = indicator.source else { return nil }
    let lists = persons.map {
      ($0, columns: $0.missingColumns(for: test, by: indicator.measure.components))
    }
    guard let (list, columns) = lists.first(where: { !$0.columns.isEmpty }) else { return nil }
    return Finding(
      .rosterGivesNoFigure, about: indicator, office: nil, at: SourcePlace(file: list.file),
      details: ["columns": columns.joined(separator: ", ")])
  }

  private func roster(for indicator: Indicator) -> (RosterFile, RosterTest)? {
    guard case .roster(let kind, let test) = indicator.source else { return nil }
    let ofKind = rosters.filter { $0.roster.kind == kind }
    // Another office's list may be about other questions.
    let sent =
      ofKind.first { $0.roster.office == indicator.office }
      ?? ofKind.first { $0.roster.office == nil }
    return sent.map { ($0, test) }
  }

  /// Whether all that is missing is what a heading with a few letters amiss would give, which has a
  /// finding of its own.
  private func isBelowMisspeltHeading(
    _ indicator: Indicator, missing: Set<ColumnKey>
  ) -> Bool {
    if let (sent, test) = roster(for: indicator) { return sent.nearlyNamed.contains(test.column) }
    let sent = file(with: indicator)
    return sent.map { missing.isSubset(of: $0.headings.nearlyNamed) } ?? false
  }

  /// Where a row for what is missing stands already, without all that it needs.
  private func row(of indicator: Indicator, about component: MeasureComponent?) -> SourcePlace? {
    files.lazy.flatMap(\.figures).first {
      $0.indicator.id == indicator.id && $0.figure.component == component?.id
    }?.figure.place
  }

  private func file(with indicator: Indicator) -> FiguresFile? {
    files.first { $0.figures.contains { $0.indicator.id == indicator.id } }
  }

  /// That the indicator has a row in a file without the columns that it needs, beside headings that
  /// may be meant for them.
  private func findingOfHeadings(for indicator: Indicator, missing: Set<ColumnKey>) -> Finding? {
    guard let headings = file(with: indicator)?.headings else { return nil }
    let absent = missing.filter { headings[$0] == nil }
    let others = headings.unknown.map(\.text).filter { !$0.isEmpty }.prefix(5)
    guard !absent.isEmpty, !others.isEmpty else { return nil }
    return Finding(
      .figureUnderOtherHeading, about: indicator, office: nil, at: headings.place,
      details: [
        "columns": FileSchema.figures.headings(of: absent),
        "headings": others.map { "“\($0)”" }.joined(separator: ", "),
      ])
  }

  /// What is missing of each component, in the rulebook's order; of the whole where the measure has
  /// none.
  private func gaps(of indicator: Indicator, in known: IndicatorFigures) -> [FigureGap] {
    let components = indicator.measure.components
    let isWhole =
      components.isEmpty
      || (indicator.measure.takesWhole && !known.figures.contains { $0.component != nil })
    let slots: [MeasureComponent?] = isWhole ? [nil] : components
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
