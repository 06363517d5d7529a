import Ingest
public import Model
import Roster
import Validation

/// The files of the period sorted by the unit that sent them, read and split into cells.
public struct UnitFolders: Sendable {
  public let sources: [UnitSources]
  /// Folders and files that belong to no unit.
  let findings: [Finding]
}

/// Stage 1 for every unit that takes part, for the period of `context`.
///
/// Pure; what cannot be read is a finding.
public func ingestUnits(_ request: RunRequest, in context: RunContext) -> UnitFolders {
  let programme = context.programme
  let taking = programme.participants + [programme.province]
  var folders: [UnitCode: [String]] = [:]
  /// What keeps a unit's folder from being read.
  var obstacles: [UnitCode: [Finding]] = [:]
  var findings: [Finding] = []
  let prefix = "\(context.period)/"
  let files = request.files.filter { $0.path.hasPrefix(prefix) && !isHidden($0.path) }
  for folder in topFolders(files, below: prefix) {
    let place = SourcePlace(file: prefix + folder.name)
    let code = UnitCode(String(folder.name.prefix { $0 != "-" }))
    let isUnits = taking.contains(code)
    if let obstacle = folder.obstacle, isUnits {
      obstacles[code, default: []].append(Finding(obstacle.code, place: place, value: folder.name))
    }
    guard folder.isFolder || folder.obstacle != nil && isUnits else {
      findings.append(
        Finding(folder.obstacle?.code ?? .unknownFile, place: place, value: folder.name))
      continue
    }
    if isUnits {
      folders[code, default: []].append(folder.name)
    } else {
      findings.append(
        Finding(
          .unknownUnit, place: place, value: code.rawValue,
          details: ["units": taking.map(\.rawValue).joined(separator: ", ")]))
    }
  }
  for code in taking {
    // Of two folders neither is read: nothing says which of them holds.
    for extra in (folders[code] ?? []).dropFirst() {
      obstacles[code, default: []].append(
        Finding(
          .unitFolderTwice, place: SourcePlace(file: prefix + extra), value: extra,
          details: ["first": folders[code]?.first ?? ""]))
    }
  }
  let sources = taking.compactMap { code -> UnitSources? in
    guard let unit = context.units[code] else { return nil }
    let named = folders[code] ?? []
    guard let first = named.first else { return UnitSources(unit: unit, folder: nil, files: []) }
    let folder = prefix + first
    if let finding = obstacles[code] {
      return UnitSources(unit: unit, folder: folder, files: unreadFiles(of: folder, finding))
    }
    let own = files.filter { $0.path.hasPrefix(folder + "/") }
    let rules = personRules(
      period: context.period, programmeBegins: context.programme.evidenceFrom, asOf: context.asOf)
    let read = concurrentMap(own) { sourceFile($0, in: folder, by: rules) }
    return UnitSources(unit: unit, folder: folder, files: withoutTwins(read))
  }
  return UnitFolders(sources: sources, findings: findings)
}

/// Everything that a folder may hold, unread, with the findings that say why.
private func unreadFiles(of folder: String, _ findings: [Finding]) -> [SourceFile] {
  WorkspaceFileKind.allCases.enumerated().map { index, kind in
    SourceFile(
      path: folder, office: nil, content: .unreadable(kind), findings: index == 0 ? findings : [])
  }
}

private struct TopEntry: Hashable {
  let name: String
  let isFolder: Bool
  let obstacle: Obstacle?
}

private func topFolders(_ files: [WorkspaceFile], below prefix: String) -> [TopEntry] {
  var entries: [TopEntry] = []
  for file in files {
    let rest = file.path.dropFirst(prefix.count)
    let name = String(rest.prefix { $0 != "/" })
    let isFolder = rest.contains("/")
    let entry = TopEntry(name: name, isFolder: isFolder, obstacle: isFolder ? nil : file.obstacle)
    if entries.last != entry { entries.append(entry) }
  }
  return entries
}

/// Files that systems and editors leave behind: `.DS_Store`, `~$so-lieu.csv`, `Thumbs.db`,
/// `desktop.ini`.
func isHidden(_ path: String) -> Bool {
  path.split(separator: "/").contains {
    $0.hasPrefix(".") || $0.hasPrefix("~$")
      || ["thumbs.db", "desktop.ini"].contains($0.lowercased())
  }
}

private func sourceFile(
  _ file: WorkspaceFile, in folder: String, by rules: RosterRules
) -> SourceFile {
  var parts = file.path.dropFirst(folder.count + 1).split(separator: "/").map(String.init)
  var office: OfficeID?
  if parts.count > 1, !isEvidenceFolder(parts[0]), !isPersonsFolder(parts[0]) {
    office = OfficeID(parts.removeFirst())
  }
  if isPersons(parts) {
    if let obstacle = file.obstacle {
      return SourceFile(
        path: file.path, office: office, content: .persons(nil),
        findings: [finding(obstacle, of: file)])
    }
    return personsFile(file, office: office, by: rules)
  }
  if parts.count > 1, isEvidenceFolder(parts[0]) {
    let attachment = Attachment(
      size: file.bytes.count, digest: sha256(file.bytes), obstacle: file.obstacle,
      format: attachmentFormat(of: file.bytes))
    // Whether a link leads out of the folder matters only where a ledger names it.
    let obstacle = file.obstacle == .link ? nil : file.obstacle
    return SourceFile(
      path: file.path, office: office, content: .attachment(attachment),
      findings: obstacle.map { [finding($0, of: file)] } ?? [])
  }
  let kind = parts.count == 1 ? fileKind(named: parts[0]) : nil
  if let obstacle = file.obstacle {
    let isEvidence = parts.count == 1 && isEvidenceFolder(parts[0])
    let content: SourceFile.Content =
      isEvidence
      ? .attachment(Attachment(size: 0, digest: sha256([]), obstacle: obstacle))
      : kind.map { .unreadable($0) } ?? .unknown
    return SourceFile(
      path: file.path, office: office, content: content, findings: [finding(obstacle, of: file)])
  }
  guard let kind else { return SourceFile(path: file.path, office: office, content: .unknown) }
  return ingest(file, as: kind, office: office)
}

/// The kind of file that has that name or that of its workbook, in whatever case.
func fileKind(named name: String) -> WorkspaceFileKind? {
  let name = name.lowercased()
  return WorkspaceFileKind.allCases.first { [$0.fileName, $0.workbookName].contains(name) }
}

private func finding(_ obstacle: Obstacle, of file: WorkspaceFile) -> Finding {
  let name = file.path.split(separator: "/").last ?? ""
  return Finding(obstacle.code, place: SourcePlace(file: file.path), value: String(name))
}

private func ingest(
  _ file: WorkspaceFile, as kind: WorkspaceFileKind, office: OfficeID?
) -> SourceFile {
  if kind == .narrative {
    let ingested = ingestProse(file.bytes, file: file.path)
    return SourceFile(
      path: file.path, office: office,
      content: ingested.prose.map { .prose($0) } ?? .unreadable(kind),
      findings: ingested.findings)
  }
  let ingested = ingestedTable(file, as: kind)
  let told = { (findings: [Finding]) in
    kind.isConfidential ? findings.map(\.withoutWords) : findings
  }
  if let finding = otherForm(in: ingested, of: file, as: kind) {
    return SourceFile(
      path: file.path, office: office, content: .unreadable(kind), findings: told([finding]))
  }
  return SourceFile(
    path: file.path, office: office,
    content: ingested.table.map { .table(kind, $0) } ?? .unreadable(kind),
    findings: told(ingested.findings))
}

private func ingestedTable(_ file: WorkspaceFile, as kind: WorkspaceFileKind) -> IngestedTable {
  isWorkbook(file.path)
    ? ingestWorkbook(file.bytes, file: file.path, recognising: tableHeadings(of: kind))
    : ingestTable(file.bytes, file: file.path, recognising: headingVocabulary(of: kind))
}

/// That the file holds the table of another form than its name says: two that were exchanged, or one
/// that was saved under a wrong name.
private func otherForm(
  in ingested: IngestedTable, of file: WorkspaceFile, as kind: WorkspaceFileKind
) -> Finding? {
  if let table = ingested.table {
    return form(suiting: table.headingTexts, ratherThan: kind).map { finding($0, in: table) }
  }
  // Without headings of its own, it may have those of another.
  guard
    ingested.findings.contains(where: { [.separatorNotFound, .sheetNotFound].contains($0.code) })
  else { return nil }
  for other in WorkspaceFileKind.allCases where other != kind && other.workbookName != nil {
    guard let table = ingestedTable(file, as: other).table,
      form(suiting: table.headingTexts, ratherThan: kind) == other
    else { continue }
    return finding(other, in: table)
  }
  return nil
}

private func finding(_ other: WorkspaceFileKind, in table: SourceTable) -> Finding {
  let name = isWorkbook(table.file) ? other.workbookName ?? other.fileName : other.fileName
  let headings = table.headingTexts.filter { !$0.isEmpty }.prefix(5).map { "“\($0.prefix(80))”" }
  return Finding(
    .tableOfOtherForm, place: table.place.cell(line: table.heading.line), expected: name,
    details: ["headings": headings.joined(separator: ", ")])
}

extension SourceTable {
  fileprivate var headingTexts: [String] { heading.cells.map(\.text) }
}
