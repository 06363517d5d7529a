import Model

extension DocumentReader {
  /// Checks that the document was issued by a body that the rulebook accepts for the indicator.
  mutating func checkIssuer(
    of indicator: Indicator, by matcher: IssuerMatcher, accepted: String
  ) {
    let issuer = cells.row[.issuer]
    if issuer.isEmpty {
      fault(.issuer, .issuerMissing, expected: accepted)
    } else if !matcher.accepts(issuer.text, for: indicator) {
      fault(.issuer, .issuerNotAccepted, expected: accepted)
    }
  }
}
