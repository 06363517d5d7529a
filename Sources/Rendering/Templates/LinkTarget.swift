/// The address of a relative path with its `#anchor`, percent-encoded so that it is safe in every
/// format as it stands.
///
/// A colon is encoded too, so that no path can name a scheme, and a path never leaves for another
/// host.
func address(of path: String) -> String {
  let isRooted = path.utf8.first == UInt8(ascii: "/")
  return (isRooted ? "." : "") + path.utf8.map(encoded).joined()
}

private func encoded(_ byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "#"):
    String(UnicodeScalar(byte))
  default: percentEncoded(byte)
  }
}

func percentEncoded(_ byte: UInt8) -> String {
  "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
