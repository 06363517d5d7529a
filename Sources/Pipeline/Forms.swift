import Foundation
public import Model
import Rendering
import Reporting
import Rulebooks
import Validation

/// Every blank file that the units and offices of a request owe, sorted by path: below `csv/` as
/// CSV, below `xlsx/` as workbooks, each reopened and checked.
///
/// The two kinds stand apart because a workspace takes a table in one form only. Pure: the files do
/// not depend on what has been sent, nor on the day but for the communes that exist on it.
///
/// - Throws: a fault of the words of the forms, or of a workbook.
public func blankForms(
  _ preparation: Preparation, of request: RunRequest
) throws(Fault) -> [OutputFile] {
  let folders = Validation.blankForms(
    in: preparation.context, for: request.units, folders: folderNames(of: request),
    narrative: preparation.wording.narrativeTitles, words: try formWording(of: request))
  var files = try concurrentMap(folders) { folder throws(Fault) in
    try formFiles(of: folder)
  }.flatMap { $0 }
  files.sort { $0.path < $1.path }
  let manifest = formManifest(files, preparation.context, request)
  return files + [
    OutputFile(path: manifestName, bytes: try renderJSON(manifest, file: manifestName))
  ]
}

/// The first file of a folder that is not as the folder's own manifest says it was written: filled
/// in, changed, or put there by somebody.
public func firstChange(among files: [WorkspaceFile]) -> String? {
  guard let own = files.first(where: { $0.path == manifestName }),
    let manifest = try? JSONDecoder().decode(WrittenFiles.self, from: Data(own.bytes))
  else {
    // Without its manifest nothing says that a file is the tool's.
    return files.first { !isHidden($0.path) }?.path
  }
  let digests = Dictionary(
    manifest.outputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
  return files.first {
    $0.path != manifestName && !isHidden($0.path) && digests[$0.path] != sha256($0.bytes)
  }?.path
}

private struct WrittenFiles: Decodable {
  struct Entry: Decodable {
    let path: String
    let sha256: String
  }

  let outputs: [Entry]
}

private let manifestName = "manifest.json"

private func formWording(of request: RunRequest) throws(Fault) -> FormWording {
  let path = "templates/forms.yaml"
  return FormWording(
    try loadPhrases(
      try text(of: request.template("forms.yaml"), named: path), file: path,
      required: FormWording.required))
}

private func formFiles(of folder: FormFolder) throws(Fault) -> [OutputFile] {
  var files: [OutputFile] = []
  for form in folder.forms {
    files.append(
      OutputFile(
        path: "csv/\(folder.path)/\(form.kind.fileName)", bytes: renderFormCSV(form)))
    let name = form.kind.fileName.replacing(".csv", with: ".xlsx")
    let path = "xlsx/\(folder.path)/\(name)"
    let bytes = try renderForm(form, file: path)
    try checkForm(bytes, against: form, file: path)
    files.append(OutputFile(path: path, bytes: bytes))
  }
  if !folder.narrative.isEmpty {
    let bytes = renderBlankNarrative(folder.narrative)
    let name = WorkspaceFileKind.narrative.fileName
    files += ["csv", "xlsx"].map {
      OutputFile(path: "\($0)/\(folder.path)/\(name)", bytes: bytes)
    }
  }
  return files
}

/// The name of the first folder of each unit in the period.
private func folderNames(of request: RunRequest) -> [UnitCode: String] {
  let prefix = "\(request.period)/"
  var names: [UnitCode: String] = [:]
  for file in request.files where file.path.hasPrefix(prefix) {
    let parts = file.path.dropFirst(prefix.count).split(separator: "/")
    guard parts.count > 1, let name = parts.first else { continue }
    let code = UnitCode(String(name.prefix { $0 != "-" }))
    if names[code] == nil { names[code] = String(name) }
  }
  return names
}

private func formManifest(
  _ files: [OutputFile], _ context: RunContext, _ request: RunRequest
) -> JSONValue {
  .object([
    "schema": "hoctap/manifest/1", "kind": "forms", "programme": .string(context.programme.id),
    "period": .string("\(context.period)"), "tool": .string(request.tool),
    "rulebook": .string(context.rulebook.id), "rulebookDigest": .string(context.rulebook.digest),
    "outputs": .array(files.map { entry($0.path, $0.bytes) }),
  ])
}
