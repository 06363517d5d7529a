import Model

/// What the words of a cell stand for; compared without case and accents, composed or not.
enum CellWords {
  /// An empty cell of a roster is a no.
  static func flag(_ text: String) -> Bool? { text.isEmpty ? false : flags[plain(text, also: [])] }

  static func group(_ text: String) -> RosterGroup? {
    RosterGroup.byName[plain(text, also: ["-", "_"])]
  }

  static func isRecognised(_ text: String) -> Bool {
    ["cong nhan", "recognised", "recognized"].contains(plain(text, also: []))
  }

  /// A year of four digits from `first` to `last`.
  static func isYear(_ text: String, upTo last: Int) -> Bool {
    guard text.utf8.count == 4, let year = number(text[...]) else { return false }
    return (RosterRules.firstYear...max(last, RosterRules.firstYear)).contains(year)
  }

  /// A day as `dd/mm/yyyy`, `d/m/yyyy` or `yyyy-mm-dd`.
  static func day(_ text: String) -> CalendarDay? {
    for separator: Character in ["/", "-", "."] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isYearFirst = parts[0].utf8.count == 4
      let (day, year) = isYearFirst ? (parts[2], parts[0]) : (parts[0], parts[2])
      guard day.utf8.count <= 2, parts[1].utf8.count <= 2, year.utf8.count == 4,
        let day = number(day), let month = number(parts[1]), let year = number(year)
      else { return nil }
      return CalendarDay(year: year, month: month, day: day)
    }
    return nil
  }

  private static func number(_ text: Substring) -> Int? {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPlain ? Int(text) : nil
  }

  /// The folded text, whether its letters are written composed or as a base and marks.
  static func key(_ text: String) -> String {
    let letters = text.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }
    return folded(String(String.UnicodeScalarView(letters)))
  }

  /// The folded text; empty, which no word is, where a sign stands in it that is not in `also`.
  ///
  /// Folding drops signs, which would make "-1" a yes, and takes letters with their accents only.
  private static func plain(_ text: String, also signs: Set<Unicode.Scalar>) -> String {
    let letters = text.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }
    let isWord = letters.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || $0.properties.isWhitespace || signs.contains($0)
    }
    return isWord ? key(text) : ""
  }

  private static let flags: [String: Bool] = [
    "co": true, "khong": false, "dat": true, "khong dat": false, "x": true, "yes": true,
    "no": false, "true": true, "false": false, "1": true, "0": false,
  ]
}
