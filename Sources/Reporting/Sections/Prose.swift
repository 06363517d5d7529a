import Model

/// The sections that a unit writes itself: prose, feedback on the criteria, funding.
extension Composer {
  func deploymentSection(_ unit: UnitRecord, otherwise sentence: String) -> SectionDraft {
    let title = words(.sectionDeployment)
    return SectionDraft(
      id: "trien-khai", title: title,
      blocks: proseBlocks(unit, under: title).orElse(sentence), hasProse: true)
  }

  func difficultiesSection(_ unit: UnitRecord) -> SectionDraft {
    let title = words(.sectionDifficulties)
    let table = feedbackTable(
      unit, id: "kho-khan", caption: words(.tableDifficulties), column: .columnDifficulty,
      \.difficulty)
    let open = unit.assessment.indicators.filter { !isProven($0) }.map(\.indicator.id)
    let none =
      words(
        criteria(of: unit.unit).awardsLevels
          ? .sectionDifficultiesEmpty : .targetDifficultiesEmpty)
      + (open.isEmpty ? "" : " " + words(.proseDifficultiesOpen, ["indicators": joined(open)]))
    return SectionDraft(
      id: "kho-khan-vuong-mac", title: title,
      blocks: proseBlocks(unit, under: title)
        .orElse(lead(unit, \.difficulty, .proseDifficultiesLead) ?? none) + tableBlocks(table),
      hasProse: true)
  }

  func proposalsSection(_ unit: UnitRecord) -> SectionDraft {
    let title = words(.sectionProposals)
    let table = feedbackTable(
      unit, id: "kien-nghi", caption: words(.tableProposals), column: .columnProposal, \.proposal)
    return SectionDraft(
      id: "de-xuat-kien-nghi", title: title,
      blocks: proseBlocks(unit, under: title)
        .orElse(lead(unit, \.proposal, .proseProposalsLead) ?? words(.sectionProposalsEmpty))
        + tableBlocks(table) + commendationsSentence(unit), hasProse: true)
  }

  private func tableBlocks(_ table: Table?) -> [Block] { table.map { [.table($0)] } ?? [] }

  /// What the unit's feedback is about, in a sentence; `nil` when it has none.
  private func lead(
    _ unit: UnitRecord, _ text: KeyPath<Feedback, String>, _ phrase: Phrase
  ) -> String? {
    let told = unit.submission.feedback.filter { !$0[keyPath: text].isEmpty }.map(\.indicator)
    guard !told.isEmpty else { return nil }
    let indicators = Set(told).sorted()
    return words(phrase, ["count": "\(indicators.count)", "indicators": joined(indicators)])
  }

  private func feedbackTable(
    _ unit: UnitRecord, id: String, caption: String, column: Phrase,
    _ text: KeyPath<Feedback, String>
  ) -> Table? {
    let rows = unit.submission.feedback.filter { !$0[keyPath: text].isEmpty }.map { feedback in
      [
        Cell(feedback.indicator.rawValue),
        Cell(shortName(feedback.indicator, of: unit.unit)),
        suitabilityCell(feedback.suitability), Cell(feedback[keyPath: text]),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: id, caption: caption,
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnSuitability)), .init(words(column)),
      ], rows: rows)
  }

  func shortName(_ id: IndicatorID, of unit: AdministrativeUnit) -> String {
    criteria(of: unit).indicator(id)?.shortName ?? ""
  }

  func suitabilityCell(_ suitability: Feedback.Suitability?) -> Cell {
    switch suitability {
    case .suitable: Cell(words(.suitabilitySuitable), mark: .good)
    case .needsAdjustment: Cell(words(.suitabilityNeedsAdjustment), mark: .warning)
    case .unsuitable: Cell(words(.suitabilityUnsuitable), mark: .bad)
    case nil: Cell("")
    }
  }
}

extension [Block] {
  /// These, or a sentence made from the data where the unit wrote nothing.
  func orElse(_ sentence: String) -> [Block] { isEmpty ? [.paragraph(sentence)] : self }
}

/// Whether an indicator is met and its documents are whole.
func isProven(_ assessment: IndicatorAssessment) -> Bool {
  assessment.status == .met && assessment.evidence == .complete
}
