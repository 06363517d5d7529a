import Model

/// Whether two cells say the same, be it in two writings of one number or one day.
///
/// Programs write a stored number with or without points between thousands, and a day with or
/// without zeros.
public func saySame(_ one: String, _ other: String) -> Bool {
  if one == other { return true }
  if case .number(let number, _) = NumberText(one), case .number(let twin, _) = NumberText(other) {
    return number == twin
  }
  guard let day = CalendarDay(written: one) else { return false }
  return day == CalendarDay(written: other)
}
