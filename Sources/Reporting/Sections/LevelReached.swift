import Model

/// The level that a unit reaches, and the indicators that decide it.
extension Composer {
  func levelSection(_ unit: UnitRecord) -> SectionDraft {
    let rule = criteria(of: unit.unit).levelRule
    let basis = words(
      .paragraphRule,
      ["prerequisite": rule.prerequisiteClause, "banded": rule.bandedClause])
    return SectionDraft(
      id: "muc-do", title: words(.sectionLevel),
      blocks: conclusion(unit).map(Block.paragraph) + [.paragraph(basis)] + needsBlocks(unit))
  }

  /// The conclusion in whole sentences.
  func conclusion(_ unit: UnitRecord) -> [String] {
    let assessment = unit.assessment
    let failed = assessment.indicators.filter { $0.status == .notMet }.map(\.indicator.id)
    let name = unit.unit.nameInSentence
    var details = [
      "unit": name.capitalisedFirst, "award": criteria(of: unit.unit).award,
      "level": "\(assessment.level)", "possible": "\(assessment.possibleLevel)",
      "binding": joined(assessment.binding),
    ]
    switch assessment.outcome {
    case .recognised: return [words(.paragraphRecognised, details)]
    case .pending:
      details["unit"] = name
      return [words(.paragraphPending, details)]
    case .notRecognised:
      details["binding"] = joined(failed)
      let waiting = assessment.binding.filter { !failed.contains($0) }
      let first = words(.paragraphNotRecognised, details)
      guard !waiting.isEmpty else { return [first] }
      return [first, words(.paragraphWaiting, ["indicators": joined(waiting)])]
    }
  }
}
