import Model
import Testing

@Suite struct ExactDecimalTests {
  @Test(
    "A decimal keeps the digits that were written",
    arguments: [
      ("0", 0, 0), ("79.950", 79950, 3), ("-1.5", -15, 1), ("007", 7, 0), ("0.000001", 1, 6),
      ("999999999999999", 999_999_999_999_999, 0), ("-0.5", -5, 1),
    ] as [(String, Int64, Int)])
  func reading(text: String, significand: Int64, scale: Int) throws {
    let number = try #require(ExactDecimal(plain: text))
    #expect(number.significand == significand)
    #expect(number.scale == scale)
  }

  @Test(
    "What is not a plain decimal is refused",
    arguments: [
      "", "-", ".", "1.", ".5", "1,5", "+1", "1.2.3", "1e3", " 1", "--1", "1.-2", "٣", "1\u{301}",
      "0.0000001", "1000000000000000", "1000000000000.000000", "99999999999999999999",
    ])
  func refusal(text: String) {
    #expect(ExactDecimal(plain: text) == nil)
  }

  @Test("15 digits before the separator are allowed and 16 are not, 18 in all and 19 are not")
  func limits() {
    #expect(ExactDecimal(significand: 999_999_999_999_999, scale: 0) != nil)
    #expect(ExactDecimal(significand: 1_000_000_000_000_000, scale: 0) == nil)
    #expect(ExactDecimal(significand: 999_999_999_999_999_999, scale: 6) != nil)
    #expect(ExactDecimal(significand: 1_000_000_000_000_000_000, scale: 6) == nil)
    #expect(ExactDecimal(significand: -999_999_999_999_999_999, scale: 3) != nil)
    #expect(ExactDecimal(significand: 1, scale: 7) == nil)
    #expect(ExactDecimal(significand: 1, scale: -1) == nil)
    #expect(ExactDecimal(significand: .min, scale: 6) == nil)
  }

  @Test("Decimals are equal by value, and equal ones hash alike")
  func equality() throws {
    let short = try #require(ExactDecimal(plain: "1.5"))
    let long = try #require(ExactDecimal(plain: "1.500"))
    #expect(short == long)
    #expect(Set([short, long]).count == 1)
    #expect(short.plain == "1.5" && long.plain == "1.500")
    #expect(try #require(ExactDecimal(plain: "-0.0")) == ExactDecimal(0))
  }

  @Test("Every decimal with up to three places is read back as it prints, and in order")
  func roundTrip() throws {
    for scale in 0...3 {
      var previous: ExactDecimal?
      for significand in Int64(-2500)...2500 {
        let number = try #require(ExactDecimal(significand: significand, scale: scale))
        let again = try #require(ExactDecimal(plain: number.plain))
        #expect(again == number && again.scale == scale)
        if let previous { #expect(previous < number) }
        previous = number
      }
    }
  }

  @Test("All falls of exactly 1.50 points between rates with two decimals are at least 1.5")
  func everyFallOfOneAndAHalf() throws {
    let asked = try #require(ExactDecimal(plain: "1.5")).rational
    for now in Int64(0)...1850 {
      let this = try #require(ExactDecimal(significand: now, scale: 2)).rational
      for (fall, suffices) in [(Int64(149), false), (150, true), (151, true)] {
        let last = try #require(ExactDecimal(significand: now + fall, scale: 2)).rational
        let change = try #require(last.subtracting(this))
        #expect((change >= asked) == suffices)
        #expect((change == asked) == (fall == 150))
      }
    }
  }
}
