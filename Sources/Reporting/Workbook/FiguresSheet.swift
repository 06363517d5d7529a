import Model

/// The figures as they were sent, each with its file and line.
extension Composer {
  func figuresSheet(_ unit: UnitRecord) -> WorkbookDocument.Sheet {
    let rows = unit.assessment.indicators.flatMap { assessment in
      assessment.figures.map { row($0, assessment.indicator) }
    }
    let columns: [Table.Column] = [
      .init(words(.columnIndicator), .centred), .init(words(.columnComponent)),
      .init(words(.traceMetColumn)), .init(words(.columnNumerator), .number),
      .init(words(.columnDenominator), .number), .init(words(.columnPercent), .number),
      .init(words(.columnPrevious), .number), .init(words(.columnCurrent), .number),
      .init(words(.columnFigureState)), .init(words(.columnOffice)), .init(words(.columnSource)),
      .init(words(.columnNote)),
    ]
    let nothing = [Cell(words(.workbookNone))] + Array(repeating: Cell(""), count: 11)
    return WorkbookDocument.Sheet(
      name: words(.workbookFigures), title: words(.sectionFigures),
      lines: [words(.workbookOneTable), words(.workbookBlankCells)],
      table: Table(
        id: "so-lieu", caption: words(.sectionFigures), columns: columns,
        rows: rows.isEmpty ? [nothing] : rows), isLandscape: true)
  }

  private func row(_ figure: Figure, _ indicator: Indicator) -> [Cell] {
    [
      Cell(indicator.id.rawValue),
      Cell(figure.component.map { componentName($0, of: indicator) } ?? ""),
      Cell(
        figure.met.map { words($0.value ? .figureAttestedYes : .figureAttestedNo) } ?? ""),
      count(figure.numerator), count(figure.denominator), decimal(figure.percent),
      decimal(figure.previous), decimal(figure.current),
      Cell(words(figure.state == .preliminary ? .statePreliminary : .stateFinal)),
      Cell(officeName(figure.office ?? indicator.office)), Cell(placeText(figure.place)),
      Cell(figure.note),
    ]
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
