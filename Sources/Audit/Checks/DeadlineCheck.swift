import Model

/// The days to a deadline are those from the as-of day.
extension StatementCheck {
  /// Sentences that name a deadline's last day and the days to it.
  mutating func compareDays(in seen: SeenDocument) {
    for word in [Word.deadlineFuture, .deadlinePast, .timelineNext, .letterSend, .letterSendLate] {
      let order = placeholders(of: words.phrase(word))
      let pattern = words.pattern(word)
      for text in seen.everything {
        guard let details = pattern.details(in: text.text), details.count == order.count else {
          continue
        }
        let named = Dictionary(zip(order, details)) { first, _ in first }
        guard let day = named["lastDay"].flatMap(CalendarDay.init(vietnamese:)),
          let days = named["days"]
        else { continue }
        compare(days, to: day, in: text)
      }
    }
  }

  /// A row a milestone, a column a unit.
  mutating func compareDeadlines(_ reading: TableReading) {
    let phrases = [
      Word.daysFuture, .daysPast, .futureLacking, .overdueLacking, .readyFuture,
    ].map { words.pattern($0) }
    for row in reading.table.rows {
      guard let day = reading.cell(.lastDay, of: row).flatMap({ CalendarDay(vietnamese: $0.text) })
      else { continue }
      for cell in row {
        guard let pattern = phrases.first(where: { $0.matches(cell.text) }),
          let days = pattern.details(in: cell.text)?.first
        else { continue }
        compare(days, to: day, in: cell)
      }
    }
  }

  private mutating func compare(_ days: String, to lastDay: CalendarDay, in text: SeenText) {
    guard let asOf = document.asOf else { return }
    let right = "\(abs(lastDay.ordinal - asOf.ordinal))"
    guard days != right else { return }
    report(.days, text, expected: right)
  }

  private func placeholders(of phrase: String) -> [String] {
    phrase.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "}" })
    }
  }
}
