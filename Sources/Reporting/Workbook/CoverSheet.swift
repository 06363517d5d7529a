import Model

/// The first sheets: what the workbook is, and what is in it.
extension Composer {
  func coverSheet(
    _ unit: UnitRecord, _ calculation: Calculation?, _ report: ReportDocument, count: Int
  ) -> WorkbookDocument.Sheet {
    let facts = report.opening.flatMap { block -> [Fact] in
      if case .facts(let facts) = block { facts } else { [] }
    }
    let rows = facts.map { fact in
      [
        Cell(fact.label),
        Cell(
          fact.value, mark: fact.mark,
          formula: calculation.flatMap { factFormula(fact.label, $0) }),
      ]
    }
    let table = Table(
      id: "bia", caption: words(.calculationCoverTable),
      columns: [.init(words(.workbookLabel)), .init(words(.workbookContent))],
      rows: rows + publishing(unit, report))
    return WorkbookDocument.Sheet(
      name: words(.workbookCover), title: report.title,
      lines: [report.subject] + report.notices
        + [words(.workbookOneTable), words(.workbookCoverLead, ["count": "\(count)"]), colophon]
        + [digestStatement(of: unit)].compactMap(\.self),
      table: table)
  }

  /// What the cover says of the level changes with it.
  private func factFormula(_ label: String, _ calculation: Calculation) -> Formula? {
    switch label {
    case words(.openingConclusion): conclusionFormula(calculation)
    case words(.openingBinding): ConclusionRow.binding.formula
    case words(.openingMet):
      formula(
        .openingMetValue,
        ["met": ConclusionRow.met.formula, "count": ConclusionRow.count.formula])
    default: nil
    }
  }

  private func conclusionFormula(_ calculation: Calculation) -> Formula {
    let (level, possible) = (ConclusionRow.level.formula, ConclusionRow.possible.formula)
    let award = Formula.text(calculation.criteria.award)
    let details = ["award": award, "level": level, "possible": possible]
    return .when(
      level.isAtLeast(.whole(1)), formula(.openingRecognised, details),
      else: .when(
        possible.equals(.whole(0)), formula(.openingNotRecognised, details),
        else: formula(.openingPending, details)))
  }

  /// Who publishes it, whom to ask, and by which rules and tool it was made.
  private func publishing(_ unit: UnitRecord, _ report: ReportDocument) -> [[Cell]] {
    let publisher = report.letterhead?.issuingBody ?? programme.title
    let contact = officeName(programme.leadOffices[unit.unit.tier])
    let rows: [(Phrase, String)] = [
      (.calculationPublisher, publisher), (.calculationContact, contact),
      (.calculationPeriod, period), (.calculationRulebook, rulebook.title),
      (.calculationVersion, record.tool),
    ]
    return rows.filter { !$0.1.isEmpty }.map { [Cell(words($0.0)), Cell($0.1)] }
  }

  func contentsSheet(
    _ sheets: [WorkbookDocument.Sheet], _ notes: WorkbookNotes, about note: WorkbookNote = .live
  ) -> WorkbookDocument.Sheet {
    let table = Table(
      id: "muc-luc", caption: words(.workbookContentsTable),
      columns: [
        .init(words(.columnSheet)), .init(noted(words(.columnContains), note, notes)),
      ], rows: sheets.map { [Cell($0.name, link: "#\($0.name)"), Cell($0.title)] })
    return sheet(.workbookContents, table)
  }
}
