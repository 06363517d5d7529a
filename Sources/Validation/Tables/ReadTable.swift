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
    /// The first cell with text beyond the heading; `nil` in a row that is too short.
    let surplus: SourcePlace?
  }

  /// The row as a whole.
  let place: SourcePlace
  /// The office whose folder the file stands in.
  let office: OfficeID?
  /// `nil` when the row has the cells that its heading asks for.
  let misfit: CellCount?
  let cells: [SourceCell]
  private let headings: Headings

  init(
    place: SourcePlace, office: OfficeID?, misfit: CellCount?, cells: [SourceCell],
    below headings: Headings
  ) {
    self.place = place
    self.office = office
    self.misfit = misfit
    self.cells = cells
    self.headings = headings
  }

  /// The cell below the heading of `key`; an empty one where the file has no such column.
  subscript(key: ColumnKey) -> ReadCell {
    guard let heading = headings[key] else { return ReadCell(text: "", place: place) }
    let cell = heading.index < cells.count ? cells[heading.index] : nil
    return ReadCell(
      text: cell.map { trimmed($0.text) } ?? "",
      place: place.cell(
        line: cell?.line ?? place.line, column: heading.text, columnNumber: heading.index + 1))
  }

  /// Whether the file has the column `key`.
  func has(_ key: ColumnKey) -> Bool { headings[key] != nil }

  /// Whether it is a row of a blank form that nobody has filled in: `given` has text, or what forms
  /// print, and nothing else.
  func isUntouched(beyond given: ColumnKey) -> Bool {
    misfit == nil
      && headings.known.map(\.key).allSatisfy { key in
        self[key].isEmpty || key == given || ColumnKey.printed.contains(key)
      }
  }
}

/// A table whose headings have been recognised.
struct ReadTable: Sendable {
  let source: SourceTable
  let headings: Headings
  let office: OfficeID?

  var file: String { source.file }

  var columns: Set<ColumnKey> { Set(headings.known.map(\.key)) }

  /// The rows that are neither blank nor a total nor below the list, each made when it is asked for.
  var rows: some Sequence<ReadRow> { source.rows.indices.lazy.compactMap(row(at:)) }

  var hasRows: Bool { rows.contains { _ in true } }

  /// The row at `index`, or `nil` when it is blank or a total.
  func row(at index: Int) -> ReadRow? {
    let row = source.rows[index]
    guard row.cells.contains(where: { !trimmed($0.text).isEmpty }),
      headings.remark(in: row) == nil
    else { return nil }
    return headings.read(row, of: office)
  }
}

/// `text` without blanks at its ends, no-break blanks included.
func trimmed(_ text: String) -> String {
  if beginsAndEndsWithLetter(text) { return text }
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}

/// Whether the first and last bytes of `text` show that no blank stands there; nearly always.
private func beginsAndEndsWithLetter(_ text: String) -> Bool {
  var bytes = text.utf8.makeIterator()
  guard let first = bytes.next() else { return true }
  let end = text.utf8.suffix(3)
  guard let last = end.last, isVisible(first) || (0xC3...0xCB).contains(first) else {
    return false
  }
  if isVisible(last) { return true }
  let lead = Array(end)
  return lead.count > 1 && (0xC3...0xCB).contains(lead[lead.count - 2])
    || lead.count > 2 && lead[0] == 0xE1 && (0xB8...0xBB).contains(lead[1])
}

private func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
