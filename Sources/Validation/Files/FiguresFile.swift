import Model

/// One row of `so-lieu.csv` that could be placed.
struct TypedFigure: Hashable, Sendable {
  let indicator: Indicator
  let figure: Figure
  /// Whether a cell that the measure uses is filled but cannot be used.
  let isInvalid: Bool

  /// Whether no cell that the measure uses is filled.
  var isEmpty: Bool {
    guard !isInvalid else { return false }
    return switch indicator.measure {
    case .attestation: figure.met == nil
    case .share, .compositeShare, .target:
      figure.numerator == nil && figure.denominator == nil && figure.percent == nil
    case .decrease, .increase: figure.previous == nil && figure.current == nil
    }
  }
}

/// One `so-lieu.csv`, row by row.
struct FiguresFile: Sendable {
  let file: String
  let office: OfficeID?
  let headings: Headings
  private(set) var figures: [TypedFigure] = []
  /// Indicators with two rows for one thing.
  private(set) var repeated: Set<IndicatorID> = []
  /// Indicators with a row that cannot be placed or split into its cells.
  private(set) var unplaced: Set<IndicatorID> = []
  /// Indicators with a row for a component that they do not have.
  private(set) var strayed: Set<IndicatorID> = []
  private(set) var refusedRows = 0
  private(set) var findings: [Finding] = []

  init(_ table: ReadTable, in scope: UnitScope) {
    file = table.file
    office = table.office
    headings = table.headings
    let plain = PlainFigureReader(table, in: scope)
    let text = table.source.rows.text?.bytes ?? []
    var marks = TableMarks(of: table.source.rows)
    for index in table.source.rows.indices {
      if let plain, let row = plain.row(at: index, in: text.span, along: &marks) {
        let indicator = plain.indicator(of: row)
        let figure = plain.figure(of: row)
        if add(TypedFigure(indicator: indicator, figure: figure, isInvalid: false)) { continue }
      }
      if let row = table.row(at: index) { read(row, of: table, in: scope) }
    }
  }

  /// Reads one row by itself.
  init(_ row: ReadRow, of table: ReadTable, in scope: UnitScope) {
    file = table.file
    office = table.office
    headings = table.headings
    read(row, of: table, in: scope)
  }

  /// Adds a figure that is the first of its kind; `false` for another.
  private mutating func add(_ figure: TypedFigure) -> Bool {
    let isRepetition = figures.contains {
      $0.indicator.id == figure.indicator.id && $0.figure.component == figure.figure.component
    }
    if !isRepetition { figures.append(figure) }
    return !isRepetition
  }

  private mutating func read(_ row: ReadRow, of table: ReadTable, in scope: UnitScope) {
    var shape = RowReader(row, about: scope.indicator(row[.indicator].text))
    guard shape.checkCellCount(), shape.checkDecimals(in: table) else {
      findings += shape.findings
      return refuse(shape.indicator, into: \.unplaced)
    }
    let (named, problems) = RowReader.indicator(of: row, in: scope)
    findings += problems
    guard let indicator = named else { return refuse(nil, into: \.unplaced) }
    var reader = RowReader(row, about: indicator)
    defer { findings += reader.findings }
    guard reader.isTyped(indicator) else { return refuse(nil, into: \.unplaced) }
    reader.checkWording(in: scope)
    let component = reader.component(of: indicator)
    guard component != .unknown else {
      let isStray = !row[.component].isEmpty && !indicator.measure.components.isEmpty
      return refuse(indicator, into: isStray ? \.strayed : \.unplaced)
    }
    if reader.isRepetition(of: figures, component: component.id) {
      return refuse(indicator, into: \.repeated)
    }
    figures.append(reader.figure(of: indicator, component: component.id, in: scope))
  }

  private mutating func refuse(
    _ indicator: Indicator?, into problem: WritableKeyPath<FiguresFile, Set<IndicatorID>>
  ) {
    refusedRows += 1
    if let indicator { self[keyPath: problem].insert(indicator.id) }
  }
}
