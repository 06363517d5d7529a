/// A place on a sheet, counted from 0.
struct CellAddress: Hashable, CustomStringConvertible {
  let row: Int
  let column: Int

  /// `B12`.
  var description: String { "\(letters)\(row + 1)" }

  /// The letters of the column.
  var letters: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
      letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
      rest = quotient
    }
    return letters
  }
}
