import Model

/// The formulas from an indicator's steps to its status, its band and its two standings.
extension Composer {
  /// The status by the steps; `nil` where a spreadsheet's numbers are too short to decide it.
  func statusFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula? {
    guard calculation.isLive(indicator) else { return nil }
    let count = { (column: StepColumn, text: Formula) in
      Formula.call(.countIf, [calculation.steps(column, of: indicator), text])
    }
    let some = { (state: StepState) in count(.state, text(of: state)).isAbove(.whole(0)) }
    let failing = count(.holds, .text(words(.rosterNo))).isAbove(.whole(0))
    let open = { (decided: Formula) -> Formula in
      .when(
        some(.invalid), status(.invalid),
        else: .when(
          some(.missing), status(.noData),
          else: emptyOr(decided, indicator, calculation, count(.state, text(of: .empty)))))
    }
    switch indicator.measure {
    case .target: withoutLevels()
    case .compositeShare
    where !calculation.takes("average", on: .compositeRule, for: indicator):
      return .when(failing, status(.notMet), else: open(status(.met)))
    case .compositeShare:
      return open(decided(averagePasses(indicator, calculation)))
    case .increase(let components)
    where components.count > 1 && calculation.takes("each", on: .increaseRule, for: indicator):
      return .when(failing, status(.notMet), else: open(status(.met)))
    case .increase:
      let sums = [StepColumn.compared, .base].map {
        Formula.call(.sum, [calculation.steps($0, of: indicator)])
      }
      return open(decided(sums[0].isAbove(sums[1])))
    case .share where comparesYears(indicator, calculation):
      return open(.when(failing, status(.notMet), else: lowerThanLastYear(indicator, calculation)))
    case .attestation, .share, .decrease:
      return open(.when(failing, status(.notMet), else: status(.met)))
    }
  }

  /// A share of nothing: of every component, or of one that counts against the others.
  private func emptyOr(
    _ decided: Formula, _ indicator: Indicator, _ calculation: Calculation, _ empty: Formula
  ) -> Formula {
    let size = calculation.rows(of: indicator).count
    let countsAsMet = calculation.takes("met", on: .emptyDenominator, for: indicator)
    let test = countsAsMet ? empty.equals(.whole(size)) : empty.isAbove(.whole(0))
    return .when(test, status(.notApplicable), else: decided)
  }

  /// The plain average beside the limit, to nine decimals of a per cent: what is nearer than that is
  /// on the limit, because components have no common whole small enough to compare by.
  private func averagePasses(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    let percentages = calculation.steps(.percentage, of: indicator)
    let average = Formula.call(.sum, [percentages]) / .call(.count, [percentages])
    let excess = Formula.call(
      .round, [average - .name(of: indicator, in: calculation), .whole(9)])
    return indicator.measure.threshold?.comparison == .below
      ? excess.isBelow(.whole(0)) : excess.isAtLeast(.whole(0))
  }

  private func lowerThanLastYear(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    let row = calculation.rows(of: indicator).lowerBound
    let previous = calculation.figure(row, .previous)
    let rest = percentFactor / calculation.thresholds.factor
    let isLower = (calculation.step(row, .compared) * .whole(rest)).isBelow(
      previous.scaled(by: percentFactor) * calculation.step(row, .base))
    return .when(previous.isNumber, decided(isLower), else: status(.noData))
  }

  private func decided(_ test: Formula) -> Formula {
    .when(test, status(.met), else: status(.notMet))
  }

  func status(_ status: IndicatorStatus) -> Formula { .text(statusText(status)) }

  /// The band by the figures: a number, or nothing while they do not decide.
  func reachedBandFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula? {
    guard indicator.role == .banded, indicator.measure.isOneShare, calculation.isLive(indicator)
    else { return nil }
    let row = calculation.rows(of: indicator).lowerBound
    let result = calculation.result(indicator, .status)
    let band = bandFormula(
      calculation.step(row, .compared), over: calculation.step(row, .base), of: indicator,
      calculation)
    let empty =
      calculation.countsAsMetWhenEmpty(indicator)
      ? Formula.when(
        result.equals(status(.notApplicable)), .whole(calculation.highest), else: .empty) : .empty
    return .when(
      result.equals(status(.met)), band,
      else: .when(result.equals(status(.notMet)), .whole(0), else: empty))
  }

  /// How far the indicator stands if only what is documented counts.
  func provenFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    let isWhole = calculation.result(indicator, .evidence).equals(
      .text(evidenceCell(.complete).text))
    return .when(
      isWhole, standing(indicator, calculation, open: .whole(0)), else: .whole(0))
  }

  /// How far it stands if everything that is missing turns out at its best.
  func possibleFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    let best = Formula.whole(calculation.highest)
    let open =
      indicator.source == .childOutcomes && indicator.role == .banded
      ? bestBandOfChildren(indicator, calculation) : best
    return standing(indicator, calculation, open: open)
  }

  private func standing(
    _ indicator: Indicator, _ calculation: Calculation, open: Formula
  ) -> Formula {
    let result = calculation.result(indicator, .status)
    let met =
      indicator.role == .banded
      ? calculation.step(calculation.rows(of: indicator).lowerBound, .band)
      : .whole(calculation.highest)
    let undecided =
      calculation.countsAsMetWhenEmpty(indicator)
      ? Formula.when(
        result.equals(status(.notApplicable)), .whole(calculation.highest), else: open) : open
    return .when(
      result.equals(status(.met)), met,
      else: .when(result.equals(status(.notMet)), .whole(0), else: undecided))
  }
}

extension Calculation {
  /// Whether, by the reading taken, a share of nothing counts as met.
  func countsAsMetWhenEmpty(_ indicator: Indicator) -> Bool {
    indicator.measure.isShare && indicator.source != .childOutcomes
      && takes("met", on: .emptyDenominator, for: indicator)
  }

  /// Whether a spreadsheet's numbers decide the indicator as exactly as the evaluation stage did.
  func isLive(_ indicator: Indicator) -> Bool {
    let own = rows(of: indicator).map { steps[$0] }
    guard own.allSatisfy(\.isExact) else { return false }
    guard case .compositeShare(let threshold, _) = indicator.measure,
      takes("average", on: .compositeRule, for: indicator)
    else { return true }
    let known = own.compactMap(\.percentage)
    let sum = known.reduce(Rational.zero as Rational?) { $0?.adding($1) }
    guard let average = sum?.divided(by: Rational(known.count)),
      let excess = average.subtracting(threshold.value.rational)
    else { return true }
    // Nearer to the limit than nine decimals show, and not on it.
    let magnitude = excess.numerator.magnitude.multipliedFullWidth(by: 1_000_000_000)
    let base = excess.denominator.magnitude
    return excess == .zero || (magnitude.high, magnitude.low) >= (0, base)
  }
}
