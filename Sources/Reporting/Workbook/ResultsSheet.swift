import Model

/// The result of each indicator, live.
extension Composer {
  func resultsSheet(_ calculation: Calculation, _ notes: WorkbookNotes) -> WorkbookDocument.Sheet {
    let criteria = calculation.criteria.standards.flatMap(\.criteria)
    let rows = criteria.flatMap { criterion in
      criterion.indicators.compactMap { indicator in
        calculation.unit.assessment.indicator(indicator.id).map {
          resultRow($0, criterion, calculation)
        }
      }
    }
    let table = Table(
      id: CalculationTable.results, caption: words(.calculationResultsTitle),
      columns: ResultColumn.allCases.map { column($0, notes) }, rows: rows)
    return sheet(
      .workbookResults, table, blanks: .workbookBlankCells,
      lines: [words(.calculationResultsLead)], isLandscape: true)
  }

  private func column(_ column: ResultColumn, _ notes: WorkbookNotes) -> Table.Column {
    switch column {
    case .indicator: .init(words(.columnIndicator), .centred)
    case .criterion: .init(words(.columnCriterion), .centred)
    case .wording: .init(words(.columnWording))
    case .numerator: .init(words(.columnNumerator), .number)
    case .denominator: .init(words(.columnDenominator), .number)
    case .percentage: .init(words(.columnPercent), .number)
    case .change: .init(words(.calculationChange), .number)
    case .limit: .init(words(.columnLimit))
    case .status: .init(words(.columnResult), .centred, words: statusWords)
    case .band: .init(words(.columnBand))
    case .documents: .init(words(.calculationDocuments), .number)
    case .evidence: .init(words(.columnEvidence), .centred, words: evidenceWords)
    case .proven: .init(noted(words(.calculationProven), .standings, notes), .number)
    case .possible: .init(words(.calculationPossible), .number)
    case .decides:
      .init(
        words(.calculationDecides), .centred, words: [.init(words(.rosterYes), .warning)])
    case .clause: .init(words(.columnClause))
    }
  }

  /// The statuses with their marks, for columns whose words change.
  var statusWords: [Table.Column.MarkedWord] {
    IndicatorStatus.allCases.map { .init(statusText($0), mark(of: $0)) }
  }

  private var evidenceWords: [Table.Column.MarkedWord] {
    EvidenceStatus.allCases.compactMap { status in
      let cell = evidenceCell(status)
      return cell.mark.map { .init(cell.text, $0) }
    }
  }

  private func resultRow(
    _ assessment: IndicatorAssessment, _ criterion: Criterion, _ calculation: Calculation
  ) -> [Cell] {
    let indicator = assessment.indicator
    let highest = calculation.highest
    let status = statusCell(assessment)
    let standings = [
      assessment.provenStanding(highest: highest), assessment.possibleStanding(highest: highest),
    ]
    let counts = countCells(assessment, calculation)
    return [
      Cell(indicator.id.rawValue), Cell(criterion.id), Cell(indicator.shortName), counts.part,
      counts.whole, valueCell(assessment, calculation), changeCell(assessment, calculation),
      Cell(limitText(indicator), formula: limitFormula(indicator, calculation)),
      Cell(status.text, mark: status.mark, formula: statusFormula(indicator, calculation)),
      Cell(bandText(assessment), formula: bandTextFormula(indicator, calculation)),
      calculated(
        assessment.documents.count(where: \.isWhole), documentsFormula(indicator, calculation)),
      evidence(of: assessment, calculation),
      calculated(standings[0], provenFormula(indicator, calculation)),
      calculated(standings[1], possibleFormula(indicator, calculation)),
      decidesCell(assessment, calculation), Cell(indicator.clause),
    ]
  }

  private func evidence(
    of assessment: IndicatorAssessment, _ calculation: Calculation
  ) -> Cell {
    let cell = evidenceCell(assessment.evidence)
    return Cell(
      cell.text, mark: cell.mark, formula: evidenceFormula(assessment.indicator, calculation))
  }

  private func decidesCell(
    _ assessment: IndicatorAssessment, _ calculation: Calculation
  ) -> Cell {
    let indicator = assessment.indicator
    let decides = calculation.unit.assessment.binding.contains(indicator.id)
    let level = ConclusionRow.level.formula
    var test = calculation.result(indicator, .proven).equals(level)
    if indicator.role != .banded { test = .all([test, level.equals(.whole(0))]) }
    return Cell(words(decides ? .rosterYes : .rosterNo), formula: yesOrNo(test))
  }
}
