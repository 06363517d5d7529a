import Model

extension ReadTable {
  /// Notes each of `rows` that has no amount in a column in which another has one, once.
  ///
  /// A column without any amount is one that is not known yet, as what was spent is in the middle of
  /// a year.
  func findingsOfMissingAmounts(in rows: [ReadRow]) -> [Finding] {
    let used = [ColumnKey.planned, .allocated, .spent].filter { key in
      rows.contains { !$0[key].isEmpty }
    }
    return rows.compactMap { row in
      let empty = used.filter { row[$0].isEmpty }
      guard let first = empty.first else { return nil }
      return Finding(
        .amountMissing, place: row[first].place, office: office,
        details: [
          "columns": empty.compactMap { row[$0].place.column }.joined(separator: ", "),
          "purpose": row[.purpose].isEmpty ? row[.source].text : row[.purpose].text,
        ])
    }
  }
}
