import Model

/// Finds the indicators that need documents and have none listed, in the rulebook's order.
///
/// A ledger that cannot be read has its own finding, and may list them.
func findingsOfMissingDocuments(
  _ files: UnitFiles, in scope: UnitScope, places: SourcePlaces
) -> [Finding] {
  let documented = Set(files.documents.map(\.indicator))
  return scope.indicators.filter {
    !$0.isComputed && !documented.contains($0.id) && !files.awaits(.evidence, for: $0)
  }.map { indicator in
    Finding(
      .noDocument, about: indicator, office: nil, at: places.ledger(for: indicator),
      expected: scope.acceptedIssuers(of: indicator), details: ["name": indicator.shortName])
  }
}
