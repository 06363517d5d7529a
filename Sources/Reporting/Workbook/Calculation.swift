import Model

/// One unit's way from figures to a level, as the sheets of its workbook repeat it.
struct Calculation {
  let unit: UnitRecord
  let criteria: CriteriaSet
  let thresholds: NamedThresholds
  /// The rows of figures, in the order of the indicators and of their components.
  let slots: [FigureSlot]
  /// The steps beside them.
  let steps: [FigureStep]
  /// The rows of each indicator's figures.
  let rows: [IndicatorID: Range<Int>]
  /// The factors that make amounts whole.
  let amountFactors: [IndicatorID: Int]
  /// How many rows the tables have that formulas count in.
  let evidenceRows: Int
  let childRows: Int
  let context: RunContext

  init(_ unit: UnitRecord, of record: RunRecord, by criteria: CriteriaSet) {
    let context = record.context
    self.unit = unit
    self.criteria = criteria
    self.context = context
    thresholds = NamedThresholds(of: criteria) { choice, point, indicator in
      context.takes(choice, on: point, for: indicator)
    }
    evidenceRows = max(1, unit.assessment.indicators.reduce(0) { $0 + $1.documents.count })
    childRows = max(1, record.districts.count)
    var slots: [FigureSlot] = []
    var rows: [IndicatorID: Range<Int>] = [:]
    var factors: [IndicatorID: Int] = [:]
    for indicator in criteria.indicators {
      let first = slots.count
      slots += FigureSlot.all(of: indicator, in: unit.submission)
      rows[indicator.id] = first..<slots.count
      factors[indicator.id] = amountFactor(of: slots[first...].compactMap(\.figure))
    }
    let factor = thresholds.factor
    steps = slots.map { slot in
      if let assessment = unit.assessment.indicator(slot.indicator.id),
        let children = ChildCounts(of: assessment)
      {
        return children.step(of: assessment, factor: factor)
      }
      return slot.step(factor: factor, amountFactor: factors[slot.indicator.id]) { choice, point in
        context.takes(choice, on: point, for: slot.indicator)
      }
    }
    self.slots = slots
    self.rows = rows
    amountFactors = factors
  }

  var highest: Int { criteria.levelRule.highestLevel }

  /// Whether `choice` is the reading that the run takes.
  func takes(_ choice: String, on point: OpenPoint, for indicator: Indicator) -> Bool {
    context.takes(choice, on: point, for: indicator)
  }

  func rows(of indicator: Indicator) -> Range<Int> { rows[indicator.id] ?? 0..<0 }

  /// The cells of one column of the steps of an indicator.
  func steps(_ column: StepColumn, of indicator: Indicator) -> Formula {
    .column(
      ColumnReference(
        table: CalculationTable.steps, column: column.rawValue, rows: rows(of: indicator)))
  }

  func step(_ row: Int, _ column: StepColumn) -> Formula {
    .cell(CellReference(table: CalculationTable.steps, row: row, column: column.rawValue))
  }

  func figure(_ row: Int, _ column: FigureColumn) -> Formula {
    .cell(CellReference(table: CalculationTable.figures, row: row, column: column.rawValue))
  }

  /// The cell of an indicator in the sheet of results.
  func result(_ indicator: Indicator, _ column: ResultColumn) -> Formula {
    let row = criteria.indicators.firstIndex { $0.id == indicator.id } ?? 0
    return .cell(CellReference(table: CalculationTable.results, row: row, column: column.rawValue))
  }

  /// The cells of a column of results, for some or all indicators in their order.
  func results(_ column: ResultColumn, rows: Range<Int>? = nil) -> Formula {
    .column(
      ColumnReference(
        table: CalculationTable.results, column: column.rawValue,
        rows: rows ?? 0..<criteria.indicators.count))
  }
}

extension RunContext {
  /// Whether `choice` is the reading taken; without an interpretation in the rulebook, the first
  /// choice holds.
  func takes(_ choice: String, on point: OpenPoint, for indicator: Indicator) -> Bool {
    let taken = readings.choice(on: point, for: indicator)?.reading.id
    return (taken ?? point.choices[0]) == choice
  }
}

extension FigureSlot {
  /// One slot for each component, or one for the indicator.
  fileprivate static func all(of indicator: Indicator, in submission: Submission) -> [FigureSlot] {
    let figures = submission.figures[indicator.id] ?? .none
    let components = indicator.measure.components
    let parts: [MeasureComponent?] = components.isEmpty ? [nil] : components
    return parts.map { part in
      FigureSlot(
        indicator: indicator, component: part,
        figure: figures.figures.first { $0.component == part?.id },
        isUsable: figures.invalid.isUsable(part?.id))
    }
  }
}

extension IndicatorFigures.Invalidity {
  fileprivate func isUsable(_ component: ComponentID?) -> Bool {
    switch self {
    case .none, .offices: true
    case .indicator: false
    case .components(let invalid): component.map { !invalid.contains($0) } ?? invalid.isEmpty
    }
  }
}

/// The largest power of ten up to a million by which the sums of an indicator's amounts stay exact;
/// `nil` where it would leave decimals.
private func amountFactor(of figures: [Figure]) -> Int? {
  let amounts = figures.flatMap { [$0.previous?.value, $0.current?.value] }.compactMap { $0 }
  let scale = amounts.map(\.scale).max() ?? 0
  var factor = percentFactor
  for places in stride(from: ExactDecimal.maximumScale, through: 0, by: -1) {
    let sum = amounts.reduce(Int128(0)) { $0 + $1.rational.roundedUp }
    if (sum + 1) * Int128(factor) * 100 < exactLimit { return places >= scale ? factor : nil }
    factor /= 10
  }
  return nil
}

extension Rational {
  fileprivate var roundedUp: Int128 { numerator.magnitude == 0 ? 0 : numerator / denominator + 1 }
}
