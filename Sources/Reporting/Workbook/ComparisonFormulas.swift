import Model

/// The formulas that compare figures with limits, in whole numbers.
extension Composer {
  /// Whether last year's share has a part in the result.
  func comparesYears(_ indicator: Indicator, _ calculation: Calculation) -> Bool {
    indicator.measure.threshold?.comparison == .below && indicator.measure.isOneShare
      && calculation.takes("belowAndLower", on: .belowLimit, for: indicator)
  }

  func percentageFormula(_ row: Int, _ calculation: Calculation) -> Formula? {
    guard calculation.slots[row].indicator.measure.isShare else { return nil }
    let cell = { (column: FigureColumn) in calculation.figure(row, column) }
    return whenKnown(
      row, calculation,
      .when(
        isCounted(cell), cell(.numerator) * .whole(100) / cell(.denominator), else: cell(.percent)))
  }

  /// What is compared, and what the limit is multiplied by.
  func comparedFormulas(
    _ row: Int, _ calculation: Calculation
  ) -> (compared: Formula, base: Formula)? {
    let indicator = calculation.slots[row].indicator
    let factor = calculation.thresholds.factor
    let cell = { (column: FigureColumn) in calculation.figure(row, column) }
    let known = { (formula: Formula) in whenKnown(row, calculation, formula) }
    let years = [FigureColumn.previous, .current].map { cell($0).scaled(by: percentFactor) }
    switch indicator.measure {
    case .attestation: return nil
    case .target: withoutLevels()
    case .share, .compositeShare:
      let typed = cell(.percent).scaled(by: percentFactor) * .whole(factor)
      return (
        known(.when(isCounted(cell), cell(.numerator) * .whole(100 * factor), else: typed)),
        known(.when(isCounted(cell), cell(.denominator), else: .whole(percentFactor)))
      )
    case .decrease where calculation.takes("relative", on: .decreaseUnit, for: indicator):
      return (known((years[0] - years[1]) * .whole(100 * factor)), known(years[0]))
    case .decrease:
      return (known((years[0] - years[1]) * .whole(factor)), known(.whole(percentFactor)))
    case .increase:
      guard let amount = calculation.amountFactors[indicator.id] else { return nil }
      return (known(cell(.current).scaled(by: amount)), known(cell(.previous).scaled(by: amount)))
    }
  }

  /// Yes or no beside the limit; nothing while the figure is not known.
  func holdsFormula(_ row: Int, _ calculation: Calculation) -> Formula {
    let indicator = calculation.slots[row].indicator
    let test: Formula
    switch indicator.measure {
    case .target: withoutLevels()
    case .attestation:
      test = calculation.figure(row, .met).equals(.text(words(.figureAttestedYes)))
    case .increase:
      test = calculation.step(row, .compared).isAbove(calculation.step(row, .base))
    case .share, .compositeShare:
      test = passes(row, calculation)
    case .decrease:
      let hasFloor =
        calculation.takes("metWhenZeroOrLower", on: .decreaseFloor, for: indicator)
        && !calculation.takes("relative", on: .decreaseUnit, for: indicator)
      test = hasFloor ? passesWithFloor(row, calculation) : passes(row, calculation)
    }
    return whenKnown(row, calculation, yesOrNo(test))
  }

  private func passes(_ row: Int, _ calculation: Calculation) -> Formula {
    let indicator = calculation.slots[row].indicator
    let limit = calculation.limit(.name(of: indicator, in: calculation))
    let required = limit * calculation.step(row, .base)
    let compared = calculation.step(row, .compared)
    return indicator.measure.threshold?.comparison == .below
      ? compared.isBelow(required) : compared.isAtLeast(required)
  }

  /// Below the fall that is asked for, any fall will do.
  private func passesWithFloor(_ row: Int, _ calculation: Calculation) -> Formula {
    let years = [FigureColumn.previous, .current].map {
      calculation.figure(row, $0).scaled(by: percentFactor)
    }
    let limit = Formula.name(of: calculation.slots[row].indicator, in: calculation)
    return .when(
      years[0].isBelow(limit.scaled(by: percentFactor)),
      .any([years[1].equals(.whole(0)), years[1].isBelow(years[0])]),
      else: passes(row, calculation))
  }

  /// The level of the band that what is compared falls in, above its limit; edges by the reading.
  func bandFormula(
    _ compared: Formula, over base: Formula, of indicator: Indicator, _ calculation: Calculation
  ) -> Formula {
    let goesUp = calculation.takes("upper", on: .bandEdge, for: indicator)
    let bands = calculation.criteria.levelRule.bands
    let edge = { (name: String) in calculation.limit(.name(name)) * base }
    let first = Formula.whole(bands[0].level)
    let reached = bands.dropFirst().reduce(first) { lower, band in
      let required = edge(NamedThresholds.band(band))
      let test = goesUp ? compared.isAtLeast(required) : compared.isAbove(required)
      return .when(test, .whole(band.level), else: lower)
    }
    let isOutside = Formula.any([
      compared.isBelow(edge(NamedThresholds.band(bands[0]))),
      compared.isAbove(edge(NamedThresholds.top)),
    ])
    return .when(isOutside, .whole(0), else: reached)
  }

  func yesOrNo(_ test: Formula) -> Formula {
    .when(test, .text(words(.rosterYes)), else: .text(words(.rosterNo)))
  }

  func whenKnown(_ row: Int, _ calculation: Calculation, _ formula: Formula) -> Formula {
    .when(calculation.step(row, .state).equals(text(of: .known)), formula, else: .empty)
  }

  private func isCounted(_ cell: (FigureColumn) -> Formula) -> Formula {
    .all([cell(.numerator).isNumber, cell(.denominator).isNumber])
  }
}

/// What has targets is calculated in a workbook of its own.
func withoutLevels() -> Never { preconditionFailure("an indicator with targets has no level") }

extension Calculation {
  /// A limit as a whole number.
  func limit(_ name: Formula) -> Formula { name.scaled(by: thresholds.factor) }
}

extension Formula {
  /// An indicator's own limit.
  static func name(of indicator: Indicator, in calculation: Calculation) -> Formula {
    calculation.thresholds.name(of: indicator) ?? .whole(0)
  }
}

extension Measure {
  var isShare: Bool {
    switch self {
    case .share, .compositeShare, .target: true
    case .attestation, .decrease, .increase: false
    }
  }

  var isOneShare: Bool {
    if case .share = self { true } else { false }
  }
}
