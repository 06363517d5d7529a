import Model

/// Where the rows of a table begin, and what is wrong with their quoting.
struct RowIndex {
  private(set) var starts: [RowText.Start] = []
  private(set) var defects: [CellDefect] = []

  /// Looks at every row below the heading; blank and broken ones get no start.
  init(below start: TableStart) {
    var scanner = start.scanner
    while let row = scanner.next() {
      defects += row.defects
      if !row.isBroken, !row.isBlank { starts.append(row.start) }
    }
  }
}
