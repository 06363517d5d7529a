public import Model
import Rendering
import Reporting

/// The fourth stage: every file of the run, sorted by path, each workbook reopened and checked.
///
/// - Throws: a fault of a template or a workbook.
public func outputs(_ judged: Judged, of request: RunRequest) throws(Fault) -> [OutputFile] {
  let templates = try reportTemplates(request)
  let composer = judged.composer
  var files: [OutputFile] = []
  for unit in judged.chosen {
    files += try unitFiles(unit, composer, isProvince: isProvince(unit, judged), templates)
  }
  let chosen = Set(judged.chosen.map(\.unit.code))
  for request in composer.requests() where chosen.contains(request.unit) {
    files += try pages(request.document, named: "phieu-bo-sung/\(request.name)", templates)
  }
  if request.units.isEmpty {
    files.append(
      OutputFile(path: "index.html", bytes: try renderHTML(composer.board(), with: templates)))
  }
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

private func isProvince(_ unit: UnitRecord, _ judged: Judged) -> Bool {
  unit.unit.code == judged.record.context.programme.province
}

private func unitFiles(
  _ unit: UnitRecord, _ composer: Composer, isProvince: Bool, _ templates: ReportTemplates
) throws(Fault) -> [OutputFile] {
  let report = isProvince ? composer.provinceReport() : composer.districtReport(unit)
  let name = (isProvince ? ReportFile.province : .district).name
  let path = "\(unit.folderName)/\(name)"
  let workbook = composer.workbook(of: unit, as: report)
  let bytes = try renderWorkbook(workbook)
  try checkWorkbook(bytes, against: workbook, file: "\(path).xlsx")
  let resultPath = "\(unit.folderName)/result.json"
  return try pages(report, named: path, templates) + [
    OutputFile(path: "\(path).xlsx", bytes: bytes),
    OutputFile(
      path: resultPath, bytes: try renderJSON(composer.result(of: unit), file: resultPath)),
  ]
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
  return try ReportTemplates(files)
}
