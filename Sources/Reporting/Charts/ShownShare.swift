import Model

/// One share of one unit as the charts show it: of an indicator, or of one component of it.
struct ShownShare {
  let assessment: IndicatorAssessment
  let component: MeasureComponent?
  /// - Unit: per cent; `nil` where no figure decides it.
  let share: Rational?
  /// What the share may still become, where units below are pending.
  let possible: Rational?

  var indicator: Indicator { assessment.indicator }
  /// The limit that makes a higher share better.
  let limit: Threshold
}

extension UnitAssessment {
  /// The shares that must reach a limit, a component each where an indicator has some.
  ///
  /// A share that must stay below a limit is no length that should be long, so it is left out.
  func shares(byComponent: Bool) -> [ShownShare] {
    indicators.flatMap { assessment -> [ShownShare] in
      switch assessment.indicator.measure {
      case .share(let limit) where limit.comparison == .atLeast:
        [shown(assessment, nil, limit)]
      case .compositeShare(let limit, let components) where limit.comparison == .atLeast:
        byComponent
          ? components.map { shown(assessment, $0, limit) } : [shown(assessment, nil, limit)]
      default: []
      }
    }
  }

  private func shown(
    _ assessment: IndicatorAssessment, _ component: MeasureComponent?, _ limit: Threshold
  ) -> ShownShare {
    var share = component == nil ? assessment.value : nil
    var possible: Rational?
    for step in assessment.trace {
      switch step {
      case .share(_, _, let percentage, let id) where id == component?.id: share = percentage
      case .comparison(let value, _, _, let id) where id == component?.id: share = value
      case .range(let proven, let most): (share, possible) = (proven, most)
      default: continue
      }
    }
    return ShownShare(
      assessment: assessment, component: component, share: share, possible: possible, limit: limit)
  }
}

extension Composer {
  /// The bar of a share under `name`, marked by how its indicator stands.
  func bar(_ shown: ShownShare, named name: String, in criteria: CriteriaSet) -> ShareBars.Bar {
    ShareBars.Bar(
      name: name, value: valueText(shown, in: criteria), share: shown.share,
      possible: shown.possible, mark: standing(of: shown.assessment).mark,
      limits: barLimits(shown.indicator, shown.limit, in: criteria))
  }

  /// `91,67%`, or what is known of it.
  func valueText(_ shown: ShownShare, in criteria: CriteriaSet) -> String {
    guard let share = shown.share else { return statusText(shown.assessment.status) }
    let limits = limits(of: shown.indicator, in: criteria)
    let text = VietnameseNumber.percentage(share, limits: limits)
    guard let possible = shown.possible else { return text }
    return words(
      .chartRange,
      ["proven": text, "possible": VietnameseNumber.percentage(possible, limits: limits)])
  }

  private func barLimits(
    _ indicator: Indicator, _ limit: Threshold, in criteria: CriteriaSet
  ) -> [Rational] {
    let bands = indicator.role == .banded ? criteria.levelRule.bands.map(\.from.rational) : []
    return Set(bands + [limit.value.rational]).sorted()
  }

  /// Where the levels begin.
  func bandMarks(_ criteria: CriteriaSet) -> [ScaleMark] {
    criteria.levelRule.bands.map { band in
      ScaleMark(band.from.rational, text: VietnameseNumber.decimal(band.from))
    }
  }

  func bandsText(_ criteria: CriteriaSet) -> String {
    let bands = criteria.levelRule.bands.map { band in
      words(
        .chartBand,
        ["from": VietnameseNumber.decimal(band.from), "level": "\(band.level)"])
    }
    return words(.chartBands, ["bands": bands.joined(separator: ", ")])
  }

  /// How an indicator stands, evidence included, as a sign with the level beside it.
  func standing(of assessment: IndicatorAssessment) -> StatusMatrix.State {
    let level = assessment.band.flatMap { $0 > 0 ? "\($0)" : nil } ?? ""
    guard assessment.status == .met else {
      return StatusMatrix.State(mark(of: assessment.status), text: level)
    }
    return StatusMatrix.State(assessment.isProven ? .good : .warning, text: level)
  }
}
