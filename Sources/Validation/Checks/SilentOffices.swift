import Model

/// Checks that each office of the province has sent figures for the indicators that it owes.
///
/// An office whose indicators have come in through other files is not silent.
func findingsOfSilentOffices(
  _ missing: MissingFigures, reporting: Set<OfficeID?>
) -> [Finding] {
  let scope = missing.scope
  guard scope.unit.tier == .province else { return [] }
  return scope.offices.filter { !reporting.contains($0.id) }.compactMap { office in
    let owed = scope.indicators.filter {
      $0.office == office.id && missing.lacksFigures($0) && $0.source != .childOutcomes
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
