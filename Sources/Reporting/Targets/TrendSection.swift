import Model

/// How shares have gone through the years, and where that leads.
extension Composer {
  func trendBlocks(_ unit: UnitRecord) -> [Block] {
    let progress = unit.assessment.indicators.compactMap(\.progress)
    guard !progress.isEmpty else { return [.paragraph(words(.targetTrendNone))] }
    let years = Set(progress.flatMap { $0.trend.points.map(\.year) }).sorted()
    let lead =
      years.count > 1
      ? words(.targetAssumption, ["years": years.map(String.init).joined(separator: ", ")])
      : words(.targetSingle)
    let table = trendTable(unit, years)
    // Where every share of the year is withheld, there is nothing to draw.
    guard progress.count > unit.assessment.indicators.count(where: \.isWithheld) else {
      return [.paragraph(lead), .table(table)]
    }
    let chart = ReportChart(
      id: "bieu-do-xu-huong", title: words(.targetTrendTable),
      description: trendDescription(unit, years), drawing: .trends(trendPanels(unit)),
      table: table)
    return [.paragraph(lead), .chart(chart)]
  }

  private func trendDescription(_ unit: UnitRecord, _ years: [Int]) -> String {
    let shares = unit.assessment.indicators.compactMap { assessment in
      assessment.value.map {
        words(
          .chartValue, ["name": assessment.indicator.id.rawValue, "value": shown($0, assessment)])
      }
    }
    return words(
      .targetTrendText,
      [
        "count": "\(shares.count)", "years": years.map(String.init).joined(separator: ", "),
        "period": period, "values": shares.joined(separator: "; "),
      ])
  }

  private func shown(_ share: Rational, _ assessment: IndicatorAssessment) -> String {
    let limits = criteriaSet(holding: assessment.indicator).map {
      self.limits(of: assessment.indicator, in: $0)
    }
    return VietnameseNumber.percentage(share, limits: limits ?? [])
  }

  private func trendTable(_ unit: UnitRecord, _ years: [Int]) -> Table {
    let horizons = criteria(of: unit.unit).horizons.filter { $0.year > context.period }
    let rows = unit.assessment.indicators.map { assessment -> [Cell] in
      let progress = assessment.progress
      let points = years.map { year -> Cell in
        let point = progress?.trend.points.first { $0.year == year }
        return point.map { Cell(shown($0.percentage, assessment)) } ?? Cell("")
      }
      let pace = progress?.trend.pace.map { Cell(paceText($0)) } ?? Cell("")
      return [
        Cell(assessment.indicator.id.rawValue), Cell(assessment.indicator.shortName),
      ] + points + [pace]
        + horizons.flatMap { horizon in
          let standing = progress?.standing(horizon.id)
          return [
            standing.map { Cell(neededText($0)) } ?? Cell(""),
            standing.map { projectionCell($0, assessment) } ?? Cell(""),
          ]
        }
    }
    return Table(
      id: "tien-do-qua-cac-nam", caption: words(.targetTrendTable),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
      ] + years.map { .init("\($0)", .number) } + [.init(words(.targetPace))]
        + horizons.flatMap { horizon -> [Table.Column] in
          let details = ["horizon": horizon.title]
          return [
            .init(words(.targetNeeded, details)), .init(words(.targetProjection, details)),
          ]
        }, rows: rows)
  }

  /// `+5,25 điểm/năm`.
  private func paceText(_ pace: Rational) -> String { signedText(pace, .targetPaceValue) }

  /// Percentage points with their sign.
  func signedText(_ points: Rational, _ phrase: Phrase) -> String {
    let isFall = points < .zero
    let magnitude = isFall ? Rational.zero.subtracting(points) ?? points : points
    return words(
      phrase,
      ["sign": isFall ? "−" : "+", "points": VietnameseNumber.number(magnitude, places: 2)])
  }

  private func neededText(_ standing: TargetStanding) -> String {
    guard !standing.isMet else { return words(.targetReached) }
    return standing.neededPace.map(paceText) ?? ""
  }

  private func projectionCell(
    _ standing: TargetStanding, _ assessment: IndicatorAssessment
  ) -> Cell {
    guard let projection = standing.projection, let isOnCourse = standing.isOnCourse else {
      return Cell("")
    }
    return Cell(
      words(
        isOnCourse ? .targetOnCourse : .targetOffCourse,
        ["value": VietnameseNumber.percentage(projection, limits: [standing.target.rational])]),
      mark: isOnCourse ? .good : .warning)
  }

  private func trendPanels(_ unit: UnitRecord) -> TrendPanels {
    TrendPanels(
      unit.assessment.indicators.compactMap { assessment in
        guard let progress = assessment.progress, let value = assessment.value else { return nil }
        let points = progress.trend.points.map {
          TrendPanels.Point(year: $0.year, value: $0.percentage)
        }
        let ahead = progress.standings.compactMap { standing in
          standing.projection.map {
            TrendPanels.Point(year: standing.horizon.year, value: $0)
          }
        }
        return TrendPanels.Panel(
          name: "\(assessment.indicator.id). \(assessment.indicator.shortName)",
          value: shown(value, assessment), mark: mark(of: assessment.status), points: points,
          targets: progress.standings.map {
            .init(year: $0.horizon.year, value: $0.target.rational)
          }, projection: ahead.isEmpty ? [] : points.suffix(1) + ahead)
      })
  }
}
