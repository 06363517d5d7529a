import Model
import OpenXML

/// What the cells of all sheets refer to.
struct WorkbookContext {
  let texts: [WorkbookText]
  let formats: [CellFormat]
  let days: DayCount
}

/// Reads one sheet, cell by cell, until it is known to hold no table.
final class WorksheetPart: PartReader {
  private let name: String
  private let context: WorkbookContext
  private(set) var search: TableSearch
  private(set) var remarks = SheetRemarks()
  private(set) var merged = MergedCells()
  private var row = 0
  private var column = 0
  private var cells: [SourceCell] = []
  private var cell = StoredCell()
  private var isInCell = false
  private var isText = false
  private var phoneticDepth = 0
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

  var isDone: Bool { search.isHopeless }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(PackageProblem) {
    switch element {
    case "v" where isInCell: isText = true
    case "c": try startCell(attributes)
    case "row": try startRow(attributes)
    case "t" where isInCell: isText = phoneticDepth == 0
    case "f" where isInCell: cell.hasFormula = true
    case "rPh": phoneticDepth += 1
    case "mergeCell": merged.add(attributes["ref"])
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageProblem) {
    guard isText else { return }
    cell.stored += bytes
    guard cell.stored.count <= largestText else { throw problem(.size) }
  }

  func end(_ element: XMLName) throws(PackageProblem) {
    switch element {
    case "v", "t": isText = false
    case "c": try endCell()
    case "row": try endRow()
    case "rPh": phoneticDepth -= 1
    default: break
    }
  }
}

extension WorksheetPart {
  /// A row without its number is the next one.
  private func startRow(_ attributes: XMLAttributes) throws(PackageProblem) {
    var number = row + 1
    if let text = attributes["r"] {
      guard let given = Int(text), given >= number else { throw problem(.reference) }
      number = given
    }
    guard number <= CellPlace.lastRow else { throw problem(.reference) }
    row = number
    column = 0
    cells.removeAll(keepingCapacity: true)
    remarks.startRow()
  }

  /// A cell without its place is the next one.
  private func startCell(_ attributes: XMLAttributes) throws(PackageProblem) {
    column += 1
    if let text = attributes.bytes("r") {
      guard let place = CellPlace(text), place.row == row, place.column >= column else {
        throw problem(.reference)
      }
      column = place.column
    }
    guard row > 0, column <= CellPlace.lastColumn else { throw problem(.reference) }
    cell.restart(as: attributes.bytes("t"))
    if let index = attributes.bytes("s") {
      guard let format = format(at: index) else { throw problem(.style) }
      cell.format = format
    }
    isInCell = true
  }

  private func endCell() throws(PackageProblem) {
    guard isInCell else { return }
    isInCell = false
    guard let value = cell.value(in: context) else { throw problem(.string) }
    remarks.note(value, hasFormula: cell.hasFormula, row: row, column: column)
    guard !value.text.isEmpty else { return }
    fill(upTo: column - 1)
    cells.append(SourceCell(text: value.text, line: row))
  }

  private func endRow() throws(PackageProblem) {
    guard !cells.isEmpty else { return }
    fill(upTo: search.width)
    cellCount += cells.count
    guard cellCount <= mostCells else { throw problem(.cells) }
    textSize += cells.reduce(0) { $0 + $1.text.utf8.count }
    guard textSize <= largestTable else { throw problem(.size) }
    search.take(SourceRow(line: row, cells: cells))
    cells.removeAll(keepingCapacity: true)
    if search.heading != nil { remarks.keepRow() }
  }

  /// Cells that a sheet leaves out are empty.
  private func fill(upTo count: Int) {
    guard cells.count < count else { return }
    cells += repeatElement(SourceCell(text: "", line: row), count: count - cells.count)
  }

  private func format(at index: UnsafeBufferPointer<UInt8>) -> CellFormat? {
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
