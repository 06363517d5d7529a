import Model

/// Where the table of each id stands in a workbook.
struct TablePlaces {
  private struct Place {
    let sheet: String
    /// The sheet as it stands before an address of its cells.
    let prefix: String
    let firstRow: Int
    let rows: Int
    let columns: Int
  }

  private var places: [String: Place] = [:]

  init() {}

  init(of layouts: [SheetLayout]) {
    for layout in layouts {
      guard let table = layout.sheet.table else { continue }
      places[table.id] = Place(
        sheet: layout.sheet.name,
        prefix: "'" + layout.sheet.name.replacing("'", with: "''") + "'!",
        firstRow: layout.headingRow + 1, rows: table.rows.count,
        columns: table.columns.count)
    }
  }

  /// `'Kết quả'!$B$12`, or `B12` for a formula of the same sheet; `nil` where there is no such
  /// cell.
  func address(of cell: CellReference, from sheet: String? = nil) -> String? {
    guard let place = places[cell.table], (0..<place.rows).contains(cell.row),
      (0..<place.columns).contains(cell.column)
    else { return nil }
    let address = CellAddress(row: place.firstRow + cell.row, column: cell.column)
    guard place.sheet != sheet else { return address.description }
    return place.prefix + (sheet == nil ? address.fixed : address.description)
  }

  /// `'Kết quả'!$B$5:$B$12`, or without the sheet for a formula of the same sheet.
  func address(of column: ColumnReference, from sheet: String? = nil) -> String? {
    guard let place = places[column.table], let last = column.rows.last,
      column.rows.lowerBound >= 0, last < place.rows, (0..<place.columns).contains(column.column)
    else { return nil }
    let ends = [column.rows.lowerBound, last].map {
      CellAddress(row: place.firstRow + $0, column: column.column).fixed
    }
    let range = ends.joined(separator: ":")
    return place.sheet == sheet ? range : place.prefix + range
  }
}

extension CellAddress {
  /// `$B$12`, which copying leaves as it is.
  fileprivate var fixed: String { "$\(letters)$\(row + 1)" }
}

extension Formula {
  /// A spreadsheet's limit of a formula's text.
  ///
  /// - Unit: characters.
  static let limit = 8_192
  /// A spreadsheet's limit of a text between quotation marks.
  static let literalLimit = 255
  /// A spreadsheet's limits of functions inside functions, and of what one takes.
  static let depthLimit = 64
  static let argumentLimit = 255

  /// As a spreadsheet's file writes it, without the leading `=`; a reference that leads nowhere is
  /// `#REF!`, which the rules of a workbook refuse before.
  func text(in places: TablePlaces, on sheet: String) -> String {
    var text = ""
    write(to: &text, in: places, on: sheet)
    return text
  }

  private func write(to text: inout String, in places: TablePlaces, on sheet: String) {
    switch self {
    case .whole(let number): text += "\(number)"
    case .text(let literal): text += Self.literal(literal)
    case .name(let name): text += name
    case .cell(let cell): text += places.address(of: cell, from: sheet) ?? Self.nowhere
    case .column(let column): text += places.address(of: column, from: sheet) ?? Self.nowhere
    case .operation(let left, let sign, let right):
      left.writeOperand(to: &text, in: places, on: sheet, outside: sign.rank)
      text += sign.rawValue
      right.writeOperand(to: &text, in: places, on: sheet, outside: sign.rank + 1)
    case .call(let function, let arguments):
      text += function.rawValue
      text += "("
      for (index, argument) in arguments.enumerated() {
        if index > 0 { text += "," }
        argument.write(to: &text, in: places, on: sheet)
      }
      text += ")"
    }
  }

  static let nowhere = "#REF!"

  /// How many functions stand inside each other.
  var depth: Int {
    switch self {
    case .whole, .text, .name, .cell, .column: 0
    case .operation(let left, _, let right): max(left.depth, right.depth)
    case .call(_, let arguments): 1 + (arguments.map(\.depth).max() ?? 0)
    }
  }

  /// The most that one of its functions takes.
  var widest: Int {
    switch self {
    case .whole, .text, .name, .cell, .column: 0
    case .operation(let left, _, let right): max(left.widest, right.widest)
    case .call(_, let arguments): max(arguments.count, arguments.map(\.widest).max() ?? 0)
    }
  }

  /// The names of cells that it uses.
  var names: [String] {
    switch self {
    case .name(let name): [name]
    case .whole, .text, .cell, .column: []
    case .operation(let left, _, let right): left.names + right.names
    case .call(_, let arguments): arguments.flatMap(\.names)
    }
  }

  private func writeOperand(
    to text: inout String, in places: TablePlaces, on sheet: String, outside rank: Int
  ) {
    var isLoose = false
    if case .operation(_, let sign, _) = self { isLoose = sign.rank < rank }
    if isLoose { text += "(" }
    write(to: &text, in: places, on: sheet)
    if isLoose { text += ")" }
  }

  /// A text between quotation marks, in pieces where it is too long for one.
  private static func literal(_ text: String) -> String {
    // Nearly every text is short, and has nothing to double or to escape.
    if text.utf8.count <= literalLimit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0xEF }),
      !text.utf8.contains(UInt8(ascii: "\"")), !text.utf8.contains(UInt8(ascii: "_"))
    {
      return "\"" + text + "\""
    }
    var pieces: [String] = [""]
    for character in SpreadsheetText(text).escaped {
      if pieces[pieces.count - 1].utf16.count + character.utf16.count > literalLimit {
        pieces.append("")
      }
      pieces[pieces.count - 1].append(character)
    }
    let literals = pieces.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    return literals.count == 1 ? literals[0] : "(" + literals.joined(separator: "&") + ")"
  }
}

extension Formula.Sign {
  /// What binds closer is higher.
  fileprivate var rank: Int {
    switch self {
    case .equal, .unequal, .below, .atMost, .above, .atLeast: 1
    case .followedBy: 2
    case .plus, .minus: 3
    case .times, .over: 4
    }
  }
}
