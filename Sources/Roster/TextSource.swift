/// Where the bytes of a roster come from, read once from the beginning.
public protocol TextSource: AnyObject {
  /// Reads up to the buffer's size, at least one byte unless the text has ended.
  ///
  /// - Throws: why nothing can be read any more.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RosterFault.Reason) -> Int
}

extension TextSource {
  /// Reads until the buffer is full or the text has ended; returns how many bytes were read.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(RosterFault.Reason) -> Int {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let more = try read(into: rest)
      if more == 0 { break }
      count += more
    }
    return count
  }
}

/// Bytes in memory.
public final class MemorySource: TextSource {
  private let bytes: [UInt8]
  private var position = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(RosterFault.Reason) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
