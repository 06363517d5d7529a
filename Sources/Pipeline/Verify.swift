public import Audit
public import Model
import Reporting
import Rulebooks

/// Compares an output folder with its manifest, and its documents with its results.
///
/// Pure: the same files and templates give the same audit. `files` is everything in the period's
/// folder, `templates` everything in the templates' folder, for the words of the reports.
///
/// - Throws: a fault of the words.
public func verify(
  _ files: [WorkspaceFile], templates: [WorkspaceFile]
) throws(Fault) -> Audit {
  let name = "templates/reports/wording.yaml"
  let wording = templates.first { $0.path == "reports/wording.yaml" }
  let phrases = try loadPhrases(
    try text(of: wording, named: name), file: name, required: Phrase.allCases.map(\.rawValue),
    placeholders: phrasePlaceholders)
  let audited = concurrentMap(files) { file in
    AuditedFile(
      path: file.path, bytes: file.bytes, sha256: sha256(file.bytes), isFile: file.obstacle == nil)
  }
  return audit(audited, in: phrases, wordingDigest: wording.map { sha256($0.bytes) } ?? "")
}
