public import Model
public import Rendering
import Reporting

/// The fourth stage: every file of the run, sorted by path, each workbook reopened and checked.
///
/// - Throws: a fault of a template or a workbook.
public func outputs(
  _ judged: Judged, with templates: ReportTemplates, of request: RunRequest
) throws(Fault) -> [OutputFile] {
  try sealed(try documents(judged, with: templates, of: request), of: judged, request)
}

/// The files of the run without the manifest.
///
/// The results come first, because every other document prints the digest of the one it rests on.
///
/// - Throws: a fault of a template or a workbook.
public func documents(
  _ judged: Judged, with templates: ReportTemplates, of request: RunRequest
) throws(Fault) -> [OutputFile] {
  let results = try resultFiles(of: judged)
  let composer = judged.composer.printing(results.mapValues { sha256($0.bytes) })
  let pages = try concurrentMap(jobs(judged, composer, isWhole: request.units.isEmpty)) {
    job throws(Fault) in
    try job.files(composer, templates)
  }.flatMap { $0 }
  let findings = renderCSV(composer.findingRows(judged.findings))
  return pages + results.values + [OutputFile(path: "findings.csv", bytes: findings)]
}

/// The files of a run sorted by path, with the manifest at their end.
///
/// `conversion` is what another program made of the files; its text documents are checked.
///
/// - Throws: a fault of a text document.
public func sealed(
  _ files: [OutputFile], of judged: Judged, _ request: RunRequest,
  with conversion: Conversion = Conversion()
) throws(Fault) -> [OutputFile] {
  for file in conversion.files { try checkTextDocument(file.bytes, file: file.path) }
  let all = (files + conversion.files).sorted { $0.path < $1.path }
  let manifest = manifest(all, judged, request, converter: conversion.converter)
  return all + [
    OutputFile(path: "manifest.json", bytes: try renderJSON(manifest, file: "manifest.json"))
  ]
}

/// What another program made of the files of a run.
public struct Conversion: Sendable {
  public let files: [OutputFile]
  /// The program's name and version, which the bytes depend on; `nil` where none was asked.
  public let converter: String?

  public init(_ files: [OutputFile] = [], by converter: String? = nil) {
    self.files = files
    self.converter = converter
  }
}

/// The `result.json` of each chosen unit and office.
private func resultFiles(of judged: Judged) throws(Fault) -> [UnitCode: OutputFile] {
  let reporting = judged.chosen + judged.reportingOffices
  let files = try concurrentMap(reporting) { unit throws(Fault) in
    let path = "\(unit.folderName)/result.json"
    return OutputFile(
      path: path, bytes: try renderJSON(judged.composer.result(of: unit), file: path))
  }
  return Dictionary(uniqueKeysWithValues: zip(reporting.map(\.unit.code), files))
}

/// A piece of the work that no other waits for.
private enum Job: Sendable {
  case workbook(UnitRecord, ReportFile)
  case pages(UnitRecord, ReportFile)
  case request(EvidenceRequest)
  case board

  func files(_ composer: Composer, _ templates: ReportTemplates) throws(Fault) -> [OutputFile] {
    switch self {
    case .workbook(let unit, let report):
      return [try workbookFile(unit, report, composer)]
    case .pages(let unit, let report):
      return try Pipeline.pages(
        composer.report(report, of: unit), named: "\(unit.folderName)/\(report.name)", templates)
    case .request(let request):
      return try Pipeline.pages(request.document, named: "phieu-bo-sung/\(request.name)", templates)
    case .board:
      return [
        OutputFile(path: "index.html", bytes: try renderHTML(composer.board(), with: templates))
      ]
    }
  }
}

/// The longest first, so that the cores end together.
private func jobs(_ judged: Judged, _ composer: Composer, isWhole: Bool) -> [Job] {
  let chosen = Set(judged.chosen.map(\.unit.code))
  let requests = composer.requests().filter { chosen.contains($0.unit) }
  let reports = chosenReports(judged)
  return reports.map { .workbook($0, $1) } + reports.map { .pages($0, $1) }
    + (isWhole ? [.board] : []) + requests.map { .request($0) }
}

/// The chosen units and offices with their kind of report, the province's first because it is the
/// longest.
private func chosenReports(_ judged: Judged) -> [(UnitRecord, ReportFile)] {
  (judged.chosen.reversed() + judged.reportingOffices).map {
    ($0, judged.composer.kindOfReport(of: $0))
  }
}

private func workbookFile(
  _ unit: UnitRecord, _ report: ReportFile, _ composer: Composer
) throws(Fault) -> OutputFile {
  let path = "\(unit.folderName)/\(report.name).xlsx"
  let document = composer.workbook(of: unit, as: composer.report(report, of: unit))
  return OutputFile(path: path, bytes: try renderCheckedWorkbook(document, file: path))
}

private func pages(
  _ document: ReportDocument, named path: String, _ templates: ReportTemplates
) throws(Fault) -> [OutputFile] {
  [
    OutputFile(path: "\(path).html", bytes: try renderHTML(document, with: templates)),
    OutputFile(path: "\(path).md", bytes: try renderMarkdown(document, with: templates)),
  ]
}

/// The layout of text documents, which another program reads.
private func isPartOfTextDocuments(_ file: WorkspaceFile) -> Bool {
  file.path.hasPrefix("reports/docx/")
}

/// The templates below `reports/`, parsed and checked.
///
/// - Throws: a fault with every problem of every template.
public func reportTemplates(_ request: RunRequest) throws(Fault) -> ReportTemplates {
  let prefix = "reports/"
  var files: [String: String] = [:]
  for file in request.templates where file.path.hasPrefix(prefix) && !isPartOfTextDocuments(file) {
    try requireUnicode(file.bytes, named: "templates/\(file.path)")
    files[String(file.path.dropFirst(prefix.count))] = String(decoding: file.bytes, as: UTF8.self)
  }
  do throws(Fault) {
    return try ReportTemplates(files)
  } catch {
    throw Fault(
      error.problems.map { problem in
        Fault.Problem(
          file: "templates/\(prefix)\(problem.file)", line: problem.line, column: problem.column,
          message: problem.message)
      })
  }
}
