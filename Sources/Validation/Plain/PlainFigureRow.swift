import Model

/// What a row of figures says that is plain and raises no finding.
struct PlainFigureRow {
  /// Where the indicator and the component stand in the reader's lists.
  var indicator = -1
  var component = -1
  var met: Bool?
  var numerator: Int?
  var denominator: Int?
  var percent: PlainNumber?
  var previous: PlainNumber?
  var current: PlainNumber?
  var referenceYear: Int?
  /// Where the note's text stands.
  var note = 0..<0
  let line: Int

  init(line: Int) { self.line = line }

  /// Whether the values agree with each other as the checks ask, so that there is nothing to find.
  func isConsistent(isShare: Bool) -> Bool {
    guard let denominator else { return true }
    if let numerator, numerator > denominator { return false }
    guard isShare else { return true }
    guard denominator > 0 else { return false }
    guard let numerator, let percent else { return true }
    return percent.decimal.map { agrees($0, withPart: numerator, of: denominator) } ?? false
  }
}
