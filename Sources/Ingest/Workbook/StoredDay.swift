/// From which day a workbook counts its days.
enum DayCount: Hashable {
  case from1900
  case from1904

  /// The day that so many days stand for, as `dd/mm/yyyy` shows it; `nil` beyond the year 9999.
  ///
  /// The count from 1900 has a 29 February 1900, which no calendar has.
  func day(_ days: Int) -> (year: Int, month: Int, day: Int)? {
    switch self {
    case .from1900:
      guard (1...2_958_465).contains(days) else { return nil }
      if days == 60 { return (1900, 2, 29) }
      return gregorian(days + (days < 60 ? 693_900 : 693_899))
    case .from1904:
      guard (0...2_957_003).contains(days) else { return nil }
      return gregorian(days + 695_361)
    }
  }
}

/// The text of a day and time in the form that tables write them.
///
/// - Parameters:
///   - number: days and their fractions.
///   - format: how much of the day the cell shows.
///   - count: from which day the workbook counts.
/// - Returns: `nil` when the number is no day.
func dayText(_ number: StoredNumber, as format: CellFormat, _ count: DayCount) -> String? {
  guard let (days, seconds) = number.daysAndSeconds else { return nil }
  if days == 0, format == .time { return clock(seconds) }
  guard let (year, month, day) = count.day(days) else { return nil }
  switch format {
  case .year: return "\(year)"
  case .month: return "\(twoDigits(month))/\(year)"
  default:
    let date = "\(twoDigits(day))/\(twoDigits(month))/\(year)"
    return seconds == 0 ? date : "\(date) \(clock(seconds))"
  }
}

/// The text of a day that is stored as `2022-11-25` or `2022-11-25T08:30:00`; any other text as it
/// is.
func dayText(iso text: String) -> String {
  let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
  let date = parts[0].split(separator: "-", omittingEmptySubsequences: false)
  guard date.map(\.count) == [4, 2, 2], date.allSatisfy({ $0.allSatisfy(\.isWholeNumber) }) else {
    return text
  }
  let day = "\(date[2])/\(date[1])/\(date[0])"
  let time = parts.count > 1 ? String(parts[1]) : ""
  return time.allSatisfy { "0:.Z".contains($0) } ? day : "\(day) \(time)"
}

private func clock(_ seconds: Int) -> String {
  [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// The day so many days after 1 March of the year 0.
private func gregorian(_ ordinal: Int) -> (year: Int, month: Int, day: Int) {
  let era = ordinal / 146_097
  let dayOfEra = ordinal % 146_097
  let yearOfEra =
    (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let month = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * month + 2) / 5 + 1
  let isNextYear = month >= 10
  return (era * 400 + yearOfEra + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3, day)
}
