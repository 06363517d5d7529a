import Model

/// A number of digits with points between its thousands, and decimals behind a comma.
///
/// Agrees with `NumberText` on every text that it takes; leaves the rest to that.
struct PlainNumber: Hashable, Sendable {
  let significand: Int
  let scale: Int

  /// More digits are left to `NumberText`.
  private static let mostDigits = 15

  /// Returns `nil` for an empty text and for one that is anything but plain.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return nil }
    var value = 0
    var digits = 0
    var group = 0
    var hasPoint = false
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] != 0x2C {
      let byte = bytes[index]
      if byte == 0x2E {
        // Before the first point stand one to three digits without a zero in front.
        let isThousands =
          hasPoint ? group == 3 : (1...3).contains(group) && bytes[range.lowerBound] != 0x30
        guard isThousands else { return nil }
        hasPoint = true
        group = 0
      } else {
        guard (0x30...0x39).contains(byte), digits < Self.mostDigits else { return nil }
        value = value &* 10 &+ Int(byte &- 0x30)
        digits += 1
        group += 1
      }
      index += 1
    }
    guard group > 0, !hasPoint || group == 3 else { return nil }
    var decimals = 0
    if index < range.upperBound {
      index += 1
      guard index < range.upperBound else { return nil }
    }
    while index < range.upperBound {
      let byte = bytes[index]
      guard (0x30...0x39).contains(byte), digits < Self.mostDigits,
        decimals < ExactDecimal.maximumScale
      else { return nil }
      value = value &* 10 &+ Int(byte &- 0x30)
      digits += 1
      decimals += 1
      index += 1
    }
    significand = value
    scale = decimals
  }

  var decimal: ExactDecimal? { ExactDecimal(significand: Int64(significand), scale: scale) }
}
