import OpenXML

/// Reads the visible cells of one sheet, row by row.
final class SheetCells: PartReader {
  struct Cell {
    let name: String
    let column: Int
    let row: Int
    let text: String
    /// Whether a formula computes it from other cells.
    let isComputed: Bool
  }

  /// Rows with at least one cell, cells in their order.
  private(set) var rows: [[Cell]] = []
  private let texts: [String]
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var isRowHidden = false
  private var name = ""
  private var type = ""
  private var isValue = false
  private var value: [UInt8] = []
  private var isFormula = false
  private var formula: [UInt8] = []

  init(texts: [String]) { self.texts = texts }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "col":
      guard isTrue(attributes["hidden"]), let first = Int(attributes["min"] ?? ""),
        let last = Int(attributes["max"] ?? ""), first <= last
      else { return }
      hiddenColumns.append(first...last)
    case "row":
      isRowHidden = isTrue(attributes["hidden"])
      rows.append([])
    case "c":
      name = attributes["r"] ?? ""
      type = attributes["t"] ?? "n"
      value.removeAll(keepingCapacity: true)
      formula.removeAll(keepingCapacity: true)
    case "f": isFormula = true
    // The text of a cell that has one of its own, or the stored value.
    case "v", "t": isValue = true
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isValue { value += bytes }
    if isFormula { formula += bytes }
  }

  func end(_ element: XMLName) throws(PackageProblem) {
    switch element {
    case "v", "t": isValue = false
    case "f": isFormula = false
    case "c": try takeCell()
    default: break
    }
  }

  private func takeCell() throws(PackageProblem) {
    guard let place = CellName(name), !rows.isEmpty else {
      throw PackageProblem(.reference, name)
    }
    let isHidden = isRowHidden || hiddenColumns.contains { $0.contains(place.column) }
    guard !isHidden else { return }
    rows[rows.count - 1].append(
      Cell(
        name: name, column: place.column, row: place.row, text: try shownText(),
        isComputed: refersToCells(formula)))
  }

  private func shownText() throws(PackageProblem) -> String {
    guard !value.isEmpty else { return "" }
    guard type == "s" else { return String(decoding: withoutEscapes(value), as: UTF8.self) }
    guard let index = Int(String(decoding: value, as: UTF8.self)), texts.indices.contains(index)
    else { throw PackageProblem(.string, name) }
    return texts[index]
  }

  private func isTrue(_ attribute: String?) -> Bool { ["1", "true"].contains(attribute ?? "") }
}

/// Whether a formula refers to a cell, which a digit after a letter, a dollar or a `_` shows, and is
/// not a constant.
private func refersToCells(_ formula: [UInt8]) -> Bool {
  var isText = false
  for (byte, next) in zip(formula, formula.dropFirst()) {
    if byte == UInt8(ascii: "\"") { isText.toggle() }
    let isLetter = (65...90).contains(byte) || [36, 95].contains(byte)
    if !isText, isLetter, (48...57).contains(next) { return true }
  }
  return false
}
