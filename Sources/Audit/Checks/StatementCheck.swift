import Model

/// Compares what one document states with the results.
struct StatementCheck {
  let document: AuditedDocument
  /// The cells that names of a workbook stand for.
  let names: [String: String]
  let words: Words
  private(set) var found: [Discrepancy] = []
  /// What the document stated of its own unit, right or wrong.
  var stated: Set<Statement> = []

  /// What a document must state.
  enum Statement: Hashable {
    case outcome(unit: String)
    case digest(unit: String)
    case status(String)
    case figure(String)
  }

  init(document: AuditedDocument, names: [String: String], words: Words) {
    self.document = document
    self.names = names
    self.words = words
  }

  mutating func compare(_ seen: SeenDocument) {
    for table in seen.tables { compare(TableReading(table, words)) }
    compareCriteria(in: seen)
    compareDays(in: seen)
    compareCharts(in: seen)
    switch document.subject {
    case .unit(let result, let digest):
      compareDigest(digest, of: result, in: seen)
      compareFacts(of: result, in: seen)
      compareSentences(of: result, in: seen)
      requireIndicators(of: result)
    case .request(let result, let digest): compareDigest(digest, of: result, in: seen)
    case .board:
      for unit in document.units.keys.sorted() {
        if document.units[unit]?.result.conclusion != nil {
          require(.outcome(unit: unit), "\(unit): \(words(.result))")
        }
        require(.digest(unit: unit), document.units[unit]?.digest ?? "")
      }
    }
  }

  /// Remembers a difference; texts that read the same are none.
  mutating func expect(
    _ kind: Discrepancy.Kind, _ text: SeenText, toBe expected: String, column: String? = nil,
    about subject: String? = nil
  ) {
    guard !text.reads(as: expected) else { return }
    report(kind, text, expected: expected, column: column, about: subject)
  }

  mutating func report(
    _ kind: Discrepancy.Kind, _ text: SeenText, expected: String, column: String? = nil,
    about subject: String? = nil
  ) {
    var place = text.place
    place.column = column
    place.subject = subject
    found.append(
      Discrepancy(kind, in: document.file.path, at: place, found: text.text, expected: expected))
  }

  mutating func note(
    _ kind: Discrepancy.Kind, at place: SeenPlace, found text: String, expected: String
  ) {
    found.append(
      Discrepancy(kind, in: document.file.path, at: place, found: text, expected: expected))
  }

  private mutating func require(_ statement: Statement, _ expected: String) {
    guard !stated.contains(statement) else { return }
    found.append(
      Discrepancy(.unstated, in: document.file.path, found: "", expected: expected))
  }

  private mutating func requireIndicators(of result: UnitResult) {
    for indicator in result.indicators {
      let subject = "\(words(.indicator)) \(indicator.id)"
      let status = words(indicator.status.word)
      require(.status(indicator.id), "\(subject), \(words(.result)): \(status)")
      require(.figure(indicator.id), "\(subject), \(words(.figure)): \(indicator.text)")
    }
  }

  /// The texts that the pattern stands in; a row that a run takes up is not told twice.
  private func statements(_ pattern: Pattern, in seen: SeenDocument) -> [SeenText] {
    let runs = seen.texts.filter { $0.isRun && $0.holds(pattern) }
    return runs.isEmpty ? seen.everything.filter { $0.holds(pattern) } : runs
  }

  /// The document names its result and the digest of it, and no other digest in that place.
  private mutating func compareDigest(
    _ digest: String, of result: UnitResult, in seen: SeenDocument
  ) {
    let any = words.pattern(.digestStatement)
    let right = words.pattern(.digestStatement, ["digest": digest])
    let statements = statements(any, in: seen)
    guard !statements.isEmpty else {
      found.append(
        Discrepancy(.unstated, in: document.file.path, found: "", expected: digest))
      return
    }
    for statement in statements where !statement.holds(right) {
      report(.resultDigest, statement, expected: right.text)
    }
  }
}

extension SeenText {
  /// Whether a reader sees the same text; a workbook cuts what a cell cannot hold.
  func reads(as expected: String) -> Bool {
    let expected = plain(expected)
    if text == expected { return true }
    return place.cell != nil && text.hasSuffix("…") && text.utf16.count > 30_000
      && expected.hasPrefix(text.dropLast())
  }

  /// Whether the text is the pattern from end to end; of a run, whether the pattern stands in it.
  func says(_ pattern: Pattern) -> Bool { isRun ? holds(pattern) : pattern.matches(text) }

  /// Whether the pattern stands in the text, which may go on before and after it.
  func holds(_ pattern: Pattern) -> Bool { pattern.stands(in: text) }
}
