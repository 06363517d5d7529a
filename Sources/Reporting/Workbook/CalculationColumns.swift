import Model

/// The tables that calculate, by their ids.
enum CalculationTable {
  static let figures = "so-lieu"
  static let steps = "cach-tinh"
  static let results = "ket-qua"
  static let conclusion = "ket-luan"
  static let thresholds = "nguong"
  static let levels = "muc-do-cac-huyen"
  static let evidence = "danh-muc-minh-chung"
}

/// The columns of the sheet of figures, from the left.
enum FigureColumn: Int, CaseIterable {
  case indicator, component, met, numerator, denominator, percent, previous, current
  /// Whether the check found nothing that makes the figure unusable.
  case usable
  case state, office, source, note
}

/// The columns of the sheet of steps: one row for each row of figures.
enum StepColumn: Int, CaseIterable {
  case indicator, component
  /// Whether the figure is complete, absent, wrong, or of nothing.
  case state
  case percentage
  /// A whole number that is compared with `base` times the limit, so that no fraction decides.
  case compared
  case base
  case holds
  case band
}

/// The columns of the sheet of results: one row for each indicator.
enum ResultColumn: Int, CaseIterable {
  case indicator, criterion, wording, numerator, denominator, percentage, change, limit, status
  case band, documents, evidence, proven, possible, decides, clause
}

/// The rows of the conclusion.
enum ConclusionRow: Int, CaseIterable {
  case level, possible, outcome, binding, met, count

  /// The cell with its value.
  var formula: Formula {
    .cell(CellReference(table: CalculationTable.conclusion, row: rawValue, column: 1))
  }
}
