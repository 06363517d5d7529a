import CCrypto
import Model

/// The SHA-256 of `bytes` in lower-case hexadecimal.
public func sha256(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  var length: UInt32 = 0
  let isDone = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
  precondition(isDone == 1 && length == 32, "SHA-256 is always there")
  let digits = Array("0123456789abcdef".utf8)
  let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
