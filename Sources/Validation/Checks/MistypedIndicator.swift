import Model

extension UnitScope {
  /// The ids of the indicators that `text` lists; `nil` unless it lists two or more, and nothing
  /// else.
  func indicators(in text: String) -> [String]? {
    let words = text.split { $0.isWhitespace || ",;&+-–—".contains($0) }.map(String.init)
    let ids = words.filter { folded($0) != "va" }
    return ids.count > 1 && ids.allSatisfy { indicator($0) != nil } ? ids : nil
  }

  /// The one indicator whose id `text` is in another writing: `3.1.l`, `3,1,1`, `Chỉ báo 3.1.1`, or
  /// the day that a spreadsheet makes of it.
  func indicator(likely text: String) -> Indicator? {
    let keys = Set([spelling(of: text)] + daySpellings(of: text))
    let likely = indicators.filter { keys.contains(spelling(of: $0.id.rawValue)) }
    return likely.count == 1 ? likely.first : nil
  }

  /// Letters and digits without what stands between them, letters that look like digits as those.
  private func spelling(of id: String) -> String {
    let words = folded(id).split(separator: " ").drop { labels.contains(String($0)) }
    return String(words.joined().map { lookAlikes[$0] ?? $0 })
  }

  /// What `03/01/2001` was before: 3.1.1, or 1.3.1.
  private func daySpellings(of text: String) -> [String] {
    guard let day = CalendarDay(written: text), (2000...2099).contains(day.year) else { return [] }
    let year = day.year - 2000
    return ["\(day.day)\(day.month)\(year)", "\(day.month)\(day.day)\(year)"]
  }
}

/// What may stand before an id, folded.
private let labels: Set<String> = ["chi", "bao", "tieu", "so", "cb", "ct"]

private let lookAlikes: [Character: Character] = ["l": "1", "i": "1", "o": "0"]
