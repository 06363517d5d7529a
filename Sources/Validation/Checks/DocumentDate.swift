import Model

extension DocumentReader {
  /// Checks that the document was issued in the evidence window, both of its days included.
  mutating func checkedDate(from first: CalendarDay, to last: CalendarDay) -> CalendarDay? {
    guard cells.row.has(.date) else {
      note(.documentDateMissing)
      return nil
    }
    guard !cells.row[.date].isEmpty else {
      fault(.date, .documentDateMissing)
      return nil
    }
    guard let date = cells.day(.date) else {
      note(.documentDateMissing)
      return nil
    }
    let window = ["from": first.vietnamese, "to": last.vietnamese]
    if date < first {
      fault(.date, .documentTooOld, details: window)
    } else if date > last {
      fault(.date, .documentInFuture, details: window)
    }
    return date
  }
}
