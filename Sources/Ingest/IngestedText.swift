public import Model

/// What one file of running text became, with everything that is wrong with its bytes.
public struct IngestedText: Hashable, Sendable {
  /// In NFC, with `\n` at every line's end; `nil` when the findings say why.
  public let text: String?
  /// Family F, by line.
  public let findings: [Finding]

  public init(text: String?, findings: [Finding]) {
    self.text = text
    self.findings = findings.sorted(by: Finding.precedes)
  }
}

/// Stage 1 for a file of running text, such as the narrative (thuyết minh).
///
/// Pure and total; lines keep their numbers.
public func ingestText(_ bytes: [UInt8], file: String) -> IngestedText {
  let decoded = decodeText(bytes, file: file)
  guard let utf8 = decoded.utf8 else {
    return IngestedText(text: nil, findings: decoded.findings)
  }
  let text = String(decoding: withUniformLineEnds(utf8[decoded.start...]), as: UTF8.self)
  return IngestedText(text: text, findings: decoded.findings)
}
