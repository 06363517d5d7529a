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
  /// The file that it names, as the ledger writes it, and its cell.
  let file: String
  let filePlace: SourcePlace
  let fileDigest: String?
  let office: OfficeID?

  /// Returns `nil` for a document without number.
  init?(_ document: EvidenceDocument, in row: ReadRow, _ scope: UnitScope) {
    guard !document.defects.contains(.documentNumberMissing) else { return nil }
    identity = Identity(
      number: packed(folded(document.number)), date: document.date,
      issuer: scope.issuers.key(of: document.issuer))
    indicator = document.indicator
    number = document.number
    place = row[.number].place
    file = document.file
    filePlace = row[.file].place
    fileDigest = document.fileDigest
    office = document.office
  }
}

/// The documents of a ledger, by what tells one under one indicator from others.
struct ListedDocuments: Sendable {
  private struct Use: Hashable {
    let indicator: IndicatorID
    let identity: ListedDocument.Identity
  }

  /// In the order of the rows.
  private(set) var all: [ListedDocument] = []
  private var firstLines: [Use: Int] = [:]

  /// Adds a document; gives the line on which it already stands under its indicator.
  mutating func add(_ entry: ListedDocument) -> Int? {
    all.append(entry)
    let use = Use(indicator: entry.indicator, identity: entry.identity)
    if let first = firstLines[use] { return first }
    firstLines[use] = entry.place.line ?? 0
    return nil
  }
}

extension DocumentReader {
  /// Reports a document that stands under its indicator on the line `first` already.
  mutating func reportRepetition(ofLine first: Int) {
    cells.report(.documentTwice, at: .number, details: ["first": "\(first)"])
  }
}

/// Finds the documents that are evidence for more indicators than one document can be expected to
/// speak of, each once, at its first row.
func findingsOfWidelyUsedDocuments(in ledgers: [LedgerFile], _ scope: UnitScope) -> [Finding] {
  let limit = scope.context.programme.limits.documentIndicators
  let uses = Dictionary(grouping: ledgers.flatMap(\.listed.all), by: \.identity)
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

/// Finds the files that stand for two different documents, each once, at its second document: one
/// scan under two numbers proves one of them only.
///
/// Files are compared by their content, because a copy has a name of its own.
func findingsOfRepeatedFiles(in ledgers: [LedgerFile], _ scope: UnitScope) -> [Finding] {
  let withFiles = ledgers.flatMap(\.listed.all).filter { $0.fileDigest != nil }
  let groups = Dictionary(grouping: withFiles, by: \.fileDigest)
  return groups.values.compactMap { rows in
    guard let first = rows.first, let other = rows.first(where: { $0.identity != first.identity })
    else { return nil }
    return Finding(
      .documentFileRepeated, about: scope.indicator(other.indicator.rawValue),
      office: other.office, at: other.filePlace, value: other.file,
      details: ["document": first.number, "otherPlace": first.place.reference])
  }
}
