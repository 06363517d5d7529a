import CRoster

/// Part of a text that one worker counts: rows one after another, and what follows in sight.
final class Chunk {
  /// Counted from 0 in its file.
  var number = 0
  /// The bytes that are there.
  private(set) var filled = 0
  /// Where the last row of the chunk ends, or `nil` where the worker is to find out.
  var end: Int?
  var isLast = false
  /// Where a worker that was to find out has stopped; the next chunk begins there.
  var consumed = 0
  /// What of the text had been read with it.
  var bytesRead = 0
  /// Whether the line at the end goes on beyond the bytes, and is to be left out.
  var isCut = false

  private let room: UnsafeMutableRawBufferPointer

  init(capacity: Int) {
    let margin = hoctap_margin
    room = .allocate(byteCount: capacity + 2 * margin, alignment: 64)
    // The margins are read, never looked at; only what is filled takes memory.
    room.prefix(margin).initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit { room.deallocate() }

  var bytes: UnsafePointer<UInt8> { UnsafePointer(start) }

  var window: TextWindow { TextWindow(bytes: bytes, count: filled, isLast: isLast) }

  /// Takes `carried`, and fills what is free up to `size`.
  func fill(
    _ carried: [UInt8], upTo size: Int, from source: any TextSource
  ) throws(RosterFault.Reason) {
    UnsafeMutableRawBufferPointer(start: start, count: carried.count).copyBytes(from: carried)
    filled = carried.count
    isLast = false
    isCut = false
    end = nil
    try fill(upTo: size, from: source)
  }

  func fill(upTo size: Int, from source: any TextSource) throws(RosterFault.Reason) {
    let wanted = size - filled
    let count = try source.fill(
      UnsafeMutableRawBufferPointer(start: start + filled, count: wanted))
    filled += count
    isLast = count < wanted
    let margin = UnsafeMutableRawBufferPointer(start: start + filled, count: hoctap_margin)
    margin.initializeMemory(as: UInt8.self, repeating: 0)
  }

  /// The bytes from `position` on.
  func tail(from position: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: bytes + position, count: filled - position))
  }

  private var start: UnsafeMutablePointer<UInt8> {
    let margin = hoctap_margin
    guard let base = room.baseAddress else { preconditionFailure("a room has an address") }
    return (base + margin).assumingMemoryBound(to: UInt8.self)
  }
}
