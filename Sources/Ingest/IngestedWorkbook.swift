public import Model
import OpenXML

/// Stage 1 for a workbook (.xlsx) in the place of a file of rows and columns.
///
/// Takes the sheet whose upper rows hold the required column and the headings of the table, a hidden
/// one only where no other will do; findings name a hidden one, and the other sheets with such a
/// table, which are not read.
/// Every cell becomes the text that it has in a CSV file: numbers with a decimal comma, days as
/// `dd/mm/yyyy`, percentages with their sign. A cell's line is its row. Formulas are never
/// evaluated: the value that the file stores is taken. Nothing outside the file is ever opened.
///
/// Pure and total: any bytes give a table or a finding that says why there is none. Memory grows
/// with the table and the texts of the workbook; what unpacks to far more than it takes is refused.
///
/// - Parameters:
///   - bytes: the whole file.
///   - file: its path from the workspace's folder.
///   - headings: what the table is known by.
/// - Returns: the table, or none, and everything that is wrong with the file's bytes or shape.
public func ingestWorkbook(
  _ bytes: [UInt8], file: String, recognising headings: TableHeadings
) -> IngestedTable {
  guard !bytes.isEmpty else { return refused(.fileEmpty, file: file) }
  if let finding = disguise(of: bytes, file: file) {
    return IngestedTable(table: nil, findings: [finding])
  }
  do {
    let archive = try ZipArchive(bytes, limits: .foreign)
    let list = try SheetList(of: archive)
    // Where there is one sheet only, its name tells nobody anything.
    let namesSheets = list.sheets.count > 1
    switch try findTable(in: list, of: archive, known: headings) {
    case .headless(let sheets, let first):
      let place = SourcePlace(file: file, sheet: namesSheets ? sheets.first?.name : nil)
      return headless(sheets, first: first, at: place)
    case .table(let found):
      let unread = unreadTables(beside: found, in: list, of: archive, known: headings)
      let place = SourcePlace(file: file, sheet: namesSheets ? found.sheet.name : nil)
      return ingested(found, at: place, besides: unread)
    }
  } catch {
    let problem = [error.kind.rawValue, shortened(error.detail)].filter { !$0.isEmpty }
    return refused(
      .workbookUnreadable, file: file, details: ["problem": problem.joined(separator: ", ")])
  }
}

private func refused(
  _ code: FindingCode, file: String, details: [String: String] = [:]
) -> IngestedTable {
  let finding = Finding(code, place: SourcePlace(file: file), details: details)
  return IngestedTable(table: nil, findings: [finding])
}

/// What hides behind the name of a workbook: another format, a locked file, or plain text.
private func disguise(of bytes: [UInt8], file: String) -> Finding? {
  if bytes.starts(with: [0x50, 0x4B]) { return nil }
  let place = SourcePlace(file: file)
  switch fileFormat(of: bytes) {
  case encryptedFormat:
    return Finding(
      .workbookUnreadable, place: place, details: ["problem": PackageProblem.Kind.password.rawValue]
    )
  case let format?:
    return Finding(.otherFormatNamedWorkbook, place: place, details: ["format": format])
  case nil where looksLikeText(bytes):
    let name = file.split(separator: "/").last ?? ""
    return Finding(
      .textNamedWorkbook, place: place, value: String(name),
      expected: (name.split(separator: ".").first ?? "") + ".csv")
  case nil: return nil
  }
}

/// Whether no byte is a control character that text does not have, or a mark says so.
private func looksLikeText(_ bytes: [UInt8]) -> Bool {
  let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
  return marks.contains { bytes.starts(with: $0) }
    || bytes.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
}

/// No table, for no sheet has the headings; the first of `sheets` most likely has lost them.
private func headless(
  _ sheets: [SheetList.Sheet], first: SourceRow?, at place: SourcePlace
) -> IngestedTable {
  let finding = Finding(
    .sheetNotFound, place: place.cell(line: first?.line), value: firstText(of: first),
    details: [
      "sheet": shortened(sheets.first?.name ?? ""), "sheets": listed(sheets.map(\.name)),
    ])
  return IngestedTable(table: nil, findings: [finding])
}

private func firstText(of row: SourceRow?) -> String {
  shortened(row?.cells.first { !$0.text.isEmpty }?.text ?? "")
}

/// The table that was found at `place`, with a note of the sheets of the names `unread`.
private func ingested(
  _ found: FoundTable, at place: SourcePlace, besides unread: [String]
) -> IngestedTable {
  let part = found.part
  guard let heading = part.search.heading else { return refused(.sheetNotFound, file: place.file) }
  let titles = part.search.titles.flatMap { $0.cells.filter { !$0.text.isEmpty } }
  let table = SourceTable(
    file: place.file, sheet: place.sheet, heading: heading, rows: SourceRows(part.search.rows),
    titles: titles, mergedCells: part.merged.below(line: heading.line))
  if let garbled = garbledText(in: table) {
    return IngestedTable(table: nil, findings: [garbled.finding(at: place)])
  }
  var findings = part.remarks.findings(at: place)
  if let first = part.search.titles.first {
    findings.append(
      Finding(
        .titleRows, place: place.cell(line: first.line), value: firstText(of: first),
        details: ["count": String(part.search.titles.count)]))
  }
  if table.rows.isEmpty {
    findings.append(Finding(.noRows, place: place.cell(line: heading.line)))
  }
  if found.sheet.isHidden {
    findings.append(
      Finding(.sheetHidden, place: place, details: ["sheet": shortened(found.sheet.name)]))
  }
  if let sheet = place.sheet, !unread.isEmpty {
    findings.append(
      Finding(
        .sheetUnread, place: place,
        details: ["sheet": shortened(sheet), "sheets": listed(unread)]))
  }
  return IngestedTable(table: table, findings: findings)
}

/// Names of sheets, as many as a message holds.
private func listed(_ names: [String]) -> String {
  names.prefix(10).map(shortened).joined(separator: ", ")
}

/// Text that was typed in a font of an old encoding, with the line on which it stands.
private func garbledText(in table: SourceTable) -> GarbledText? {
  var search = GarbledWords()
  var text: [UInt8] = []
  func take(_ row: SourceRow) {
    text.removeAll(keepingCapacity: true)
    // What is ASCII is never garbled, and most cells are.
    for cell in row.cells where !isASCII(cell.text.utf8.span) {
      text += cell.text.utf8
      text.append(TableByte.tab)
    }
    if !text.isEmpty { search.take(text.span, line: row.line) }
  }
  take(table.heading)
  for row in table.rows where !search.isCertain { take(row) }
  return search.conclusion
}
