public import Model

/// Stage 2 of 4: checks what a unit has sent, and turns it into figures and evidence.
///
/// Pure and total: every problem is a finding, and none keeps another from being found. The
/// findings are all of the unit's, the ingest stage's among them, in `Finding.precedes` order.
/// Figures of an earlier period, where there are any, are compared with.
public func validate(
  _ sources: UnitSources, in context: RunContext, after earlier: EarlierFigures? = nil
) -> Submission {
  let scope = UnitScope(sources.unit, in: context)
  guard let folder = sources.folder else {
    return absence(of: sources, finding: findingOfMissingFolder(in: scope), in: scope)
  }
  let files = UnitFiles(sources, in: scope)
  let combined = scope.indicators.filter { $0.source != .childOutcomes }.map { indicator in
    CombinedFigures(of: indicator, from: files, in: scope)
  }
  var figures = Dictionary(
    combined.map { ($0.indicator, $0.figures) }, uniquingKeysWith: { first, _ in first }
  ).filter { $0.value != .none }
  let contradictions =
    contradictionsWithin(figures, in: scope) + contradictionsOfWholes(figures, in: scope)
  for contradiction in contradictions {
    let id = contradiction.indicator.id
    figures[id] = figures[id]?.invalidated(by: contradiction, in: scope)
  }
  let changes = earlier.map { findingsOfChanges(in: figures, since: $0, scope) }
  let findings =
    files.findings + combined.flatMap(\.findings) + contradictions.map(\.finding)
    + (changes ?? []) + findingsOfUncountedFigures(in: files.figures, scope)
    + findingsOfUncontrolledRosters(in: files, scope)
    + findingsOfWidelyUsedDocuments(in: files.ledgers, scope)
    + findingsOfRepeatedFiles(in: files.ledgers, scope)
    + findingsOfUnknownOffices(of: sources, read: files, in: scope)
    + findingsOfUnexpectedFiles(in: sources, namedBy: files.ledgers, scope)
    + absences(from: files, figures: figures, folder: folder, in: scope)
    + findingsOfUntoldSections(in: files, of: sources, scope)
  return Submission(
    unit: sources.unit, folder: folder, figures: figures, evidence: files.documents,
    rosters: files.rosters.map(\.roster), feedback: files.feedback.flatMap(\.feedback),
    funding: files.funding.flatMap(\.lines), narrative: files.narrative,
    waivers: files.waivers.flatMap(\.waivers),
    commendations: files.commendations.flatMap(\.commendations),
    reportingOffices: files.reportingOffices,
    findings: (ingested(sources, in: scope)
      + withoutToldHeadings(findings).map {
        charged($0, in: scope, folder: folder).of(sources.unit.code)
      })
      .sorted(by: Finding.precedes))
}

/// What is found in an office's folder about people of its own is for that office to mend, whoever
/// adds up.
private func charged(_ finding: Finding, in scope: UnitScope, folder: String) -> Finding {
  guard let place = finding.place, let id = finding.indicator,
    scope.indicator(id.rawValue)?.source == .childFigures,
    let office = scope.reportingOffice(place.office(in: folder)), office.reports(id)
  else { return finding }
  return Finding(
    finding.code, unit: finding.unit, indicator: id, place: place, value: finding.value,
    expected: finding.expected, clause: finding.clause, office: office.id,
    details: finding.details)
}

/// The findings without those about a heading that another one asks about, with the indicator that
/// needs it.
private func withoutToldHeadings(_ findings: [Finding]) -> [Finding] {
  let told = findings.filter { $0.code == .figureUnderOtherHeading }
  guard !told.isEmpty else { return findings }
  return findings.filter { finding in
    finding.code != .unknownColumnBesideAbsent
      || !told.contains { other in
        other.place?.file == finding.place?.file
          && other.details["headings"]?.contains("“\(finding.value)”") == true
      }
  }
}

/// What all files together say of one indicator.
private struct CombinedFigures {
  let indicator: IndicatorID
  let figures: IndicatorFigures
  let findings: [Finding]

  init(of indicator: Indicator, from files: UnitFiles, in scope: UnitScope) {
    self.indicator = indicator.id
    if let offices = scope.offices(summedIn: indicator) {
      (figures, findings) = sum(of: indicator, over: offices, in: files, scope)
      return
    }
    let sources = FigureSources(of: indicator, in: files.figures, and: files.rosters, files.persons)
    let (figures, contradictions) = sources.combined()
    self.figures = figures
    findings = contradictions + sources.registerContradictions(in: scope)
  }
}

/// The findings about what is not there; a unit without any figures has one about that alone.
private func absences(
  from files: UnitFiles, figures: [IndicatorID: IndicatorFigures], folder: String,
  in scope: UnitScope
) -> [Finding] {
  let places = files.places(in: folder)
  let documents = findingsOfMissingDocuments(files, in: scope, places: places)
  guard !files.reportingOffices.isEmpty else {
    // What cannot be read has a finding of its own, and may hold them.
    return (files.awaitsFigures ? [] : [findingOfMissingFigures(folder: folder, in: scope)])
      + (files.documents.isEmpty ? [] : documents)
  }
  let missing = MissingFigures(
    scope: scope, figures: figures, places: places, files: files.figures,
    rosters: files.rosters, persons: files.persons,
    awaits: { files.awaits(.figures, for: $0) || files.awaitsRoster(for: $0) })
  return missing.findings + documents
    + findingsOfSilentOffices(missing, reporting: files.reportingOffices)
    + findingsOfOwnFigures(missing, of: files, in: scope, folder: folder)
}

/// The submission of a unit that has sent nothing.
private func absence(
  of sources: UnitSources, finding: Finding, in scope: UnitScope
) -> Submission {
  Submission(
    unit: sources.unit, folder: nil, figures: [:], evidence: [], rosters: [], feedback: [],
    funding: [], narrative: .none, reportingOffices: [],
    findings: (ingested(sources, in: scope) + [finding.of(sources.unit.code)]).sorted(
      by: Finding.precedes))
}

/// What the ingest stage has found, now of the unit and of the office whose folder it is; nothing in
/// rosters of persons where nothing is counted in them.
private func ingested(_ sources: UnitSources, in scope: UnitScope) -> [Finding] {
  sources.files.filter { scope.readsPersons(of: $0.office) || !$0.isOfPersons }.flatMap { file in
    file.findings.map { $0.of(sources.unit.code, office: file.office) }
  }
}
