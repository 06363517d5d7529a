import Model

/// Checks that each office of the province has sent figures for the indicators that it owes, be they
/// the unit's or of its own people.
///
/// An office whose indicators have come in through other files is not silent.
func findingsOfSilentOffices(
  _ missing: MissingFigures, reporting: Set<OfficeID?>
) -> [Finding] {
  let scope = missing.scope
  guard scope.unit.tier == .province else { return [] }
  return scope.offices.filter { !reporting.contains($0.id) }.compactMap { office in
    let own = Set(office.reports.map(\.indicator))
    let owed = scope.indicators.filter { indicator in
      own.contains(indicator.id)
        || indicator.office == office.id && missing.lacksFigures(indicator)
          && !indicator.isComputed
    }
    guard !owed.isEmpty else { return nil }
    return Finding(
      .officeSilent, place: SourcePlace(file: missing.places.folder), value: office.id.rawValue,
      clause: office.clause, office: office.id,
      details: [
        "office": office.name,
        "indicators": owed.map(\.id.rawValue).joined(separator: ", "),
      ])
  }
}
