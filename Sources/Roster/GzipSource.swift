import CZlib

/// A text that gzip packed, in one part or several one after another.
final class GzipSource: TextSource {
  private let packed: any TextSource
  private var stream = z_stream()
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var isBetweenParts = false

  /// - Parameters:
  ///   - packed: what is packed, whose first bytes have been read already.
  ///   - beginning: those bytes.
  init(_ packed: any TextSource, beginning: [UInt8]) {
    self.packed = packed
    room.copyBytes(from: beginning)
    hoctap_inflate_init(&stream)
    stream.next_in = room.bindMemory(to: UInt8.self).baseAddress
    stream.avail_in = UInt32(beginning.count)
  }

  deinit {
    inflateEnd(&stream)
    room.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RosterFault.Reason) -> Int {
    stream.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    stream.avail_out = UInt32(clamping: buffer.count)
    let most = Int(stream.avail_out)
    while Int(stream.avail_out) == most {
      if stream.avail_in == 0 {
        let count = try packed.read(into: room)
        if count == 0 {
          guard isBetweenParts else { throw .damagedArchive }
          return 0
        }
        stream.next_in = room.bindMemory(to: UInt8.self).baseAddress
        stream.avail_in = UInt32(count)
      }
      if isBetweenParts { inflateReset(&stream) }
      let state = inflate(&stream, Z_NO_FLUSH)
      guard state == Z_OK || state == Z_STREAM_END else { throw .damagedArchive }
      isBetweenParts = state == Z_STREAM_END
    }
    return most - Int(stream.avail_out)
  }
}

/// A few bytes in front of a source.
final class PushedBackSource: TextSource {
  private let rest: any TextSource
  private var beginning: ArraySlice<UInt8>

  init(_ beginning: [UInt8], before rest: any TextSource) {
    self.beginning = beginning[...]
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RosterFault.Reason) -> Int {
    guard !beginning.isEmpty else { return try rest.read(into: buffer) }
    let part = beginning.prefix(buffer.count)
    buffer.copyBytes(from: part)
    beginning = beginning.dropFirst(part.count)
    return part.count
  }
}

/// The text of a source, unpacked where gzip packed it.
///
/// - Throws: what it is when it is no text in UTF-8.
func openedText(_ source: any TextSource) throws(RosterFault.Reason) -> any TextSource {
  let packed = try beginning(of: source)
  guard packed.starts(with: [0x1F, 0x8B]) else {
    try requireText(packed)
    return PushedBackSource(packed, before: source)
  }
  let unpacked = GzipSource(source, beginning: packed)
  let text = try beginning(of: unpacked)
  try requireText(text)
  return PushedBackSource(text, before: unpacked)
}

private func beginning(of source: any TextSource) throws(RosterFault.Reason) -> [UInt8] {
  let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
  defer { room.deallocate() }
  return [UInt8](room.prefix(try source.fill(room)))
}

private func requireText(_ bytes: [UInt8]) throws(RosterFault.Reason) {
  if bytes.isEmpty { throw .empty }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw .encoding("UTF-16")
  }
  if bytes.contains(0) || bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { throw .notText }
}
