import Model

/// What a spreadsheet's cell holds.
enum StoredValue: Hashable {
  case blank
  case text(SpreadsheetText)
  case number(Double)
  /// A formula, and the result that is stored with it.
  case calculated(String, Result)

  enum Result: Hashable {
    case text(SpreadsheetText)
    case number(Double)
  }

  init(_ text: String) {
    self = text.isEmpty ? .blank : .text(SpreadsheetText(text))
  }

  /// The number of a cell where it has one, without its formula; an integer of more than 15 digits stays text, because
  /// a spreadsheet would change its last digits.
  init(_ cell: Cell) {
    switch cell.number {
    case .integer(let number) where number.magnitude < 1_000_000_000_000_000:
      self = .number(Double(number))
    case .decimal(let number, _), .percentage(let number):
      self = .number(Double(number.numerator) / Double(number.denominator))
    case .day(let day): self = .number(Double(day.serial))
    case .integer, nil: self.init(cell.text)
    }
  }
}

extension CalendarDay {
  /// The day's number in a spreadsheet, where 1 is 1 January 1900, and where 1900 has a
  /// 29 February that no calendar has.
  var serial: Int {
    let days = ordinal - 693_900
    return days < 60 ? days : days + 1
  }

  /// Noon in Viet Nam in seconds since 1970 in UTC.
  ///
  /// Noon is on the same day in nearly every zone, and is never the 0 that would mean now.
  var noon: Int { (ordinal - 719_468) * 86_400 + 5 * 3_600 }
}
