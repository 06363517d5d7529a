import Model

/// The cells beside an indicator's status: counts, value, limit, band and evidence.
extension Composer {
  /// The counts of one share; several components have theirs in the sheet of figures.
  func countCells(
    _ assessment: IndicatorAssessment, _ calculation: Calculation
  ) -> (part: Cell, whole: Cell) {
    let indicator = assessment.indicator
    guard indicator.measure.isOneShare else { return (Cell(""), Cell("")) }
    let isLive = calculation.isLive(indicator)
    let row = calculation.rows(of: indicator).lowerBound
    let cell = { (number: Int?, column: FigureColumn) -> Cell in
      let formula = isLive ? countFormula(column, row, indicator, calculation) : nil
      return number.map { calculated($0, formula) } ?? Cell("", formula: formula)
    }
    return (cell(assessment.numerator, .numerator), cell(assessment.denominator, .denominator))
  }

  private func countFormula(
    _ column: FigureColumn, _ row: Int, _ indicator: Indicator, _ calculation: Calculation
  ) -> Formula {
    let figure = calculation.figure(row, column)
    let result = calculation.result(indicator, .status)
    guard indicator.source != .childOutcomes else {
      return .when(
        calculation.step(row, .state).equals(text(of: .empty)), .empty, else: figure)
    }
    let isCounted = Formula.all([
      calculation.figure(row, .numerator).isNumber,
      calculation.figure(row, .denominator).isNumber,
    ])
    return .when(
      result.equals(status(.notApplicable)), .whole(0),
      else: .when(.all([isDecided(indicator, calculation), isCounted]), figure, else: .empty))
  }

  private func isDecided(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    let result = calculation.result(indicator, .status)
    return .any([result.equals(status(.met)), result.equals(status(.notMet))])
  }

  /// The share, or of several components the one that decides.
  func valueCell(_ assessment: IndicatorAssessment, _ calculation: Calculation) -> Cell {
    let indicator = assessment.indicator
    guard indicator.measure.isShare else { return Cell("") }
    let slot = calculation.slots[calculation.rows(of: indicator).lowerBound]
    return percentageCell(
      assessment.value, of: slot, calculation,
      calculation.isLive(indicator) ? valueFormula(indicator, calculation) : nil)
  }

  private func valueFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    let percentages = calculation.steps(.percentage, of: indicator)
    var value = calculation.step(calculation.rows(of: indicator).lowerBound, .percentage)
    if !indicator.measure.isOneShare {
      if calculation.takes("average", on: .compositeRule, for: indicator) {
        value = .call(.sum, [percentages]) / .call(.count, [percentages])
      } else {
        let isBelow = indicator.measure.threshold?.comparison == .below
        value = .call(isBelow ? .maximum : .minimum, [percentages])
      }
    }
    return .when(isDecided(indicator, calculation), value, else: .empty)
  }

  /// This year less last year; of several components their sums.
  func changeCell(_ assessment: IndicatorAssessment, _ calculation: Calculation) -> Cell {
    let indicator = assessment.indicator
    guard let formula = changeFormula(indicator, calculation) else { return Cell("") }
    guard let change = change(in: assessment.trace) else { return Cell("", formula: formula) }
    let places =
      calculation.rows(of: indicator).flatMap { row in
        [calculation.slots[row].figure?.previous, calculation.slots[row].figure?.current]
      }.compactMap { $0?.value.scale }.max() ?? 0
    return Cell(
      VietnameseNumber.number(change, places: places, minimumPlaces: places),
      number: .decimal(change, places: places), formula: formula)
  }

  private func changeFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula? {
    switch indicator.measure {
    case .target: withoutLevels()
    case .attestation, .share, .compositeShare: return nil
    case .increase(let components):
      let isEach = calculation.takes("each", on: .increaseRule, for: indicator)
      guard components.count < 2 || !isEach else { return nil }
    case .decrease: break
    }
    guard calculation.isLive(indicator) else { return nil }
    let sums = [FigureColumn.current, .previous].map { column in
      Formula.call(
        .sum, calculation.rows(of: indicator).map { calculation.figure($0, column) })
    }
    let change = Formula.call(.round, [sums[0] - sums[1], .whole(ExactDecimal.maximumScale)])
    return .when(isDecided(indicator, calculation), change, else: .empty)
  }

  private func change(in trace: [TraceStep]) -> Rational? {
    for step in trace {
      switch step {
      case .change(let previous, let current, _, _), .growth(let previous, let current, _, nil):
        return current.subtracting(previous)
      default: continue
      }
    }
    return nil
  }

  /// The limit in words, with the number that stands in the sheet of thresholds.
  func limitFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula? {
    guard let name = calculation.thresholds.name(of: indicator),
      let value = indicator.measure.threshold?.value
    else { return nil }
    // A number with closing zeros would be written without them.
    let number = VietnameseNumber.decimal(value)
    let pieces = limitText(indicator).split(separator: number, omittingEmptySubsequences: false)
    guard pieces.count == 2, value.scale == 0 || value.plain.last != "0" else { return nil }
    // A spreadsheet writes the separator of its own language.
    let written = Formula.call(
      .replace, [name.followed(by: .empty), .text("."), .text(",")])
    return sequence([.text(String(pieces[0])), written, .text(String(pieces[1]))])
  }

  func bandTextFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula? {
    guard indicator.role == .banded, indicator.measure.isOneShare else { return nil }
    let band = calculation.step(calculation.rows(of: indicator).lowerBound, .band)
    return .when(
      band.equals(.empty), .text(words(.bandNone)),
      else: .when(
        band.equals(.whole(0)), .text(words(.bandBelow)),
        else: formula(.bandLevel, ["level": band])))
  }

  /// The whole documents that the ledger lists for an indicator.
  func documentsFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    let isWhole = calculation.evidence(6).equals(.text(words(.tableWhole)))
    return .call(.sumOfProducts, [listed(indicator, calculation) * isWhole])
  }

  func evidenceFormula(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    guard indicator.source != .childOutcomes else {
      return childEvidenceFormula(calculation.rows(of: indicator).lowerBound, calculation)
    }
    let count = Formula.call(.sumOfProducts, [listed(indicator, calculation) * .whole(1)])
    return .when(
      calculation.result(indicator, .documents).isAbove(.whole(0)),
      .text(evidenceCell(.complete).text),
      else: .when(
        count.isAbove(.whole(0)), .text(evidenceCell(.incomplete).text),
        else: .text(evidenceCell(.missing).text)))
  }

  /// Compared as text: a spreadsheet's counting would read `2.1.1` as a day.
  private func listed(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    calculation.evidence(0).equals(calculation.result(indicator, .indicator))
  }

  /// A phrase with formulas in its places.
  func formula(_ phrase: Phrase, _ details: [String: Formula]) -> Formula {
    let mark: Character = "\u{E000}"
    let names = details.keys.sorted()
    let marks = names.enumerated().map { index, name in
      (name, "\(mark)\(index)\(mark)")
    }
    let text = words(phrase, Dictionary(uniqueKeysWithValues: marks))
    let pieces = text.split(separator: mark, omittingEmptySubsequences: false)
    return sequence(
      pieces.enumerated().map { index, piece in
        guard index % 2 == 1, let number = Int(piece), names.indices.contains(number) else {
          return .text(String(piece))
        }
        return details[names[number]] ?? .empty
      })
  }

  /// Texts one after another.
  func sequence(_ pieces: [Formula]) -> Formula {
    let filled = pieces.filter { $0 != .empty }
    guard let first = filled.first else { return .empty }
    return filled.dropFirst().reduce(first) { $0.followed(by: $1) }
  }
}

extension Calculation {
  /// A column of the list of documents.
  func evidence(_ column: Int) -> Formula {
    .column(
      ColumnReference(
        table: CalculationTable.evidence, column: column, rows: 0..<evidenceRows))
  }
}
