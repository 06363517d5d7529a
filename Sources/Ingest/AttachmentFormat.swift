public import Model

/// Stage 1 for a file of evidence, which is never read: what its bytes show it to be.
public func attachmentFormat(of bytes: [UInt8]) -> AttachmentFormat {
  // Archives name their members at both ends; a long file is not searched in between.
  let ends =
    bytes.count > 2 * endLength
    ? Array(bytes.prefix(endLength) + bytes.suffix(endLength)) : bytes
  if let name = fileFormat(of: ends) { return AttachmentFormat(rawValue: name) ?? .unknown }
  if bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) { return .tiff }
  // Readers of PDF take up to so many bytes of anything before the mark.
  if hasMark("%PDF-", startingWithin: 1024, of: bytes) { return .pdf }
  if isUTF16(ends) { return .text }
  return isBinary(ends) || ends.contains(0) ? .unknown : .text
}

private let endLength = 65_536

private func hasMark(_ mark: String, startingWithin count: Int, of bytes: [UInt8]) -> Bool {
  bytes.prefix(count).indices.contains { bytes[$0...].starts(with: mark.utf8) }
}

private func isUTF16(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
}
