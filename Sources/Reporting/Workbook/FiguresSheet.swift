import Model

/// The figures, from which everything else in the workbook is calculated.
extension Composer {
  func figuresSheet(_ calculation: Calculation, _ notes: WorkbookNotes) -> WorkbookDocument.Sheet {
    let table = Table(
      id: CalculationTable.figures, caption: words(.calculationFiguresTitle),
      columns: FigureColumn.allCases.map { column($0, notes) },
      rows: calculation.slots.indices.map { figureRow($0, calculation) })
    return sheet(
      .workbookFigures, table, blanks: .calculationBlankFigures,
      lines: [words(.calculationFiguresLead)], isLandscape: true)
  }

  private func column(_ column: FigureColumn, _ notes: WorkbookNotes) -> Table.Column {
    switch column {
    case .indicator: .init(words(.columnIndicator), .centred)
    case .component: .init(words(.columnComponent))
    case .met: .init(words(.traceMetColumn), .centred)
    case .numerator: .init(noted(words(.columnNumerator), .counted, notes), .number)
    case .denominator: .init(words(.columnDenominator), .number)
    case .percent: .init(words(.columnPercent), .number)
    case .previous: .init(words(.columnPrevious), .number)
    case .current: .init(words(.columnCurrent), .number)
    case .usable:
      .init(
        noted(words(.calculationUsable), .usable, notes), .centred,
        words: [.init(words(.rosterNo), .warning)])
    case .state: .init(words(.columnFigureState))
    case .office: .init(words(.columnOffice))
    case .source: .init(words(.columnSource))
    case .note: .init(words(.columnNote))
    }
  }

  private func figureRow(_ row: Int, _ calculation: Calculation) -> [Cell] {
    let slot = calculation.slots[row]
    let counts = countCells(row, calculation)
    let figure = slot.figure
    return [
      Cell(slot.indicator.id.rawValue), Cell(slot.component?.name ?? ""),
      Cell(figure?.met.map { words($0.value ? .figureAttestedYes : .figureAttestedNo) } ?? ""),
      counts.part, counts.whole, decimal(figure?.percent), decimal(figure?.previous),
      decimal(figure?.current), Cell(words(slot.isUsable ? .rosterYes : .rosterNo)),
      Cell(figure.map { words($0.state == .preliminary ? .statePreliminary : .stateFinal) } ?? ""),
      Cell(officeName(figure?.office ?? slot.indicator.office)),
      Cell(placeText(figure?.place)), Cell(figure?.note ?? ""),
    ]
  }

  /// The counts: typed, counted in a list, or counted among the units below.
  private func countCells(_ row: Int, _ calculation: Calculation) -> (part: Cell, whole: Cell) {
    let slot = calculation.slots[row]
    if let assessment = calculation.unit.assessment.indicator(slot.indicator.id),
      let children = ChildCounts(of: assessment)
    {
      return (
        calculated(children.recognised, recognisedFormula(calculation)),
        Cell(count: children.counted)
      )
    }
    guard let figure = slot.figure else { return (Cell(""), Cell("")) }
    if let counted = rosterFormulas(of: figure, slot.indicator, calculation.unit),
      let part = figure.numerator?.value, let whole = figure.denominator?.value
    {
      return (calculated(part, counted.part), calculated(whole, counted.whole))
    }
    return (count(figure.numerator), count(figure.denominator))
  }

  /// A number with the formula that gives it.
  func calculated(_ number: Int, _ formula: Formula?) -> Cell {
    Cell(VietnameseNumber.count(number), number: .integer(number), formula: formula)
  }

  private func count(_ value: Sourced<Int>?) -> Cell {
    value.map { Cell(count: $0.value) } ?? Cell("")
  }

  private func decimal(_ value: Sourced<ExactDecimal>?) -> Cell {
    value.map {
      Cell(
        VietnameseNumber.decimal($0.value),
        number: .decimal($0.value.rational, places: $0.value.scale))
    } ?? Cell("")
  }
}
