public import Model
import Rendering
import Reporting

/// The fourth stage: every file of the run, sorted by path, each workbook reopened and checked.
///
/// - Throws: a fault of a template or a workbook.
public func outputs(_ judged: Judged, of request: RunRequest) throws(Fault) -> [OutputFile] {
  let templates = try reportTemplates(request)
  let composer = judged.composer
  let jobs = renderJobs(judged, isWhole: request.units.isEmpty)
  var files = try concurrentMap(jobs) { job throws(Fault) in
    try job.files(composer, templates)
  }.flatMap { $0 }
  files.append(
    OutputFile(
      path: "findings.csv", bytes: renderCSV(composer.findingRows(judged.findings))))
  files.sort { $0.path < $1.path }
  files.append(
    OutputFile(
      path: "manifest.json",
      bytes: try renderJSON(manifest(files, judged, request), file: "manifest.json")))
  return files
}

/// One independent piece of the rendering.
private enum RenderJob: Sendable {
  case page(UnitRecord, ReportFile)
  case workbook(UnitRecord, ReportFile)
  case result(UnitRecord)
  case request(EvidenceRequest)
  case board

  func files(_ composer: Composer, _ templates: ReportTemplates) throws(Fault) -> [OutputFile] {
    switch self {
    case .page(let unit, let report):
      return try pages(
        composer.report(report, of: unit), named: "\(unit.folderName)/\(report.name)", templates)
    case .workbook(let unit, let report):
      return [try workbookFile(unit, report, composer)]
    case .result(let unit):
      let path = "\(unit.folderName)/result.json"
      return [
        OutputFile(path: path, bytes: try renderJSON(composer.result(of: unit), file: path))
      ]
    case .request(let request):
      return try pages(request.document, named: "phieu-bo-sung/\(request.name)", templates)
    case .board:
      return [
        OutputFile(path: "index.html", bytes: try renderHTML(composer.board(), with: templates))
      ]
    }
  }
}

/// The pieces, the longest first so that the cores end together.
private func renderJobs(_ judged: Judged, isWhole: Bool) -> [RenderJob] {
  let province = judged.record.context.programme.province
  let chosen = Set(judged.chosen.map(\.unit.code))
  let units = judged.chosen.reversed().map { unit in
    (unit, unit.unit.code == province ? ReportFile.province : .district)
  }
  let requests = judged.composer.requests().filter { chosen.contains($0.unit) }
  return units.map { .workbook($0, $1) } + units.map { .page($0, $1) }
    + (isWhole ? [.board] : []) + units.map { .result($0.0) } + requests.map { .request($0) }
}

private func workbookFile(
  _ unit: UnitRecord, _ report: ReportFile, _ composer: Composer
) throws(Fault) -> OutputFile {
  let path = "\(unit.folderName)/\(report.name).xlsx"
  let document = composer.workbook(of: unit, as: composer.report(report, of: unit))
  let bytes = try renderWorkbook(document, file: path)
  try checkWorkbook(bytes, against: document, file: path)
  return OutputFile(path: path, bytes: bytes)
}

private func pages(
  _ document: ReportDocument, named path: String, _ templates: ReportTemplates
) throws(Fault) -> [OutputFile] {
  [
    OutputFile(path: "\(path).html", bytes: try renderHTML(document, with: templates)),
    OutputFile(path: "\(path).md", bytes: try renderMarkdown(document, with: templates)),
  ]
}

/// The templates below `reports/`, by their path from there.
private func reportTemplates(_ request: RunRequest) throws(Fault) -> ReportTemplates {
  let prefix = "reports/"
  var files: [String: String] = [:]
  for file in request.templates where file.path.hasPrefix(prefix) {
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
