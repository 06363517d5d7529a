import CCrypto

/// The name by which a template asks which scripts the page may run.
let scriptSources = "scriptSources"

/// The sources of a content security policy that let a browser run the scripts of `page` and no
/// others; `nil` when it has none.
///
/// Each script is named by its SHA-256, taken from the finished page: whatever a template writes
/// around it counts too. No text of a document can be a script, for all are escaped.
func policy(forScriptsOf page: String) -> String? {
  var sources: [String] = []
  var rest = Substring(page)
  while let opening = rest.range(of: "<script>") {
    let inside = rest[opening.upperBound...]
    guard let closing = inside.range(of: "</script>") else { break }
    sources.append("'sha256-\(base64SHA256(inside[..<closing.lowerBound]))'")
    rest = inside[closing.upperBound...]
  }
  return sources.isEmpty ? nil : sources.joined(separator: " ")
}

private func base64SHA256(_ text: Substring) -> String {
  let bytes = Array(text.utf8)
  var digest = [UInt8](repeating: 0, count: 32)
  var length: UInt32 = 0
  let isDone = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
  precondition(isDone == 1 && length == 32, "SHA-256 is always there")
  // Four signs for each three bytes, and a NUL.
  var signs = [UInt8](repeating: 0, count: 45)
  let count = Int(EVP_EncodeBlock(&signs, digest, 32))
  return String(decoding: signs.prefix(count), as: UTF8.self)
}

extension Substring {
  /// Where `mark`, an ASCII text, stands first.
  fileprivate func range(of mark: String) -> Range<Index>? {
    let wanted = Array(mark.utf8)
    var start = utf8.startIndex
    while let first = utf8[start...].firstIndex(of: wanted[0]) {
      if utf8[first...].starts(with: wanted) {
        return first..<utf8.index(first, offsetBy: wanted.count)
      }
      start = utf8.index(after: first)
    }
    return nil
  }
}
