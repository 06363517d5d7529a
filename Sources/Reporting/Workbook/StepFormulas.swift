import Model

/// The formulas from one row of figures to whether it passes.
extension Composer {
  /// What keeps the row from being used, or that nothing does.
  func stateFormula(_ row: Int, _ calculation: Calculation) -> Formula {
    let slot = calculation.slots[row]
    let cell = { (column: FigureColumn) in calculation.figure(row, column) }
    let (bad, missing, empty) = flaws(of: slot, calculation, cell)
    var formula = Formula.when(
      missing, text(of: .missing), else: text(of: .known))
    if let empty { formula = .when(empty, text(of: .empty), else: formula) }
    let unusable = cell(.usable).differs(from: .text(words(.rosterYes)))
    return .when(.any([unusable] + bad), text(of: .invalid), else: formula)
  }

  func text(of state: StepState) -> Formula { .text(stateText(state)) }

  func stateText(_ state: StepState) -> String {
    switch state {
    case .known: words(.calculationKnown)
    case .missing: words(.calculationMissing)
    case .invalid: words(.calculationInvalid)
    case .empty: words(.calculationEmpty)
    }
  }

  /// When the figure is impossible, when it is absent, and when it is of nothing.
  private func flaws(
    of slot: FigureSlot, _ calculation: Calculation, _ cell: (FigureColumn) -> Formula
  ) -> (bad: [Formula], missing: Formula, empty: Formula?) {
    switch slot.indicator.measure {
    case .target: withoutLevels()
    case .attestation:
      let answers = [Phrase.figureAttestedYes, .figureAttestedNo].map { Formula.text(words($0)) }
      let isOdd = answers.map { cell(.met).differs(from: $0) }
      return (
        [.all([cell(.met).differs(from: .empty)] + isOdd)], cell(.met).equals(.empty), nil
      )
    case .share, .compositeShare:
      var bad = [FigureColumn.numerator, .denominator].map { isNoCount(cell($0)) }
      bad.append(isNoPercentage(cell(.percent)))
      bad.append(
        .all([
          cell(.numerator).isNumber, cell(.denominator).isNumber,
          cell(.numerator).isAbove(cell(.denominator)),
        ]))
      if comparesYears(slot.indicator, calculation) { bad.append(isNoPercentage(cell(.previous))) }
      // Fewer than both counts, and no percentage in their place.
      let isMissing = Formula.all([
        isAbsent([cell(.numerator), cell(.denominator)]), isAbsent([cell(.percent)]),
      ])
      let isEmpty = Formula.all([cell(.denominator).isNumber, cell(.denominator).equals(.whole(0))])
      return (bad, isMissing, isEmpty)
    case .decrease:
      let isRelative = calculation.takes("relative", on: .decreaseUnit, for: slot.indicator)
      return (
        [isNoPercentage(cell(.previous)), isNoPercentage(cell(.current))],
        isAbsent([cell(.previous), cell(.current)]),
        isRelative
          ? .all([
            cell(.previous).isNumber, cell(.current).isNumber, cell(.previous).equals(.whole(0)),
          ]) : nil
      )
    case .increase:
      return (
        [isNoAmount(cell(.previous)), isNoAmount(cell(.current))],
        isAbsent([cell(.previous), cell(.current)]), nil
      )
    }
  }

  /// A cell that holds something, and no whole number from 0.
  private func isNoCount(_ cell: Formula) -> Formula {
    .when(
      cell.isNumber,
      .any([cell.isBelow(.whole(0)), cell.differs(from: .call(.floor, [cell]))]),
      else: cell.differs(from: .empty))
  }

  private func isNoPercentage(_ cell: Formula) -> Formula {
    .when(
      cell.isNumber, .any([cell.isBelow(.whole(0)), cell.isAbove(.whole(100))]),
      else: cell.differs(from: .empty))
  }

  private func isNoAmount(_ cell: Formula) -> Formula {
    .when(cell.isNumber, cell.isBelow(.whole(0)), else: cell.differs(from: .empty))
  }

  private func isAbsent(_ cells: [Formula]) -> Formula {
    Formula.call(.count, cells).isBelow(.whole(cells.count))
  }
}
