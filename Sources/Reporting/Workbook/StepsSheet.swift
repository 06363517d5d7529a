import Model

/// The steps from each row of figures to whether it passes.
extension Composer {
  func stepsSheet(_ calculation: Calculation, _ notes: WorkbookNotes) -> WorkbookDocument.Sheet {
    let table = Table(
      id: CalculationTable.steps, caption: words(.calculationStepsTitle),
      columns: StepColumn.allCases.map { column($0, notes) },
      rows: calculation.slots.indices.map { stepRow($0, calculation) })
    return sheet(
      .workbookSteps, table, blanks: .calculationBlankSteps, lines: [words(.calculationStepsLead)])
  }

  private func column(_ column: StepColumn, _ notes: WorkbookNotes) -> Table.Column {
    switch column {
    case .indicator: .init(words(.columnIndicator), .centred)
    case .component: .init(words(.columnComponent))
    case .state:
      .init(
        words(.columnState), .centred,
        words: [.init(stateText(.invalid), .warning), .init(stateText(.missing), .unknown)])
    case .percentage: .init(words(.columnPercent), .number)
    case .compared: .init(noted(words(.calculationCompared), .comparison, notes), .number)
    case .base: .init(words(.calculationBase), .number)
    case .holds:
      .init(
        noted(words(.calculationHolds), .inexact, notes), .centred,
        words: [.init(words(.rosterYes), .good), .init(words(.rosterNo), .bad)])
    case .band: .init(words(.calculationBand), .number)
    }
  }

  private func stepRow(_ row: Int, _ calculation: Calculation) -> [Cell] {
    let (slot, step) = (calculation.slots[row], calculation.steps[row])
    let isChild = slot.indicator.source == .childOutcomes
    let compared = formulas(row, calculation)
    let isExact = step.isExact
    let holds = step.holds.map { words($0 ? .rosterYes : .rosterNo) } ?? ""
    return [
      Cell(slot.indicator.id.rawValue), Cell(slot.component?.name ?? ""),
      Cell(
        stateText(step.state),
        formula: isChild ? childStateFormula(row, calculation) : stateFormula(row, calculation)),
      percentageCell(step.percentage, of: slot, calculation, percentageFormula(row, calculation)),
      whole(step.compared, isExact ? compared?.compared : nil),
      whole(step.base, isExact ? compared?.base : nil),
      Cell(holds, formula: isExact ? holdsFormula(row, calculation) : nil),
      bandCell(row, calculation),
    ]
  }

  private func formulas(
    _ row: Int, _ calculation: Calculation
  ) -> (compared: Formula, base: Formula)? {
    guard calculation.slots[row].indicator.source == .childOutcomes else {
      return comparedFormulas(row, calculation)
    }
    let counted = calculation.figure(row, .denominator)
    let isCounted = counted.isAbove(.whole(0))
    return (
      .when(isCounted, comparedChildren(row, calculation), else: .empty),
      .when(isCounted, counted, else: .empty)
    )
  }

  private func whole(_ number: Int?, _ formula: Formula?) -> Cell {
    number.map { calculated($0, formula) } ?? Cell("", formula: formula)
  }

  private func bandCell(_ row: Int, _ calculation: Calculation) -> Cell {
    let indicator = calculation.slots[row].indicator
    guard calculation.rows(of: indicator).lowerBound == row,
      let assessment = calculation.unit.assessment.indicator(indicator.id)
    else { return Cell("") }
    return whole(assessment.band, reachedBandFormula(indicator, calculation))
  }

  func percentageCell(
    _ value: Rational?, of slot: FigureSlot, _ calculation: Calculation, _ formula: Formula?
  ) -> Cell {
    guard let value else { return Cell("", formula: formula) }
    let limits = limits(of: slot.indicator, in: calculation.criteria)
    return Cell(
      VietnameseNumber.percentage(value, limits: limits), number: .percentage(value),
      formula: formula)
  }
}
