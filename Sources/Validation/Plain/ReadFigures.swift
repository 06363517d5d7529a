public import Model

/// Reads the rows of a table of figures one after another, each checked by itself.
///
/// Rows are neither compared with each other nor kept, so that a table of any length takes no more
/// memory than its text.
///
/// - Parameters:
///   - table: a table of the ingest stage with the columns of `so-lieu.csv`.
///   - unit: the unit that sent it.
///   - context: what its rows are checked against.
///   - take: gets the figure of each row that can be placed, with the place of each value.
/// - Returns: what is wrong with the headings and with single rows.
public func readFigures(
  _ table: SourceTable, of unit: AdministrativeUnit, in context: RunContext,
  take: (Figure) -> Void
) -> [Finding] {
  let (read, findings) = recognise(table, of: nil, by: .figures)
  guard let read else { return findings }
  let scope = UnitScope(unit, in: context)
  let plain = PlainFigureReader(read, in: scope)
  var rest: [Finding] = []
  for index in table.rows.indices {
    if let plain, let row = plain.row(at: index) {
      take(plain.figure(of: row))
    } else if let row = read.row(at: index) {
      let file = FiguresFile(row, of: read, in: scope)
      rest += file.findings
      file.figures.forEach { take($0.figure) }
    }
  }
  return findings + rest
}
