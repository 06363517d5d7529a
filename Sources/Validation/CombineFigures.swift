import Model

/// The figures of one indicator from every file of the unit.
struct FigureSources {
  let indicator: Indicator
  /// In the order of the files.
  let typed: [TypedFigure]
  let counts: [RosterCount]
  /// The columns of each file that may stand under headings that are not known.
  let hiddenColumns: [String: Set<ColumnKey>]
  /// Whether a file has two rows for one thing.
  let isRepeated: Bool
  /// Whether a file has a row that cannot be placed.
  let isUnplaced: Bool
  /// Whether a file has a row for a component that the measure does not have.
  let isStrayed: Bool

  init(
    of indicator: Indicator, in files: [FiguresFile], and rosters: [RosterFile],
    _ persons: [PersonsList]
  ) {
    self.indicator = indicator
    typed = files.flatMap(\.figures).filter { $0.indicator.id == indicator.id && !$0.isEmpty }
    hiddenColumns = Dictionary(
      files.map { ($0.file, $0.headings.hiddenColumns) }, uniquingKeysWith: { $0.union($1) })
    isRepeated = files.contains { $0.repeated.contains(indicator.id) }
    isUnplaced = files.contains { $0.unplaced.contains(indicator.id) }
    isStrayed = files.contains { $0.strayed.contains(indicator.id) }
    switch indicator.source {
    case .roster(let kind, let test):
      counts = rosters.filter { $0.roster.kind == kind }.compactMap { $0.count(of: test) }
    case .citizens(let test):
      counts = persons.flatMap { $0.counts(of: test, by: indicator.measure.components) }
    case .childOutcomes, .childFigures, nil: counts = []
    }
  }

  /// One figure for each component, with what makes it unusable; a roster beats what is typed.
  func combined() -> (figures: IndicatorFigures, findings: [Finding]) {
    // Each office reports people of its own, which add up.
    if indicator.source == .childFigures { return (sumOfOffices, []) }
    let contradictions = officeContradictions
    let firsts = firstCounts
    guard !firsts.isEmpty else {
      return (
        typedFigures(contradicted: !contradictions.isEmpty), contradictions
      )
    }
    let isInvalid =
      counts.contains(where: \.isInvalid) || isRepeated || !contradictions.isEmpty
    let figures = firsts.filter { $0.whole > 0 || $0.origin == .citizens }.map(figure)
    return (
      IndicatorFigures(figures: figures, invalid: isInvalid ? .indicator : .none),
      contradictions
        + (firsts.contains(where: \.isInvalid) ? [] : rosterContradictions(with: firsts))
    )
  }

  /// The count that is used of each group of people, in the order of the measure; of all together
  /// where it has none.
  private var firstCounts: [RosterCount] {
    var seen: Set<ComponentID?> = []
    return counts.filter { seen.insert($0.component).inserted }
  }

  private var sumOfOffices: IndicatorFigures {
    let isInvalid = isRepeated || isUnplaced || isStrayed || typed.contains(where: \.isInvalid)
    return IndicatorFigures(
      figures: typed.filter { !$0.isInvalid }.map(\.figure),
      invalid: isInvalid ? .indicator : .none)
  }

  private func typedFigures(contradicted: Bool) -> IndicatorFigures {
    let ids = indicator.measure.components.map(\.id)
    let isWhole =
      ids.isEmpty
      || (indicator.measure.takesWhole && !typed.contains { $0.figure.component != nil })
    let slots: [ComponentID?] = isWhole ? [nil] : ids
    let figures = slots.compactMap { id in typed.first { $0.figure.component == id }?.figure }
    let bad = typed.filter(\.isInvalid).map(\.figure.component)
    if isRepeated || isUnplaced || isStrayed || contradicted || bad.contains(nil) {
      return IndicatorFigures(figures: figures, invalid: .indicator)
    }
    let badComponents = Set(bad.compactMap { $0 })
    return IndicatorFigures(
      figures: figures, invalid: badComponents.isEmpty ? .none : .components(badComponents))
  }

  /// The state and year of a typed figure that says the same describe the count too.
  private func figure(of count: RosterCount) -> Figure {
    let same = typed.first {
      !$0.isInvalid && $0.figure.component == count.component && $0.figure.agrees(with: count)
    }?.figure
    let place = SourcePlace(file: count.file)
    return Figure(
      component: count.component, origin: count.origin, office: count.office, place: place,
      state: same?.state ?? .final, referenceYear: same?.referenceYear, note: same?.note ?? "",
      numerator: Sourced(count.part, at: place), denominator: Sourced(count.whole, at: place),
      previous: same?.previous)
  }
}
