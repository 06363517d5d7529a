public import Model

extension Composer {
  /// The workbook of one unit: cover, contents, results, figures, rosters, evidence, findings,
  /// readings.
  public func workbook(of unit: UnitRecord, as report: ReportDocument) -> WorkbookDocument {
    var sheets = [resultsSheet(unit)]
    if unit.unit.code == programme.province {
      sheets.append(sheet(.workbookDistricts, matrixTable(linked: false), isLandscape: true))
    }
    sheets.append(figuresSheet(unit))
    if let needs = needsTable(unit) {
      sheets.append(sheet(.workbookNeeds, needs, isLandscape: true))
    }
    sheets += rosterSheets(unit)
    sheets += [
      sheet(
        .workbookEvidence, evidenceTable(unit, digests: true) ?? nothing("minh-chung"),
        isLandscape: true),
      sheet(
        .workbookFindings, findingsTable(unit.findings, id: "phat-hien") ?? nothing("phat-hien"),
        isLandscape: true),
      sheet(.workbookReadings, readingsTable(unit, keys: true), isLandscape: true),
    ]
    if let feedback = feedbackSheetTable(unit) {
      sheets.append(sheet(.workbookFeedback, feedback, isLandscape: true))
    }
    if let funding = fundingTable(unit) {
      sheets.append(sheet(.workbookFunding, funding, isLandscape: true))
    }
    let contents = contentsSheet(sheets)
    let all = [coverSheet(unit, report, count: sheets.count + 2), contents] + sheets
    return WorkbookDocument(
      title: report.title, subject: report.subject,
      author: report.letterhead?.issuingBody ?? programme.title, created: context.asOf,
      sheets: all)
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

  private func coverSheet(
    _ unit: UnitRecord, _ report: ReportDocument, count: Int
  ) -> WorkbookDocument.Sheet {
    let facts = report.opening.flatMap { block -> [Fact] in
      if case .facts(let facts) = block { facts } else { [] }
    }
    let table = Table(
      id: "ket-luan", caption: words(.workbookSummaryTable),
      columns: [.init(words(.workbookLabel)), .init(words(.workbookContent))],
      rows: facts.map { [Cell($0.label), Cell($0.value, mark: $0.mark)] })
    return WorkbookDocument.Sheet(
      name: words(.workbookCover), title: report.title,
      lines: [report.subject] + report.notices
        + [words(.workbookCoverLead, ["count": "\(count)"]), colophon]
        + [digestStatement(of: unit)].compactMap(\.self),
      table: table)
  }

  private func contentsSheet(_ sheets: [WorkbookDocument.Sheet]) -> WorkbookDocument.Sheet {
    let table = Table(
      id: "muc-luc", caption: words(.workbookContentsTable),
      columns: [.init(words(.columnSheet)), .init(words(.columnContains))],
      rows: sheets.map { [Cell($0.name, link: "#\($0.name)"), Cell($0.title)] })
    return sheet(.workbookContents, table)
  }

  private func sheet(
    _ name: Phrase, _ table: Table, lines: [String] = [], isLandscape: Bool = false
  ) -> WorkbookDocument.Sheet {
    let hasBlanks = table.rows.contains { $0.contains { $0.text.isEmpty } }
    return WorkbookDocument.Sheet(
      name: words(name), title: table.caption,
      lines: [words(.workbookOneTable)] + (hasBlanks ? [words(.workbookBlankCells)] : []) + lines,
      table: table, isLandscape: isLandscape)
  }

  private func nothing(_ id: String) -> Table {
    Table(
      id: id, caption: words(.workbookNone), columns: [.init(words(.workbookLabel))],
      rows: [[Cell(words(.workbookNone))]])
  }

  private func resultsSheet(_ unit: UnitRecord) -> WorkbookDocument.Sheet {
    let criteria = criteria(of: unit.unit)
    let rows = criteria.standards.flatMap(\.criteria).flatMap { criterion in
      criterion.indicators.compactMap { indicator in
        unit.assessment.indicator(indicator.id).map { resultRow($0, criterion, criteria) }
      }
    }
    let table = Table(
      id: "ket-qua", caption: words(.tableFigures),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnCriterion), .centred),
        .init(words(.columnWording)),
        .init(words(.columnNumerator), .number), .init(words(.columnDenominator), .number),
        .init(words(.columnPercent), .number), .init(words(.columnFigure)),
        .init(words(.columnLimit)), .init(words(.columnBand)), .init(words(.columnResult)),
        .init(words(.columnEvidence)), .init(words(.columnOffice)), .init(words(.columnClause)),
      ], rows: rows)
    return sheet(.workbookResults, table, lines: conclusion(unit), isLandscape: true)
  }

  private func resultRow(
    _ assessment: IndicatorAssessment, _ criterion: Criterion, _ criteria: CriteriaSet
  ) -> [Cell] {
    let indicator = assessment.indicator
    return [
      Cell(indicator.id.rawValue), Cell(criterion.id), Cell(indicator.wording),
      assessment.numerator.map { Cell(count: $0) } ?? Cell(""),
      assessment.denominator.map { Cell(count: $0) } ?? Cell(""),
      percentageCell(assessment, criteria), Cell(figureText(assessment, in: criteria)),
      Cell(limitText(indicator)), Cell(bandText(assessment)), statusCell(assessment),
      evidenceCell(assessment.evidence), Cell(officeName(indicator.office)),
      Cell(indicator.clause),
    ]
  }

  private func percentageCell(
    _ assessment: IndicatorAssessment, _ criteria: CriteriaSet
  ) -> Cell {
    switch assessment.indicator.measure {
    case .share, .compositeShare:
      guard let value = assessment.value else { return Cell("") }
      let limits = limits(of: assessment.indicator, in: criteria)
      return Cell(
        VietnameseNumber.percentage(value, limits: limits), number: .percentage(value))
    case .attestation, .decrease, .increase: return Cell("")
    }
  }
}
