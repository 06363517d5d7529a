import Model

extension RowReader {
  /// A whole number that is not negative.
  mutating func count(
    _ key: ColumnKey, upTo limit: Int = Figure.maximumCount,
    else notWhole: FindingCode = .notWholeNumber
  ) -> Sourced<Int>? {
    guard !row[key].isEmpty else { return nil }
    switch NumberText(row[key].text) {
    case .unreadable, .tooLong(isWhole: false): reject(key, notWhole)
    case .tooLong(isWhole: true): rejectTooLarge(key, above: limit)
    // With decimals it is no count, even `1,000`, which may be meant as a thousand.
    case .number(let number, _) where number.scale > 0: reject(key, notWhole)
    case .number(let number, _) where number.isNegative: reject(key, .negative)
    case .number(let number, _) where number.significand > limit: rejectTooLarge(key, above: limit)
    case .number(let number, _):
      return Sourced(Int(number.significand), at: row[key].place)
    }
    return nil
  }

  /// A percentage from 0 to 100, with or without its sign.
  mutating func percentage(_ key: ColumnKey) -> Sourced<ExactDecimal>? {
    let text = row[key].text
    let digits = text.last == "%" ? trimmed(String(text.dropLast())) : text
    guard let number = decimal(key, digits: digits, upTo: 100) else { return nil }
    guard number.value >= ExactDecimal(0), number.value <= ExactDecimal(100) else {
      reject(key, .percentOutOfRange)
      return nil
    }
    return number
  }

  /// A decimal number that is not negative.
  mutating func amount(_ key: ColumnKey) -> Sourced<ExactDecimal>? {
    guard let number = decimal(key, digits: row[key].text, upTo: Self.largestAmount)
    else { return nil }
    guard !number.value.isNegative else {
      reject(key, .negative)
      return nil
    }
    return number
  }

  /// A year; `nil` stands for the period.
  mutating func year(_ key: ColumnKey) -> Int? {
    let text = row[key].text
    guard !text.isEmpty else { return nil }
    if text.count == 4, let year = Int(text), (1900...2999).contains(year) { return year }
    reject(key, .notYear)
    return nil
  }

  /// The largest whole number that an exact decimal holds.
  private static let largestAmount = (0..<ExactDecimal.maximumWholeDigits).reduce(0) { number, _ in
    number * 10 + 9
  }

  private mutating func rejectTooLarge(_ key: ColumnKey, above limit: Int) {
    let limit = VietnameseNumber.count(limit)
    reject(
      key, .tooLarge, expected: "≤ \(limit)",
      details: ["limit": limit, "decimals": "\(ExactDecimal.maximumScale)"])
  }

  private mutating func decimal(
    _ key: ColumnKey, digits: String, upTo limit: Int
  ) -> Sourced<ExactDecimal>? {
    guard !row[key].isEmpty else { return nil }
    switch NumberText(digits) {
    case .unreadable: reject(key, .notDecimal)
    case .tooLong: rejectTooLarge(key, above: limit)
    case .number(let number, let hasDecimalPoint):
      if hasDecimalPoint {
        report(.decimalPoint, at: key, details: ["read": VietnameseNumber.decimal(number)])
      }
      return Sourced(number, at: row[key].place)
    }
    return nil
  }
}
