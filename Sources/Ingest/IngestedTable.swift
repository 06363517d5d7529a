public import Model

/// What one file of rows and columns became, with everything that is wrong with its bytes or shape.
public struct IngestedTable: Hashable, Sendable {
  /// `nil` when nothing in the file can be read as a table; the findings say why.
  public let table: SourceTable?
  /// Families F and C, by line and column.
  public let findings: [Finding]

  public init(table: SourceTable?, findings: [Finding]) {
    self.table = table
    self.findings = findings.sorted(by: Finding.precedes)
  }
}

/// Stage 1 for a file of rows and columns: decodes it, finds its separator and its heading row, and
/// reads every row below.
///
/// Pure and total: any bytes give a table or a finding that says why there is none. Blank rows are
/// left out, rows may be ragged, line breaks inside a cell become `\n`.
///
/// - Parameters:
///   - bytes: the whole file.
///   - file: its path from the workspace's folder.
///   - headings: the `folded` keys of the headings that the file may have.
/// - Returns: the table, or none, and everything that is wrong with the file's bytes or shape.
public func ingestTable(
  _ bytes: [UInt8], file: String, recognising headings: Set<String>
) -> IngestedTable {
  let decoded = decodeText(bytes, file: file)
  guard let text = decoded.utf8 else {
    return IngestedTable(table: nil, findings: decoded.findings)
  }
  guard let start = findHeading(in: text, from: decoded.start, recognising: headings) else {
    let finding = headingNotFound(in: text, from: decoded.start, file: file)
    return IngestedTable(table: nil, findings: decoded.findings + [finding])
  }
  let reading = readRows(below: start, file: file)
  return IngestedTable(
    table: reading.table,
    findings: decoded.findings + notes(on: start, file: file) + reading.findings)
}

private func readRows(below start: TableStart, file: String) -> IngestedTable {
  let heading = start.headingRow
  guard !start.heading.isBroken else {
    return IngestedTable(
      table: nil, findings: start.heading.defects.map { finding($0, file: file, heading: nil) })
  }
  let index = RowIndex(below: start)
  let defects = start.heading.defects + index.defects
  var findings = defects.map { finding($0, file: file, heading: heading) }
  if let line = index.firstOtherEnd {
    findings.append(
      Finding(
        .mixedLineEnds, place: SourcePlace(file: file, line: line),
        details: ["line": String(line)]))
  }
  if index.starts.isEmpty, defects.isEmpty {
    findings.append(Finding(.noRows, place: SourcePlace(file: file, line: heading.line)))
  }
  let text = RowText(
    bytes: start.scanner.bytes, separator: start.scanner.separator, starts: index.starts)
  return IngestedTable(
    table: SourceTable(
      file: file, heading: heading, rows: SourceRows(text),
      titles: start.titles.map { SourceCell(text: $0.text, line: $0.line) }),
    findings: findings)
}

private func notes(on start: TableStart, file: String) -> [Finding] {
  guard let first = start.titles.first else { return [] }
  return [
    Finding(
      .titleRows, place: SourcePlace(file: file, line: first.line), value: shortened(first.text),
      details: ["count": String(start.titles.count)])
  ]
}

private func finding(_ defect: CellDefect, file: String, heading: SourceRow?) -> Finding {
  let index = defect.columnNumber - 1
  let cells = heading?.cells ?? []
  let column = index < cells.count ? cells[index].text : ""
  return Finding(
    defect.code,
    place: SourcePlace(
      file: file, line: defect.line, column: column.isEmpty ? nil : column,
      columnNumber: defect.columnNumber),
    value: shortened(defect.value), details: ["line": String(defect.line)])
}

/// No heading is found in a file whose letters were lost either; that is then what is to be mended.
private func headingNotFound(in text: [UInt8], from start: Int, file: String) -> Finding {
  var lines = PhysicalLines(of: text, from: start)
  var first: (line: Int, text: String)?
  while first == nil, let range = lines.next() {
    let words = cellText(text[range].prefix(longestTitle))
    if !words.isEmpty { first = (lines.line, words) }
  }
  if hasGaps(text) {
    let line = first?.line ?? 1
    return Finding(
      .encodingNotSupported, place: SourcePlace(file: file, line: line),
      value: shortened(first?.text ?? ""),
      details: ["encoding": "Windows-1252", "line": String(line)])
  }
  return Finding(
    .separatorNotFound, place: SourcePlace(file: file, line: first?.line),
    value: shortened(first?.text ?? ""))
}

/// Bytes of a line that are enough to show it.
private let longestTitle = 1000

/// The beginning of a long value, enough to find it again in its file.
func shortened(_ text: String) -> String {
  text.dropFirst(80).isEmpty ? text : text.prefix(79) + "…"
}
