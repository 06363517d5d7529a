import Model

/// One cell under a known heading, without blanks around it.
struct ReadCell: Hashable, Sendable {
  let text: String
  let place: SourcePlace

  var isEmpty: Bool { text.isEmpty }
}

/// One row whose cells are found by column.
struct ReadRow: Sendable {
  /// How many cells a row has, and how many its heading asks for.
  struct CellCount: Hashable, Sendable {
    let found: Int
    let expected: Int
  }

  /// The row as a whole.
  let place: SourcePlace
  /// The office whose folder the file stands in.
  let office: OfficeID?
  /// `nil` when the row has the cells that its heading asks for.
  let misfit: CellCount?
  private let cells: [ColumnKey: ReadCell]

  init(
    place: SourcePlace, office: OfficeID?, misfit: CellCount?, cells: [ColumnKey: ReadCell]
  ) {
    self.place = place
    self.office = office
    self.misfit = misfit
    self.cells = cells
  }

  /// The cell below the heading of `key`; an empty one where the file has no such column.
  subscript(key: ColumnKey) -> ReadCell { cells[key] ?? ReadCell(text: "", place: place) }

  /// Whether it is a row of a blank form that nobody has filled in: `given` has text, or what forms
  /// print, and nothing else.
  func isUntouched(beyond given: ColumnKey) -> Bool {
    misfit == nil
      && cells.allSatisfy { key, cell in
        cell.isEmpty || key == given || ColumnKey.printed.contains(key)
      }
  }
}

/// A table whose headings have been recognised.
struct ReadTable: Sendable {
  let file: String
  let office: OfficeID?
  let columns: Set<ColumnKey>
  let rows: [ReadRow]
}

/// `text` without blanks at its ends, no-break blanks included.
func trimmed(_ text: String) -> String {
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
