import Model

extension Finding {
  /// A finding with the clause and the office of the indicator that it is about; about none, with
  /// the office whose folder the file stands in.
  init(
    _ code: FindingCode, about indicator: Indicator?, office: OfficeID?, at place: SourcePlace?,
    value: String = "", expected: String = "", details: [String: String] = [:]
  ) {
    self.init(
      code, indicator: indicator?.id, place: place, value: value, expected: expected,
      clause: indicator?.clause ?? "", office: indicator?.office ?? office, details: details)
  }

  /// The same finding, of `unit`; `office` where it names none.
  func of(_ unit: UnitCode, office fallback: OfficeID? = nil) -> Finding {
    Finding(
      code, unit: unit, indicator: indicator, place: place, value: value, expected: expected,
      clause: clause, office: office ?? fallback, details: details)
  }
}

extension SourcePlace {
  /// `file:line`, to name a second place in a message.
  var reference: String { file + (line.map { ":\($0)" } ?? "") }
}
