import Model

/// Finds the indicators that need documents and have none listed, in the rulebook's order.
func findingsOfMissingDocuments(
  _ documents: [EvidenceDocument], in scope: UnitScope, places: SourcePlaces
) -> [Finding] {
  let documented = Set(documents.map(\.indicator))
  return scope.indicators.filter {
    $0.source != .childOutcomes && !documented.contains($0.id)
  }.map { indicator in
    Finding(
      .noDocument, about: indicator, office: nil, at: places.ledger(for: indicator),
      expected: scope.acceptedIssuers(of: indicator), details: ["name": indicator.shortName])
  }
}
