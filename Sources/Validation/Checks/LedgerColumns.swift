import Model

extension ReadTable {
  /// Warns of each column of a ledger without which no document is whole, once for all rows.
  func findingsOfMissingLedgerColumns() -> [Finding] {
    FileSchema.evidence.columns.filter {
      [.number, .date, .issuer].contains($0.key) && headings[$0.key] == nil
    }.map { column in
      Finding(
        .ledgerColumnMissing, place: headings.place, expected: column.heading, office: office)
    }
  }
}
