import Model

extension RowReader {
  /// Checks that the indicator's figure is one to type, not one that is computed from the units
  /// below.
  mutating func isTyped(_ indicator: Indicator) -> Bool {
    guard indicator.source == .childOutcomes else { return true }
    report(.computedDisagrees, at: .indicator)
    return false
  }
}
