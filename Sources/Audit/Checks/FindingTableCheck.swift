import Model

/// Findings are those of the results, in every list of them.
extension StatementCheck {
  mutating func compareFindings(_ reading: TableReading) {
    let all = document.units.values.map(\.result)
    for row in reading.table.rows {
      guard let code = reading.cell(.code, of: row), let message = reading.cell(.message, of: row)
      else { continue }
      let named = reading.cell(.unit, of: row)?.text
      let units = named.map { name in all.filter { plain($0.unit.name) == name } } ?? all
      // What concerns no unit stands in no result.
      guard !units.isEmpty else { continue }
      let known = units.flatMap(\.findings)
      guard !known.contains(where: { $0.code == code.text && message.reads(as: $0.message) })
      else { continue }
      let same = known.first { message.reads(as: $0.message) }
      let messages = known.filter { $0.code == code.text }.map(\.message)
      report(
        .finding, same == nil ? message : code,
        expected: same?.code ?? messages.joined(separator: " "),
        column: words(same == nil ? .message : .code), about: named)
    }
  }
}

extension AuditedFolder {
  /// `findings.csv` has every finding of the results, and of their units no other.
  func findingDifferences(
    in words: Words, reading table: (AuditedFile, [String]) -> SourceTable?
  ) -> [Discrepancy] {
    guard let file = files.first(where: { $0.path == findingsName && $0.isFile }) else { return [] }
    guard let table = table(file, [words(.code), words(.message), words(.unit)]),
      let list = FindingList(table, words)
    else { return [Discrepancy(.unreadable, in: findingsName, found: "", expected: "")] }
    // Those of an office are among its unit's.
    return results.filter { $0.value.unit.office == nil }.sorted { $0.key < $1.key }.flatMap {
      list.differences(from: $0.value)
    }
  }
}

private let findingsName = "findings.csv"

/// The rows of `findings.csv`.
private struct FindingList {
  private struct Row {
    let line: Int
    let code: String
    let message: String
    let unit: String
  }

  private let rows: [Row]
  private let columns: (code: String, message: String)

  init?(_ table: SourceTable, _ words: Words) {
    let names = table.heading.cells.map { plain($0.text) }
    guard let code = names.firstIndex(of: words(.code)),
      let message = names.firstIndex(of: words(.message)),
      let unit = names.firstIndex(of: words(.unit))
    else { return nil }
    columns = (words(.code), words(.message))
    rows = table.rows.map { row in
      let text = { row.cells.indices.contains($0) ? plain(row.cells[$0].text) : "" }
      return Row(line: row.line, code: text(code), message: text(message), unit: text(unit))
    }
  }

  func differences(from result: UnitResult) -> [Discrepancy] {
    var missing = result.findings.map {
      ResultFinding(code: plain($0.code), message: plain($0.message))
    }
    var found: [Discrepancy] = []
    for row in rows where row.unit == plain(result.unit.name) {
      let finding = ResultFinding(code: row.code, message: row.message)
      if let index = missing.firstIndex(of: finding) {
        missing.remove(at: index)
        continue
      }
      var place = SeenPlace(line: row.line)
      place.subject = row.unit
      found.append(
        Discrepancy(
          .finding, in: findingsName, at: place, found: "\(row.code): \(row.message)",
          expected: ""))
    }
    return found
      + missing.map {
        Discrepancy(
          .finding, in: findingsName, found: "", expected: "\($0.code): \($0.message)")
      }
  }
}
