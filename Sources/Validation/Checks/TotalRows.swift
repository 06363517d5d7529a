import Model

extension Headings {
  /// Warns of the rows that say nothing of a body or an indicator of their own, which are not read:
  /// those that add up the others (dòng tổng cộng), and what stands below a list to be signed.
  func findingsOfTotals(in table: SourceTable, office: OfficeID?) -> [Finding] {
    let text = namingColumn == 0 ? table.rows.text : nil
    // A loop, since a map would move a finding or none for each of many rows.
    var findings: [Finding] = []
    for index in table.rows.indices {
      if let text, beginsWithDigit(text, at: index) { continue }
      guard let (code, cell) = remark(in: table.rows[index]) else { continue }
      findings.append(Finding(code, place: cell.place, value: cell.text, office: office))
    }
    return findings
  }

  /// What makes `row` no row of data: its first text, or that of the column that names what a row
  /// is about.
  func remark(in row: SourceRow) -> (code: FindingCode, cell: ReadCell)? {
    let first = row.cells.firstIndex { !trimmed($0.text).isEmpty }
    let named = namingColumn.flatMap { $0 < row.cells.count ? $0 : nil }
    for index in [first, named].compactMap({ $0 }) {
      guard let code = codeOfRemark(row.cells[index].text) else { continue }
      let place = place(of: index, line: row.cells[index].line)
      return (code, ReadCell(text: trimmed(row.cells[index].text), place: place))
    }
    return nil
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

/// The code of a row that begins with `text`; `nil` when it is a row like any other.
private func codeOfRemark(_ text: String) -> FindingCode? {
  guard text.utf8.count < 200 else { return nil }
  let words = folded(text).split(separator: " ").map(String.init)
  if isTotal(words) || text.contains("Σ") { return .totalRow }
  return isFooter(words) ? .footerRow : nil
}

/// Whether the words say that a row adds up others, alone or with what they add up.
private func isTotal(_ words: [String]) -> Bool {
  let number = words.reversed().prefix { $0.allSatisfy(\.isNumber) }.count
  if totals.contains(words.dropLast(number).joined(separator: " ")) { return true }
  // "Cộng (10 đơn vị)"
  if words.count > 1, ["tong", "cong"].contains(words[0]), words[1].allSatisfy(\.isNumber) {
    return true
  }
  // "Tổng cộng toàn huyện", and not "Tổng công ty", which folds alike.
  return sums.contains { sum in
    words.starts(with: sum.words) && words.count > sum.words.count
      && !sum.others.contains(words[sum.words.count])
  }
}

/// Whether the words are those of a signature, a date or a remark below a list.
private func isFooter(_ words: [String]) -> Bool {
  if footers.contains(where: words.starts) { return true }
  guard let day = words.firstIndex(of: "ngay"), let month = words.firstIndex(of: "thang") else {
    return false
  }
  return day < month && words[month...].contains("nam")
}

/// What total rows are called, folded.
private let totals: Set<String> = [
  "tong", "tong cong", "tong so", "tong chung", "tong cong chung", "cong", "cong lai",
  "cong chung", "cong tong", "cong don", "tong cong lai", "tong hop", "total", "totals", "sum",
  "subtotal", "sub total", "grand total",
]

/// What begins the words of a total that says what it adds up, and the words after it by which the
/// name of a body begins instead.
private let sums: [(words: [String], others: Set<String>)] = [
  (["tong", "cong"], ["ty", "doan", "an", "trinh", "nghiep"]),
  (["tong", "so"], []),
  (["cong", "toan"], []),
  (["cong", "cac"], []),
  (["tong", "toan"], []),
]

/// What begins the rows below a list: who made it, who signs it, notes.
private let footers: [[String]] = [
  ["nguoi", "lap"], ["lap", "bieu"], ["lap", "bang"], ["nguoi", "tong", "hop"],
  ["nguoi", "kiem", "tra"], ["nguoi", "bao", "cao"], ["thu", "truong"], ["chu", "tich"],
  ["giam", "doc"], ["truong", "phong"], ["kt", "chu", "tich"], ["kt", "giam", "doc"],
  ["kt", "truong", "phong"], ["kt", "thu", "truong"], ["tm", "ubnd"], ["tm", "uy", "ban"],
  ["ky", "ten"], ["xac", "nhan", "cua"], ["ghi", "chu"], ["luu", "y"], ["noi", "nhan"],
]
