import Model

/// Letters of ASCII, by their bytes.
enum Byte {
  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}

/// The lines of a text as LF, CR and CRLF end them, numbered as an editor numbers them.
struct PhysicalLines {
  private let bytes: [UInt8]
  private var position: Int
  private(set) var line: Int

  /// - Parameters:
  ///   - bytes: the text.
  ///   - position: where the first line begins.
  ///   - lines: how many lines precede it.
  init(of bytes: [UInt8], from position: Int = 0, after lines: Int = 0) {
    self.bytes = bytes
    self.position = position
    line = lines
  }

  /// The next line without its end; afterwards `line` is its number.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    let end = endOfLine(in: bytes, from: start)
    position = startOfLine(in: bytes, afterEndAt: end)
    line += 1
    return start..<end
  }
}
