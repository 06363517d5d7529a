public import Model

/// What one file of prose became, with everything that is wrong with its bytes.
public struct IngestedProse: Hashable, Sendable {
  /// `nil` when the findings say why.
  public let prose: SourceProse?
  /// Family F, by line.
  public let findings: [Finding]
}

/// Stage 1 for a file of prose, such as the narrative (thuyết minh).
///
/// Pure and total. Reads GitHub-flavoured Markdown with tables; no word that was typed becomes
/// markup: HTML, definitions of links and footnotes stay text, links give their words with the
/// address in brackets, images their description. Only cells beyond a table's heading are lost, as
/// in every reader of that format.
public func ingestProse(_ bytes: [UInt8], file: String) -> IngestedProse {
  let ingested = ingestText(bytes, file: file)
  return IngestedProse(
    prose: ingested.text.map { SourceProse(file: file, elements: proseElements(of: $0)) },
    findings: ingested.findings.map(\.aboutProse))
}
