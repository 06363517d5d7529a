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
      if !agree(first, figure.figure) {
        findings += contradiction(first.witness, figure.figure.witness)
      }
    }
    return findings
  }

  /// Whether two offices say the same in the columns that are known of both.
  ///
  /// A heading that is not known has a finding of its own; what it keeps from being read contradicts
  /// nothing.
  private func agree(_ one: Figure, _ other: Figure) -> Bool {
    let hidden = [one, other].reduce(into: Set<ColumnKey>()) { keys, figure in
      keys.formUnion(hiddenColumns[figure.place.file] ?? [])
    }
    return hidden.isEmpty ? one.agrees(with: other) : one.shown(hidden) == other.shown(hidden)
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

extension Headings {
  /// The columns that may stand under a heading that is not known.
  var hiddenColumns: Set<ColumnKey> {
    let isAll = unknown.isEmpty && repeated.isEmpty
    return isAll ? [] : Set(schema.columns.map(\.key).filter { self[$0] == nil })
  }
}

extension Figure {
  /// The values but those of the `hidden` columns, by which figures are compared.
  fileprivate func shown(_ hidden: Set<ColumnKey>) -> [ColumnKey: Rational] {
    let decimals = [ColumnKey.percent: percent, .previous: previous, .current: current]
    let counts = [
      ColumnKey.numerator: numerator?.value, .denominator: denominator?.value,
      .met: met.map { $0.value ? 1 : 0 },
    ]
    var values = decimals.compactMapValues { $0?.value.rational }
    for (key, count) in counts { values[key] = count.flatMap { Rational($0, over: 1) } }
    return values.filter { !hidden.contains($0.key) }
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
