/// What of a unit is one office's own: an office reports of its own people by the unit's criteria, and
/// its counts are a part of the unit's.
///
/// Source: plan 4742/KH-UBND, V.
extension CriteriaSet {
  /// The criteria by which the office is judged alone, with what it reports and nothing else.
  func part(of office: Office) -> CriteriaSet {
    let own = Dictionary(office.reports.map { ($0.indicator, $0) }) { first, _ in first }
    let standards = standards.compactMap { standard -> Standard? in
      let criteria = standard.criteria.compactMap { criterion -> Criterion? in
        let indicators = criterion.indicators.compactMap { indicator in
          own[indicator.id].map { indicator.part(of: office, $0) }
        }
        guard !indicators.isEmpty else { return nil }
        return Criterion(id: criterion.id, title: criterion.title, indicators: indicators)
      }
      guard !criteria.isEmpty else { return nil }
      return Standard(id: standard.id, title: standard.title, criteria: criteria)
    }
    return CriteriaSet(
      title: title, award: award, clause: clause, standards: standards, rule: rule)
  }
}

extension Indicator {
  /// The same wording and targets, of the office's people alone, for which it is charged itself.
  fileprivate func part(of office: Office, _ own: OwnFigure) -> Indicator {
    let group = measure.components.first { $0.id == own.group }
    return Indicator(
      id: id, wording: group.map { "\(wording) (\($0.name))" } ?? wording, shortName: shortName,
      clause: clause,
      measure: own.group.map { measure.part(of: $0) } ?? measure, role: role, source: nil,
      guidance: guidance, acceptedIssuers: acceptedIssuers, office: office.id,
      interpretations: interpretations, counted: counted)
  }
}

extension Measure {
  /// A group's own targets, or else those of the whole.
  fileprivate func part(of group: ComponentID) -> Measure {
    guard let target else { return self }
    return .target(
      Target(
        values: target.groupValues[group] ?? target.values, within: target.within, of: target.of))
  }
}

extension Submission {
  /// What the office sent of what it reports, as if it were a unit.
  ///
  /// Its findings are among the unit's, which tell them.
  public func part(of office: Office) -> Submission {
    // What is not there is found at the office's folder as a whole.
    let ownFolder = folder.map { "\($0)/\(office.id)" }
    func isOwn(_ place: SourcePlace?) -> Bool {
      guard let folder, let place else { return false }
      return place.office(in: folder) == office.id || place.file == ownFolder
    }
    let own = findings.filter { isOwn($0.place) || $0.office == office.id && $0.place == nil }
    var figures: [IndicatorID: IndicatorFigures] = [:]
    for report in office.reports {
      let sent = (self.figures[report.indicator]?.figures ?? []).filter {
        $0.office == office.id && report.covers($0.component)
      }
      let isWrong = self.figures[report.indicator]?.leavesOut(office.id) ?? false
      guard !sent.isEmpty || isWrong else { continue }
      figures[report.indicator] = IndicatorFigures(
        figures: sent.prefix(1).map(\.ofWhole), invalid: isWrong ? .indicator : .none)
    }
    let reports = Set(office.reports.map(\.indicator))
    let hasFolder = reportingOffices.contains(office.id)
    return Submission(
      unit: AdministrativeUnit(office, of: unit), folder: ownFolder, figures: figures,
      evidence: evidence.filter { $0.office == office.id && reports.contains($0.indicator) },
      rosters: [], feedback: feedback.filter { isOwn($0.place) },
      funding: funding.filter { isOwn($0.place) },
      narrative: Narrative(passages: narrative.passages.filter { isOwn($0.place) }),
      commendations: commendations.filter { isOwn($0.place) },
      reportingOffices: hasFolder ? [nil] : [], findings: own)
  }
}

extension Figure {
  /// The figure of a group where the group is all that is asked about.
  fileprivate var ofWhole: Figure {
    Figure(
      origin: origin, office: office, place: place, state: state, referenceYear: referenceYear,
      note: note, met: met, numerator: numerator, denominator: denominator, percent: percent,
      previous: previous, current: current)
  }
}
