import Model

/// The sheets with a chart beside their table.
extension Composer {
  /// The shares of banded indicators beside the limits of the bands; `nil` where there are none.
  func chartSheet(_ calculation: Calculation) -> WorkbookDocument.Sheet? {
    let bands = calculation.criteria.levelRule.bands
    let indicators = calculation.criteria.indicators.filter {
      $0.role == .banded && $0.measure.isOneShare
    }
    guard !indicators.isEmpty else { return nil }
    // Those without a share come last and are not drawn: a chart would show them at 0.
    let hasShare = { (indicator: Indicator) in
      calculation.unit.assessment.indicator(indicator.id)?.value != nil
    }
    let drawn = indicators.filter(hasShare)
    let ordered = drawn + indicators.filter { !hasShare($0) }
    let rows = ordered.map { chartRow($0, bands, calculation) }
    let bandTitles = bands.map { words(.calculationBandFrom, ["level": "\($0.level)"]) }
    let table = Table(
      id: "bieu-do", caption: words(.chartSharesTitle),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnPercent), .number),
      ] + bandTitles.map { .init($0, .number) }, rows: rows)
    let isWhole = drawn.count == indicators.count
    return sheet(
      .workbookChart, table, blanks: .workbookBlankCells,
      lines: isWhole ? [] : [words(.chartWithout)], isLandscape: true,
      chart: drawn.isEmpty ? nil : sharesChart(table, rows: drawn.indices, bandTitles))
  }

  private func sharesChart(_ table: Table, rows: Range<Int>, _ bandTitles: [String]) -> Chart {
    let column = { (column: Int) in
      ColumnReference(table: table.id, column: column, rows: rows)
    }
    let limits = bandTitles.enumerated().map { index, title in
      Chart.Series(title, column(3 + index), .line)
    }
    return Chart(
      title: table.caption, categoryAxis: words(.columnIndicator),
      valueAxis: words(.columnPercent), description: description(of: table),
      categories: column(0), series: [.init(words(.columnPercent), column(2), .bars)] + limits,
      maximum: 100)
  }

  private func chartRow(
    _ indicator: Indicator, _ bands: [Band], _ calculation: Calculation
  ) -> [Cell] {
    let value = calculation.unit.assessment.indicator(indicator.id)?.value
    let slot = calculation.slots[calculation.rows(of: indicator).lowerBound]
    return [
      Cell(indicator.id.rawValue), Cell(indicator.shortName),
      percentageCell(value, of: slot, calculation, calculation.result(indicator, .percentage)),
    ]
      + bands.map { band in
        Cell(
          VietnameseNumber.decimal(band.from) + "%",
          number: .percentage(band.from.rational), formula: .name(NamedThresholds.band(band)))
      }
  }

  /// The numbers of a chart in one text, for who does not see it.
  private func description(of table: Table) -> String {
    let rows = table.rows.map { row in
      let value = row[2].text.isEmpty ? words(.figureNone) : row[2].text
      return words(
        .chartValue, ["name": "\(row[0].text) \(row[1].text)", "value": value])
    }
    return words(
      .chartDescription, ["title": table.caption, "values": rows.joined(separator: "; ")])
  }

  /// The districts' levels side by side, from which the province's own share is counted.
  func levelsSheet(_ notes: WorkbookNotes) -> WorkbookDocument.Sheet {
    let shared = levelsTable()
    let id = CalculationTable.levels
    let rows =
      record.districts.isEmpty
      ? [[Cell(words(.workbookNone))] + Array(repeating: Cell(""), count: 6)]
      : shared.rows.enumerated().map { row, cells in
        let levels = [LevelColumn.level, .possible].map {
          Formula.cell(CellReference(table: id, row: row, column: $0.rawValue))
        }
        let outcome = Cell(
          cells[1].text, mark: cells[1].mark,
          formula: outcomeFormula(level: levels[0], possible: levels[1]))
        return [cells[0], outcome] + cells[2...]
      }
    var columns = shared.columns
    columns[LevelColumn.outcome.rawValue] = .init(
      words(.columnResult), .text, words: outcomeWords)
    columns[LevelColumn.level.rawValue] = .init(
      noted(words(.columnLevel), .districts, notes), .number)
    let table = Table(id: id, caption: shared.caption, columns: columns, rows: rows)
    return sheet(
      .workbookLevels, table, blanks: .workbookBlankCells, isLandscape: true,
      chart: record.districts.isEmpty ? nil : levelsChart(table))
  }

  private var outcomeWords: [Table.Column.MarkedWord] {
    let highest = rulebook.tiers[.district]?.levelRule.highestLevel ?? 0
    return (0..<highest).map {
      .init(words(.outcomeRecognised, ["level": "\($0 + 1)"]), .good)
    } + [
      .init(words(.outcomePending), .unknown), .init(words(.outcomeNotRecognised), .bad),
    ]
  }

  private func levelsChart(_ table: Table) -> Chart {
    let column = { (column: LevelColumn) in
      ColumnReference(table: table.id, column: column.rawValue, rows: table.rows.indices)
    }
    let values = table.rows.map { row in
      words(
        .chartLevel,
        ["name": row[0].text, "level": row[2].text, "possible": row[3].text])
    }
    return Chart(
      title: table.caption, categoryAxis: words(.columnUnit), valueAxis: words(.columnLevel),
      description: words(
        .chartDescription, ["title": table.caption, "values": values.joined(separator: "; ")]),
      categories: column(.unit),
      series: [
        .init(words(.columnLevel), column(.level), .bars),
        .init(words(.columnPossible), column(.possible), .bars),
      ], maximum: rulebook.tiers[.district]?.levelRule.highestLevel ?? 3)
  }
}
