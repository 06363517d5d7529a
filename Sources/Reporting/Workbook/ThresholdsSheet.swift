import Model

/// The limits, each once and each with a name.
extension Composer {
  func thresholdsSheet(
    _ calculation: Calculation, _ notes: WorkbookNotes
  ) -> WorkbookDocument.Sheet {
    let rows = calculation.thresholds.all.map { threshold in
      [
        Cell(threshold.name), Cell(meaning(of: threshold)),
        Cell(
          VietnameseNumber.decimal(threshold.value),
          number: .decimal(threshold.value.rational, places: threshold.value.scale)),
        Cell(unit(of: threshold)), Cell(joined(threshold.indicators)),
        Cell(threshold.clause),
      ]
    }
    let table = Table(
      id: CalculationTable.thresholds, caption: words(.calculationThresholdsTitle),
      columns: [
        .init(words(.columnName)), .init(words(.calculationMeaning)),
        .init(noted(words(.columnValue), .limits, notes), .number),
        .init(words(.calculationUnit)), .init(words(.columnIndicator)), .init(words(.columnClause)),
      ], rows: rows)
    return sheet(.workbookThresholds, table, isLandscape: true)
  }

  /// What the instrument says of each indicator, in its own words.
  func wordingSheet(_ calculation: Calculation) -> WorkbookDocument.Sheet {
    let rows = calculation.criteria.indicators.map { indicator in
      [
        Cell(indicator.id.rawValue), Cell(indicator.wording), Cell(indicator.guidance),
        Cell(officeName(indicator.office)), Cell(indicator.clause),
      ]
    }
    let table = Table(
      id: "bo-tieu-chi", caption: calculation.criteria.title,
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnAccepted)), .init(words(.columnOffice)), .init(words(.columnClause)),
      ], rows: rows)
    return sheet(.workbookWording, table, isLandscape: true)
  }

  /// The names of the cells with the limits.
  func thresholdNames(_ calculation: Calculation) -> [WorkbookDocument.NamedCell] {
    calculation.thresholds.all.enumerated().map { row, threshold in
      .init(
        threshold.name,
        CellReference(table: CalculationTable.thresholds, row: row, column: 2))
    }
  }

  private func meaning(of threshold: NamedThreshold) -> String {
    switch threshold.kind {
    case .band(let level): words(.calculationBandFrom, ["level": "\(level)"])
    case .top: words(.calculationTop)
    case .share(.atLeast): words(.calculationAtLeast)
    case .share(.below): words(.calculationBelow)
    case .fall: words(.calculationFall)
    }
  }

  private func unit(of threshold: NamedThreshold) -> String {
    if case .fall(isRelative: false) = threshold.kind { return words(.calculationPoints) }
    return words(.calculationPercent)
  }
}
