import Model

extension Headings {
  /// Warns of the rows that add up the others (dòng tổng cộng), which are not read.
  func findingsOfTotals(in table: SourceTable, office: OfficeID?) -> [Finding] {
    let text = namingColumn == 0 ? table.rows.text : nil
    return table.rows.indices.compactMap { index in
      if let text, beginsWithDigit(text, at: index) { return nil }
      return total(in: table.rows[index]).map { cell in
        Finding(.totalRow, place: cell.place, value: cell.text, office: office)
      }
    }
  }

  /// The cell that makes `row` a total: its first text, or that of the column that names what a row
  /// is about.
  func total(in row: SourceRow) -> ReadCell? {
    let first = row.cells.firstIndex { !trimmed($0.text).isEmpty }
    let named = namingColumn.flatMap { $0 < row.cells.count ? $0 : nil }
    return [first, named].compactMap { $0 }.first { isTotal(row.cells[$0].text) }.map { index in
      ReadCell(
        text: trimmed(row.cells[index].text),
        place: place(of: index, line: row.cells[index].line))
    }
  }

  /// The index of the column that names what a row is about: the first that is required.
  private var namingColumn: Int? {
    schema.columns.first { $0.isRequired }.flatMap { self[$0.key]?.index }
  }
}

/// Whether the row at `index` begins with a digit, as that of an indicator does and no total.
private func beginsWithDigit(_ text: RowText, at index: Int) -> Bool {
  let offset = text.starts[index].offset
  return offset < text.bytes.count && (0x30...0x39).contains(text.bytes[offset])
}

/// Whether `text` says no more than that a row is a total, with a number behind it or without.
private func isTotal(_ text: String) -> Bool {
  guard text.utf8.count < 100 else { return false }
  let words = folded(text).split(separator: " ")
  let number = words.reversed().prefix { $0.allSatisfy(\.isNumber) }.count
  return totals.contains(words.dropLast(number).joined(separator: " "))
}

/// What total rows are called, folded.
private let totals: Set<String> = [
  "tong", "tong cong", "tong so", "tong chung", "tong cong chung", "cong", "cong lai",
  "cong chung", "cong tong", "cong don", "tong cong lai", "total", "totals", "sum", "subtotal",
  "sub total",
  "grand total",
]
