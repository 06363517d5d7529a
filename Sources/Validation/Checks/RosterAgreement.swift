import Model

extension FigureSources {
  /// Checks that a typed figure is what the roster counts, of each group of people that it is about
  /// or of all together.
  func rosterContradictions(with counts: [RosterCount]) -> [Finding] {
    typed.compactMap { typed in
      guard !typed.isInvalid,
        let count = counts.first(where: { $0.component == typed.figure.component })
          ?? (typed.figure.component == nil ? RosterCount(summing: counts) : nil),
        !typed.figure.agrees(with: count)
      else { return nil }
      return Finding(
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

extension RosterCount {
  /// All groups of people together.
  init?(summing counts: [RosterCount]) {
    guard let first = counts.first else { return nil }
    self.init(
      part: counts.reduce(0) { $0 + $1.part }, whole: counts.reduce(0) { $0 + $1.whole },
      isInvalid: false, component: nil, origin: first.origin, file: first.file,
      office: first.office)
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
