import Model

/// Reads the cells of one row, and gathers what is wrong with them.
///
/// An empty cell gives `nil` without a finding; a cell that cannot be read gives `nil`, a finding,
/// and its column in `bad`.
struct RowReader {
  let row: ReadRow
  let indicator: Indicator?
  private(set) var findings: [Finding] = []
  /// The columns whose cells cannot be used.
  private(set) var bad: Set<ColumnKey> = []

  init(_ row: ReadRow, about indicator: Indicator? = nil) {
    self.row = row
    self.indicator = indicator
  }

  /// Adds a finding about the cell of `key`, which quotes it unless a person may be named there.
  mutating func report(
    _ code: FindingCode, at key: ColumnKey, expected: String = "", details: [String: String] = [:],
    quoted: Bool = true
  ) {
    let cell = row[key]
    let value = quoted || cell.isEmpty ? cell.text : "…"
    // What a spreadsheet left is what is wrong with the cell, whatever else it is not.
    if let remnant = SpreadsheetRemnant(cell.text) {
      findings.append(
        Finding(
          remnant.code, about: indicator, office: row.office, at: cell.place, value: value))
    } else {
      findings.append(
        Finding(
          code, about: indicator, office: row.office, at: cell.place, value: value,
          expected: expected, details: details))
    }
  }

  /// Takes back what has been said of the cell of `key`, for something that says it better.
  mutating func withdrawFindings(at key: ColumnKey) {
    let place = row[key].place
    findings.removeAll { $0.place == place }
  }

  /// Adds a finding about the row as a whole, or about the cell at `place` that no heading names.
  mutating func reportRow(
    _ code: FindingCode, at place: SourcePlace? = nil, value: String, expected: String,
    details: [String: String]
  ) {
    findings.append(
      Finding(
        code, about: indicator, office: row.office, at: place ?? row.place, value: value,
        expected: expected, details: details))
  }

  /// Adds a finding about the cell of `key`, which makes it unusable.
  mutating func reject(
    _ key: ColumnKey, _ code: FindingCode, expected: String = "", details: [String: String] = [:],
    quoted: Bool = true
  ) {
    report(code, at: key, expected: expected, details: details, quoted: quoted)
    bad.insert(key)
  }

  /// The text of a cell that must not be empty.
  mutating func requiredText(_ key: ColumnKey) -> String? {
    let text = row[key].text
    guard text.isEmpty || SpreadsheetRemnant(text) != nil else { return text }
    reject(key, .requiredCellEmpty)
    return nil
  }

  /// Checks that a spreadsheet has left no error in cells of free text.
  mutating func checkTexts(_ keys: ColumnKey...) {
    for key in keys where SpreadsheetRemnant(row[key].text) == .error {
      report(.spreadsheetError, at: key)
    }
  }

  /// A word from a list, compared without case and accents.
  mutating func word<Value>(
    _ key: ColumnKey, from vocabulary: Vocabulary<Value>, else code: FindingCode = .notInList,
    expected: String = "", quoted: Bool = true
  ) -> Value? {
    let cell = row[key]
    guard !cell.isEmpty else { return nil }
    if let value = vocabulary[cell.text] { return value }
    reject(key, code, expected: expected, quoted: quoted)
    return nil
  }

  mutating func yesNo(_ key: ColumnKey) -> Sourced<Bool>? {
    word(key, from: .yesNo, else: .notYesNo).map { Sourced($0, at: row[key].place) }
  }

  mutating func day(_ key: ColumnKey) -> CalendarDay? {
    guard !row[key].isEmpty else { return nil }
    if let day = CalendarDay(written: row[key].text) { return day }
    reject(key, .notDate)
    return nil
  }
}
