import Model

/// What stands between a unit and its next level, in words.
extension Composer {
  /// What one indicator needs: `thêm 2 xã, phường, thị trấn (hiện 7/11); bổ sung minh chứng`.
  func text(of need: LevelNeed, for indicator: Indicator) -> String {
    need.missing.map { text(of: $0, for: indicator) }.joined(separator: "; ").capitalisedFirst
  }

  private func text(of missing: LevelNeed.Missing, for indicator: Indicator) -> String {
    switch missing {
    case .more(let count, let numerator, let denominator):
      return words(.needMore, counts(count, numerator, denominator, indicator))
    case .fewer(let count, let numerator, let denominator):
      return words(.needFewer, counts(count, numerator, denominator, indicator))
    case .percentage(let threshold, let isStrict):
      let sign =
        switch (threshold.comparison, isStrict) {
        case (.below, _): "<"
        case (.atLeast, true): ">"
        case (.atLeast, false): "≥"
        }
      return words(
        .needPercentage, ["sign": sign, "limit": VietnameseNumber.decimal(threshold.value)])
    case .attestation: return words(.needAttestation)
    case .fall(let points):
      return words(.needFall, ["points": VietnameseNumber.number(points, limits: [.zero])])
    case .growth: return words(.needGrowth)
    case .change: return words(.needChange)
    case .guidance: return words(.needGuidance)
    case .components(let ids):
      let names = ids.map { componentName($0, of: indicator).lowercased() }
      let limit = indicator.measure.threshold.map { " " + text(of: $0) } ?? ""
      return words(.needComponents, ["components": names.joined(separator: ", ") + limit])
    case .figures: return words(.needFigures)
    case .correction: return words(.needCorrection)
    case .documents: return words(.needDocuments)
    case .outcomes: return words(.needOutcomes)
    }
  }

  private func counts(
    _ count: Int, _ numerator: Int, _ denominator: Int, _ indicator: Indicator
  ) -> [String: String] {
    [
      "count": VietnameseNumber.count(count), "counted": indicator.counted ?? "",
      "numerator": VietnameseNumber.count(numerator),
      "denominator": VietnameseNumber.count(denominator),
    ]
  }

  /// The table of what is to be done for the next level, or a sentence at the highest.
  func needsBlocks(_ unit: UnitRecord) -> [Block] {
    guard let table = needsTable(unit), let next = unit.assessment.conclusion?.nextLevel else {
      return [.paragraph(words(.paragraphHighest))]
    }
    return [
      .paragraph(words(.paragraphNextLevel, ["level": "\(next.level)"])), .table(table),
    ]
  }

  func needsTable(_ unit: UnitRecord) -> Table? {
    guard let next = unit.assessment.conclusion?.nextLevel, !next.needs.isEmpty else { return nil }
    let criteria = criteria(of: unit.unit)
    let rows: [[Cell]] = next.needs.compactMap { need in
      guard let assessment = unit.assessment.indicator(need.indicator) else { return nil }
      return [
        Cell(need.indicator.rawValue), Cell(assessment.indicator.shortName),
        Cell(figureText(assessment, in: criteria)),
        Cell(text(of: need, for: assessment.indicator)),
        Cell(officeName(assessment.indicator.office)),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "viec-can-lam", caption: words(.tableNeeds, ["level": "\(next.level)"]),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnFigure)), .init(words(.columnNeed)), .init(words(.columnOffice)),
      ], rows: rows)
  }
}
