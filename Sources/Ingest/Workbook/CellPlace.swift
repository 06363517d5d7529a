/// Where a cell stands in its sheet; both counted from 1.
struct CellPlace: Hashable {
  let row: Int
  let column: Int

  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  /// Reads `B12`; `nil` for another form or a place beyond `XFD1048576`.
  init?(_ text: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        guard row > 0 else { return nil }
      default: return nil
      }
      guard column <= Self.lastColumn, row <= Self.lastRow else { return nil }
    }
    guard row > 0 else { return nil }
    self.row = row
    self.column = column
  }
}
