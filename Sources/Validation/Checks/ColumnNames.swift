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
    let unknown = unknown.map { heading in
      Finding(.unknownColumn, place: heading.place, value: heading.text, office: office)
    }
    return missing + repeated + unknown
  }
}
