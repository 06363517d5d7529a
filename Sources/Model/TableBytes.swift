/// The bytes that give a file of rows and columns its shape.
public enum TableByte {
  public static let tab: UInt8 = 0x09
  public static let lineFeed: UInt8 = 0x0A
  public static let carriageReturn: UInt8 = 0x0D
  public static let blank: UInt8 = 0x20
  public static let quote: UInt8 = 0x22
  public static let comma: UInt8 = 0x2C
  public static let semicolon: UInt8 = 0x3B
}

/// The index of the line end at or after `position`, or the end of the bytes.
public func endOfLine(in bytes: [UInt8], from position: Int) -> Int {
  var index = position
  while index < bytes.count, bytes[index] != TableByte.lineFeed,
    bytes[index] != TableByte.carriageReturn
  {
    index += 1
  }
  return index
}

/// The index after the line end at `position`, which may be CR, LF, CRLF or the end of the bytes.
public func startOfLine(in bytes: [UInt8], afterEndAt position: Int) -> Int {
  startOfLine(in: bytes.span, afterEndAt: position)
}

/// The index after the line end at `position`, which may be CR, LF, CRLF or the end of the bytes.
@inlinable
public func startOfLine(in bytes: Span<UInt8>, afterEndAt position: Int) -> Int {
  guard position < bytes.count else { return bytes.count }
  let isPair =
    bytes[position] == TableByte.carriageReturn && position + 1 < bytes.count
    && bytes[position + 1] == TableByte.lineFeed
  return position + (isPair ? 2 : 1)
}

/// The text of a cell that stands in UTF-8, without the blanks around it.
public func cellText(_ bytes: ArraySlice<UInt8>) -> String {
  let trimmed = withoutOuterBlanks(bytes)
  return trimmed.isEmpty ? "" : String(decoding: trimmed, as: UTF8.self)
}

/// `bytes` without the blanks at their ends, those beyond ASCII and marks without width included.
public func withoutOuterBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var rest = bytes
  while let first = rest.first {
    if first <= 0x20 {
      rest = rest.dropFirst()
    } else if first >= 0x80, let blank = wideBlanks.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(blank.count)
    } else {
      break
    }
  }
  while let last = rest.last {
    if last <= 0x20 {
      rest = rest.dropLast()
    } else if last >= 0x80,
      let blank = wideBlanks.first(where: { rest.suffix($0.count) == $0[...] })
    {
      rest = rest.dropLast(blank.count)
    } else {
      break
    }
  }
  return rest
}

/// Blanks beyond ASCII, and marks without width that are no part of a value.
private let wideBlanks: [[UInt8]] =
  ([0x00A0, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF] + Array(0x2000...0x200F))
  .compactMap(Unicode.Scalar.init).map { Array(String($0).utf8) }

/// `bytes` with CR and CRLF as LF.
public func withUniformLineEnds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard bytes.contains(TableByte.carriageReturn) else { return bytes }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var previous: UInt8 = 0
  for byte in bytes {
    if byte == TableByte.carriageReturn {
      result.append(TableByte.lineFeed)
    } else if byte != TableByte.lineFeed || previous != TableByte.carriageReturn {
      result.append(byte)
    }
    previous = byte
  }
  return result[...]
}

/// `content` with every two quotes as one.
func withSingleQuotes(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var result: [UInt8] = []
  result.reserveCapacity(content.count)
  var isSecond = false
  for byte in content {
    if byte == TableByte.quote, isSecond {
      isSecond = false
    } else {
      isSecond = byte == TableByte.quote
      result.append(byte)
    }
  }
  return result[...]
}
