import Model

/// The results of the indicators, by standard and criterion.
extension Composer {
  func resultsSection(_ unit: UnitRecord, title: String) -> SectionDraft {
    let criteria = criteria(of: unit.unit)
    let subsections = criteria.standards.enumerated().map { index, standard in
      Section(
        id: "tieu-chuan-\(standard.id)", number: "\(index + 1)",
        title: words(.sectionStandard, ["id": standard.id, "title": standard.title]),
        blocks: [],
        subsections: standard.criteria.map { criterion in
          Section(
            id: "tieu-chi-\(criterion.id.replacing(".", with: "-"))", number: "",
            title: words(
              .sectionCriterion, ["id": criterion.id, "title": criterion.title]),
            blocks: [.table(resultsTable(criterion, unit, criteria))])
        })
    }
    let lead = words(
      .sectionResultsLead,
      [
        "count": "\(criteria.indicators.count)",
        "set": "\(criteria.title) (\(criteria.clause), \(rulebook.shortTitle))",
      ])
    let prose = proseBlocks(unit, under: title).orElse(resultsSentence(unit))
    return SectionDraft(
      id: "ket-qua", title: title,
      blocks: prose + [.paragraph(lead)] + (sharesChart(unit).map { [.chart($0)] } ?? []),
      subsections: subsections, hasProse: true)
  }

  /// How many indicators are met, and which are not or not yet known.
  private func resultsSentence(_ unit: UnitRecord) -> String {
    let all = unit.assessment.indicators
    let failed = all.filter { $0.status == .notMet }.map(\.indicator.id)
    let open = all.filter { $0.status != .met && $0.status != .notMet }.map(\.indicator.id)
    let count = all.count { $0.status == .met }
    let proven = all.count(where: isProven)
    let met = words(
      count > 0 && proven == count ? .proseResultsWhole : .proseResultsMet,
      [
        "unit": unit.unit.nameInSentence, "count": "\(all.count)", "met": "\(count)",
        "proven": "\(proven)", "asOf": asOf,
      ])
    return [
      met,
      failed.isEmpty ? "" : words(.proseResultsFailed, ["indicators": joined(failed)]),
      open.isEmpty ? "" : words(.proseResultsOpen, ["indicators": joined(open)]),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func resultsTable(
    _ criterion: Criterion, _ unit: UnitRecord, _ criteria: CriteriaSet
  ) -> Table {
    let rows = criterion.indicators.compactMap { indicator in
      unit.assessment.indicator(indicator.id).map { resultRow($0, criteria) }
    }
    return Table(
      id: "ket-qua-\(criterion.id.replacing(".", with: "-"))",
      caption: words(.tableResults, ["id": criterion.id]),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnFigure)), .init(words(.columnLimit)), .init(words(.columnBand)),
        .init(words(.columnResult)), .init(words(.columnEvidence)), .init(words(.columnClause)),
      ], rows: rows)
  }

  private func resultRow(
    _ assessment: IndicatorAssessment, _ criteria: CriteriaSet
  ) -> [Cell] {
    let indicator = assessment.indicator
    return [
      Cell(indicator.id.rawValue), Cell(indicator.wording),
      Cell(figureText(assessment, in: criteria)), Cell(limitText(indicator)),
      Cell(bandText(assessment)), statusCell(assessment), evidenceCell(assessment.evidence),
      Cell(indicator.clause),
    ]
  }
}
