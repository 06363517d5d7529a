import Model

extension CalendarDay {
  /// Reads `dd/mm/yyyy` and `yyyy-mm-dd`, with `/`, `-` or `.` between the parts and with or
  /// without zeros, and `ngày 5 tháng 9 năm 2022`; a time of day behind a day is left out.
  ///
  /// Returns `nil` for a year of two digits, for another form, and for a day that does not exist.
  init?(written text: String) {
    guard let parts = Self.parts(of: Self.withoutClock(text)),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let isYearFirst = parts[0].count == 4
    let (dayText, yearText) = isYearFirst ? (parts[2], parts[0]) : (parts[0], parts[2])
    guard dayText.count <= 2, parts[1].count <= 2, yearText.count == 4, let day = Int(dayText),
      let month = Int(parts[1]), let year = Int(yearText)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The three numbers of a day, in the order in which they are written.
  private static func parts(of text: Substring) -> [Substring]? {
    for separator: Character in ["/", "-", "."] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      if parts.count == 3 { return parts }
    }
    let words = folded(String(text)).split(separator: " ")
    guard words.count == 6, [words[0], words[2], words[4]] == ["ngay", "thang", "nam"] else {
      return nil
    }
    return [words[1], words[3], words[5]]
  }

  /// `25/10/2022` of `25/10/2022 08:30:00`.
  private static func withoutClock(_ text: String) -> Substring {
    guard let blank = text.lastIndex(of: " ") else { return text[...] }
    let clock = text[text.index(after: blank)...].split(
      separator: ":", omittingEmptySubsequences: false)
    let isClock =
      (2...3).contains(clock.count)
      && clock.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isWholeNumber) }
    return isClock ? text[..<blank] : text[...]
  }
}
