import Model

/// Reads `khen-thuong.csv`: who is proposed for commendation.
///
/// It holds names: no finding quotes a cell.
struct CommendationsFile: Sendable {
  private(set) var commendations: [Commendation] = []
  private(set) var findings: [Finding] = []

  init(_ table: ReadTable) {
    for row in table.rows {
      var reader = RowReader(row)
      if let commendation = reader.commendation() { commendations.append(commendation) }
      findings += reader.findings
    }
  }
}

extension RowReader {
  /// Reads a row; `nil` for one that is not whole.
  fileprivate mutating func commendation() -> Commendation? {
    guard checkCellCount() else { return nil }
    let kind = requiredText(.kind).flatMap { _ in
      word(
        .kind, from: .commendationKinds,
        expected: Vocabulary.commendationKinds.words.prefix(2).map(\.spelling)
          .joined(separator: ", "), quoted: false)
    }
    let name = requiredText(.name)
    guard let kind, let name else { return nil }
    return Commendation(
      kind: kind, name: name, unit: row[.unit].text, achievement: row[.achievement].text,
      award: row[.award].text, place: row.place)
  }
}
