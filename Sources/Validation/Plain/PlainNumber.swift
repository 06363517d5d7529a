import Model

/// A number of digits with points between its thousands, and decimals behind a comma.
///
/// Agrees with `NumberText` on every text that it takes; leaves the rest to that.
struct PlainNumber: Hashable, Sendable {
  /// The significand with the scale in its lowest three bits, so that it is small.
  private let bits: Int

  var significand: Int { bits >> 3 }

  var scale: Int { bits & 7 }

  /// More digits are left to `NumberText`.
  private static let mostDigits = 15

  /// Returns `nil` for an empty text and for one that is anything but plain.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard let number = Self.short(bytes, range) ?? Self.long(bytes, range) else { return nil }
    self = number
  }

  private init(_ significand: Int, scale: Int) { bits = significand << 3 | scale }

  /// The number byte by byte.
  private static func long(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PlainNumber? {
    var value = 0
    // Since the last point or comma.
    var digits = 0
    var points = 0
    var commas = 0
    for index in range {
      let byte = bytes[index]
      let digit = byte &- 0x30
      if digit < 10 {
        value = value &* 10 &+ Int(digit)
        digits += 1
        continue
      }
      // Before the first point stand one to three digits without a zero in front.
      let isThousands =
        points > 0 ? digits == 3 : (1...3).contains(digits) && bytes[range.lowerBound] != 0x30
      switch byte {
      case 0x2E where commas == 0 && isThousands: points += 1
      case 0x2C where commas == 0 && (points > 0 ? digits == 3 : digits > 0): commas += 1
      default: return nil
      }
      digits = 0
    }
    guard digits > 0, range.count - points - commas <= Self.mostDigits else { return nil }
    let isWhole = commas == 0
    guard isWhole ? points == 0 || digits == 3 : digits <= ExactDecimal.maximumScale else {
      return nil
    }
    return PlainNumber(value, scale: isWhole ? 0 : digits)
  }

  /// The number from its bytes together, when it has at most eight and one point or comma; `nil`
  /// leaves the text to `long`, which agrees with it.
  private static func short(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PlainNumber? {
    guard (1...8).contains(range.count), range.lowerBound + 8 <= bytes.count else { return nil }
    let word = bytes.bytes.unsafeLoadUnaligned(
      fromByteOffset: range.lowerBound, as: UInt64.self
    ).littleEndian
    // The last byte at the top, zeros in front of the first.
    let zeros: UInt64 = 0x3030_3030_3030_3030
    var digits =
      (word &<< UInt64(64 - range.count * 8) | zeros >> UInt64(range.count * 8)) ^ zeros
    let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
    guard others != 0 else { return PlainNumber(value(ofDigits: digits), scale: 0) }
    guard others & (others &- 1) == 0 else { return nil }
    let place = UInt64(others.trailingZeroBitCount & ~7)
    let mark = digits &>> place & 0xFF ^ 0x30
    // The digits before the mark move into its place.
    let before = digits & (1 &<< place &- 1)
    digits = ((digits >> (place + 8)) << (place + 8)) | before << 8
    let decimals = 7 - Int(place / 8)
    let whole = range.count - 1 - decimals
    switch mark {
    case 0x2E where decimals == 3 && (1...3).contains(whole) && bytes[range.lowerBound] != 0x30:
      return PlainNumber(value(ofDigits: digits), scale: 0)
    case 0x2C where whole > 0 && (1...ExactDecimal.maximumScale).contains(decimals):
      return PlainNumber(value(ofDigits: digits), scale: decimals)
    default: return nil
    }
  }

  /// The number of eight digits, one in each byte, the first in the lowest: of neighbours one, two
  /// and four wide.
  private static func value(ofDigits digits: UInt64) -> Int {
    let pairs = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
    return Int((fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF)
  }

  var decimal: ExactDecimal? { ExactDecimal(significand: Int64(significand), scale: scale) }
}
