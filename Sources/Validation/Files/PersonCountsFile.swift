import Model

/// Reads `dem-cong-dan.csv`: counts of a roster of persons that was counted elsewhere.
struct PersonCountsFile: Sendable {
  let file: String
  let office: OfficeID?
  /// Where digital skills and proficiency are counted over all persons, not over the holders.
  private(set) var counts: [CitizenCount] = []
  /// Whether a row cannot be used, so that none of its sums holds.
  private(set) var isDoubtful = false
  /// What cannot be, because more persons have it than may.
  private(set) var impossible: Set<CitizenTest> = []
  private(set) var findings: [Finding] = []
  private var lines: [String: Int] = [:]

  init(_ table: ReadTable) {
    file = table.file
    office = table.office
    for row in table.rows {
      var reader = RowReader(row)
      if let count = read(&reader) {
        counts.append(count)
      } else {
        isDoubtful = true
      }
      findings += reader.findings
    }
  }

  private mutating func read(_ reader: inout RowReader) -> CitizenCount? {
    guard reader.checkCellCount(), let commune = reader.requiredText(.commune) else { return nil }
    let group = group(&reader)
    let columns: [ColumnKey] = [.persons, .learningCitizen, .digitalSkill, .proficient]
    let numbers = columns.map { column in
      reader.requiredText(column).flatMap { _ in reader.count(column)?.value }
    }
    let known = numbers.compactMap(\.self)
    guard let group, known.count == columns.count, isFirst(commune, group, &reader) else {
      return nil
    }
    if isAbove(.learningCitizen, known[1], .persons, known[0], &reader) {
      impossible.formUnion(CitizenTest.allCases)
    }
    if isAbove(.digitalSkill, known[2], .learningCitizen, known[1], &reader) {
      impossible.formUnion([.digitalSkill, .proficient])
    }
    if isAbove(.proficient, known[3], .digitalSkill, known[2], &reader) {
      impossible.insert(.proficient)
    }
    return CitizenCount(
      commune: commune, group: group, persons: known[0], holders: known[1],
      skilledHolders: known[2], proficientHolders: known[3])
  }

  private func group(_ reader: inout RowReader) -> CitizenGroup? {
    guard let text = reader.requiredText(.group) else { return nil }
    if let group = CitizenGroup.byName[folded(text)] { return group }
    reader.reject(
      .group, .notInList,
      expected: CitizenGroup.allCases.map(\.component.rawValue).joined(separator: ", "))
    return nil
  }

  private mutating func isFirst(
    _ commune: String, _ group: CitizenGroup, _ reader: inout RowReader
  ) -> Bool {
    let key = "\(commune) \(group.component)"
    if let first = lines[key] {
      reader.report(.communeTwice, at: .commune, details: ["first": "\(first)"])
      return false
    }
    lines[key] = reader.row.place.line ?? 0
    return true
  }

  /// Whether more persons are said to have `column` than there are of `limit`.
  private func isAbove(
    _ column: ColumnKey, _ count: Int, _ limit: ColumnKey, _ most: Int, _ reader: inout RowReader
  ) -> Bool {
    guard count > most else { return false }
    reader.report(
      .personCountsExceed, at: column, expected: "≤ \(VietnameseNumber.count(most))",
      details: ["bound": reader.row[limit].place.column ?? ""])
    return true
  }
}
