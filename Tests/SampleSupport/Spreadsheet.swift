public import Model

/// A spreadsheet's own arithmetic, written apart from the code that makes the formulas.
///
/// Numbers are binary floating point, blank cells count as 0 or as no text, texts are compared
/// without case, and a text is above every number, as in Excel and LibreOffice.
public struct Spreadsheet {
  public enum Value: Hashable, Sendable {
    case number(Double)
    case text(String)
    case truth(Bool)
    case blank
  }

  private let tables: [String: [[Cell]]]
  private let names: [String: CellReference]
  private var changed: [CellReference: Value] = [:]
  private var known: [CellReference: Value] = [:]

  public init(_ workbook: WorkbookDocument) {
    tables = Dictionary(
      uniqueKeysWithValues: workbook.sheets.compactMap(\.table).map { ($0.id, $0.rows) })
    names = Dictionary(uniqueKeysWithValues: workbook.names.map { ($0.name, $0.cell) })
  }

  /// Types another value into a cell, over its formula where it has one.
  public mutating func type(_ value: Value, in cell: CellReference) {
    changed[cell] = value
    known = [:]
  }

  public mutating func type(_ value: Value, inNamed name: String) {
    if let cell = names[name] { type(value, in: cell) }
  }

  /// What a cell shows once everything is calculated.
  public mutating func value(of cell: CellReference) -> Value {
    if let value = changed[cell] ?? known[cell] { return value }
    guard let stored = tables[cell.table]?[cell.row][cell.column] else { return .blank }
    let value = stored.formula.map { self.value(of: $0) } ?? Self.stored(stored)
    known[cell] = value
    return value
  }

  /// What a cell holds without calculating.
  public static func stored(_ cell: Cell) -> Value {
    switch cell.number {
    case .integer(let number): .number(Double(number))
    case .decimal(let number, _), .percentage(let number):
      .number(Double(number.numerator) / Double(number.denominator))
    case .day(let day): .number(Double(day.ordinal))
    case nil: cell.text.isEmpty ? .blank : .text(cell.text)
    }
  }

  /// The cells with a formula whose calculated value is not the stored one.
  public mutating func differences() -> [String] {
    var found: [String] = []
    for (table, rows) in tables.sorted(by: { $0.key < $1.key }) {
      for (row, cells) in rows.enumerated() {
        for (column, cell) in cells.enumerated() where cell.formula != nil {
          let place = CellReference(table: table, row: row, column: column)
          let calculated = value(of: place)
          if !agree(calculated, Self.stored(cell)) {
            found.append("\(table) \(row),\(column): \(calculated), stored “\(cell.text)”")
          }
        }
      }
    }
    return found
  }

  private func agree(_ one: Value, _ other: Value) -> Bool {
    switch (one, other) {
    case (.text(""), .blank), (.blank, .text("")): true
    // A decimal shows 15 digits at most.
    case (.number(let one), .number(let other)): abs(one - other) <= abs(other) * 1e-14
    default: one == other
    }
  }
}

extension Spreadsheet {
  private mutating func value(of formula: Formula) -> Value {
    switch formula {
    case .whole(let number): return .number(Double(number))
    case .text(let text): return .text(text)
    case .name(let name): return names[name].map { value(of: $0) } ?? .blank
    case .cell(let cell): return value(of: cell)
    case .column: preconditionFailure("a range is no value")
    case .operation(let left, let sign, let right):
      return operation(value(of: left), sign, value(of: right))
    case .call(let function, let arguments): return call(function, arguments)
    }
  }

  private func operation(_ left: Value, _ sign: Formula.Sign, _ right: Value) -> Value {
    switch sign {
    case .plus: .number(number(left) + number(right))
    case .minus: .number(number(left) - number(right))
    case .times: .number(number(left) * number(right))
    case .over: .number(number(left) / number(right))
    case .followedBy: .text(text(left) + text(right))
    case .equal: .truth(order(left, right) == 0)
    case .unequal: .truth(order(left, right) != 0)
    case .below: .truth(order(left, right) < 0)
    case .atMost: .truth(order(left, right) <= 0)
    case .above: .truth(order(left, right) > 0)
    case .atLeast: .truth(order(left, right) >= 0)
    }
  }

  private func order(_ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.number(let one), .number(let other)): one < other ? -1 : one > other ? 1 : 0
    case (.text(let one), .text(let other)): order(one.lowercased(), other.lowercased())
    case (.truth(let one), .truth(let other)): one == other ? 0 : one ? 1 : -1
    case (.blank, .blank): 0
    case (.blank, .number): order(.number(0), right)
    case (.number, .blank): order(left, .number(0))
    case (.blank, .text): order(.text(""), right)
    case (.text, .blank): order(left, .text(""))
    default: rank(left) - rank(right)
    }
  }

  private func order(_ one: String, _ other: String) -> Int {
    one < other ? -1 : one > other ? 1 : 0
  }

  private func rank(_ value: Value) -> Int {
    switch value {
    case .blank, .number: 0
    case .text: 1
    case .truth: 2
    }
  }

  private func number(_ value: Value) -> Double {
    switch value {
    case .number(let number): number
    case .truth(let truth): truth ? 1 : 0
    case .blank: 0
    case .text: .nan
    }
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .number(let number):
      number == number.rounded() ? String(Int(number)) : String(number)
    case .text(let text): text
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .blank: ""
    }
  }

  private func holds(_ value: Value) -> Bool {
    if case .truth(let truth) = value { truth } else { number(value) != 0 }
  }

  private mutating func call(_ function: Formula.Function, _ arguments: [Formula]) -> Value {
    switch function {
    case .if:
      return holds(value(of: arguments[0])) ? value(of: arguments[1]) : value(of: arguments[2])
    case .and: return .truth(arguments.map { holds(value(of: $0)) }.allSatisfy { $0 })
    case .or: return .truth(arguments.map { holds(value(of: $0)) }.contains(true))
    case .minimum: return .number(numbers(arguments).min() ?? 0)
    case .maximum: return .number(numbers(arguments).max() ?? 0)
    case .sum: return .number(numbers(arguments).reduce(0, +))
    case .count: return .number(Double(numbers(arguments).count))
    case .rows: return .number(Double(cells(arguments[0]).count))
    case .countIf, .countIfs: return .number(Double(matching(arguments)))
    case .sumOfProducts: return .number(array(arguments[0]).reduce(0) { $0 + number($1) })
    case .round:
      return .number(rounded(number(value(of: arguments[0])), Int(number(value(of: arguments[1])))))
    case .floor: return .number(number(value(of: arguments[0])).rounded(.down))
    case .absolute: return .number(abs(number(value(of: arguments[0]))))
    case .isNumber:
      if case .number = value(of: arguments[0]) { return .truth(true) }
      return .truth(false)
    case .middle:
      let start = Int(number(value(of: arguments[1]))) - 1
      let length = Int(number(value(of: arguments[2])))
      return .text(String(text(value(of: arguments[0])).dropFirst(start).prefix(length)))
    case .replace:
      let texts = arguments.map { text(value(of: $0)) }
      return .text(texts[0].replacing(texts[1], with: texts[2]))
    }
  }

  /// Half away from zero, as spreadsheets round.
  private func rounded(_ number: Double, _ places: Int) -> Double {
    let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
    return (number * unit).rounded(.toNearestOrAwayFromZero) / unit
  }

  private mutating func cells(_ formula: Formula) -> [Value] {
    guard case .column(let column) = formula else { return [value(of: formula)] }
    return column.rows.map {
      value(of: CellReference(table: column.table, row: $0, column: column.column))
    }
  }

  /// The numbers among the arguments; texts and blanks are passed over.
  private mutating func numbers(_ arguments: [Formula]) -> [Double] {
    arguments.flatMap { cells($0) }.compactMap { value in
      if case .number(let number) = value { number } else { nil }
    }
  }

  private mutating func matching(_ arguments: [Formula]) -> Int {
    var all: [Bool] = []
    for index in stride(from: 0, to: arguments.count, by: 2) {
      let wanted = value(of: arguments[index + 1])
      let found = cells(arguments[index]).map { matches($0, wanted) }
      all = all.isEmpty ? found : zip(all, found).map { $0 && $1 }
    }
    return all.count(where: { $0 })
  }

  private func matches(_ cell: Value, _ wanted: Value) -> Bool {
    guard case .text(let text) = wanted else { return cell == wanted }
    if text.hasPrefix(">="), let limit = Double(text.dropFirst(2)) {
      if case .number(let number) = cell { return number >= limit }
      return false
    }
    return order(cell, wanted) == 0 && cell != .blank
  }

  /// The values of an expression over whole columns, row by row.
  private mutating func array(_ formula: Formula) -> [Value] {
    guard case .operation(let left, let sign, let right) = formula else { return cells(formula) }
    let (one, other) = (array(left), array(right))
    return (0..<max(one.count, other.count)).map { row in
      operation(one[one.count == 1 ? 0 : row], sign, other[other.count == 1 ? 0 : row])
    }
  }
}
