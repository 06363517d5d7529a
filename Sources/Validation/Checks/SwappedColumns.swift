import Model

/// Two columns of a table, each of which has the values of the other.
struct SwappedColumns: Sendable {
  private let file: String
  private let headings: Set<String>
  let finding: Finding

  /// Returns `nil` for a table without such columns.
  init?(in table: ReadTable, of kind: WorkspaceFileKind) {
    guard let pair = ColumnPair.all(of: kind).first(where: { $0.isSwapped(in: table) }),
      let one = table.headings[pair.one.key], let other = table.headings[pair.other.key]
    else { return nil }
    file = table.file
    headings = [one.text, other.text]
    let example = table.rows.lazy.map { $0[pair.one.key].text }.first { !$0.isEmpty } ?? ""
    finding = Finding(
      .columnsSwapped, place: one.place, value: example, office: table.office,
      details: ["other": other.text])
  }

  /// Whether `other` says of a cell or of a body what the exchange has caused.
  func explains(_ other: Finding) -> Bool {
    guard other.place?.file == file else { return false }
    return other.code == .communeMissing || other.place?.column.map(headings.contains) ?? false
  }
}

/// Two columns that are easily exchanged, and how the values of each are told.
private struct ColumnPair {
  typealias Column = (key: ColumnKey, fits: @Sendable (String) -> Bool)

  let one: Column
  let other: Column

  static func all(of kind: WorkspaceFileKind) -> [ColumnPair] {
    let grade: Column = (.grade, { Vocabulary.grades[$0] != nil })
    func answer(_ key: ColumnKey) -> Column { (key, { Vocabulary.yesNo[$0] != nil }) }
    return switch kind {
    case .agencies:
      [
        ColumnPair(one: grade, other: answer(.trainingPlan)),
        ColumnPair(one: grade, other: answer(.digitalTools)),
      ]
    case .communes:
      [
        ColumnPair(
          one: (.code, { $0.allSatisfy(\.isNumber) }),
          other: (.name, { $0.contains(where: \.isLetter) })
        ), ColumnPair(one: grade, other: answer(.freeWifi)),
      ]
    case .evidence:
      [
        ColumnPair(
          one: (.number, isDocumentNumber),
          other: (.date, { CalendarDay(written: $0) != nil }))
      ]
    case .centres, .figures, .feedback, .funding, .waivers, .narrative, .personCounts,
      .commendations:
      []
    }
  }

  /// Whether at least two rows have the one's value below the other's heading and the reverse, and
  /// none has its values where they belong.
  func isSwapped(in table: ReadTable) -> Bool {
    guard table.headings[one.key] != nil, table.headings[other.key] != nil else { return false }
    var swapped = 0
    for row in table.rows {
      let (left, right) = (row[one.key].text, row[other.key].text)
      guard !left.isEmpty, !right.isEmpty else { continue }
      let isRight = one.fits(left) || other.fits(right)
      let isSwapped = other.fits(left) && one.fits(right)
      // “Không đạt” is a grade and an answer.
      if isRight && !isSwapped { return false }
      if !isRight && isSwapped { swapped += 1 }
    }
    return swapped > 1
  }
}
