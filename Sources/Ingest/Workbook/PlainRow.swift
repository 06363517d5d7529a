import Model

/// A row of a sheet as nearly every program writes it: places, types, formats and values in ASCII,
/// without references, formulas or texts of its own.
///
/// Takes nothing that an XML parser would refuse or read otherwise; what it does not take is left to
/// the parser, which is its oracle in the tests.
struct PlainRow {
  /// A cell by where its parts stand in the bytes; what it does not have is empty.
  struct Cell {
    var place = 0..<0
    var type = 0..<0
    var format = 0..<0
    var value = 0..<0
  }

  /// Where the row's number stands; empty for a row without one.
  private(set) var number = 0..<0
  private(set) var cells: [Cell] = []
  private var names: [Range<Int>] = []

  /// Reads the row that begins at `start`, after blanks.
  ///
  /// - Returns: where it ends; `nil` when it is not whole or not plain.
  mutating func read(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    skipBlanks(in: bytes, at: &index)
    guard skip("<row", in: bytes, at: &index), let isEmpty = readTag(bytes, at: &index) else {
      return nil
    }
    cells.removeAll(keepingCapacity: true)
    if isEmpty { return index }
    while true {
      skipBlanks(in: bytes, at: &index)
      guard skip("<c", in: bytes, at: &index) else {
        return skip("</row>", in: bytes, at: &index) ? index : nil
      }
      guard let cell = Self.cell(bytes, at: &index) else { return nil }
      cells.append(cell)
    }
  }

  /// Reads the attributes of the row, and says whether its tag is also its end.
  private mutating func readTag(_ bytes: Span<UInt8>, at index: inout Int) -> Bool? {
    number = 0..<0
    names.removeAll(keepingCapacity: true)
    while let name = attributeName(in: bytes, at: &index) {
      guard names.count < 16, !names.contains(where: { isSame($0, name, in: bytes) }),
        let value = attributeValue(in: bytes, at: &index)
      else { return nil }
      names.append(name)
      if name.count == 1, bytes[name.lowerBound] == UInt8(ascii: "r") { number = value }
    }
    return endOfTag(in: bytes, at: &index)
  }

  private static func cell(_ bytes: Span<UInt8>, at index: inout Int) -> Cell? {
    var cell = Cell()
    while let name = attributeName(in: bytes, at: &index) {
      guard name.count == 1, let value = attributeValue(in: bytes, at: &index) else { return nil }
      switch bytes[name.lowerBound] {
      case UInt8(ascii: "r") where cell.place.isEmpty: cell.place = value
      case UInt8(ascii: "t") where cell.type.isEmpty: cell.type = value
      case UInt8(ascii: "s") where cell.format.isEmpty: cell.format = value
      default: return nil
      }
    }
    guard let isEmpty = endOfTag(in: bytes, at: &index) else { return nil }
    if isEmpty { return cell }
    if skip("<v>", in: bytes, at: &index) {
      cell.value = plainText(in: bytes, at: &index)
      guard skip("</v>", in: bytes, at: &index) else { return nil }
    }
    return skip("</c>", in: bytes, at: &index) ? cell : nil
  }
}

private func isSame(_ left: Range<Int>, _ right: Range<Int>, in bytes: Span<UInt8>) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { bytes[$0] == bytes[$1] }
}
