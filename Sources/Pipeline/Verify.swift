public import Audit
import Ingest
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
  return audit(
    audited, in: phrases, wordingDigest: wording.map { sha256($0.bytes) } ?? "",
    means: AuditMeans(
      rulebook: { rulebook($0, in: templates) },
      table: { file, columns in
        ingestTable(
          file.bytes, file: file.path, recognising: Set(columns.map(folded))
        ).table
      }))
}

/// The rulebook that has the digest, where it is at hand and can be read.
private func rulebook(_ digest: String, in templates: [WorkspaceFile]) -> Rulebook? {
  let file = templates.first {
    $0.path.hasPrefix("rulebooks/") && $0.path.hasSuffix(".yaml") && sha256($0.bytes) == digest
  }
  guard let file, let text = String(validating: file.bytes, as: UTF8.self) else { return nil }
  return try? loadRulebook(text, file: file.path, digest: digest)
}
