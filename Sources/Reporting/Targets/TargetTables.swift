import Model

/// Shares beside their targets, as tables.
extension Composer {
  /// A row an indicator, a column a horizon.
  func targetsTable(_ unit: UnitRecord) -> Table {
    let criteria = criteria(of: unit.unit)
    let rows = unit.assessment.indicators.map { assessment -> [Cell] in
      let indicator = assessment.indicator
      let standings = criteria.horizons.map { horizon in
        assessment.progress?.standing(horizon.id).map { standingCell($0, of: indicator) }
          ?? statusCell(assessment)
      }
      return [
        Cell(indicator.id.rawValue), Cell(indicator.wording),
        Cell(figureText(assessment, in: criteria)),
      ] + standings + [evidenceCell(assessment.evidence), Cell(indicator.clause)]
    }
    return Table(
      id: "ket-qua-muc-tieu", caption: words(.targetTable),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnFigure)),
      ] + criteria.horizons.map { .init(words(.targetHorizon, ["horizon": $0.title])) } + [
        .init(words(.columnEvidence)), .init(words(.columnClause)),
      ], rows: rows)
  }

  /// `40%: chưa đạt, còn thiếu 1.234 người lớn`.
  func standingCell(_ standing: TargetStanding, of indicator: Indicator) -> Cell {
    var details = ["target": VietnameseNumber.decimal(standing.target)]
    guard !standing.isMet else { return Cell(words(.targetCellMet, details), mark: .good) }
    guard let more = standing.more else {
      return Cell(words(.targetCellMissedShare, details), mark: .bad)
    }
    details["more"] = VietnameseNumber.count(more)
    details["counted"] = indicator.counted ?? ""
    return Cell(words(.targetCellMissed, details), mark: .bad)
  }

  /// Groups of people apart; few people are not told.
  ///
  /// - Returns: `nil` where no indicator has groups.
  func groupsTable(_ unit: UnitRecord) -> Table? {
    let criteria = criteria(of: unit.unit)
    let rows = unit.assessment.indicators.flatMap { assessment -> [[Cell]] in
      let groups = assessment.progress?.groups ?? []
      let limits = limits(of: assessment.indicator, in: criteria)
      return groups.map { group in
        let counts = group.counts
        let standings = criteria.horizons.map { horizon in
          group.targets.first { $0.horizon.id == horizon.id }.map {
            standingCell($0, of: assessment.indicator)
          } ?? Cell("")
        }
        let figure =
          counts.isWithheld
          ? withheldText : shareText(counts.numerator, of: counts.denominator, limits: limits)
        return [
          Cell(assessment.indicator.id.rawValue), Cell(group.group.name),
          Cell(figure),
        ] + standings
      }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "ket-qua-theo-nhom", caption: words(.targetGroupsTable),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.targetGroup)),
        .init(words(.columnFigure)),
      ] + criteria.horizons.map { .init(words(.targetHorizon, ["horizon": $0.title])) },
      rows: rows)
  }

  var withheldText: String {
    words(.targetWithheld, ["limit": "\(programme.smallCell)"])
  }

  /// The districts side by side, each with its place in each indicator.
  func rankTable() -> Table {
    let districts = record.districts
    let indicators = districts.first.map { criteria(of: $0.unit).indicators } ?? []
    let rows = districts.map { district in
      [Cell(district.unit.name)]
        + indicators.map { indicator -> Cell in
          guard let assessment = district.assessment.indicator(indicator.id) else {
            return Cell("")
          }
          guard let value = assessment.value else { return statusCell(assessment) }
          let limits = limits(of: indicator, in: criteria(of: district.unit))
          return Cell(
            words(
              .targetRank,
              [
                "value": VietnameseNumber.percentage(value, limits: limits),
                "rank": "\(rank(of: value, in: indicator.id, among: districts))",
              ]), mark: mark(of: assessment.status))
        }
    }
    return Table(
      id: "xep-thu-tu-cac-huyen", caption: words(.targetRankTable),
      columns: [.init(words(.columnUnit))]
        + indicators.map { .init("\($0.id.rawValue). \($0.shortName)") },
      rows: rows.isEmpty ? [[Cell(words(.workbookNone))]] : rows)
  }

  /// One more than the districts with a greater share, so that equal shares have one place.
  private func rank(
    of value: Rational, in indicator: IndicatorID, among districts: [UnitRecord]
  ) -> Int {
    1 + districts.count { ($0.assessment.indicator(indicator)?.value).map { $0 > value } ?? false }
  }
}
