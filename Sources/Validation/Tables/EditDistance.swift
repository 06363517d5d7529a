/// The smallest number of letters to insert, delete or replace that makes `one` into `other`.
public func editDistance(_ one: String, _ other: String) -> Int {
  let target = Array(other.unicodeScalars)
  var previous = Array(0...target.count)
  for (row, letter) in one.unicodeScalars.enumerated() {
    var current = [row + 1]
    current.reserveCapacity(previous.count)
    for (column, candidate) in target.enumerated() {
      let replaced = previous[column] + (letter == candidate ? 0 : 1)
      current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[target.count]
}
