import Model
import Testing

@testable import Reporting

/// Few people are not told, nor can they be had from what is told.
@Suite("Withholding") struct WithholdingTests {
  private func shown(_ counts: [(Int, Int)], below limit: Int = 5) -> [Bool] {
    let parts = counts.enumerated().map { index, count in
      CountedPart(
        body: .group(ComponentID("\(index)")), numerator: count.0, denominator: count.1)
    }
    return Withholding(below: limit).shown(parts).map { $0 != nil }
  }

  struct Case: CustomTestStringConvertible {
    /// Part and whole of each.
    let counts: [[Int]]
    let isShown: [Bool]

    init(_ counts: [[Int]], _ isShown: [Bool]) {
      self.counts = counts
      self.isShown = isShown
    }

    var testDescription: String { "\(counts)" }
  }

  static let cases: [Case] = [
    Case([[10, 20], [30, 60]], [true, true]),
    Case([[4, 20], [30, 60], [9, 30]], [false, true, false]),
    Case([[5, 20], [30, 60]], [true, true]),
    Case([[16, 20], [30, 60], [9, 40]], [false, true, false]),
    Case([[15, 20], [30, 60]], [true, true]),
    Case([[2, 3], [30, 60], [9, 40]], [false, true, false]),
    Case([[0, 0], [30, 60]], [true, true]),
    Case([[0, 20], [30, 60]], [true, true]),
    Case([[20, 20], [30, 60]], [true, true]),
    Case([[1, 20], [2, 60], [9, 40]], [false, false, true]),
    Case([[1, 20], [0, 0]], [false, true]),
    Case([[1, 20]], [false]),
  ]

  @Test(
    "hides what is under the limit, and the smallest other beside a single one",
    arguments: cases)
  func hides(item: Case) {
    #expect(shown(item.counts.map { ($0[0], $0[1]) }) == item.isShown)
  }

  @Test("hides nothing where the programme says so") func nothing() {
    #expect(shown([(1, 2), (1, 3)], below: 0) == [true, true])
  }

  /// Whatever is hidden, the sum of the whole leaves at least two parts open.
  @Test("leaves never exactly one part of several to be had from the sum") func property() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let counts = (0..<Int.random(in: 2...6, using: &generator)).map { _ -> (Int, Int) in
        let whole = Int.random(in: 1...40, using: &generator)
        return (Int.random(in: 0...whole, using: &generator), whole)
      }
      #expect(shown(counts).count { !$0 } != 1, "\(counts)")
    }
  }
}
