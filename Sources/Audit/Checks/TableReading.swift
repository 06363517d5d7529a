/// A table with the columns that a reader knows by their headings.
struct TableReading {
  let table: SeenTable
  private let words: Words

  init(_ table: SeenTable, _ words: Words) {
    self.table = table
    self.words = words
  }

  func column(_ word: Word) -> Int? {
    // The mark of a note, such as “[ghi chú 1]”, may follow a heading.
    let heading = words(word)
    return table.headings.firstIndex { $0 == heading || $0.hasPrefix(heading + " [") }
  }

  /// Whether a heading is the phrase, whatever is filled in.
  func isHeading(_ word: Word, _ heading: String) -> Bool {
    words.pattern(word).matches(heading)
  }

  func has(_ wanted: Word...) -> Bool { wanted.allSatisfy { column($0) != nil } }

  /// The cell of a row under a heading; `nil` where there is none.
  func cell(_ word: Word, of row: [SeenText]) -> SeenText? {
    column(word).flatMap { row.indices.contains($0) ? row[$0] : nil }
  }

  /// What the rows of the table speak of.
  var kind: Kind {
    // A list of findings has a column of severities, which may be headed as that of bands is.
    if has(.code, .message) { return .findings }
    if has(.unit, .owedFigures, .owedEvidence) { return .owed }
    if has(.meaning, .value, .indicator) { return .limits }
    if has(.name, .value, .horizon, .indicator) { return .targets }
    if has(.milestone, .lastDay) { return .deadlines }
    if has(.criterion, .provenLevel), !has(.indicator) { return .criteria }
    if table.headings.starts(with: [words(.label), words(.content)]) { return .facts }
    if has(.indicator, .targetGroup) { return .groups }
    if has(.indicator) { return has(.previous, .current) ? .figures : .indicators }
    return has(.unit) ? .units : .other
  }

  enum Kind {
    case findings
    /// Labels, each with what it says.
    case facts
    case criteria
    /// The limits of a workbook.
    case limits
    /// The targets of a workbook.
    case targets
    case deadlines
    /// Groups of people within indicators.
    case groups
    case owed
    case figures
    case indicators
    case units
    case other
  }
}
