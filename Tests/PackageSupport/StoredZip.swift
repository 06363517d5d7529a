/// A zip archive whose parts are stored as they are, so that a test can forge what it says.
public struct StoredZip: Sendable {
  public struct Part: Sendable {
    public var name: String
    public var content: [UInt8]
    /// What the archive says of the size; the true one when `nil`.
    public var declaredSize: Int?
    public var flags: UInt16 = 0

    public init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }

    public init(_ name: String, _ content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  public var parts: [Part]

  public init(parts: [Part]) { self.parts = parts }

  public var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = result.count
      result += [0x50, 0x4B, 0x03, 0x04] + header(of: part) + Array(part.name.utf8) + part.content
      directory += [0x50, 0x4B, 0x01, 0x02] + little(20, 2) + header(of: part)
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4)
      directory += Array(part.name.utf8)
    }
    let end =
      [0x50, 0x4B, 0x05, 0x06] + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
      + little(directory.count, 4) + little(result.count, 4) + little(0, 2)
    return result + directory + end
  }

  /// Version, flags, method, time, day, checksum, sizes, lengths: the same in both places.
  private func header(of part: Part) -> [UInt8] {
    let size = little(part.declaredSize ?? part.content.count, 4)
    return little(20, 2) + little(Int(part.flags), 2) + little(0, 2) + little(0, 2)
      + little(0x21, 2) + little(Int(checksum(part.content)), 4) + size + size
      + little(part.name.utf8.count, 2) + little(0, 2)
  }
}

private func little(_ number: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

/// CRC-32 as zip archives use it.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}
