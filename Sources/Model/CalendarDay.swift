/// A day of the Gregorian calendar, without time or time zone.
///
/// A value that exists is a day that exists: 29 February only in leap years.
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Returns `nil` for a day that does not exist, or a year outside 1900 to 2999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `yyyy-mm-dd`, the form of programme files and options.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `yyyy-mm-dd`.
  public var description: String { "\(year)-\(padded(month))-\(padded(day))" }

  /// `dd/mm/yyyy`, as Vietnamese documents write a date in tables.
  public var vietnamese: String { "\(padded(day))/\(padded(month))/\(year)" }

  /// Whole days since 1 March of the year 0, so that differences of days are exact.
  public var ordinal: Int {
    let shifted = month > 2 ? year : year - 1
    let monthIndex = month > 2 ? month - 3 : month + 9
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
      + (monthIndex * 153 + 2) / 5 + day - 1
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

private func padded(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
