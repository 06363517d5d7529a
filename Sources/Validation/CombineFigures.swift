import Model

/// The sum of what each of `offices` sends, in the order of the files.
///
/// An office is heard as a unit would be; one whose figure cannot be used is left out, and the others
/// stay.
func sum(
  of indicator: Indicator, over offices: [Office], in files: UnitFiles, _ scope: UnitScope
) -> (figures: IndicatorFigures, findings: [Finding]) {
  var senders: [Office] = []
  for id in files.figures.map(\.office) + files.persons.map(\.office) {
    guard let office = offices.first(where: { $0.id == id }), !senders.contains(office) else {
      continue
    }
    senders.append(office)
  }
  var sum = IndicatorFigures.none
  var findings: [Finding] = []
  var leftOut: [OfficeID] = []
  for office in senders {
    let sources = FigureSources(of: indicator, sentBy: office, in: files, scope)
    let (own, contradictions) = sources.combinedAsOne()
    findings += contradictions
    if own.invalid != .none { leftOut.append(office.id) }
    sum = IndicatorFigures(figures: sum.figures + own.figures)
  }
  return (leftOut.reduce(sum) { $0.leavingOut($1) }, findings)
}

/// The figures of one indicator from every file of the unit.
struct FigureSources {
  let indicator: Indicator
  /// The groups of people that are to be told, which add up to the whole.
  let groups: [ComponentID]
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

  /// Those of one office that reports people of its own.
  fileprivate init(
    of indicator: Indicator, sentBy office: Office, in files: UnitFiles, _ scope: UnitScope
  ) {
    let tables = files.figures.filter { $0.office == office.id }
    self.indicator = indicator
    groups = office.groups(of: indicator)
    typed = tables.flatMap(\.figures).filter {
      $0.indicator.id == indicator.id && !$0.isEmpty
        && office.reports(indicator.id, of: $0.figure.component)
    }
    hiddenColumns = [:]
    isRepeated = tables.contains { $0.repeated.contains(indicator.id) }
    isUnplaced = tables.contains { $0.unplaced.contains(indicator.id) }
    isStrayed = tables.contains { $0.strayed.contains(indicator.id) }
    let persons = files.persons.filter { $0.office == office.id }
    counts = persons.flatMap { $0.counts(of: indicator, reportedBy: office, in: scope) }
  }

  init(
    of indicator: Indicator, in files: [FiguresFile], and rosters: [RosterFile],
    _ persons: [PersonsList]
  ) {
    self.indicator = indicator
    groups = indicator.measure.target?.groups.map(\.id) ?? []
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
    // Whoever sends figures of people of its own, they add up.
    indicator.source == .childFigures ? (sumOfAll, []) : combinedAsOne()
  }

  fileprivate func combinedAsOne() -> (figures: IndicatorFigures, findings: [Finding]) {
    let contradictions = officeContradictions + groupContradictions
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

  private var sumOfAll: IndicatorFigures {
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
