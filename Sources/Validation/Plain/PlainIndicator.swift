import Model

/// What the plain reading needs to know of an indicator.
struct PlainIndicator: Sendable {
  private let measure: Measure
  private let isAttestation: Bool
  private let isShare: Bool
  private let isIncrease: Bool
  private let hasComponents: Bool
  private let components: ShortTexts<Int>
  private let limits: CheckLimits

  init(_ indicator: Indicator, limits: CheckLimits) {
    self.limits = limits
    measure = indicator.measure
    isAttestation = indicator.measure == .attestation
    isShare = indicator.measure.isShare
    isIncrease = indicator.measure.isIncrease
    hasComponents = !indicator.measure.components.isEmpty
    components = ShortTexts(
      indicator.measure.components.enumerated().flatMap { index, component in
        [(component.id.rawValue, index), (component.name, index)]
      })
  }

  /// Finds the component that the text in `cell` names, and whether the values are in their limits
  /// and agree with each other; `false` when the full reading must.
  func takes(_ bytes: Span<UInt8>, _ cell: Range<Int>, into row: inout PlainFigureRow) -> Bool {
    if cell.isEmpty {
      guard !hasComponents else { return false }
    } else {
      guard let component = components.value(bytes, cell) else { return false }
      row.component = Int16(truncatingIfNeeded: component)
    }
    let isInLimits =
      isIncrease || row.previous?.isPercentage ?? true && row.current?.isPercentage ?? true
    return isInLimits && row.isConsistent(isShare: isShare) && usesAll(of: row)
      && !isSuspect(row)
  }

  /// Whether no value stands in a column that the measure does not use, nor one count beside a
  /// percentage.
  private func usesAll(of row: PlainFigureRow) -> Bool {
    if isShare {
      let hasOneCount = (row.numerator == nil) != (row.denominator == nil)
      return row.met == nil && row.hasNoRates && (row.percent == nil || !hasOneCount)
    }
    return row.hasNoShare && (isAttestation ? row.hasNoRates : row.met == nil)
  }

  private func isSuspect(_ row: PlainFigureRow) -> Bool {
    if isAttestation || isIncrease || row.numerator != nil && row.denominator != nil {
      return false
    }
    if isShare && row.percent == nil { return false }
    return RateSuspicion(
      measure, percent: row.percent?.rate, previous: row.previous?.rate,
      current: row.current?.rate, limits: limits
    ).isAny
  }
}

extension PlainFigureRow {
  fileprivate var hasNoShare: Bool { numerator == nil && denominator == nil && percent == nil }

  fileprivate var hasNoRates: Bool { previous == nil && current == nil }
}

extension PlainNumber {
  fileprivate var rate: WrittenRate { WrittenRate(significand: significand, scale: scale) }
}
