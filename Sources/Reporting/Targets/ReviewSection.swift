import Model

/// The review of the years until a horizon (sơ kết, tổng kết), in the report of its year.
///
/// Source: plan 4742/KH-UBND, II.4 and IV.8.đ.
extension Composer {
  /// The horizon that the period ends with, where its years are reviewed.
  func reviewedHorizon(of unit: UnitRecord) -> (Horizon, title: String)? {
    criteria(of: unit.unit).horizons.first { $0.year == context.period }.flatMap { horizon in
      horizon.review.map { (horizon, $0) }
    }
  }

  /// `nil` in any other year.
  func reviewSection(_ unit: UnitRecord) -> SectionDraft? {
    guard let (horizon, title) = reviewedHorizon(of: unit) else { return nil }
    return SectionDraft(
      id: "tong-ket", title: title,
      blocks: proseBlocks(unit, under: title)
        + [.paragraph(reviewLead(unit, horizon, years(of: unit)))],
      subsections: reviewTables(unit, horizon).enumerated().map { index, part in
        Section(
          id: "\(part.table.id)-muc", number: "\(index + 1)", title: words(part.title),
          blocks: [.table(part.table)])
      }, hasProse: true)
  }

  /// The same tables for a workbook; none in any other year.
  func reviewSheets(_ unit: UnitRecord) -> [WorkbookDocument.Sheet] {
    guard let (horizon, _) = reviewedHorizon(of: unit) else { return [] }
    return reviewTables(unit, horizon).map { sheet($0.sheet, $0.table, isLandscape: true) }
  }

  private func reviewTables(
    _ unit: UnitRecord, _ horizon: Horizon
  ) -> [(title: Phrase, sheet: Phrase, table: Table)] {
    let years = years(of: unit)
    var parts: [(title: Phrase, sheet: Phrase, table: Table)] = []
    if years.count > 1 {
      parts.append(
        (.reviewChange, .reviewChangeSheet, changeTable(unit, until: horizon, years)))
    }
    if unit.unit.code == programme.province {
      parts.append((.reviewAttained, .reviewAttainedSheet, attainedTable(horizon, years)))
      parts.append((.reviewSent, .reviewSentSheet, sentTable(years)))
    }
    return parts
  }

  /// The years with results of the unit, the period last.
  private func years(of unit: UnitRecord) -> [Int] {
    (record.history[unit.unit.code] ?? [:]).keys.filter { $0 < context.period }.sorted()
      + [context.period]
  }

  private func assessment(of unit: UnitRecord, in year: Int) -> UnitAssessment? {
    year == context.period ? unit.assessment : record.history[unit.unit.code]?[year]
  }

  private func result(
    _ id: IndicatorID, of unit: UnitRecord, in year: Int
  ) -> IndicatorAssessment? {
    assessment(of: unit, in: year)?.indicator(id)
  }

  private func reviewLead(_ unit: UnitRecord, _ horizon: Horizon, _ years: [Int]) -> String {
    let all = unit.assessment.indicators
    let met = unit.assessment.met(by: horizon)
    let missed = all.filter { $0.progress?.standing(horizon.id)?.isMet == false }.map(
      \.indicator.id)
    let open = all.filter { $0.progress == nil }.map(\.indicator.id)
    let details = [
      "years": years.map(String.init).joined(separator: ", "), "horizon": horizon.title,
      "met": "\(met.count)", "count": "\(all.count)", "clause": horizon.clause,
      "rulebook": rulebook.shortTitle,
    ]
    return [
      words(years.count > 1 ? .reviewLead : .reviewSingle, details),
      met.isEmpty ? "" : words(.reviewMet, ["indicators": joined(met)]),
      missed.isEmpty ? "" : words(.reviewMissed, ["indicators": joined(missed)]),
      open.isEmpty ? "" : words(.targetOpen, ["indicators": joined(open)]),
      unit.unit.code == programme.province && years.count > 1 ? words(.reviewCoverage) : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A row an indicator: where it began, where it is, and what lies between.
  private func changeTable(_ unit: UnitRecord, until horizon: Horizon, _ years: [Int]) -> Table {
    let criteria = criteria(of: unit.unit)
    let rows = unit.assessment.indicators.map { assessment -> [Cell] in
      let known = years.compactMap { year in
        result(assessment.indicator.id, of: unit, in: year).flatMap { past in
          past.value.map { (year: year, value: $0, result: past) }
        }
      }
      let first = known.first.flatMap { $0.year < context.period ? $0 : nil }
      let change = first.flatMap { first in assessment.value?.subtracting(first.value) }
      let standing = assessment.progress?.standing(horizon.id)
      return [
        Cell(assessment.indicator.id.rawValue), Cell(assessment.indicator.shortName),
        Cell(
          first.map { first in
            words(
              .reviewYearFigure,
              ["year": "\(first.year)", "figure": figureText(first.result, in: criteria)])
          } ?? ""),
        Cell(figureText(assessment, in: criteria)),
        Cell(change.map(pointsText) ?? ""), Cell(steepest(known.map { ($0.year, $0.value) })),
        standing.map { standingCell($0, of: assessment.indicator) } ?? statusCell(assessment),
      ]
    }
    return Table(
      id: "thay-doi-trong-giai-doan", caption: words(.reviewChangeTable),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.reviewFirst)), .init(words(.reviewLast, ["period": period])),
        .init(words(.reviewPoints), .number), .init(words(.reviewSteepest), .centred),
        .init(words(.targetHorizon, ["horizon": horizon.title])),
      ], rows: rows)
  }

  /// The year that rose most over the year before it, among neighbouring years alone.
  private func steepest(_ shares: [(year: Int, value: Rational)]) -> String {
    let rises = zip(shares, shares.dropFirst()).compactMap { before, after -> (Int, Rational)? in
      guard after.year == before.year + 1, let rise = after.value.subtracting(before.value),
        rise > .zero
      else { return nil }
      return (after.year, rise)
    }
    // Of equal rises the earliest.
    let most = rises.max { ($0.1, -$0.0) < ($1.1, -$1.0) }
    return most.map { year, rise in
      words(.reviewYearFigure, ["year": "\(year)", "figure": pointsText(rise)])
    } ?? ""
  }

  private func pointsText(_ change: Rational) -> String {
    signedText(change, .reviewPointsValue)
  }

  /// How many districts met each target of the horizon in each year, out of those with a result.
  private func attainedTable(_ horizon: Horizon, _ years: [Int]) -> Table {
    let indicators = record.districts.first.map { criteria(of: $0.unit).indicators } ?? []
    let rows = indicators.map { indicator -> [Cell] in
      [Cell(indicator.id.rawValue), Cell(indicator.shortName)]
        + years.map { year in
          let standings = record.districts.compactMap {
            result(indicator.id, of: $0, in: year)?.progress?.standing(horizon.id)
          }
          return Cell("\(standings.count(where: \.isMet))/\(standings.count)")
        }
    }
    return Table(
      id: "so-huyen-dat-muc-tieu",
      caption: words(.reviewAttainedTable, ["horizon": horizon.title]),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
      ] + years.map { .init("\($0)", .centred) },
      rows: rows.isEmpty ? [[Cell(words(.workbookNone))]] : rows)
  }

  /// Which districts and offices sent figures in which year.
  private func sentTable(_ years: [Int]) -> Table {
    let rows = (record.districts + record.offices).map { unit -> [Cell] in
      [Cell(unit.unit.name)]
        + years.map { year in
          let figures = assessment(of: unit, in: year)?.indicators.flatMap(\.figures) ?? []
          return figures.isEmpty
            ? Cell(words(.submissionNone), mark: .bad) : Cell(words(.reviewSentCell), mark: .good)
        }
    }
    return Table(
      id: "gui-so-lieu-qua-cac-nam", caption: words(.reviewSentTable),
      columns: [.init(words(.columnUnit))] + years.map { .init("\($0)", .centred) },
      rows: rows.isEmpty ? [[Cell(words(.workbookNone))]] : rows)
  }
}
