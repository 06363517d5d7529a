import Model

/// The workbook of a unit that has targets: counts, targets, and results that follow from both.
extension Composer {
  func targetWorkbook(of unit: UnitRecord, as report: ReportDocument) -> WorkbookDocument {
    let criteria = criteria(of: unit.unit)
    let notes = WorkbookNotes.ofTargets
    let counts = TargetCounts(unit)
    var sheets = [
      notesSheet(notes), targetResultsSheet(unit, counts), targetCountsSheet(counts),
      targetLimitsSheet(criteria),
    ]
    if let groups = groupsTable(unit) {
      sheets.append(sheet(.targetGroupsSheet, groups, isLandscape: true))
    }
    for case .chart(let chart) in trendBlocks(unit) {
      sheets.append(sheet(.targetTrendSheet, chart.table, isLandscape: true))
    }
    if unit.unit.code == programme.province {
      sheets.append(sheet(.targetRankSheet, rankTable(), isLandscape: true))
    }
    sheets += reviewSheets(unit)
    sheets += [evidenceSheet(unit)] + accounts(of: unit)
    let contents = contentsSheet(sheets, notes, about: .liveTargets)
    let cover = coverSheet(unit, nil, report, count: sheets.count + 2)
    return WorkbookDocument(
      title: report.title, subject: report.subject,
      author: report.letterhead?.issuingBody ?? programme.title,
      keywords: words(.calculationKeywords, ["award": criteria.award]),
      created: context.asOf, sheets: [cover, contents] + sheets,
      names: limitNames(criteria))
  }

  /// A row an indicator; counts, shares and what is still needed are formulas.
  private func targetResultsSheet(
    _ unit: UnitRecord, _ counts: TargetCounts
  ) -> WorkbookDocument.Sheet {
    let criteria = criteria(of: unit.unit)
    let rows = unit.assessment.indicators.enumerated().map { row, assessment in
      resultCells(assessment, row, counts, criteria)
    }
    let table = Table(
      id: CalculationTable.results, caption: words(.targetTable),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnNumerator), .number), .init(words(.columnDenominator), .number),
        .init(words(.columnPercent), .number),
      ]
        + criteria.horizons.flatMap { horizon -> [Table.Column] in
          let details = ["horizon": horizon.title]
          return [
            .init(words(.targetHorizon, details), .centred, words: targetWords),
            .init(words(.targetMore, details), .number),
          ]
        } + [.init(words(.columnEvidence)), .init(words(.columnClause))], rows: rows)
    return sheet(.workbookResults, table, isLandscape: true)
  }

  private var targetWords: [Table.Column.MarkedWord] {
    [.init(statusText(.met), .good), .init(statusText(.notMet), .bad)]
  }

  private func resultCells(
    _ assessment: IndicatorAssessment, _ row: Int, _ counts: TargetCounts, _ criteria: CriteriaSet
  ) -> [Cell] {
    let indicator = assessment.indicator
    let first = [Cell(indicator.id.rawValue), Cell(indicator.wording)]
    let last = [evidenceCell(assessment.evidence), Cell(indicator.clause)]
    let cell = { (column: Int) in
      Formula.cell(CellReference(table: CalculationTable.results, row: row, column: column))
    }
    let (part, whole) = (cell(2), cell(3))
    guard let numerator = assessment.numerator, let denominator = assessment.denominator,
      denominator > 0, let progress = assessment.progress,
      let range = counts.ranges[indicator.id]
    else {
      let standings = criteria.horizons.flatMap { horizon -> [Cell] in
        let standing = assessment.progress?.standing(horizon.id)
        let cell = standing.map { statusCell($0.isMet) } ?? statusCell(assessment)
        return [cell, Cell("")]
      }
      return first + [Cell(""), Cell(""), percentageCell(assessment)] + standings + last
    }
    let sum = { (column: Int) in
      Formula.call(
        .sum,
        [
          .column(
            ColumnReference(table: CalculationTable.figures, column: column, rows: range))
        ])
    }
    let share = Cell(
      assessment.value.map { VietnameseNumber.number($0, places: 4) } ?? "",
      number: assessment.value.map { .decimal($0, places: 2) },
      formula: part * .whole(100) / whole)
    let standings = criteria.horizons.flatMap { horizon -> [Cell] in
      guard let standing = progress.standing(horizon.id) else { return [Cell(""), Cell("")] }
      let limit = Formula.name(limitName(indicator.id, horizon)).scaled(by: 10_000)
      let isMet = (part * .whole(1_000_000)).isAtLeast(limit * whole)
      let needed =
        .whole(0) - .call(.floor, [.whole(0) - limit * whole / .whole(1_000_000)])
      return [
        Cell(
          statusText(standing.isMet ? .met : .notMet), mark: standing.isMet ? .good : .bad,
          formula: .when(
            isMet, .text(statusText(.met)), else: .text(statusText(.notMet)))),
        calculated(standing.more ?? 0, .call(.maximum, [.whole(0), needed - part])),
      ]
    }
    return first
      + [calculated(numerator, sum(2)), calculated(denominator, sum(3)), share] + standings + last
  }

  /// A percentage of which no counts are known.
  private func percentageCell(_ assessment: IndicatorAssessment) -> Cell {
    guard assessment.progress != nil, let value = assessment.value else { return Cell("") }
    return Cell(
      VietnameseNumber.number(value, places: 4), number: .decimal(value, places: 2))
  }

  private func statusCell(_ isMet: Bool) -> Cell {
    Cell(statusText(isMet ? .met : .notMet), mark: isMet ? .good : .bad)
  }

  private func targetCountsSheet(_ counts: TargetCounts) -> WorkbookDocument.Sheet {
    let rows = counts.rows.map { row -> [Cell] in
      let numbers = [row.numerator, row.denominator].map { number -> Cell in
        number.map { Cell(count: $0) } ?? Cell("")
      }
      return [Cell(row.indicator.id.rawValue), Cell(partText(row))] + numbers
    }
    let table = Table(
      id: CalculationTable.figures, caption: words(.calculationFiguresTitle),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.targetPart)),
        .init(words(.columnNumerator), .number), .init(words(.columnDenominator), .number),
      ],
      rows: rows.isEmpty ? [[Cell(words(.workbookNone)), Cell(""), Cell(""), Cell("")]] : rows)
    return sheet(.workbookFigures, table, lines: [words(.targetCountsLead)])
  }

  private func partText(_ row: TargetCounts.Row) -> String {
    let text = row.body.map { name(of: $0, in: row.indicator) } ?? words(.targetOthers)
    return row.numerator == nil ? "\(text) (\(withheldText))" : text
  }

  private func targetLimitsSheet(_ criteria: CriteriaSet) -> WorkbookDocument.Sheet {
    let rows = limits(of: criteria).map { limit in
      [
        Cell(limit.name), Cell(limit.indicator.id.rawValue), Cell(limit.horizon.title),
        Cell(
          VietnameseNumber.decimal(limit.value),
          number: .decimal(limit.value.rational, places: limit.value.scale)),
        Cell(limit.horizon.clause),
      ]
    }
    let table = Table(
      id: CalculationTable.thresholds, caption: words(.targetLimits),
      columns: [
        .init(words(.columnName)), .init(words(.columnIndicator), .centred),
        .init(words(.targetHorizonColumn)), .init(words(.columnValue), .number),
        .init(words(.columnClause)),
      ], rows: rows)
    return sheet(.targetLimitsSheet, table)
  }

  private struct Limit {
    let name: String
    let indicator: Indicator
    let horizon: Horizon
    let value: ExactDecimal
  }

  private func limits(of criteria: CriteriaSet) -> [Limit] {
    criteria.indicators.flatMap { indicator in
      criteria.horizons.compactMap { horizon in
        indicator.measure.target?.values[horizon.id].map {
          Limit(
            name: limitName(indicator.id, horizon), indicator: indicator, horizon: horizon,
            value: $0)
        }
      }
    }
  }

  private func limitName(_ indicator: IndicatorID, _ horizon: Horizon) -> String {
    let plain = "\(indicator)_\(horizon.id)".map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_"
    }
    return "MUC_TIEU_" + String(plain)
  }

  private func limitNames(_ criteria: CriteriaSet) -> [WorkbookDocument.NamedCell] {
    limits(of: criteria).enumerated().map { row, limit in
      .init(
        limit.name, CellReference(table: CalculationTable.thresholds, row: row, column: 3))
    }
  }
}

/// The counts that the results of a workbook add up, row by row.
private struct TargetCounts {
  struct Row {
    let indicator: Indicator
    /// `nil` of several parts that are withheld, which stand together.
    let body: CountedBody?
    /// `nil` where the sum of the parts is withheld as well.
    let numerator: Int?
    let denominator: Int?
  }

  private(set) var rows: [Row] = []
  private(set) var ranges: [IndicatorID: Range<Int>] = [:]

  init(_ unit: UnitRecord) {
    for assessment in unit.assessment.indicators {
      let (part, whole) = (assessment.numerator, assessment.denominator)
      guard assessment.isWithheld || part != nil && whole != nil,
        let progress = assessment.progress
      else { continue }
      let first = rows.count
      let shown = progress.parts.filter { !$0.isWithheld }
      rows += shown.map { counts in
        Row(
          indicator: assessment.indicator, body: counts.body, numerator: counts.numerator,
          denominator: counts.denominator)
      }
      let rest = (
        part.map { $0 - shown.map(\.numerator).reduce(0, +) },
        whole.map { $0 - shown.map(\.denominator).reduce(0, +) }
      )
      if shown.isEmpty || rest.0 != 0 || rest.1 != 0 {
        rows.append(
          Row(
            indicator: assessment.indicator,
            body: progress.parts.isEmpty ? .unit(unit.unit.code) : nil, numerator: rest.0,
            denominator: rest.1))
      }
      ranges[assessment.indicator.id] = first..<rows.count
    }
  }
}
