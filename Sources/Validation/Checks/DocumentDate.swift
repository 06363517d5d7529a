import Model

extension DocumentReader {
  /// Checks that the document was issued in the evidence window, both of its days included.
  mutating func checkedDate(from first: CalendarDay, to last: CalendarDay) -> CalendarDay? {
    guard !cells.row[.date].isEmpty else {
      fault(.date, .documentDateMissing)
      return nil
    }
    guard let date = cells.day(.date) else {
      note(.documentDateMissing)
      return nil
    }
    if date < first {
      fault(.date, .documentTooOld, expected: first.vietnamese)
    } else if date > last {
      fault(.date, .documentInFuture, expected: last.vietnamese)
    }
    return date
  }
}
