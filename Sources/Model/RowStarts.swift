/// Where each row of a text begins, in 8 bytes a row for texts of up to 4 GiB.
public struct RowStarts: Sendable {
  /// An offset and a line that are small; those of long texts go on in `far`.
  @usableFromInline
  struct Near: Sendable {
    @usableFromInline let offset, line: UInt32
  }

  @usableFromInline private(set) var near: [Near] = []
  @usableFromInline private(set) var far: [RowText.Start] = []

  /// Makes room for as many rows as a text of `size` bytes has at most, unless they are very short;
  /// what is not needed of it takes no memory, while growing would copy what is there.
  public init(ofTextOf size: Int) { near.reserveCapacity(size / 32) }

  public var count: Int { near.count + far.count }

  public var isEmpty: Bool { near.isEmpty && far.isEmpty }

  @inlinable
  public subscript(index: Int) -> RowText.Start {
    guard index < near.count else { return far[index - near.count] }
    let start = near[index]
    return RowText.Start(offset: Int(start.offset), line: Int(start.line))
  }

  /// Adds the next row of the text.
  public mutating func append(_ start: RowText.Start) {
    if far.isEmpty, let offset = UInt32(exactly: start.offset),
      let line = UInt32(exactly: start.line)
    {
      near.append(Near(offset: offset, line: line))
    } else {
      far.append(start)
    }
  }
}
