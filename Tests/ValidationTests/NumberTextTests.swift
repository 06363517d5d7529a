import Model
import Testing

@testable import Validation

@Suite("Numbers as offices write them")
struct NumberTextTests {
  @Test(
    "A Vietnamese number is read exactly",
    arguments: [
      ("0", "0", false), ("7", "7", false), ("1.450", "1450", false),
      ("1.234.567,89", "1234567.89", false), ("79,95", "79.95", false), ("1 234", "1234", false),
      ("1\u{A0}234", "1234", false), ("12\u{202F}345\u{202F}678,5", "12345678.5", false),
      ("79.95", "79.95", true), ("0.045", "0.045", true), ("1234.567", "1234.567", true),
      ("-1", "-1", false), ("-1.450", "-1450", false), ("007", "7", false),
      ("999999999999999", "999999999999999", false), ("0,123456", "0.123456", false),
    ])
  func reads(text: String, plain: String, hasDecimalPoint: Bool) throws {
    let expected = try #require(ExactDecimal(plain: plain))
    #expect(NumberText(text) == .number(expected, hasDecimalPoint: hasDecimalPoint))
  }

  @Test(
    "Anything else is no number",
    arguments: [
      "", "O8", "1.1E+08", "12/2022", "+5", "1,234.56", "1.23.456", "12.345.67", "1,", ",5", "-",
      "- 5", "--5", "1  234", "1 23", "1234 567", "0.123.456", "1.234 567", "１２", "7,5 %", "1'234",
      "1,2,3", "NaN", "∞",
    ])
  func refuses(text: String) {
    #expect(NumberText(text) == .unreadable)
  }

  @Test(
    "A number with more digits than can be computed with is too long",
    arguments: [
      "1000000000000000", "0,1234567", "99999999999999999999999999", "1.000.000.000.000.000",
    ])
  func limitsDigits(text: String) {
    #expect(NumberText(text) == .tooLong(isWhole: !text.contains(",")))
  }
}
