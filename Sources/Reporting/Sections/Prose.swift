import Model

/// The sections that a unit writes itself: prose, feedback on the criteria, funding.
extension Composer {
  func deploymentSection(_ unit: UnitRecord, otherwise sentence: String) -> SectionDraft {
    let title = words(.sectionDeployment)
    let prose = proseBlocks(unit, under: title)
    return SectionDraft(
      id: "trien-khai", title: title, blocks: prose.isEmpty ? [.paragraph(sentence)] : prose,
      hasProse: true)
  }

  func proseBlocks(_ unit: UnitRecord, under title: String) -> [Block] {
    blocks(unit.submission.narrative.blocks(under: title))
  }

  private func blocks(_ prose: [Narrative.Block]) -> [Block] {
    prose.map { block in
      switch block {
      case .paragraph(let text): .paragraph(text)
      case .list(let items): .list(items)
      }
    }
  }

  /// The sections with the unit's own prose first in each, and at the end what it wrote under
  /// other headings, so that nothing it wrote is lost.
  func withProse(_ drafts: [SectionDraft], of unit: UnitRecord) -> [SectionDraft] {
    let told = drafts.map { draft in
      guard !draft.hasProse else { return draft }
      return SectionDraft(
        id: draft.id, title: draft.title,
        blocks: proseBlocks(unit, under: draft.title) + draft.blocks,
        subsections: draft.subsections, hasProse: true)
    }
    let known = Set(drafts.map { folded($0.title) })
    let others = unit.submission.narrative.passages.filter {
      !known.contains(folded($0.heading)) && !$0.blocks.isEmpty
    }
    guard !others.isEmpty else { return told }
    let subsections = others.enumerated().map { index, passage in
      Section(
        id: "noi-dung-khac-\(index + 1)", number: "\(index + 1)",
        title: passage.heading.isEmpty ? words(.sectionUntitled) : passage.heading,
        blocks: blocks(passage.blocks))
    }
    return told + [
      SectionDraft(
        id: "noi-dung-khac", title: words(.sectionOther), blocks: [], subsections: subsections,
        hasProse: true)
    ]
  }

  func difficultiesSection(_ unit: UnitRecord) -> SectionDraft {
    let title = words(.sectionDifficulties)
    let table = feedbackTable(
      unit, id: "kho-khan", caption: words(.tableDifficulties), column: .columnDifficulty,
      \.difficulty)
    return feedbackSection(
      "kho-khan-vuong-mac", title, proseBlocks(unit, under: title), table,
      otherwise: .sectionDifficultiesEmpty)
  }

  func proposalsSection(_ unit: UnitRecord) -> SectionDraft {
    let title = words(.sectionProposals)
    let table = feedbackTable(
      unit, id: "kien-nghi", caption: words(.tableProposals), column: .columnProposal, \.proposal)
    return feedbackSection(
      "de-xuat-kien-nghi", title, proseBlocks(unit, under: title), table,
      otherwise: .sectionProposalsEmpty)
  }

  private func feedbackSection(
    _ id: String, _ title: String, _ prose: [Block], _ table: Table?, otherwise: Phrase
  ) -> SectionDraft {
    let blocks = prose + (table.map { [.table($0)] } ?? [])
    return SectionDraft(
      id: id, title: title, blocks: blocks.isEmpty ? [.paragraph(words(otherwise))] : blocks,
      hasProse: true)
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
