import Model

/// Takes the rows of a sheet one after another, and keeps those below the heading row.
struct TableSearch {
  private let headings: Set<String>
  private let needed: Int
  /// The rows above the heading row.
  private(set) var titles: [SourceRow] = []
  private(set) var heading: SourceRow?
  private(set) var rows: [SourceRow] = []

  /// - Parameters:
  ///   - headings: the `folded` keys of the headings that the sheet may have.
  ///   - needed: how many of them make a row the heading row.
  init(recognising headings: Set<String>, needed: Int) {
    self.headings = headings
    self.needed = needed
  }

  /// Whether as many rows were looked at as title rows may stand above a table.
  var isHopeless: Bool { heading == nil && titles.count >= rowsSearched }

  /// How many cells a row has at least.
  var width: Int { heading?.cells.count ?? 0 }

  /// Takes the next row that is not blank.
  mutating func take(_ row: SourceRow) {
    if heading != nil {
      rows.append(row)
    } else if row.cells.count(where: { isHeading($0.text) }) >= needed {
      heading = row
    } else {
      titles.append(row)
    }
  }

  private func isHeading(_ text: String) -> Bool {
    text.utf8.count <= longestHeading && headings.contains(folded(text))
  }
}

private let rowsSearched = 20
