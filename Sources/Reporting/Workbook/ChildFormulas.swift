import Model

/// How many units below are recognised and pending, out of those counted.
struct ChildCounts: Hashable {
  let recognised: Int
  let pending: Int
  let counted: Int

  /// `nil` unless the indicator is computed from units below.
  init?(of assessment: IndicatorAssessment) {
    guard assessment.indicator.source == .childOutcomes else { return nil }
    for case .outcomes(let recognised, let pending, let counted) in assessment.trace {
      self.recognised = recognised
      self.pending = pending
      self.counted = counted
      return
    }
    return nil
  }

  /// The step of an indicator that may be decided while units are pending.
  func step(of assessment: IndicatorAssessment, factor: Int) -> FigureStep {
    guard counted > 0 else { return FigureStep(state: .empty) }
    let isDecided = assessment.status.isDecided
    return FigureStep(
      state: isDecided ? .known : .missing, percentage: assessment.value,
      compared: recognised * 100 * factor, base: counted,
      holds: isDecided ? assessment.status == .met : nil)
  }
}

/// The columns of the sheet of the districts' levels, from the left.
enum LevelColumn: Int {
  case unit, outcome, level, possible
}

/// The formulas of an indicator that is computed from the units below.
extension Composer {
  /// How many units have reached a level.
  func recognisedFormula(_ calculation: Calculation) -> Formula {
    .call(.countIf, [calculation.levels(.level), .text(">=1")])
  }

  /// How many units have reached none yet and still can.
  func pendingFormula(_ calculation: Calculation) -> Formula {
    .call(
      .countIfs,
      [
        calculation.levels(.level), .whole(0), calculation.levels(.possible), .text(">=1"),
      ])
  }

  /// Decided once what is proven and what is possible fall on one side of the limit, and in one
  /// band.
  func childStateFormula(_ row: Int, _ calculation: Calculation) -> Formula {
    let indicator = calculation.slots[row].indicator
    let counted = calculation.figure(row, .denominator)
    let ends = [comparedChildren(row, calculation), bestChildren(row, calculation)]
    let limit = calculation.limit(.name(of: indicator, in: calculation)) * counted
    var tests = [ends[0].isAtLeast(limit).equals(ends[1].isAtLeast(limit))]
    if indicator.role == .banded {
      let bands = ends.map { bandFormula($0, over: counted, of: indicator, calculation) }
      tests.append(bands[0].equals(bands[1]))
    }
    return .when(
      counted.equals(.whole(0)), text(of: .empty),
      else: .when(.all(tests), text(of: .known), else: text(of: .missing)))
  }

  /// What is compared, whether it decides already or not.
  func comparedChildren(_ row: Int, _ calculation: Calculation) -> Formula {
    calculation.figure(row, .numerator) * .whole(100 * calculation.thresholds.factor)
  }

  private func bestChildren(_ row: Int, _ calculation: Calculation) -> Formula {
    (calculation.figure(row, .numerator) + pendingFormula(calculation))
      * .whole(100 * calculation.thresholds.factor)
  }

  func bestBandOfChildren(_ indicator: Indicator, _ calculation: Calculation) -> Formula {
    let row = calculation.rows(of: indicator).lowerBound
    return .when(
      calculation.step(row, .state).equals(text(of: .empty)), .whole(calculation.highest),
      else: bandFormula(
        bestChildren(row, calculation), over: calculation.figure(row, .denominator),
        of: indicator, calculation))
  }

  /// The units' own assessments are the evidence, once none is pending.
  func childEvidenceFormula(_ row: Int, _ calculation: Calculation) -> Formula {
    .when(
      .all([
        calculation.figure(row, .denominator).isAbove(.whole(0)),
        pendingFormula(calculation).equals(.whole(0)),
      ]), .text(evidenceCell(.complete).text), else: .text(evidenceCell(.missing).text))
  }
}

extension Calculation {
  func levels(_ column: LevelColumn) -> Formula {
    .column(
      ColumnReference(
        table: CalculationTable.levels, column: column.rawValue, rows: 0..<childRows))
  }
}
