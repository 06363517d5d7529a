import Model

/// What the plain reading needs to know of an indicator.
///
/// A class, because each row would copy the many texts of the indicator otherwise.
final class PlainIndicator: Sendable {
  let indicator: Indicator
  private let isShare: Bool
  private let isIncrease: Bool
  private let hasComponents: Bool
  private let components: ShortTexts<Int>

  init(_ indicator: Indicator) {
    self.indicator = indicator
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
    return isInLimits && row.isConsistent(isShare: isShare)
  }

  func component(_ index: Int) -> ComponentID? {
    index < 0 ? nil : indicator.measure.components[index].id
  }
}
