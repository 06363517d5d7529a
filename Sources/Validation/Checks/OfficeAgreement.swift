import Model

extension FigureSources {
  /// Checks that all offices that report the indicator give the same figures; each disagreement is
  /// found at both places.
  var officeContradictions: [Finding] {
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
    let sound = counts.filter { !$0.isInvalid }
    for count in sound.dropFirst() {
      if let first = sound.first, (first.part, first.whole) != (count.part, count.whole) {
        findings += contradiction(first.witness, count.witness)
      }
    }
    return findings
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
