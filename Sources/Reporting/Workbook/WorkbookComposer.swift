public import Model

extension Composer {
  /// The workbook of one unit: a calculation from the figures and the documents that were sent to
  /// the level, in which every step is a formula with its result.
  public func workbook(of unit: UnitRecord, as report: ReportDocument) -> WorkbookDocument {
    guard criteria(of: unit.unit).awardsLevels else { return targetWorkbook(of: unit, as: report) }
    let isProvince = unit.unit.code == programme.province
    let calculation = Calculation(unit, of: record, by: criteria(of: unit.unit))
    let notes = WorkbookNotes(calculation, isProvince: isProvince)
    var sheets = [
      notesSheet(notes), conclusionSheet(calculation), criteriaSheet(calculation),
      resultsSheet(calculation, notes),
    ]
    if let chart = chartSheet(calculation) { sheets.append(chart) }
    if isProvince {
      sheets += [
        levelsSheet(notes),
        sheet(.workbookDistricts, matrixTable(), isLandscape: true),
      ]
    }
    sheets += [
      figuresSheet(calculation, notes), stepsSheet(calculation, notes),
      thresholdsSheet(calculation, notes), wordingSheet(calculation),
    ]
    sheets += rosterSheets(unit) + [evidenceSheet(unit)] + accounts(of: unit)
    let contents = contentsSheet(sheets, notes)
    let cover = coverSheet(unit, calculation, report, count: sheets.count + 2)
    return WorkbookDocument(
      title: report.title, subject: report.subject,
      author: report.letterhead?.issuingBody ?? programme.title,
      keywords: words(.calculationKeywords, ["award": calculation.criteria.award]),
      created: context.asOf, sheets: [cover, contents] + sheets,
      names: thresholdNames(calculation))
  }

  /// The sheets that tell what was found, and that no formula refers to.
  func accounts(of unit: UnitRecord) -> [WorkbookDocument.Sheet] {
    var sheets: [WorkbookDocument.Sheet] = []
    if let needs = needsTable(unit) {
      sheets.append(sheet(.workbookNeeds, needs, isLandscape: true))
    }
    sheets += [
      sheet(
        .workbookFindings, findingsTable(unit.findings, id: "phat-hien") ?? noFindings,
        blanks: .calculationBlankFindings, isLandscape: true),
      sheet(.workbookReadings, readingsTable(unit, keys: true), isLandscape: true),
    ]
    if let feedback = feedbackSheetTable(unit) {
      sheets.append(
        sheet(
          .workbookFeedback, feedback, blanks: .calculationBlankFeedback, isLandscape: true))
    }
    if let funding = fundingTable(unit) {
      sheets.append(
        sheet(
          .workbookFunding, summed(funding), blanks: .calculationBlankFunding, isLandscape: true))
    }
    if let commendations = commendationsTable(unit) {
      sheets.append(sheet(.commendedSheet, commendations, isLandscape: true))
    }
    return sheets
  }

  /// The ledger, in whose rows the results count; one that says so when there is none.
  func evidenceSheet(_ unit: UnitRecord) -> WorkbookDocument.Sheet {
    let table =
      evidenceTable(unit, digests: true)
      ?? Table(
        id: CalculationTable.evidence, caption: words(.tableEvidence),
        columns: evidenceColumns(digests: true),
        rows: [[Cell(words(.workbookNone))] + Array(repeating: Cell(""), count: 7)])
    return sheet(
      .workbookEvidence, table, blanks: .calculationBlankEvidence, isLandscape: true)
  }

  /// The table with its last row as formulas; a column with a missing amount has no sum.
  private func summed(_ table: Table) -> Table {
    let lines = 0..<(table.rows.count - 1)
    let total = table.rows[lines.upperBound].enumerated().map { column, cell -> Cell in
      guard table.columns[column].alignment == .number else { return cell }
      let amounts = Formula.column(
        ColumnReference(table: table.id, column: column, rows: lines))
      let sum = Formula.when(
        Formula.call(.count, [amounts]).equals(.call(.rows, [amounts])), .call(.sum, [amounts]),
        else: .empty)
      // A sum of more digits than a spreadsheet keeps stays a text.
      if case .integer(let number) = cell.number, Int128(number) >= exactLimit { return cell }
      return Cell(cell.text, number: cell.number, formula: sum)
    }
    return Table(
      id: table.id, caption: table.caption, columns: table.columns,
      rows: Array(table.rows[lines]) + [total])
  }

  /// What the unit says of the criteria; in the province's workbook, what all units say.
  private func feedbackSheetTable(_ unit: UnitRecord) -> Table? {
    let units = unit.unit.code == programme.province ? record.units : [unit]
    let rows = units.flatMap { unit in
      unit.submission.feedback.map { feedback in
        [
          Cell(feedback.indicator.rawValue), Cell(shortName(feedback.indicator, of: unit.unit)),
          Cell(unit.unit.name), suitabilityCell(feedback.suitability), Cell(feedback.difficulty),
          Cell(feedback.proposal),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "y-kien", caption: words(.sectionFeedback),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnUnit)), .init(words(.columnSuitability)),
        .init(words(.columnDifficulty)), .init(words(.columnProposal)),
      ], rows: rows)
  }

  /// A sheet with one table, and what must be known before it: that it is one, and why cells of it
  /// are blank.
  func sheet(
    _ name: Phrase, _ table: Table, blanks: Phrase = .workbookBlankCells, lines: [String] = [],
    isLandscape: Bool = false, chart: Chart? = nil
  ) -> WorkbookDocument.Sheet {
    let hasBlanks = table.rows.contains { $0.contains { $0.text.isEmpty } }
    let oneTable = words(chart == nil ? .workbookOneTable : .calculationOneTableOneChart)
    return WorkbookDocument.Sheet(
      name: words(name), title: table.caption,
      lines: [oneTable] + (hasBlanks ? [words(blanks)] : []) + lines, table: table, chart: chart,
      isLandscape: isLandscape)
  }

  private var noFindings: Table {
    Table(
      id: "phat-hien", caption: words(.tableFindings), columns: [.init(words(.workbookLabel))],
      rows: [[Cell(words(.workbookNone))]])
  }
}
