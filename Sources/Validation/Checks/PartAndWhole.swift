import Model

extension RowReader {
  /// Checks that a part is not above its whole, and notes a whole of nothing.
  mutating func checkPartAndWhole(
    _ numerator: Sourced<Int>?, of denominator: Sourced<Int>?, isShare: Bool
  ) {
    guard let denominator else { return }
    if let numerator, numerator.value > denominator.value {
      reject(
        .numerator, .partAboveWhole, expected: "≤ \(VietnameseNumber.count(denominator.value))")
    } else if denominator.value == 0, isShare {
      report(.wholeZero, at: .denominator)
    }
  }
}
