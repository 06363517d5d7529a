import Model

extension FigureSources {
  /// Checks that all offices that report the indicator give the same figures; each disagreement is
  /// found at both places.
  ///
  /// Beside a roster that can be counted, typed figures are compared with it and not with each
  /// other.
  var officeContradictions: [Finding] {
    let sound = counts.filter { !$0.isInvalid }
    return sound.isEmpty ? typedContradictions : rosterContradictions(among: sound)
  }

  private var typedContradictions: [Finding] {
    var findings: [Finding] = []
    var firsts: [ComponentID?: Figure] = [:]
    for figure in typed where !figure.isInvalid {
      guard let first = firsts[figure.figure.component] else {
        firsts[figure.figure.component] = figure.figure
        continue
      }
      if !first.agrees(with: figure.figure) {
        findings += contradiction(first.witness, figure.figure.witness)
      }
    }
    return findings
  }

  private func rosterContradictions(among sound: [RosterCount]) -> [Finding] {
    var firsts: [ComponentID?: RosterCount] = [:]
    return sound.flatMap { count -> [Finding] in
      guard let first = firsts[count.component] else {
        firsts[count.component] = count
        return []
      }
      return (count.part, count.whole) == (first.part, first.whole)
        ? [] : contradiction(first.witness, count.witness)
    }
  }

  private func contradiction(_ one: Witness, _ other: Witness) -> [Finding] {
    [(one, other), (other, one)].map { here, there in
      Finding(
        .officesDisagree, about: indicator, office: nil, at: here.place, value: here.text,
        details: ["other": there.text, "otherPlace": there.place.reference])
    }
  }
}

/// A figure as a message shows it, with its place.
struct Witness: Hashable {
  let text: String
  let place: SourcePlace
}

extension RosterCount {
  var witness: Witness {
    Witness(
      text: "\(VietnameseNumber.count(part))/\(VietnameseNumber.count(whole))",
      place: SourcePlace(file: file))
  }
}

extension Figure {
  var witness: Witness {
    let counts = [numerator, denominator].map { $0.map { VietnameseNumber.count($0.value) } }
    let values = [previous, current].map { $0.map { VietnameseNumber.decimal($0.value) } }
    let parts = [
      met.map { $0.value ? "có" : "không" },
      counts == [nil, nil] ? nil : counts.map { $0 ?? "…" }.joined(separator: "/"),
      percent.map { VietnameseNumber.decimal($0.value) + "%" },
      values == [nil, nil] ? nil : values.map { $0 ?? "…" }.joined(separator: " → "),
    ]
    return Witness(text: parts.compactMap { $0 }.joined(separator: "; "), place: place)
  }
}
