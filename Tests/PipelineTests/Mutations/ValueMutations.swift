import Model
import SampleSupport

/// What happens to single cells.
let valueMutations: [Mutation] = [
  Mutation("changes a digit to a letter", [.figures, .communes]) { sheet, random in
    cell(sheet, &random, "KVC") { text in
      guard let digit = text.firstIndex(where: \.isNumber) else { return text }
      return text[..<digit] + "O" + text[text.index(after: digit)...]
    }
  },
  Mutation("writes a number with an exponent", [.figures]) { sheet, random in
    number(sheet, &random, "V") { _ in "1.1E+08" }
  },
  Mutation("writes a negative number", [.figures]) { sheet, random in
    number(sheet, &random, "V") { "-" + $0 }
  },
  Mutation("writes words beside a number", [.figures]) { sheet, random in
    number(sheet, &random, "V") { $0 + " người" }
  },
  Mutation("writes a formula for a number", [.figures]) { sheet, random in
    number(sheet, &random, "V") { "=" + $0 + "+1" }
  },
  Mutation("writes a spreadsheet's error for a number", [.figures]) { sheet, random in
    number(sheet, &random, "V") { _ in "#DIV/0!" }
  },
  Mutation("writes a number far too long", [.figures]) { sheet, random in
    number(sheet, &random, "V") { _ in String(repeating: "9", count: 400) }
  },
  Mutation("groups thousands with blanks", [.figures]) { sheet, random in
    let blank = random.one([" ", "\u{A0}", "\u{202F}"])
    return grouped(sheet) { $0.replacing(".", with: blank) }
  },
  Mutation("drops the points between thousands", [.figures]) { sheet, _ in
    grouped(sheet) { $0.replacing(".", with: "") }
  },
  Mutation("writes decimals with a point", [.figures]) { sheet, _ in
    let column = sheet.column("Tỷ lệ (%)")
    var sheet = sheet
    for row in 1..<sheet.rows.count {
      sheet.rows[row][column] = sheet.rows[row][column].replacing(",", with: ".")
    }
    return Mutant(sheet, families: "V", indicators: [])
  },
  Mutation("adds a per cent sign", [.figures]) { sheet, _ in
    let column = sheet.column("Tỷ lệ (%)")
    var sheet = sheet
    for row in 1..<sheet.rows.count where !sheet.rows[row][column].isEmpty {
      sheet.rows[row][column] += " %"
    }
    return Mutant(sheet, families: "", indicators: [])
  },
  Mutation("writes a percentage out of range", [.figures]) { sheet, random in
    set(sheet, &random, "Tỷ lệ (%)", to: "100,01", "VX")
  },
  Mutation("writes a percentage that the counts deny", [.figures]) { sheet, random in
    set(sheet, &random, "Tỷ lệ (%)", to: "3", "VX", where: { !$0[3].isEmpty })
  },
  Mutation("writes a part above its whole", [.figures]) { sheet, random in
    set(sheet, &random, "Số đạt", to: "999.999", "VX", where: { !$0[4].isEmpty })
  },
  Mutation("removes a whole", [.figures]) { sheet, random in
    set(
      sheet, &random, "Tổng số", to: "", "KX",
      where: { !$0[4].isEmpty && $0[0] != "2.1.1" && $0[0] != "2.1.2" })
  },
  Mutation("writes an answer that is none", [.figures]) { sheet, random in
    set(sheet, &random, "Đạt", to: "đang làm", "V")
  },
  Mutation("names the year wrongly", [.figures]) { sheet, random in
    set(sheet, &random, "Năm số liệu", to: "năm nay", "V")
  },
  Mutation("marks a figure as preliminary", [.figures]) { sheet, random in
    set(sheet, &random, "Tình trạng", to: "SO BO", "V")
  },
  Mutation("names an unknown indicator", [.figures, .evidence, .feedback]) { sheet, random in
    set(sheet, &random, "Chỉ báo", to: "7.7.7", "K")
  },
  Mutation("turns an indicator into a date", [.figures, .evidence, .feedback]) { sheet, random in
    set(sheet, &random, "Chỉ báo", to: "02/01/2001", "K")
  },
  Mutation("names an indicator of another tier", [.figures, .evidence, .feedback]) {
    sheet, random in
    set(sheet, &random, "Chỉ báo", to: "3.1.5", "K")
  },
  Mutation("names a component that is not there", [.figures]) { sheet, random in
    set(sheet, &random, "Thành phần", to: "khac", "K")
  },
  Mutation("leaves the component out", [.figures]) { sheet, random in
    set(sheet, &random, "Thành phần", to: "", "K", where: { !$0[1].isEmpty })
  },
  Mutation("dates a document in the future", [.evidence]) { sheet, random in
    set(sheet, &random, "Ngày ban hành", to: "01/12/2022", "E")
  },
  Mutation("dates a document before the window", [.evidence]) { sheet, random in
    set(sheet, &random, "Ngày ban hành", to: "31/12/2021", "E")
  },
  Mutation("writes a day that does not exist", [.evidence]) { sheet, random in
    set(sheet, &random, "Ngày ban hành", to: random.one(["31/02/2022", "2022", "8/7"]), "V")
  },
  Mutation("names an issuer of another unit", [.evidence]) { sheet, random in
    set(sheet, &random, "Cơ quan ban hành", to: "UBND huyện Châu Đức", "E")
  },
  Mutation("leads a document's file out of the folder", [.evidence]) { sheet, random in
    let path = random.one(["../so-lieu.csv", "/etc/hostname", "C:\\a.pdf", "..\\..\\a"])
    return set(sheet, &random, "Tệp", to: path, "E", where: { $0[5].isEmpty })
  },
  Mutation("names a commune by another code", [.communes]) { sheet, random in
    set(sheet, &random, "Mã", to: random.one(["26506", "00000", "6548"]), "K")
  },
  Mutation("names a commune otherwise", [.communes]) { sheet, random in
    set(sheet, &random, "Tên", to: "Xã Không Có", "K")
  },
  Mutation("grades a commune by no grade", [.communes]) { sheet, random in
    set(sheet, &random, "Xếp loại", to: "Rất tốt", "V")
  },
  Mutation("writes a note of a hundred thousand letters", [.figures]) { sheet, random in
    var sheet = sheet
    let note = String(repeating: "ghi chú; ", count: 12_000)
    sheet.rows[random.row(of: sheet)][sheet.column("Ghi chú")] = note
    return Mutant(sheet, families: "", indicators: [])
  },
  Mutation("breaks lines inside a note", [.figures]) { sheet, random in
    var sheet = sheet
    sheet.rows[random.row(of: sheet)][sheet.column("Ghi chú")] = "một\nhai\n\nba"
    return Mutant(sheet, families: "", indicators: [])
  },
]

private typealias Random = Mutation.SeededGenerator

/// A changed cell of the first column of a row.
private func cell(
  _ sheet: Sheet, _ random: inout Random, _ families: String, _ change: (String) -> String
) -> Mutant {
  var (sheet, row) = (sheet, random.row(of: sheet))
  let touched = sheet.indicators(ofRow: row)
  sheet.rows[row][0] = change(sheet.rows[row][0])
  return Mutant(sheet, families: families, row: row, indicators: touched)
}

/// A changed count, percentage or value of a row that has one.
private func number(
  _ sheet: Sheet, _ random: inout Random, _ families: String, _ change: (String) -> String
) -> Mutant {
  var sheet = sheet
  let places = sheet.rows.indices.dropFirst().flatMap { row in
    (3...7).filter { !sheet.rows[row][$0].isEmpty }.map { (row, $0) }
  }
  let (row, column) = random.one(places)
  sheet.rows[row][column] = change(sheet.rows[row][column])
  return Mutant(sheet, families: families, row: row)
}

/// Every grouped count of the table, written otherwise.
private func grouped(_ sheet: Sheet, _ change: (String) -> String) -> Mutant {
  var sheet = sheet
  for row in 1..<sheet.rows.count {
    for column in 3...4 { sheet.rows[row][column] = change(sheet.rows[row][column]) }
  }
  return Mutant(sheet, families: "", indicators: [])
}

/// Another text in a column of one of the rows that suit.
private func set(
  _ sheet: Sheet, _ random: inout Random, _ heading: String, to text: String, _ families: String,
  where suits: ([String]) -> Bool = { _ in true }
) -> Mutant {
  var sheet = sheet
  let row = random.one(sheet.rows.indices.dropFirst().filter { suits(sheet.rows[$0]) })
  let touched = sheet.indicators(ofRow: row)
  sheet.rows[row][sheet.column(heading)] = text
  return Mutant(sheet, families: families, row: row, indicators: touched)
}
