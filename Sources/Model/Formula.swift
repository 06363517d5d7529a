/// A calculation that a spreadsheet repeats (công thức).
///
/// It names cells by table, row and column, never by an address, so that whoever lays out the
/// sheets decides where they stand. It never decides anything here: the value that is stored beside
/// it comes from the evaluation stage.
public indirect enum Formula: Hashable, Sendable {
  case whole(Int)
  case text(String)
  /// The cell of a workbook's name, such as a threshold.
  case name(String)
  case cell(CellReference)
  case column(ColumnReference)
  case operation(Formula, Sign, Formula)
  case call(Function, [Formula])

  /// What stands between two operands, as a spreadsheet writes it.
  public enum Sign: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    /// One text after another.
    case followedBy = "&"
    case equal = "="
    case unequal = "<>"
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="
  }

  /// What Excel, LibreOffice and openpyxl know by the same English name, with the same meaning.
  public enum Function: String, Hashable, Sendable, CaseIterable {
    case `if` = "IF"
    case and = "AND"
    case or = "OR"
    case minimum = "MIN"
    case maximum = "MAX"
    case sum = "SUM"
    case count = "COUNT"
    case countIf = "COUNTIF"
    case countIfs = "COUNTIFS"
    case rows = "ROWS"
    /// Of the products of columns, row by row.
    case sumOfProducts = "SUMPRODUCT"
    case round = "ROUND"
    case floor = "INT"
    case absolute = "ABS"
    case isNumber = "ISNUMBER"
    case middle = "MID"
    case replace = "SUBSTITUTE"
  }
}

/// One cell of a table's body.
public struct CellReference: Hashable, Sendable {
  /// The table's id.
  public let table: String
  /// Counted from 0.
  public let row: Int
  public let column: Int

  public init(table: String, row: Int, column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }
}

/// Cells of one column of a table's body.
public struct ColumnReference: Hashable, Sendable {
  public let table: String
  public let column: Int
  public let rows: Range<Int>

  public init(table: String, column: Int, rows: Range<Int>) {
    self.table = table
    self.column = column
    self.rows = rows
  }
}

extension Formula {
  public static func when(_ test: Formula, _ value: Formula, else other: Formula) -> Formula {
    .call(.if, [test, value, other])
  }

  /// Whether all, or one, of the tests hold; the test itself where there is only one.
  public static func all(_ tests: [Formula]) -> Formula {
    tests.count == 1 ? tests[0] : .call(.and, tests)
  }

  public static func any(_ tests: [Formula]) -> Formula {
    tests.count == 1 ? tests[0] : .call(.or, tests)
  }

  public static let empty = Formula.text("")

  public func equals(_ other: Formula) -> Formula { .operation(self, .equal, other) }
  public func differs(from other: Formula) -> Formula { .operation(self, .unequal, other) }
  public func isBelow(_ other: Formula) -> Formula { .operation(self, .below, other) }
  public func isAbove(_ other: Formula) -> Formula { .operation(self, .above, other) }
  public func isAtLeast(_ other: Formula) -> Formula { .operation(self, .atLeast, other) }
  public func followed(by other: Formula) -> Formula { .operation(self, .followedBy, other) }

  /// Whether the cell holds a number, rather than nothing or a text.
  public var isNumber: Formula { .call(.isNumber, [self]) }

  /// The nearest whole number once it is multiplied, so that what was typed with decimals is
  /// compared as a whole number.
  public func scaled(by factor: Int) -> Formula {
    .call(.round, [factor == 1 ? self : self * .whole(factor), .whole(0)])
  }

  public static func + (left: Formula, right: Formula) -> Formula {
    .operation(left, .plus, right)
  }

  public static func - (left: Formula, right: Formula) -> Formula {
    .operation(left, .minus, right)
  }

  public static func * (left: Formula, right: Formula) -> Formula {
    .operation(left, .times, right)
  }

  public static func / (left: Formula, right: Formula) -> Formula {
    .operation(left, .over, right)
  }
}
