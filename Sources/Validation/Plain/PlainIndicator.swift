import Model

/// What the plain reading needs to know of an indicator.
///
/// A class, because each row would copy the many texts of the indicator otherwise.
final class PlainIndicator: Sendable {
  let indicator: Indicator
  private let isAttestation: Bool
  private let isShare: Bool
  private let isIncrease: Bool
  private let hasComponents: Bool
  private let components: ShortTexts<Int>
  private let limits: CheckLimits

  init(_ indicator: Indicator, limits: CheckLimits) {
    self.indicator = indicator
    self.limits = limits
    isAttestation = indicator.measure == .attestation
    isShare = indicator.measure.isShare
    isIncrease = indicator.measure.isIncrease
    hasComponents = !indicator.measure.components.isEmpty
    components = ShortTexts(
      indicator.measure.components.enumerated().flatMap { index, component in
        [(component.id.rawValue, index), (component.name, index)]
      })
  }

  /// Finds the component that the text in `cell` names; `false` when the full reading must.
  func place(_ bytes: Span<UInt8>, _ cell: Range<Int>, into row: inout PlainFigureRow) -> Bool {
    if cell.isEmpty { return !hasComponents }
    guard let component = components.value(bytes, cell) else { return false }
    row.component = component
    return true
  }

  /// Whether the values are in their limits and agree with each other.
  func takes(_ row: PlainFigureRow) -> Bool {
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
      indicator.measure, percent: row.percent?.rate, previous: row.previous?.rate,
      current: row.current?.rate, limits: limits
    ).isAny
  }

  func component(_ index: Int) -> ComponentID? {
    index < 0 ? nil : indicator.measure.components[index].id
  }
}

extension PlainFigureRow {
  fileprivate var hasNoShare: Bool { numerator == nil && denominator == nil && percent == nil }

  fileprivate var hasNoRates: Bool { previous == nil && current == nil }
}

extension PlainNumber {
  fileprivate var rate: WrittenRate { WrittenRate(significand: significand, scale: scale) }
}
