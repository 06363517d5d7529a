import Model

extension FigureSources {
  /// Checks that a typed figure is what the roster counts.
  func rosterContradictions(with count: RosterCount) -> [Finding] {
    typed.filter { !$0.isInvalid && !$0.figure.agrees(with: count) }.map { typed in
      Finding(
        .rosterDisagrees, about: indicator, office: nil, at: typed.figure.place,
        value: typed.figure.witness.text, expected: count.witness.text,
        details: [
          "roster": count.witness.text, "typed": typed.figure.witness.text,
          "rosterFile": count.file, "numerator": VietnameseNumber.count(count.part),
          "denominator": VietnameseNumber.count(count.whole),
        ])
    }
  }
}

extension Figure {
  /// Whether every count or percentage that was typed is the roster's.
  func agrees(with count: RosterCount) -> Bool {
    let agreesInPercent = percent.map {
      count.whole > 0 && Validation.agrees($0.value, withPart: count.part, of: count.whole)
    }
    return numerator.map { $0.value == count.part } ?? true
      && denominator.map { $0.value == count.whole } ?? true
      // Beside two counts the percentage has been checked against those.
      && (numerator != nil && denominator != nil || agreesInPercent ?? true)
  }
}
