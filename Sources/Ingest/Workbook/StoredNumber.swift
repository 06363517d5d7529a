/// A number as a workbook stores it, in decimal digits; never through binary fractions.
struct StoredNumber: Hashable {
  private let isNegative: Bool
  /// Without zeros in front or behind; empty for 0.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0

  /// Reads `-1.25E+3`; `nil` for another form.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard let whole = Self.takeDigits(from: &rest) else { return nil }
    digits = Array(whole)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard let decimals = Self.takeDigits(from: &rest) else { return nil }
      digits += decimals
      exponent = -decimals.count
    }
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e"), let power = Self.power(rest.dropFirst()) else {
        return nil
      }
      exponent += power
    }
    // A whole number is exact; decimals beyond the fifteenth digit are what binary fractions add.
    if exponent < 0 { round(to: 15) }
    trimZeros()
  }

  /// With a decimal comma; `nil` when it would take too many zeros to write it out.
  var text: String? {
    guard abs(exponent) <= 30 else { return nil }
    if digits.isEmpty { return "0" }
    var whole = digits + Array(repeating: UInt8(ascii: "0"), count: max(0, exponent))
    if exponent < 0 {
      let missing = max(0, 1 - exponent - whole.count)
      whole = Array(repeating: UInt8(ascii: "0"), count: missing) + whole
      whole.insert(UInt8(ascii: ","), at: whole.count + exponent)
    }
    return (isNegative ? "-" : "") + String(decoding: whole, as: UTF8.self)
  }

  /// The same number times 10^`power`.
  func shifted(by power: Int) -> StoredNumber {
    var result = self
    if !digits.isEmpty { result.exponent += power }
    return result
  }

  /// Whole days and the seconds of the last, rounded; `nil` for what is no time in a calendar.
  var daysAndSeconds: (days: Int, seconds: Int)? {
    guard !isNegative, digits.count + exponent <= 7 else { return nil }
    let decimals = 11
    var scaled = 0
    // Beyond eleven decimals of a day nothing is left of a second.
    for digit in digits.dropLast(max(0, -exponent - decimals)) {
      scaled = scaled * 10 + Int(digit - UInt8(ascii: "0"))
    }
    for _ in 0..<max(0, exponent + decimals) where !digits.isEmpty { scaled *= 10 }
    let unit = 100_000_000_000
    let seconds = ((scaled % unit) * 86_400 + unit / 2) / unit
    return (scaled / unit + seconds / 86_400, seconds % 86_400)
  }

  private mutating func round(to count: Int) {
    trimZeros()
    guard digits.count > count else { return }
    exponent += digits.count - count
    let isUp = digits[count] >= UInt8(ascii: "5")
    digits.removeLast(digits.count - count)
    guard isUp else { return }
    var index = count - 1
    while index >= 0, digits[index] == UInt8(ascii: "9") {
      digits[index] = UInt8(ascii: "0")
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { digits.insert(UInt8(ascii: "1"), at: 0) }
  }

  private mutating func trimZeros() {
    if digits.first == UInt8(ascii: "0") {
      digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { exponent = 0 }
  }

  private static func takeDigits(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.isEmpty ? nil : digits
  }

  private static func power(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count <= 5 else { return nil }
    return Int(String(decoding: text, as: UTF8.self))
  }
}
