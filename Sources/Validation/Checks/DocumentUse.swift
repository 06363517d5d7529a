import Model

/// A document of a ledger that can be told from others by number, day and issuer.
struct ListedDocument: Sendable {
  struct Identity: Hashable, Sendable {
    let number: String
    let date: CalendarDay?
    let issuer: String
  }

  let identity: Identity
  let indicator: IndicatorID
  /// As the ledger writes it.
  let number: String
  /// The cell of the number.
  let place: SourcePlace
  let office: OfficeID?

  /// Returns `nil` for a document without number.
  init?(_ document: EvidenceDocument, at place: SourcePlace, in scope: UnitScope) {
    guard !document.number.isEmpty else { return nil }
    identity = Identity(
      number: packed(folded(document.number)), date: document.date,
      issuer: scope.issuers.key(of: document.issuer))
    indicator = document.indicator
    number = document.number
    self.place = place
    office = document.office
  }
}

extension DocumentReader {
  /// Checks that no earlier row of the file lists the document under the same indicator.
  mutating func checkRepetition(of entry: ListedDocument, among earlier: [ListedDocument]) {
    let first = earlier.first {
      $0.indicator == entry.indicator && $0.identity == entry.identity
    }
    guard let first else { return }
    cells.report(.documentTwice, at: .number, details: ["first": "\(first.place.line ?? 0)"])
  }
}

/// Finds the documents that are evidence for more indicators than one document can be expected to
/// speak of, each once, at its first row.
func findingsOfWidelyUsedDocuments(in ledgers: [LedgerFile], _ scope: UnitScope) -> [Finding] {
  let limit = scope.context.programme.limits.documentIndicators
  let uses = Dictionary(grouping: ledgers.flatMap(\.listed), by: \.identity)
  return uses.values.compactMap { rows in
    let indicators = Set(rows.map(\.indicator)).sorted()
    guard indicators.count > limit, let first = rows.first else { return nil }
    return Finding(
      .documentTooWidelyUsed, about: nil, office: first.office, at: first.place,
      value: first.number, expected: "≤ \(limit)",
      details: [
        "count": "\(indicators.count)",
        "indicators": indicators.map(\.rawValue).joined(separator: ", "),
      ])
  }
}
