import Model
import Testing

@Suite struct RationalTests {
  @Test("A fraction is in lowest terms, and none has a denominator that is not positive")
  func lowestTerms() throws {
    let share = try #require(Rational(55, over: 60))
    #expect(share.numerator == 11 && share.denominator == 12)
    #expect(try #require(Rational(0, over: 9)) == .zero)
    #expect(try #require(Rational(-4, over: 6)).numerator == -2)
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(1, over: -2) == nil)
  }

  @Test("Fractions are ordered as cross-multiplied integers are")
  func order() throws {
    for one in -12...12 {
      for base in 1...12 {
        let left = try #require(Rational(one, over: base))
        for other in -12...12 {
          let right = try #require(Rational(other, over: 7))
          #expect((left < right) == (one * 7 < other * base))
          #expect((left == right) == (one * 7 == other * base))
        }
      }
    }
  }

  @Test("The largest counts are compared without overflow")
  func largest() throws {
    let most = try #require(Rational(Int.max - 1, over: Int.max))
    let next = try #require(Rational(Int.max - 2, over: Int.max - 1))
    #expect(next < most)
    #expect(most < Rational(1))
  }

  @Test("Sum and difference, product and quotient undo each other")
  func inverses() throws {
    for numerator in -8...8 {
      for base in 1...8 {
        let one = try #require(Rational(numerator, over: base))
        for other in 1...8 {
          let step = try #require(Rational(other, over: 5))
          #expect(one.adding(step)?.subtracting(step) == one)
          #expect(one.multiplied(by: step)?.divided(by: step) == one)
        }
      }
    }
  }

  @Test("What does not fit is nil, and so is a quotient by nothing or by less")
  func overflow() throws {
    let large = try #require(Rational(Int.max).multiplied(by: Rational(Int.max)))
    #expect(large.multiplied(by: large) == nil)
    #expect(large.adding(large)?.adding(large) == nil)
    #expect(Rational(1).divided(by: .zero) == nil)
    #expect(Rational(1).divided(by: Rational(-1)) == nil)
  }

  @Test(
    "A share as a percentage is exact",
    arguments: [(7, 10, "70"), (55, 60, "91.6…"), (1, 8, "12.5"), (0, 3, "0"), (7, 14_000, "0.0…")])
  func percentage(part: Int, whole: Int, expected: String) throws {
    let share = try #require(Rational(part, over: whole)).asPercentage
    #expect(share.truncated(to: 1) == expected)
    #expect(share.numerator * Int128(whole) == 100 * Int128(part) * share.denominator)
  }

  @Test(
    "An expansion is exact or cut with a mark, never rounded",
    arguments: [
      (2, 3, 3, "0.666…"), (1, 4, 2, "0.25"), (1, 4, 1, "0.2…"), (-7, 2, 4, "-3.5"),
      (5, 1, 0, "5"), (11, 2, 0, "5…"), (1, 1000, 2, "0.00…"),
    ])
  func expansion(numerator: Int, denominator: Int, places: Int, expected: String) throws {
    let number = try #require(Rational(numerator, over: denominator))
    #expect(number.truncated(to: places) == expected)
  }
}
