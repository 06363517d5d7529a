import Model
import Validation

/// `files` without the workbooks that repeat a CSV file of the same folder.
///
/// Where the two say the same, nobody needs to know; where they differ, the CSV file is used and
/// has the finding that says so.
func withoutTwins(_ files: [SourceFile]) -> [SourceFile] {
  let workbooks = files.filter { isWorkbook($0.path) }
  return files.compactMap { file in
    if case .persons(let counted) = file.content { return personsFile(file, counted, among: files) }
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
      details: ["other": file.path, "at": " (\(place.address ?? "A1"))"])
    return SourceFile(
      path: file.path, office: file.office, content: file.content,
      findings: (file.findings + [finding]).sorted(by: Finding.precedes))
  }
}

/// A roster of persons; `nil` where it is a workbook beside the same in text, or text beside the same
/// unpacked, which would be counted twice.
///
/// Rosters are compared by what was counted, because their rows are not kept.
private func personsFile(
  _ file: SourceFile, _ counted: CountedCitizens?, among files: [SourceFile]
) -> SourceFile? {
  let twins = files.filter { $0.rosterStem == file.rosterStem && $0.rosterRank != nil }
  guard twins.allSatisfy({ ($0.rosterRank ?? 0) >= (file.rosterRank ?? 0) }) else { return nil }
  let differing = twins.filter { $0.path != file.path && !$0.counts(as: counted) }
  let findings = differing.map { twin in
    Finding(
      .tableTwice, place: SourcePlace(file: twin.path),
      details: ["other": file.path, "at": ""])
  }
  return SourceFile(
    path: file.path, office: file.office, content: file.content,
    findings: (file.findings + findings).sorted(by: Finding.precedes))
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
  /// The endings that a roster of persons may have; of those with one stem, the first is counted.
  private static let rosterEndings = [".csv", ".csv.gz", ".xlsx"]

  fileprivate var rosterRank: Int? {
    guard case .persons = content else { return nil }
    let name = path.lowercased()
    return Self.rosterEndings.firstIndex { name.hasSuffix($0) }
  }

  /// The path without its ending.
  fileprivate var rosterStem: String {
    let ending = rosterRank.map { Self.rosterEndings[$0] } ?? ""
    return path.lowercased().dropLast(ending.count).description
  }

  fileprivate func counts(as other: CountedCitizens?) -> Bool {
    guard case .persons(let counted) = content else { return false }
    return counted?.counts == other?.counts && counted?.refused == other?.refused
  }

  fileprivate func isTable(_ kind: WorkspaceFileKind, of office: OfficeID?) -> Bool {
    guard case .table(let own, _) = content else { return false }
    return own == kind && self.office == office
  }
}
