import Model

/// What a reader must know first.
extension Composer {
  func opening(_ unit: UnitRecord) -> [Block] {
    let assessment = unit.assessment
    let errors = unit.findings.count { $0.severity == .error }
    let results = assessment.conclusion == nil ? targetFacts(unit) : levelFacts(unit)
    var facts =
      results + [
        lackingFact(unit, owed(by: unit))
      ]
    if errors > 0 {
      let warnings = unit.findings.count { $0.severity == .warning }
      facts.append(
        Fact(
          words(.openingErrors),
          words(.openingErrorsValue, ["errors": "\(errors)", "warnings": "\(warnings)"]),
          mark: .bad))
    }
    if let milestone = reportMilestone(of: unit.unit) {
      facts.append(Fact(words(.openingDeadline), deadlineText(milestone)))
    }
    facts.append(Fact(words(.openingAsOf), asOf))
    return [.facts(facts)]
  }

  /// What the unit owes itself or, where it adds up others, whose figures are still missing.
  private func lackingFact(_ unit: UnitRecord, _ missing: [Owed]) -> Fact {
    let label = words(.openingOwed)
    guard missing.isEmpty else {
      let figures = missing.count(where: \.lacksFigures)
      let documents = missing.count(where: \.lacksEvidence)
      return Fact(label, owedText(figures: figures, documents: documents), mark: .warning)
    }
    let absent = absentUnits(unit)
    guard !absent.isEmpty else { return Fact(label, words(.openingOwedNothing), mark: .good) }
    let text = words(.targetAbsentFact, ["units": absent.joined(separator: ", ")])
    return Fact(label, text, mark: .warning)
  }

  private func levelFacts(_ unit: UnitRecord) -> [Fact] {
    let assessment = unit.assessment
    return [
      Fact(words(.openingConclusion), conclusionFact(unit), mark: outcomeCell(assessment).mark),
      Fact(words(.openingBinding), joined(assessment.binding)),
      Fact(
        words(.openingMet),
        words(
          .openingMetValue,
          ["met": "\(provenCount(assessment))", "count": "\(assessment.indicators.count)"])),
    ]
  }

  private func owedText(figures: Int, documents: Int) -> String {
    var parts: [String] = []
    if figures > 0 { parts.append(words(.openingOwedFigures, ["count": "\(figures)"])) }
    if documents > 0 { parts.append(words(.openingOwedDocuments, ["count": "\(documents)"])) }
    return parts.joined(separator: "; ")
  }

  func provenCount(_ assessment: UnitAssessment) -> Int {
    assessment.indicators.count(where: \.isProven)
  }

  func conclusionFact(_ unit: UnitRecord) -> String {
    let details = [
      "award": criteria(of: unit.unit).award, "level": "\(unit.assessment.level)",
      "possible": "\(unit.assessment.possibleLevel)",
    ]
    switch unit.assessment.outcome {
    case .recognised: return words(.openingRecognised, details)
    case .pending: return words(.openingPending, details)
    case .notRecognised: return words(.openingNotRecognised, details)
    }
  }

  func deadlineText(_ milestone: Milestone) -> String {
    let days = milestone.lastDay.ordinal - context.asOf.ordinal
    let phrase: Phrase =
      days > 0 ? .openingDeadlineFuture : days == 0 ? .openingDeadlineToday : .openingDeadlinePast
    return words(
      phrase,
      [
        "wording": milestone.wording, "lastDay": milestone.lastDay.vietnamese,
        "days": "\(abs(days))",
      ])
  }
}
