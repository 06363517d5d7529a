import Ingest
import Model
import PackageSupport
import Validation

/// A workbook's table keeps to the bounds of a sheet, and a file without one says why.
func brokenPromiseOfWorkbook(_ bytes: [UInt8]) -> String? {
  let file = "2022/748-ba-ria/so-lieu.xlsx"
  let result = ingestWorkbook(
    workbook(of: bytes), file: file, recognising: tableHeadings(of: .figures))
  guard let table = result.table else {
    return result.findings.isEmpty ? "no table and no finding" : nil
  }
  var line = 0
  for row in [table.heading] + Array(table.rows) {
    guard row.line > line, row.line <= 1 << 20 else { return "row \(row.line) after \(line)" }
    line = row.line
    guard row.cells.count <= CellScanner.mostCells else { return "\(row.cells.count) cells" }
    for cell in row.cells {
      guard cell.line == line else { return "cell of row \(cell.line) in row \(line)" }
      if let control = controlCharacter(in: cell.text) { return "\(control) in row \(line)" }
    }
  }
  return nil
}

/// Bytes that begin as an archive does are one; others are the parts of one, NUL between them.
///
/// Changed bytes seldom fit an archive's checksums, so that most would never reach the reader of a
/// part.
private func workbook(of bytes: [UInt8]) -> [UInt8] {
  guard !bytes.starts(with: [0x50, 0x4B]) else { return bytes }
  let contents = bytes.split(separator: 0, maxSplits: parts.count - 1).map(Array.init)
  return StoredZip(
    parts: parts.enumerated().map { index, part in
      StoredZip.Part(part.name, contents.indices.contains(index) ? contents[index] : part.content)
    }
  ).bytes
}

/// A small workbook, the parts that matter most first.
private let parts: [StoredZip.Part] = [
  .init(
    "xl/worksheets/sheet1.xml",
    "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData></worksheet>"),
  .init("xl/sharedStrings.xml", "<sst><si><t>Chỉ báo</t></si><si><t>Số đạt</t></si></sst>"),
  .init(
    "xl/styles.xml",
    "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/></cellXfs>"
      + "</styleSheet>"),
  .init(
    "xl/workbook.xml",
    "<workbook><sheets><sheet name='S' sheetId='1' r:id='s'/></sheets></workbook>"
  ),
  .init(
    "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='s' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
      + "<Relationship Id='f' Type='x/styles' Target='styles.xml'/>"
      + "<Relationship Id='t' Type='x/sharedStrings' Target='sharedStrings.xml'/></Relationships>"),
  .init(
    "_rels/.rels",
    "<Relationships><Relationship Id='w' Type='x/officeDocument' Target='xl/workbook.xml'/>"
      + "</Relationships>"),
]
