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
    return missing + repeated + unknown.map { finding(onUnknown: $0, office: office) }
  }

  private func finding(onUnknown heading: Heading, office: OfficeID?) -> Finding {
    if heading.text.isEmpty {
      return Finding(
        .headingBlank, place: heading.place, office: office,
        details: ["number": "\(heading.index + 1)"])
    }
    if let column = likelyColumn(of: heading) {
      return Finding(
        .headingNearMiss, place: heading.place, value: heading.text, expected: column.heading,
        office: office)
    }
    return Finding(.unknownColumn, place: heading.place, value: heading.text, office: office)
  }
}
