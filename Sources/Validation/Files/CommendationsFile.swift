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
      // A cell beyond the table stands below a heading that may be a name.
      findings += reader.findings.map { finding in
        let heading = finding.place?.column.map { packed(folded($0)) }
        let isOwn = heading.flatMap(FileSchema.commendations.column(named:)) != nil
        return isOwn ? finding : finding.withoutWords
      }
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
