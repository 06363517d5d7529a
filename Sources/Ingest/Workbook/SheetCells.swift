import Model
import OpenXML

/// What the cells of all sheets refer to.
struct WorkbookContext {
  let texts: [WorkbookText]
  let formats: [CellFormat]
  let days: DayCount
}

/// The bytes of an attribute or text; there during the call that gets them.
typealias PartBytes = UnsafeBufferPointer<UInt8>

/// The cells of one sheet on their way into the rows of a table.
struct SheetCells {
  private let name: String
  private let context: WorkbookContext
  private(set) var search: TableSearch
  private(set) var remarks = SheetRemarks()
  private(set) var isInCell = false
  private var row = 0
  private var column = 0
  private var cells: [SourceCell] = []
  private var cell = StoredCell()
  private var cellCount = 0
  private var textSize = 0

  /// - Parameters:
  ///   - name: the sheet's part.
  ///   - context: what its cells refer to.
  ///   - search: knows the table's headings.
  init(_ name: String, in context: WorkbookContext, _ search: TableSearch) {
    self.name = name
    self.context = context
    self.search = search
  }

  /// A row without its number is the next one.
  mutating func startRow(_ text: PartBytes?) throws(PackageProblem) {
    var number = row + 1
    if let text {
      guard let given = Int(String(decoding: text, as: UTF8.self)), given >= number else {
        throw problem(.reference)
      }
      number = given
    }
    guard number <= CellPlace.lastRow else { throw problem(.reference) }
    row = number
    column = 0
    cells.removeAll(keepingCapacity: true)
    remarks.startRow()
  }

  /// A cell without its place is the next one.
  mutating func startCell(
    at place: PartBytes?, type: PartBytes?, format: PartBytes?
  ) throws(PackageProblem) {
    column += 1
    if let place {
      guard let place = CellPlace(place), place.row == row, place.column >= column else {
        throw problem(.reference)
      }
      column = place.column
    }
    guard row > 0, column <= CellPlace.lastColumn else { throw problem(.reference) }
    cell.restart(as: type)
    if let format {
      guard let format = self.format(at: format) else { throw problem(.style) }
      cell.format = format
    }
    isInCell = true
  }

  mutating func noteFormula() { cell.hasFormula = true }

  mutating func append(_ bytes: PartBytes) throws(PackageProblem) {
    cell.stored += bytes
    guard cell.stored.count <= largestText else { throw problem(.size) }
  }

  mutating func endCell() throws(PackageProblem) {
    guard isInCell else { return }
    isInCell = false
    guard let value = cell.value(in: context) else { throw problem(.string) }
    if cell.hasFormula || value.isRemarkable {
      remarks.note(value, hasFormula: cell.hasFormula, row: row, column: column)
    }
    guard !value.text.isEmpty else { return }
    // The row takes the list with it, so that each has one of its own.
    if cells.isEmpty { cells.reserveCapacity(max(column, search.width)) }
    fill(upTo: column - 1)
    cells.append(SourceCell(text: value.text, line: row))
  }

  mutating func endRow() throws(PackageProblem) {
    guard !cells.isEmpty else { return }
    fill(upTo: search.width)
    cellCount += cells.count
    guard cellCount <= mostCells else { throw problem(.cells) }
    textSize += cells.reduce(0) { $0 + $1.text.utf8.count }
    guard textSize <= largestTable else { throw problem(.size) }
    search.take(SourceRow(line: row, cells: cells))
    cells = []
    if search.heading != nil { remarks.keepRow() }
  }

  /// Cells that a sheet leaves out are empty.
  private mutating func fill(upTo count: Int) {
    guard cells.count < count else { return }
    cells += repeatElement(SourceCell(text: "", line: row), count: count - cells.count)
  }

  private func format(at index: PartBytes) -> CellFormat? {
    guard let index = wholeNumber(index) else { return nil }
    if index < context.formats.count { return context.formats[index] }
    return index == 0 ? .general : nil
  }

  private func problem(_ kind: PackageProblem.Kind) -> PackageProblem {
    let place = SourcePlace(file: "", line: row, columnNumber: column).address
    return PackageProblem(kind, [name, place].compactMap(\.self).joined(separator: " "))
  }
}

/// The most cells of one table, empty ones counted.
let mostCells = 5_000_000

/// The longest text of one cell; Excel takes 32,767 letters.
///
/// - Unit: bytes.
private let largestText = 1 << 20

/// The texts of all cells of one table; the same long text may stand in many of them.
///
/// - Unit: bytes.
private let largestTable = 1 << 28

/// Reads decimal digits; `nil` for another form or more than nine.
func wholeNumber(_ text: some Collection<UInt8>) -> Int? {
  guard (1...9).contains(text.count) else { return nil }
  var number = 0
  for byte in text {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    number = number * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return number
}
