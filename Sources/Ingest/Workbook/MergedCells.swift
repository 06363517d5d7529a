import Model

/// The merged cells of one sheet, of which a table's programs see the first alone.
struct MergedCells {
  private var ranges: [CellRange] = []

  /// Takes a `ref` such as `D3:D5`; one of another form is of no use and left out.
  mutating func add(_ reference: String?) {
    let corners = reference?.split(separator: ":").map { CellPlace($0.utf8) } ?? []
    guard ranges.count < Self.most, corners.count == 2, let first = corners[0],
      let last = corners[1], first.row <= last.row, first.column <= last.column
    else { return }
    ranges.append(CellRange(lines: first.row...last.row, columns: first.column...last.column))
  }

  /// Those that begin below the heading row of a table.
  func below(line: Int) -> [CellRange] { ranges.filter { $0.lines.lowerBound > line } }

  /// No list of an office has as many.
  private static let most = 1_000
}
