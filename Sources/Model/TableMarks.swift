import CBytes

/// Finds the bytes that give a table its shape, one after another: separators, line ends and quotes.
///
/// Looks at 64 bytes together and remembers what it saw, so that each is looked at once. What is done
/// for every cell may be built into the modules that read them.
public struct TableMarks: Sendable {
  private let separator: UInt8
  /// Where the bytes begin that were looked at last; a multiple of `ByteBlock.width`.
  @usableFromInline var block = -ByteBlock.width
  /// All marks of the block, and those that are no separators, one bit a byte.
  @usableFromInline var marks: UInt64 = 0
  @usableFromInline var stops: UInt64 = 0
  /// The marks that are not passed.
  @usableFromInline var rest: UInt64 = 0
  /// The place behind the last mark that was passed, and its bit if it is in the block.
  @usableFromInline var cellStart = 0
  @usableFromInline var cellStartBit: UInt64 = 0
  @usableFromInline var nextColumn = 0

  /// - Parameter separator: the byte between two cells.
  public init(separator: UInt8) { self.separator = separator }

  /// The marks of the text in which `rows` stand; a list has none.
  public init(of rows: SourceRows) {
    self.init(separator: rows.text?.separator ?? TableByte.semicolon)
  }

  /// Goes on at `position`, forwards or backwards, where a row begins.
  @inlinable
  public mutating func move(to position: Int, in bytes: Span<UInt8>) {
    let start = position & -ByteBlock.width
    if start != block { look(at: start, in: bytes) }
    cellStartBit = 1 &<< UInt64(truncatingIfNeeded: position)
    rest = marks & (0 &- cellStartBit)
    cellStart = position
    nextColumn = 0
  }

  /// The next mark, or the end of the bytes.
  @inlinable
  public mutating func next(in bytes: Span<UInt8>) -> Int {
    while rest == 0 {
      guard lookFurther(in: bytes) else { return bytes.count }
    }
    let mark = rest & (0 &- rest)
    rest ^= mark
    let position = block &+ mark.trailingZeroBitCount
    cellStart = position &+ 1
    cellStartBit = mark &<< 1
    return position
  }

  /// The next cell that is not empty, has a quote in it or is the last of its row, up to the mark
  /// that ends it, which is passed; and its column in the row, counted from 0.
  ///
  /// The empty cells before it are passed all at once, since which they are is hard to foresee.
  @inlinable
  public mutating func nextCell(in bytes: Span<UInt8>) -> (cell: Range<Int>, column: Int) {
    while true {
      let ends = rest & (stops | ~(rest &<< 1 | cellStartBit))
      if ends != 0 {
        let end = ends & (0 &- ends)
        return pass(end, empty: rest & (end &- 1))
      }
      // Each empty cell takes one byte, its mark.
      if rest != 0 {
        let start = block &+ ByteBlock.width &- rest.leadingZeroBitCount
        nextColumn &+= start &- cellStart
        cellStart = start
      }
      guard lookFurther(in: bytes) else { return (cellStart..<bytes.count, nextColumn) }
    }
  }

  /// Passes the marks `empty`, which end empty cells, and `end` behind them.
  @inlinable @inline(__always)
  mutating func pass(_ end: UInt64, empty: UInt64) -> (cell: Range<Int>, column: Int) {
    let position = block &+ end.trailingZeroBitCount
    // The mark before the cell, if it is in the block, stands in front of those that are passed.
    let before = empty | cellStartBit &>> 1
    let start =
      before == 0 ? cellStart : block &+ ByteBlock.width &- before.leadingZeroBitCount
    let column = nextColumn &+ start &- cellStart
    rest &= ~(end | (end &- 1))
    cellStart = position &+ 1
    cellStartBit = end &<< 1
    nextColumn = column &+ 1
    return (start..<position, column)
  }

  /// Looks at the block behind this; `false` when there is none.
  @usableFromInline
  mutating func lookFurther(in bytes: Span<UInt8>) -> Bool {
    rest = 0
    cellStartBit = 0
    guard block + ByteBlock.width < bytes.count else { return false }
    look(at: block + ByteBlock.width, in: bytes)
    if cellStart == block { cellStartBit = 1 }
    return true
  }

  @usableFromInline
  mutating func look(at start: Int, in bytes: Span<UInt8>) {
    block = start
    let found = ByteBlock.read(bytes, at: start) { hoctap_table_marks($0, separator) }
    marks = found.all
    stops = found.stops
    rest = marks
  }
}
