import OpenXML

/// Reads what a workbook shows: every visible sheet, its tables and the texts beside them.
///
/// Formulas count with the values that are stored beside them; whether a cell has one is kept.
///
/// - Throws: the first thing for which the file cannot be read.
func readWorkbook(_ bytes: [UInt8]) throws(PackageProblem) -> SeenDocument {
  let archive = try ZipArchive(bytes, limits: .foreign)
  let workbook = WorkbookPart()
  try readXML("xl/workbook.xml", of: archive, to: workbook)
  let targets = try relationships("xl/_rels/workbook.xml.rels", of: archive)
  let texts = SharedStringsPart { String(decoding: withoutEscapes(Array($0)), as: UTF8.self) }
  if archive.contains("xl/sharedStrings.xml") {
    try readXML("xl/sharedStrings.xml", of: archive, to: texts)
  }
  var seen = SeenDocument()
  seen.names = workbook.names
  for sheet in workbook.sheets where !sheet.isHidden {
    guard let name = targets[sheet.relationship]?.part else { continue }
    let cells = SheetCells(texts: texts.texts)
    try readXML(name, of: archive, to: cells)
    add(cells, named: sheet.name, tables: try tableRanges(of: name, in: archive), to: &seen)
  }
  return seen
}

private func relationships(
  _ name: String, of archive: borrowing ZipArchive
) throws(PackageProblem) -> [String: RelationshipsPart.Target] {
  guard archive.contains(name) else { return [:] }
  let part = RelationshipsPart(name)
  try readXML(name, of: archive, to: part)
  return part.targets
}

private func tableRanges(
  of sheet: String, in archive: borrowing ZipArchive
) throws(PackageProblem) -> [CellRange] {
  let file = sheet.split(separator: "/").last.map(String.init) ?? ""
  let targets = try relationships("xl/worksheets/_rels/\(file).rels", of: archive)
  var ranges: [CellRange] = []
  for target in targets.values.sorted(by: { $0.part < $1.part }) where target.type == "table" {
    let table = TableRange()
    try readXML(target.part, of: archive, to: table)
    if let range = table.range { ranges.append(range) }
  }
  return ranges
}

private func add(
  _ cells: SheetCells, named sheet: String, tables: [CellRange], to seen: inout SeenDocument
) {
  func shown(_ cell: SheetCells.Cell) -> SeenText {
    SeenText(
      text: cell.text, place: SeenPlace(sheet: sheet, cell: cell.name),
      isComputed: cell.isComputed)
  }
  var run: [SeenText] = []
  for row in cells.rows {
    let loose = row.filter { cell in !tables.contains { $0.contains(cell) } }
    let words = loose.map { plain($0.text) }.filter { !$0.isEmpty }
    guard let first = loose.first else {
      seen.addRun(run)
      run = []
      continue
    }
    run += loose.map(shown)
    let place = SeenPlace(sheet: sheet, cell: first.name)
    for word in words { seen.add(word, at: place) }
    // Two cells side by side may be a label with its value.
    if words.count == 2 { seen.add("\(words[0]): \(words[1])", at: place) }
  }
  seen.addRun(run)
  for range in tables {
    let rows = cells.rows.map { $0.filter(range.contains) }.filter { !$0.isEmpty }
    seen.addTable(rows.map { range.filled($0, shown, sheet) })
  }
}

/// A block of cells; columns and rows are counted from 1.
struct CellRange {
  let columns: ClosedRange<Int>
  let rows: ClosedRange<Int>

  /// Reads `A4:M20`.
  init?(_ text: String) {
    let ends = text.split(separator: ":").compactMap { CellName(String($0)) }
    guard let first = ends.first, let last = ends.last, first.column <= last.column,
      first.row <= last.row
    else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }

  func contains(_ cell: SheetCells.Cell) -> Bool {
    columns.contains(cell.column) && rows.contains(cell.row)
  }

  /// One text for each visible column, blank where the sheet has no cell.
  fileprivate func filled(
    _ cells: [SheetCells.Cell], _ shown: (SheetCells.Cell) -> SeenText, _ sheet: String
  ) -> [SeenText] {
    columns.map { column in
      cells.first { $0.column == column }.map(shown)
        ?? SeenText(text: "", place: SeenPlace(sheet: sheet, cell: cells.first?.name))
    }
  }
}

/// The place of a cell, as `J8` names it.
struct CellName {
  let column: Int
  let row: Int

  init?(_ text: String) {
    var column = 0
    var rest = text.utf8[...]
    while let byte = rest.first, (65...90).contains(byte), column < 1 << 20 {
      column = column * 26 + Int(byte) - 64
      rest = rest.dropFirst()
    }
    guard column > 0, let row = Int(String(rest) ?? ""), row > 0 else { return nil }
    self.column = column
    self.row = row
  }
}

private final class TableRange: PartReader {
  private(set) var range: CellRange?

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "table" { range = CellRange(attributes["ref"] ?? "") }
  }
}
