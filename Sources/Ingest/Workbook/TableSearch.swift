import Model

/// Takes the rows of a sheet one after another, and keeps those below the heading row.
struct TableSearch {
  private let rule: HeadingRule
  private let needed: Int
  private let rowsWanted: Int
  /// The rows above the heading row.
  private(set) var titles: [SourceRow] = []
  private(set) var heading: SourceRow?
  private(set) var rows: [SourceRow] = []

  /// - Parameters:
  ///   - headings: the `folded` keys of the headings that the sheet may have.
  ///   - needed: how many of them make a row the heading row.
  ///   - rowsWanted: how many rows below it are enough.
  init(recognising headings: Set<String>, needed: Int, rowsWanted: Int = .max) {
    rule = HeadingRule(recognising: headings)
    self.needed = needed
    self.rowsWanted = rowsWanted
  }

  /// Whether there are rows enough, or as many were looked at as title rows may stand above a table.
  var isDone: Bool {
    heading == nil ? titles.count >= rowsSearched : rows.count >= rowsWanted
  }

  /// How many cells a row has at least.
  var width: Int { heading?.cells.count ?? 0 }

  /// Takes the next row that is not blank.
  mutating func take(_ row: SourceRow) {
    if heading != nil {
      rows.append(row)
    } else if mayBeHeading(row) {
      heading = row
    } else {
      titles.append(row)
    }
  }

  /// Whether its rows look like those of `other`: below the same first heading, and at least half of
  /// the others.
  ///
  /// A list of the values that a column may have stands below headings of the table too.
  func hasRows(like other: TableSearch) -> Bool {
    let (own, wanted) = (Set(recognised), other.recognised)
    guard !rows.isEmpty, let first = wanted.first, own.contains(first) else { return false }
    return wanted.count(where: own.contains) * 2 >= wanted.count
  }

  /// The recognised headings, folded, as the row has them.
  var recognised: [String] {
    (heading?.cells ?? []).filter { rule.isHeading($0.text) }.map { folded($0.text) }
  }

  private func mayBeHeading(_ row: SourceRow) -> Bool {
    let recognised = row.cells.count { rule.isHeading($0.text) }
    return recognised >= needed
      && rule.mayBeHeadings(
        recognised: recognised, holdsNumbers: row.cells.contains { isNumeral($0.text.utf8) })
  }
}

private let rowsSearched = 20
