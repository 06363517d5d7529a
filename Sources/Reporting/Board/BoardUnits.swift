import Model

/// The units side by side.
extension Composer {
  func boardUnitsTable(_ findings: BoardFindings) -> Table {
    Table(
      id: "cac-don-vi", caption: words(.tableDistricts),
      columns: [
        .init(words(.columnUnit)), .init(words(.columnResult)), .init(words(.columnPossible)),
        .init(words(.columnBinding)), .init(words(.glanceProven), .centred),
      ] + followUpColumns, rows: record.units.map { unitRow($0, findings) },
      rowLabels: record.units.map { RowLabel(topics: topics(of: $0)) })
  }

  private func unitRow(_ unit: UnitRecord, _ findings: BoardFindings) -> [Cell] {
    let assessment = unit.assessment
    let possible = assessment.possibleLevel
    return [
      Cell(unit.unit.name, link: reportPage(unit)), outcomeCell(assessment),
      Cell(
        possible > 0
          ? words(.glanceLevel, ["level": "\(possible)"]) : words(.glanceNoLevel)),
      Cell(joined(assessment.binding)),
      Cell("\(provenCount(assessment))/\(assessment.indicators.count)"),
    ] + followUpCells(unit, findings)
  }

  /// What is still to be done about a unit, whatever it is judged for.
  var followUpColumns: [Table.Column] {
    [
      .init(words(.columnMissing)), .init(words(.boardFindings)),
      .init(words(.openingDeadline), .centred), .init(words(.glanceLeft)),
      .init(words(.glanceReport)),
    ]
  }

  func followUpCells(_ unit: UnitRecord, _ findings: BoardFindings) -> [Cell] {
    let milestone = reportMilestone(of: unit.unit)
    return [
      lackingCell(unit), foundCell(.unit(unit.unit.code), findings),
      Cell(milestone?.lastDay.vietnamese ?? ""),
      milestone.map { readinessCell(isLacking: !debts(of: unit).isEmpty, $0) } ?? Cell(""),
      Cell(
        words(.glanceReport), link: reportPage(unit),
        more: [
          Link(words(.glanceExcel), to: reportFile(unit) + ".xlsx"),
          Link(words(.boardMarkdown), to: reportFile(unit) + ".md"),
        ]),
    ]
  }

  private func lackingCell(_ unit: UnitRecord) -> Cell {
    let count = debts(of: unit).count
    guard count > 0 else { return Cell(words(.glanceNone), mark: .good) }
    return Cell(
      words(.glanceOwedIndicators, ["count": "\(count)"]),
      mark: unit.submission.hasFigures ? .warning : .bad, link: "#\(debtRow(of: unit))")
  }

  /// The path of a unit's report without its ending, from the board.
  func reportFile(_ unit: UnitRecord) -> String {
    "\(unit.folderName)/\(kindOfReport(of: unit).name)"
  }

  func reportPage(_ unit: UnitRecord) -> String { reportFile(unit) + ".html" }

  /// The place in a unit's report that says how an indicator's result came about.
  func tracePage(_ indicator: IndicatorID, of unit: UnitRecord) -> String {
    let known = unit.assessment.indicator(indicator) != nil
    return reportPage(unit) + "#" + (known ? traceRow(indicator) : "cach-tinh")
  }
}
