import CCrypto
import Model

/// The SHA-256 of `bytes` in lower-case hexadecimal.
public func sha256(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  var length: UInt32 = 0
  let isDone = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
  precondition(isDone == 1 && length == 32, "SHA-256 is always there")
  return hexadecimal(digest)
}

private func hexadecimal(_ digest: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}

/// The SHA-256 of bytes that come one after another.
///
/// A class because the library's state is freed once.
final class RunningDigest {
  private let state: OpaquePointer
  private(set) var size = 0

  init() {
    guard let state = EVP_MD_CTX_new(), EVP_DigestInit_ex(state, EVP_sha256(), nil) == 1 else {
      preconditionFailure("SHA-256 is always there")
    }
    self.state = state
  }

  deinit { EVP_MD_CTX_free(state) }

  func add(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    EVP_DigestUpdate(state, bytes.baseAddress, bytes.count)
    size += bytes.count
  }

  /// In lower-case hexadecimal; nothing may be added afterwards.
  func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = EVP_DigestFinal_ex(state, &digest, nil)
    precondition(isDone == 1, "SHA-256 is always there")
    return hexadecimal(digest)
  }
}
