import Model

/// What the results add up to, live: criteria, level, outcome.
extension Composer {
  func criteriaSheet(_ calculation: Calculation) -> WorkbookDocument.Sheet {
    var first = 0
    var rows: [[Cell]] = []
    for standard in calculation.criteria.standards {
      for criterion in standard.criteria where !criterion.indicators.isEmpty {
        let range = first..<(first + criterion.indicators.count)
        rows.append(criterionRow(criterion, of: standard, range, calculation))
        first = range.upperBound
      }
    }
    let table = Table(
      id: "tieu-chi", caption: words(.calculationCriteriaTitle),
      columns: [
        .init(words(.calculationStandard), .centred), .init(words(.columnCriterion), .centred),
        .init(words(.columnWording)), .init(words(.calculationCount), .number),
        .init(words(.openingMet), .number),
        .init(words(.columnResult), .centred, words: criterionWords),
        .init(words(.calculationProven), .number), .init(words(.calculationPossible), .number),
      ], rows: rows)
    return sheet(
      .workbookCriteria, table, lines: [words(.calculationCriteriaLead)], isLandscape: true)
  }

  private var criterionWords: [Table.Column.MarkedWord] {
    [
      .init(statusText(.met), .good), .init(statusText(.notMet), .bad),
      .init(words(.outcomePending), .unknown),
    ]
  }

  private func criterionRow(
    _ criterion: Criterion, of standard: Standard, _ rows: Range<Int>, _ calculation: Calculation
  ) -> [Cell] {
    let assessments = criterion.indicators.compactMap {
      calculation.unit.assessment.indicator($0.id)
    }
    let proven = assessments.map { $0.provenStanding(highest: calculation.highest) }.min() ?? 0
    let possible = assessments.map { $0.possibleStanding(highest: calculation.highest) }.min() ?? 0
    let met = assessments.count(where: \.isProven)
    let minimum = { (column: ResultColumn) in
      Formula.call(.minimum, [calculation.results(column, rows: rows)])
    }
    let count = Formula.call(.rows, [calculation.results(.indicator, rows: rows)])
    let metFormula = provenCountFormula(criterion.indicators, rows, calculation)
    let result = words(
      met == rows.count ? .statusMet : possible == 0 ? .statusNotMet : .outcomePending)
    let resultFormula = Formula.when(
      metFormula.equals(count), .text(words(.statusMet)),
      else: .when(
        minimum(.possible).equals(.whole(0)), .text(words(.statusNotMet)),
        else: .text(words(.outcomePending))))
    return [
      Cell(standard.id), Cell(criterion.id), Cell(criterion.title), calculated(rows.count, count),
      calculated(met, metFormula), Cell(result, formula: resultFormula),
      calculated(proven, minimum(.proven)), calculated(possible, minimum(.possible)),
    ]
  }

  /// How many indicators are met and documented.
  func provenCountFormula(
    _ indicators: [Indicator], _ rows: Range<Int>?, _ calculation: Calculation
  ) -> Formula {
    let whole = Formula.text(evidenceCell(.complete).text)
    let met = Formula.call(
      .countIfs,
      [
        calculation.results(.status, rows: rows), status(.met),
        calculation.results(.evidence, rows: rows), whole,
      ])
    return indicators.filter(calculation.countsAsMetWhenEmpty).reduce(met) { sum, indicator in
      sum
        + .when(
          .all([
            calculation.result(indicator, .status).equals(status(.notApplicable)),
            calculation.result(indicator, .evidence).equals(whole),
          ]), .whole(1), else: .whole(0))
    }
  }

  func conclusionSheet(_ calculation: Calculation) -> WorkbookDocument.Sheet {
    let table = Table(
      id: CalculationTable.conclusion, caption: words(.workbookSummaryTable),
      columns: [
        .init(words(.workbookLabel)), .init(words(.workbookContent)),
        .init(words(.calculationHow)),
      ], rows: ConclusionRow.allCases.map { conclusionRow($0, calculation) })
    return sheet(.workbookConclusion, table)
  }

  private func conclusionRow(_ row: ConclusionRow, _ calculation: Calculation) -> [Cell] {
    let assessment = calculation.unit.assessment
    let rule = calculation.criteria.levelRule
    switch row {
    case .level:
      return [
        Cell(words(.columnLevel)),
        calculated(
          assessment.level, .call(.minimum, [calculation.results(.proven)])),
        Cell(
          words(
            .calculationLevelHow,
            ["prerequisite": rule.prerequisiteClause, "banded": rule.bandedClause])),
      ]
    case .possible:
      return [
        Cell(words(.calculationPossible)),
        calculated(
          assessment.possibleLevel, .call(.minimum, [calculation.results(.possible)])),
        Cell(words(.calculationPossibleHow)),
      ]
    case .outcome:
      let cell = outcomeCell(assessment)
      return [
        Cell(words(.openingConclusion)),
        Cell(cell.text, mark: cell.mark, formula: outcomeFormula()),
        Cell(words(.calculationOutcomeHow)),
      ]
    case .binding:
      return [
        Cell(words(.openingBinding)),
        Cell(joined(assessment.binding), formula: bindingFormula(calculation)),
        Cell(words(.calculationBindingHow)),
      ]
    case .met:
      return [
        Cell(words(.openingMet)),
        calculated(
          provenCount(assessment),
          provenCountFormula(calculation.criteria.indicators, nil, calculation)),
        Cell(words(.calculationMetHow)),
      ]
    case .count:
      return [
        Cell(words(.calculationCount)),
        calculated(
          assessment.indicators.count, .call(.rows, [calculation.results(.indicator)])),
        Cell(words(.calculationCountHow)),
      ]
    }
  }

  /// The outcome by two levels: those of the conclusion, or of a row of the districts.
  func outcomeFormula(
    level: Formula = ConclusionRow.level.formula,
    possible: Formula = ConclusionRow.possible.formula
  ) -> Formula {
    .when(
      level.isAtLeast(.whole(1)), formula(.outcomeRecognised, ["level": level]),
      else: .when(
        possible.equals(.whole(0)), .text(words(.outcomeNotRecognised)),
        else: .text(words(.outcomePending))))
  }

  /// The indicators whose row says that they decide, in one text.
  private func bindingFormula(_ calculation: Calculation) -> Formula {
    let separator = ", "
    let all = sequence(
      calculation.criteria.indicators.map { indicator in
        .when(
          calculation.result(indicator, .decides).equals(.text(words(.rosterYes))),
          Formula.text(separator).followed(by: calculation.result(indicator, .indicator)),
          else: .empty)
      })
    return .call(.middle, [all, .whole(separator.count + 1), .whole(1_000)])
  }
}
