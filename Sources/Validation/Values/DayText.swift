import Model

extension CalendarDay {
  /// Reads `dd/mm/yyyy`, `d/m/yyyy` or `yyyy-mm-dd`; `nil` for another form or a day that does not
  /// exist.
  init?(written text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      self.init(iso: text)
      return
    }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
