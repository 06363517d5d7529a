import Model

/// Keeps small numbers of people out of what is published (giữ kín số liệu nhỏ).
///
/// Beside a sum that is told, one withheld part could be had by subtraction; the smallest of the
/// others is then withheld as well.
struct Withholding {
  private let limit: Int

  init(below limit: Int) { self.limit = limit }

  /// The parts that may be told, in their order; `nil` for each that may not.
  func shown(_ parts: [CountedPart]) -> [CountedPart?] {
    var hidden = Set(parts.indices.filter { isSmall(parts[$0]) })
    let others = parts.indices.filter { !hidden.contains($0) && parts[$0].denominator > 0 }
    let next = others.min { parts[$0].denominator < parts[$1].denominator }
    if hidden.count == 1, let next { hidden.insert(next) }
    return parts.indices.map { hidden.contains($0) ? nil : parts[$0] }
  }

  /// Whether the part tells of fewer people than may be told: of all, of those that are counted, or
  /// of those that are not.
  private func isSmall(_ part: CountedPart) -> Bool {
    [part.denominator, part.numerator, part.denominator - part.numerator].contains {
      (1..<max(limit, 1)).contains($0)
    }
  }
}
