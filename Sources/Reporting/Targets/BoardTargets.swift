import Model

/// The units of a programme with targets, side by side on the board.
extension Composer {
  func boardTargetsTable(_ findings: BoardFindings) -> Table {
    let indicators = criteria(of: record.province.unit).indicators
    return Table(
      id: "cac-don-vi", caption: words(.targetUnitsTable),
      columns: [.init(words(.columnUnit))]
        + indicators.map { .init("\($0.id.rawValue). \($0.shortName)") } + followUpColumns,
      rows: record.units.map { targetRow($0, findings) },
      rowLabels: record.units.map { RowLabel(topics: topics(of: $0)) })
  }

  private func targetRow(_ unit: UnitRecord, _ findings: BoardFindings) -> [Cell] {
    let criteria = criteria(of: unit.unit)
    let shares = unit.assessment.indicators.map { assessment -> Cell in
      let limits = limits(of: assessment.indicator, in: criteria)
      let text = assessment.value.map { VietnameseNumber.percentage($0, limits: limits) }
      return Cell(
        text ?? statusText(assessment.status), mark: mark(of: assessment.status),
        link: tracePage(assessment.indicator.id, of: unit),
        more: foundLinks(.indicator(unit.unit.code, assessment.indicator.id), findings),
        topics: topics(of: assessment, in: unit))
    }
    return [Cell(unit.unit.name, link: reportPage(unit))] + shares
      + followUpCells(unit, findings)
  }
}
