import Model
import Validation

/// `files` without the workbooks that repeat a CSV file of the same folder.
///
/// Where the two say the same, nobody needs to know; where they differ, the CSV file is used and
/// has the finding that says so.
func withoutTwins(_ files: [SourceFile]) -> [SourceFile] {
  let workbooks = files.filter { isWorkbook($0.path) }
  return files.compactMap { file in
    guard case .table(let kind, let table) = file.content else { return file }
    if isWorkbook(file.path) {
      let hasTwin = files.contains { !isWorkbook($0.path) && $0.isTable(kind, of: file.office) }
      return hasTwin ? nil : file
    }
    guard let twin = workbooks.first(where: { $0.isTable(kind, of: file.office) }),
      case .table(_, let other) = twin.content,
      let place = firstDifference(of: other, from: table)
    else { return file }
    let finding = Finding(
      .tableTwice, place: place,
      details: ["other": file.path, "address": place.address ?? "A1"])
    return SourceFile(
      path: file.path, office: file.office, content: file.content,
      findings: (file.findings + [finding]).sorted(by: Finding.precedes))
  }
}

/// Whether a file's name is that of a workbook, in whatever case.
func isWorkbook(_ path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") }

/// The place in `table` of the first cell that `other` has differently; `nil` when all are alike.
private func firstDifference(of table: SourceTable, from other: SourceTable) -> SourcePlace? {
  let rows = [table.heading] + table.rows
  let others = [other.heading] + other.rows
  for index in 0..<max(rows.count, others.count) {
    let row = index < rows.count ? rows[index] : nil
    let twin = index < others.count ? others[index] : nil
    let cells = row?.cells ?? []
    let twins = twin?.cells ?? []
    for column in 0..<max(cells.count, twins.count) {
      let one = column < cells.count ? cells[column].text : ""
      let two = column < twins.count ? twins[column].text : ""
      if saySame(one, two) { continue }
      // A row that the workbook lacks would follow its last one.
      let line = row?.line ?? (rows.last?.line ?? 0) + 1
      return table.place.cell(line: line, columnNumber: column + 1)
    }
  }
  return nil
}

extension SourceFile {
  fileprivate func isTable(_ kind: WorkspaceFileKind, of office: OfficeID?) -> Bool {
    guard case .table(let own, _) = content else { return false }
    return own == kind && self.office == office
  }
}
