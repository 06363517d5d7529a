import CBytes

/// Sixty-four bytes of a text in UTF-8, looked at together: where it is more than ASCII to be shown.
///
/// Each is one bit a byte, the first byte's the lowest.
public struct ByteBlock: Sendable {
  public static let width = 64

  /// Control characters of ASCII but tab and line ends.
  public let controls: UInt64
  /// The first bytes of letters of two bytes and more.
  public let firsts: UInt64
  /// Those of letters of three bytes and more.
  public let wideFirsts: UInt64
  /// The bytes of letters that are not their first.
  public let others: UInt64

  /// Looks at the bytes from `start` on; there may be fewer.
  public init(_ bytes: Span<UInt8>, at start: Int) {
    let marks = Self.read(bytes, at: start, hoctap_text_marks)
    controls = marks.controls
    firsts = marks.firsts
    wideFirsts = marks.wide_firsts
    others = marks.others
  }

  /// What `look` sees in the block at `start`; behind the end of the bytes are blanks.
  static func read<Result>(
    _ bytes: Span<UInt8>, at start: Int, _ look: (UnsafeRawPointer) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { buffer in
      if start + width <= buffer.count, let first = buffer.baseAddress {
        return look(first + start)
      }
      var last = SIMD64<UInt8>(repeating: TableByte.blank)
      for index in start..<max(start, buffer.count) { last[index - start] = buffer[index] }
      return withUnsafePointer(to: last) { look(UnsafeRawPointer($0)) }
    }
  }
}
