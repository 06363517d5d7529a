import Model

extension DocumentReader {
  /// Checks that the document was issued by a body of the unit that the rulebook accepts for the
  /// indicator.
  mutating func checkIssuer(
    of indicator: Indicator, in scope: UnitScope, on date: CalendarDay?
  ) {
    let issuer = cells.row[.issuer]
    let accepted = scope.acceptedIssuers(of: indicator)
    if !cells.row.has(.issuer) {
      note(.issuerMissing)
    } else if issuer.isEmpty {
      fault(.issuer, .issuerMissing, expected: accepted)
    } else if !scope.issuers.accepts(issuer.text, for: indicator, on: date) {
      fault(
        .issuer, .issuerNotAccepted, expected: accepted,
        details: ["unit": scope.unit.nameInSentence])
    }
  }
}
