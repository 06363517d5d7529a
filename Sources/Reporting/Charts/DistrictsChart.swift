import Model

extension Composer {
  /// The districts side by side: the level of each, and its shares on one scale; `nil` without
  /// districts.
  func districtsChart() -> ReportChart? {
    let districts = record.districts
    guard let first = districts.first else { return nil }
    let criteria = criteria(of: first.unit)
    let results = districts.map { unit in
      words(
        .chartDistrict,
        ["unit": unit.unit.name, "result": outcomeCell(unit.assessment).text.uncapitalisedFirst])
    }
    let lead = words(
      .chartDistrictsText, ["count": "\(districts.count)", "bands": bandsText(criteria)])
    return ReportChart(
      id: "bieu-do-cac-huyen", title: words(.chartDistricts),
      description: "\(lead) \(results.joined(separator: "; ")).",
      drawing: .panels(SharePanels(districts.map { panel($0, criteria) })),
      table: districtSharesTable(districts, criteria))
  }

  private func panel(_ unit: UnitRecord, _ criteria: CriteriaSet) -> SharePanels.Panel {
    let result = outcomeCell(unit.assessment)
    return SharePanels.Panel(
      name: unit.unit.name, result: result.text, mark: result.mark ?? .unknown,
      bars: unit.assessment.shares(byComponent: false).map { shown in
        bar(shown, named: shown.indicator.id.rawValue, in: criteria)
      })
  }

  /// A row for the level and for each share, a column for each district.
  private func districtSharesTable(_ districts: [UnitRecord], _ criteria: CriteriaSet) -> Table {
    let shares = districts.map { $0.assessment.shares(byComponent: false) }
    let levels =
      [Cell(words(.columnLevel)), Cell(words(.columnResult))]
      + districts.map { outcomeCell($0.assessment) }
    let rows = (shares.first ?? []).enumerated().map { index, shown in
      [Cell(shown.indicator.id.rawValue), Cell(shown.indicator.shortName)]
        + shares.map { shares in
          let shown = shares[index]
          return Cell(
            valueText(shown, in: criteria), number: shown.share.map(Cell.Number.percentage),
            mark: standing(of: shown.assessment).mark)
        }
    }
    return Table(
      id: "ty-le-cac-huyen", caption: words(.chartDistrictsTable),
      columns: [.init(words(.columnIndicator), .centred), .init(words(.columnWording))]
        + districts.map { .init($0.unit.name) }, rows: [levels] + rows)
  }
}
