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
///   - take: gets each row that can be placed.
/// - Returns: what is wrong with the headings and with single rows.
public func readFigures(
  _ table: SourceTable, of unit: AdministrativeUnit, in context: RunContext,
  take: (CheckedFigureRow) -> Void
) -> [Finding] {
  let (read, findings) = recognise(table, of: nil, by: .figures)
  guard let read else { return findings }
  let scope = UnitScope(unit, in: context)
  let plain = PlainFigureReader(read, in: scope)
  let text = table.rows.text?.bytes ?? []
  var marks = TableMarks(of: table.rows)
  var rest: [Finding] = []
  for index in table.rows.indices {
    if let plain, let row = plain.row(at: index, in: text.span, along: &marks) {
      take(CheckedFigureRow(form: .plain(row, plain)))
    } else if let row = read.row(at: index) {
      let file = FiguresFile(row, of: read, in: scope)
      rest += file.findings
      file.figures.forEach { take(CheckedFigureRow(form: .full($0.figure))) }
    }
  }
  return findings + rest
}

/// A row of figures that has been checked: its counts, and the figure with the place of each value
/// for whom asks for it.
public struct CheckedFigureRow: Sendable {
  enum Form: Sendable {
    case plain(PlainFigureRow, PlainFigureReader)
    /// Apart, since it is much larger and rare.
    indirect case full(Figure)
  }

  let form: Form

  /// The physical line on which the row begins; `nil` where its file has none.
  public var line: Int? {
    switch form {
    case .plain(let row, _): row.line
    case .full(let figure): figure.place.line
    }
  }

  public var numerator: Int? {
    switch form {
    case .plain(let row, _): row.numerator
    case .full(let figure): figure.numerator?.value
    }
  }

  public var denominator: Int? {
    switch form {
    case .plain(let row, _): row.denominator
    case .full(let figure): figure.denominator?.value
    }
  }

  public var figure: Figure {
    switch form {
    case .plain(let row, let reader): reader.figure(of: row)
    case .full(let figure): figure
    }
  }
}
