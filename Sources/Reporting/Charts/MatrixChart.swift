import Model

extension Composer {
  /// How every indicator of every district stands; `nil` without districts.
  func matrixChart() -> ReportChart? {
    let districts = record.districts
    guard let first = districts.first else { return nil }
    let indicators = criteria(of: first.unit).indicators
    let counts = districts.map { unit in
      words(
        .chartMatrixUnit,
        [
          "unit": unit.unit.name, "proven": "\(provenCount(unit.assessment))",
          "count": "\(unit.assessment.indicators.count)",
        ])
    }
    let text = words(
      .chartMatrixText,
      [
        "count": "\(indicators.count)", "units": "\(districts.count)",
        "proven": counts.joined(separator: ", "),
      ])
    let rows = indicators.map { indicator in
      StatusMatrix.Row(
        id: indicator.id.rawValue, name: indicator.shortName,
        states: districts.map { unit in
          unit.assessment.indicator(indicator.id).map(standing)
        })
    }
    return ReportChart(
      id: "bieu-do-chi-bao", title: words(.chartMatrix),
      description: "\(text) \(words(.chartSigns))",
      drawing: .matrix(StatusMatrix(units: districts.map(\.unit.properName), rows: rows)),
      table: matrixTable())
  }
}
