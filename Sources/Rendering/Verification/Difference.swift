/// The first thing in which a workbook's file is not what it should be, in Vietnamese.
struct Difference: Error, Hashable {
  let message: String

  init(_ message: String) { self.message = message }
}

/// Throws unless what was found is what was expected.
func expect<Value: Equatable>(
  _ found: Value, toBe expected: Value, _ what: String
) throws(Difference) {
  guard found != expected else { return }
  throw Difference("\(what) là “\(found)”, đáng lẽ là “\(expected)”.")
}
