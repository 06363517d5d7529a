import Model
import Testing

@Suite struct VietnameseNumberTests {
  @Test(
    "Thousands are grouped by points",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1.000"), (-1000, "-1.000"), (-999, "-999"),
      (1_234_567, "1.234.567"), (Int.max, "9.223.372.036.854.775.807"),
      (Int.min, "-9.223.372.036.854.775.808"),
    ])
  func count(number: Int, expected: String) {
    #expect(VietnameseNumber.count(number) == expected)
  }

  @Test(
    "A decimal is shown as it was written, with a comma",
    arguments: [
      ("79.950", "79,950"), ("1234567.5", "1.234.567,5"), ("-0.5", "-0,5"), ("-1450", "-1.450"),
      ("0", "0"),
    ])
  func decimal(text: String, expected: String) throws {
    #expect(VietnameseNumber.decimal(try #require(ExactDecimal(plain: text))) == expected)
  }

  @Test(
    "A number is rounded half up to two places, without closing zeros",
    arguments: [
      ("1.004", "1"), ("1.005", "1,01"), ("1.0049", "1"), ("1.015", "1,02"), ("0.125", "0,13"),
      ("2.5", "2,5"), ("99.994", "99,99"), ("99.995", "100"), ("1234.5678", "1.234,57"),
      ("0.004", "0"), ("-0.004", "0"), ("-1.005", "-1,01"),
    ])
  func rounding(text: String, expected: String) throws {
    let number = try #require(ExactDecimal(plain: text)).rational
    #expect(VietnameseNumber.number(number) == expected)
  }

  @Test(
    "A number beside a limit is never shown on it or beyond it",
    arguments: [
      ("79.995", "79,995"), ("79.9999", "79,9999"), ("79.994", "79,99"), ("80", "80"),
      ("80.001", "80,001"), ("80.004", "80,004"), ("80.005", "80,01"), ("80.0049", "80,005"),
    ])
  func besideLimit(text: String, expected: String) throws {
    let number = try #require(ExactDecimal(plain: text)).rational
    #expect(VietnameseNumber.number(number, limits: [Rational(80)]) == expected)
  }

  @Test("Closing zeros are kept where they are asked for")
  func closingZeros() {
    #expect(VietnameseNumber.number(Rational(80), minimumPlaces: 2) == "80,00")
    #expect(VietnameseNumber.number(Rational(80), places: 1, minimumPlaces: 1) == "80,0")
    #expect(VietnameseNumber.number(Rational(1200), places: 0) == "1.200")
  }

  @Test("A percentage has a blank before its sign")
  func percentage() throws {
    let share = try #require(Rational(11, over: 12)).asPercentage
    #expect(VietnameseNumber.percentage(share) == "91,67%")
  }

  @Test("Whatever the share of counts up to 250, what is shown is on its side of every limit")
  func everyShareBesideLimits() throws {
    let limits = [70, 80, 90].map { Rational($0) }
    var wrong: [String] = []
    for whole in 1...250 {
      for part in 0...whole {
        let share = try #require(Rational(part, over: whole)).asPercentage
        let text = VietnameseNumber.number(share, limits: limits)
        let shown = try #require(ExactDecimal(plain: text.replacing(",", with: "."))).rational
        let isRight = limits.allSatisfy {
          (shown < $0) == (share < $0) && (shown == $0) == (share == $0)
        }
        if !isRight { wrong.append("\(part)/\(whole) as \(text)") }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "A hair below a limit is shown below it, at any distance",
    arguments: [10, 1000, 1_000_000, 1_000_000_000])
  func hair(whole: Int) throws {
    let share = try #require(Rational(whole * 80 - 1, over: whole))
    let text = VietnameseNumber.number(share, limits: [Rational(80)])
    #expect(text.hasPrefix("79,9"))
    #expect(!text.contains("…"))
  }
}
