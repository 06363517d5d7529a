import Model

extension Headings {
  /// Checks that each required column is there, and that each heading names one column.
  func findings(office: OfficeID?) -> [Finding] {
    let missing = missing.map { column in
      let nearest = nearest(to: column)
      return Finding(
        .requiredColumnMissing, place: place, value: nearest, expected: column.heading,
        office: office, details: ["nearest": nearest])
    }
    let repeated = repeated.map { heading, first in
      Finding(
        .columnTwice, place: heading.place, value: heading.text, office: office,
        details: ["first": first.place.address ?? ""])
    }
    // The heading that a missing column is likely to have is told with that column.
    let told = Set(missing.map(\.value))
    let unknown = unknown.enumerated().map { rank, heading in
      finding(onUnknown: heading, isCompared: rank < mostCompared, office: office)
    }.filter {
      ![.unknownColumn, .unknownColumnBesideAbsent].contains($0.code) || !told.contains($0.value)
    }
    return missing + summed(repeated) + summed(unknown)
  }

  /// The findings, but of each code no more than the first few: one more stands for all others.
  private func summed(_ findings: [Finding]) -> [Finding] {
    let counts = Dictionary(grouping: findings, by: \.code).mapValues(\.count)
    var told: [FindingCode: Int] = [:]
    return findings.compactMap { finding in
      let number = told[finding.code, default: 0] + 1
      told[finding.code] = number
      let others = (counts[finding.code] ?? 0) - number
      if number <= mostTold || others == 0 && number == mostTold + 1 { return finding }
      return number == mostTold + 1 ? finding.and(others) : nil
    }
  }

  private func finding(
    onUnknown heading: Heading, isCompared: Bool, office: OfficeID?
  ) -> Finding {
    if heading.text.isEmpty {
      return Finding(
        .headingBlank, place: heading.place, office: office,
        details: ["number": "\(heading.index + 1)"])
    }
    if isCompared, let column = likelyColumn(of: heading) {
      return Finding(
        .headingNearMiss, place: heading.place, value: heading.text, expected: column.heading,
        office: office)
    }
    guard !absent.isEmpty, !serialHeadings.contains(heading.name) else {
      return Finding(.unknownColumn, place: heading.place, value: heading.text, office: office)
    }
    return Finding(
      .unknownColumnBesideAbsent, place: heading.place, value: heading.text, office: office,
      details: ["columns": absent.map(\.heading).joined(separator: ", ")])
  }
}

extension Finding {
  /// The same finding, for as many others too: `Ghi chú (+15)`.
  fileprivate func and(_ others: Int) -> Finding {
    let sum = "(+\(others))"
    var details = details
    details["number"] = details["number"].map { "\($0) \(sum)" }
    return Finding(
      code, unit: unit, indicator: indicator, place: place,
      value: value.isEmpty ? "" : "\(value) \(sum)", expected: expected, clause: clause,
      office: office, details: details)
  }
}

extension Headings {
  /// The columns that the file may have and has not, for which an unknown heading may stand.
  fileprivate var absent: [FileSchema.Column] {
    schema.columns.filter {
      !$0.isRequired && !ColumnKey.printed.contains($0.key) && self[$0.key] == nil
    }
  }
}

/// What columns of serial numbers are called, which stand for no column of a form.
private let serialHeadings: Set<String> = ["stt", "tt", "sott", "sothutu", "so"]

/// Headings of one problem that are told of one by one.
private let mostTold = 20
