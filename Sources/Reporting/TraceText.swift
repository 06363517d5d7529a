public import Model

/// The reasoning from figures to a result, in words.
extension Composer {
  /// The trace of one indicator, a sentence a step.
  public func trace(of assessment: IndicatorAssessment) -> [String] {
    guard let criteria = criteriaSet(holding: assessment.indicator) else { return [] }
    let limits = limits(of: assessment.indicator, in: criteria)
    return assessment.trace.filter { !isOfPart($0, in: assessment) }.map {
      sentence($0, assessment.indicator, limits)
    }
  }

  /// Whether the step is the figure of a group, which the sum of the groups tells, as far as it may
  /// be told.
  private func isOfPart(_ step: TraceStep, in assessment: IndicatorAssessment) -> Bool {
    guard assessment.progress?.parts.isEmpty == false, case .figure = step else { return false }
    return true
  }

  func criteriaSet(holding indicator: Indicator) -> CriteriaSet? {
    context.criteria(holding: indicator)
  }

  private func sentence(
    _ step: TraceStep, _ indicator: Indicator, _ limits: [Rational]
  ) -> String {
    switch step {
    case .figure(let figure): return figureSentence(figure)
    case .attested(let met): return words(met ? .traceAttestedYes : .traceAttestedNo)
    case .missing(let component):
      return words(.traceMissing, ["component": prefix(component, indicator)]).capitalisedFirst
    case .invalid(let component):
      return words(.traceInvalid, ["component": prefix(component, indicator)]).capitalisedFirst
    case .emptyWhole(let countsAsMet): return words(countsAsMet ? .traceEmptyMet : .traceEmpty)
    case .reading(let id, let reading): return readingSentence(id, reading)
    case .outcomes(let recognised, let pending, let counted):
      return words(
        .traceOutcomes,
        ["recognised": "\(recognised)", "pending": "\(pending)", "counted": "\(counted)"])
    case .range(let proven, let possible):
      return words(
        .traceRange,
        [
          "proven": VietnameseNumber.percentage(proven, limits: limits),
          "possible": VietnameseNumber.percentage(possible, limits: limits),
        ])
    case .sum(let parts): return sumSentence(parts, indicator)
    case .target(let value, let target, let horizon, let holds):
      return targetSentence(value, target, horizon, holds)
    case .withheld: return withheldText.capitalisedFirst + "."
    case .share, .change, .average, .comparison, .growth, .band, .unattainable:
      return calculation(step, indicator, limits)
    }
  }

  private func sumSentence(_ parts: [CountedPart], _ indicator: Indicator) -> String {
    let texts = parts.map { part in
      let name = name(of: part.body, in: indicator)
      guard !part.isWithheld else { return "\(name) (\(withheldText))" }
      return words(
        .tracePart,
        [
          "name": name, "part": VietnameseNumber.count(part.numerator),
          "whole": VietnameseNumber.count(part.denominator),
        ])
    }
    return words(.traceSum, ["parts": texts.joined(separator: "; ")])
  }

  /// A group of people, a unit or an office, as a table names it.
  func name(of body: CountedBody, in indicator: Indicator) -> String {
    switch body {
    case .group(let id): componentName(id, of: indicator)
    case .unit(let code):
      context.units[code]?.name
        ?? record.offices.first { $0.unit.code == code }?.unit.name ?? code.rawValue
    case .office(let id): officeName(id)
    }
  }

  private func targetSentence(
    _ value: Rational, _ target: ExactDecimal, _ horizon: HorizonID, _ holds: Bool
  ) -> String {
    let horizon = rulebook.tiers.values.flatMap(\.horizons).first { $0.id == horizon }
    return words(
      holds ? .traceTargetMet : .traceTargetMissed,
      [
        "value": VietnameseNumber.number(value, limits: [target.rational]),
        "limit": VietnameseNumber.decimal(target), "horizon": horizon?.title ?? "",
      ])
  }

  private func calculation(
    _ step: TraceStep, _ indicator: Indicator, _ limits: [Rational]
  ) -> String {
    switch step {
    case .share(let part, let whole, let percentage, let component):
      return words(
        .traceShare,
        [
          "component": prefix(component, indicator), "part": VietnameseNumber.count(part),
          "whole": VietnameseNumber.count(whole),
          "percentage": VietnameseNumber.percentage(percentage, limits: limits),
        ])
    case .change(let previous, let current, let change, let isRelative):
      return words(
        isRelative ? .traceRelativeChange : .traceChange,
        [
          "previous": exactText(previous), "current": exactText(current),
          "change": VietnameseNumber.number(change, limits: limits),
        ])
    case .average(let average):
      return words(
        .traceAverage, ["value": VietnameseNumber.percentage(average, limits: limits)])
    case .comparison(let value, let limit, let holds, let component):
      return comparison(value, limit, holds, prefix(component, indicator), limits)
    case .growth(let previous, let current, let holds, let component):
      return words(
        holds ? .traceGrows : .traceGrowsNot,
        [
          "component": prefix(component, indicator), "previous": exactText(previous),
          "current": exactText(current),
        ])
    case .band(let percentage, let level):
      return words(
        level == 0 ? .traceBandNone : .traceBand,
        [
          "value": VietnameseNumber.percentage(percentage, limits: limits), "level": "\(level)",
        ])
    case .unattainable(let previous, let amount):
      return words(
        .traceUnattainable,
        ["previous": exactText(previous), "amount": VietnameseNumber.decimal(amount)])
    default: return ""
    }
  }

  private func comparison(
    _ value: Rational, _ limit: Threshold, _ holds: Bool, _ component: String,
    _ limits: [Rational]
  ) -> String {
    let details = [
      "component": component,
      "value": VietnameseNumber.number(value, limits: limits + [limit.value.rational]),
      "sign": limit.comparison == .atLeast ? "≥" : "<",
      "limit": VietnameseNumber.decimal(limit.value),
    ]
    return words(holds ? .traceHolds : .traceFails, details)
  }

  private func figureSentence(_ figure: Figure) -> String {
    let values = figureValues(figure).joined(separator: "; ")
    guard !values.isEmpty else {
      return words(.traceNoValue, ["place": placeText(figure.place)])
    }
    switch figure.origin {
    case .typed:
      return words(.traceTyped, ["place": placeText(figure.place), "values": values])
    case .roster:
      return words(.traceCounted, ["place": figure.place.file, "values": values])
    case .citizens:
      return words(.traceCitizens, ["file": figure.place.file, "values": values])
    case .computed: return words(.traceComputedFigure, ["values": values])
    }
  }

  private func figureValues(_ figure: Figure) -> [String] {
    var values: [String] = []
    if let met = figure.met?.value {
      values.append(
        words(.traceMet, ["value": words(met ? .figureAttestedYes : .figureAttestedNo)]))
    }
    let counts: [(Phrase, Sourced<Int>?)] = [
      (.traceNumerator, figure.numerator), (.traceDenominator, figure.denominator),
    ]
    for case (let phrase, let count?) in counts {
      values.append(words(phrase, ["value": VietnameseNumber.count(count.value)]))
    }
    let decimals: [(Phrase, Sourced<ExactDecimal>?)] = [
      (.tracePercent, figure.percent), (.tracePrevious, figure.previous),
      (.traceCurrent, figure.current),
    ]
    for case (let phrase, let decimal?) in decimals {
      values.append(words(phrase, ["value": VietnameseNumber.decimal(decimal.value)]))
    }
    return values
  }

  private func readingSentence(_ id: InterpretationID, _ reading: String) -> String {
    let choice = context.readings.choices.first { $0.interpretation.id == id }
    let text = choice?.interpretation.readings.first { $0.id == reading }?.text ?? reading
    return words(.traceReading, ["text": text])
  }

  private func prefix(_ component: ComponentID?, _ indicator: Indicator) -> String {
    guard let component else { return "" }
    return words(.traceComponent, ["name": componentName(component, of: indicator)])
  }

  func componentName(_ id: ComponentID, of indicator: Indicator) -> String {
    indicator.measure.components.first { $0.id == id }?.name ?? id.rawValue
  }

  /// A typed decimal as it was, without rounding.
  private func exactText(_ number: Rational) -> String {
    VietnameseNumber.number(number, places: ExactDecimal.maximumScale)
  }
}
