import Model

extension FigureSources {
  /// Checks that a whole that is typed beside all of its groups of people is their sum.
  ///
  /// Beside a roster, each is compared with that.
  var groupContradictions: [Finding] {
    guard counts.isEmpty, !groups.isEmpty else { return [] }
    let sound = typed.filter { !$0.isInvalid }.map(\.figure)
    let parts = groups.compactMap { id -> RosterCount? in
      guard let figure = sound.first(where: { $0.component == id }),
        let part = figure.numerator?.value, let whole = figure.denominator?.value
      else { return nil }
      return RosterCount(
        part: part, whole: whole, isInvalid: false, component: id, origin: .typed,
        file: figure.place.file, office: figure.office)
    }
    guard parts.count == groups.count, let sum = RosterCount(summing: parts) else { return [] }
    return sound.filter { $0.component == nil && !$0.agrees(with: sum) }.map { whole in
      Finding(
        .wholeDisagreesWithGroups, about: indicator, office: nil, at: whole.place,
        value: whole.witness.text, expected: sum.witness.text,
        details: [
          "total": sum.witness.text, "groups": groups.map(\.rawValue).joined(separator: ", "),
        ])
    }
  }
}
