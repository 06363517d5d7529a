import Model
import OpenXML

/// Reads one sheet, cell by cell, as long as its search wants rows.
final class WorksheetPart: PlainListReader {
  private var cells: SheetCells
  private var plain = PlainRow()
  private(set) var merged = MergedCells()
  private var isText = false
  private var phoneticDepth = 0

  init(_ cells: SheetCells) { self.cells = cells }

  var search: TableSearch { cells.search }

  var remarks: SheetRemarks { cells.remarks }

  var isDone: Bool { cells.search.isDone }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(PackageProblem) {
    switch element {
    case "v" where cells.isInCell: isText = true
    case "c":
      try cells.startCell(
        at: attributes.bytes("r"), type: attributes.bytes("t"), format: attributes.bytes("s"))
    case "row": try cells.startRow(attributes.bytes("r"))
    case "t" where cells.isInCell: isText = phoneticDepth == 0
    case "f" where cells.isInCell: cells.noteFormula()
    case "rPh": phoneticDepth += 1
    case "mergeCell": merged.add(attributes["ref"])
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageProblem) {
    if isText { try cells.append(bytes) }
  }

  func end(_ element: XMLName) throws(PackageProblem) {
    switch element {
    case "v", "t": isText = false
    case "c": try cells.endCell()
    case "row": try cells.endRow()
    case "rPh": phoneticDepth -= 1
    default: break
    }
  }
}

/// Rows of numbers and shared texts, which are most of a large sheet.
extension WorksheetPart {
  var endOfElement: StaticString { "</row>" }

  func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageProblem) -> Int {
    var position = 0
    while !isText, !isDone, let end = plain.read(bytes.span, from: position) {
      try cells.take(plain, of: bytes)
      position = end
    }
    return position
  }
}

extension SheetCells {
  /// Takes the row as it does when the parser tells of it.
  fileprivate mutating func take(_ row: PlainRow, of bytes: PartBytes) throws(PackageProblem) {
    func part(_ range: Range<Int>) -> PartBytes? {
      range.isEmpty ? nil : PartBytes(rebasing: bytes[range])
    }
    try startRow(part(row.number))
    for cell in row.cells {
      try startCell(at: part(cell.place), type: part(cell.type), format: part(cell.format))
      if let value = part(cell.value) { try append(value) }
      try endCell()
    }
    try endRow()
  }
}
