/// The bytes that give a file of rows and columns its shape.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let blank: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let semicolon: UInt8 = 0x3B

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

/// The index of the line end at or after `position`, or the end of the bytes.
func endOfLine(in bytes: [UInt8], from position: Int) -> Int {
  var index = position
  while index < bytes.count, bytes[index] != Byte.lineFeed, bytes[index] != Byte.carriageReturn {
    index += 1
  }
  return index
}

/// The index after the line end at `position`, which may be CR, LF, CRLF or the end of the bytes.
func startOfLine(in bytes: [UInt8], afterEndAt position: Int) -> Int {
  guard position < bytes.count else { return bytes.count }
  let isPair =
    bytes[position] == Byte.carriageReturn && position + 1 < bytes.count
    && bytes[position + 1] == Byte.lineFeed
  return position + (isPair ? 2 : 1)
}
