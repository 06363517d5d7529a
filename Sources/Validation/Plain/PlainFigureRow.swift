import Model

/// What a row of figures says that is plain and raises no finding.
///
/// Small enough to be copied without a call.
struct PlainFigureRow {
  /// Where the indicator and the component stand in the reader's lists.
  var indicator: Int16 = -1
  var component: Int16 = -1
  var met: Bool?
  /// Whether it names the year of the period.
  var hasReferenceYear = false
  var numerator: Int?
  var denominator: Int?
  var percent: PlainNumber?
  var previous: PlainNumber?
  var current: PlainNumber?
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
    return agrees(
      Int64(percent.significand), scale: percent.scale, withPart: numerator, of: denominator)
  }
}
