import Model

/// The facts at the top of a report, and the sentences that say its conclusion.
extension StatementCheck {
  mutating func compareFacts(of result: UnitResult, in seen: SeenDocument) {
    let facts = seen.texts + seen.tables.flatMap(facts)
    if let day = CalendarDay(iso: result.asOf) {
      compare(.asOf, as: .asOf, with: Pattern(day.vietnamese), facts)
    }
    guard let own = result.conclusion else { return }
    compare(.conclusion, as: .outcome, with: sentence(of: own), facts)
    if facts.contains(where: { label(.conclusion, in: $0) != nil }) {
      stated.insert(.outcome(unit: result.unit.name))
    } else {
      note(
        .unstated, at: SeenPlace(), found: "",
        expected: "\(words(.conclusion)): \(sentence(of: own).text)")
    }
    compare(
      .bindingFact, as: .binding, with: Pattern(own.binding.joined(separator: ", ")), facts)
    if let proven = result.provenCount {
      let details = ["met": "\(proven)", "count": "\(result.indicators.count)"]
      compare(.proven, as: .status, with: words.pattern(.provenValue, details), facts)
    }
  }

  private mutating func compare(
    _ fact: Word, as kind: Discrepancy.Kind, with expected: Pattern, _ texts: [SeenText]
  ) {
    for text in texts {
      guard let value = label(fact, in: text), !expected.matches(value) else { continue }
      report(
        kind, SeenText(text: value, place: text.place), expected: expected.text,
        column: words(fact))
    }
  }

  /// What follows the label in a text `Kết luận: …`; `nil` for other texts.
  private func label(_ fact: Word, in text: SeenText) -> String? {
    let label = words(fact) + ":"
    guard text.text.hasPrefix(label) else { return nil }
    return plain(String(text.text.dropFirst(label.count)))
  }

  /// The rows of a table of labels and values, as facts.
  private func facts(_ table: SeenTable) -> [SeenText] {
    guard table.headings == [words(.label), words(.content)] else { return [] }
    return table.rows.map { row in
      SeenText(text: "\(row[0].text): \(row[1].text)", place: row[1].place)
    }
  }

  func sentence(of own: UnitResult.Conclusion) -> Pattern {
    let details = ["level": "\(own.level)", "possible": "\(own.possibleLevel)"]
    switch own.outcome {
    case .recognised: return words.pattern(.recognised, details)
    case .pending: return words.pattern(.pending, details)
    case .notRecognised: return words.pattern(.notRecognised, details)
    }
  }

  /// The sentences of the conclusion: those that say something else are wrong.
  mutating func compareSentences(of result: UnitResult, in seen: SeenDocument) {
    guard let conclusion = result.conclusion else { return }
    let failed = result.indicators.filter { $0.status == .notMet }.map(\.id)
    let waiting = conclusion.binding.filter { !failed.contains($0) }
    let binding = conclusion.outcome == .notRecognised ? failed : conclusion.binding
    let details = [
      "level": "\(conclusion.level)", "possible": "\(conclusion.possibleLevel)",
      "binding": binding.joined(separator: ", "), "indicators": waiting.joined(separator: ", "),
    ]
    let own: Word =
      switch conclusion.outcome {
      case .recognised: .paragraphRecognised
      case .pending: .paragraphPending
      case .notRecognised: .paragraphNotRecognised
      }
    for word in [Word.paragraphRecognised, .paragraphPending, .paragraphNotRecognised] {
      let right = words.pattern(own, details)
      compare(word, with: right, as: .level, seen)
    }
    compare(.paragraphWaiting, with: words.pattern(.paragraphWaiting, details), as: .binding, seen)
    if let next = conclusion.nextLevel {
      let right = words.pattern(.paragraphNextLevel, ["level": "\(next.level)"])
      compare(.paragraphNextLevel, with: right, as: .need, seen)
    }
  }

  private mutating func compare(
    _ word: Word, with right: Pattern, as kind: Discrepancy.Kind, _ seen: SeenDocument
  ) {
    let any = words.pattern(word)
    for text in seen.texts where text.says(any) && !text.says(right) {
      report(kind, text, expected: right.text)
    }
  }
}

extension UnitResult {
  /// How many indicators are met and documented; `nil` where a share of nothing is among them, which
  /// only the reading taken can judge.
  var provenCount: Int? {
    guard !indicators.contains(where: { $0.status == .notApplicable }) else { return nil }
    return indicators.count { $0.status == .met && $0.evidence == .complete }
  }
}
