import Model
import Validation

/// A number that is read has the digits that were written, and reads the same once printed.
func brokenPromiseOfNumbers(_ bytes: [UInt8]) -> String? {
  let text = value(of: bytes)
  for reading in TinyUnit.figures(writing: text).flatMap(readings) {
    guard withoutZeros(text.filter(\.isASCIIDigit)) == withoutZeros(reading.digits) else {
      return "“\(text)” read as \(reading.written)"
    }
    let again = TinyUnit.figures(writing: reading.printed).flatMap(readings).map(\.written)
    guard again.contains(reading.written) else {
      return "\(reading.written) printed as \(reading.printed)"
    }
  }
  return nil
}

private typealias Reading = (written: String, digits: String, printed: String)

private func readings(of figure: Figure) -> [Reading] {
  let counts = [figure.numerator, figure.denominator].compactMap { $0?.value }
  let decimals = [figure.percent, figure.previous, figure.current].compactMap { $0?.value }
  return counts.map { ("\($0)", "\($0)", VietnameseNumber.count($0)) }
    + decimals.map {
      ($0.plain, "\($0.significand.magnitude)", VietnameseNumber.decimal($0))
    }
}

/// A day that is read has the digits that were written, and reads the same once printed.
func brokenPromiseOfDates(_ bytes: [UInt8]) -> String? {
  let text = value(of: bytes)
  guard let day = TinyUnit.day(writing: text) else { return nil }
  guard TinyUnit.day(writing: day.vietnamese) == day,
    TinyUnit.day(writing: day.description) == day
  else { return "“\(text)” read as \(day), which does not read the same" }
  let digits = text.filter(\.isASCIIDigit)
  let isWritten = [day.year, day.month, day.day].allSatisfy { digits.contains("\($0)") }
  return isWritten ? nil : "“\(text)” read as \(day)"
}

/// The bytes as one cell.
private func value(of bytes: [UInt8]) -> String {
  String(decoding: bytes.prefix(256), as: UTF8.self)
}

private func withoutZeros(_ digits: String) -> Substring { digits.drop { $0 == "0" } }

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
