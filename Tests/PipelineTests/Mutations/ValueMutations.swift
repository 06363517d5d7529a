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
  Mutation("groups thousands with blanks", [.figures], with: "Số đạt", "Tổng số") { sheet, random in
    let blank = random.one([" ", "\u{A0}", "\u{202F}"])
    return grouped(sheet) { $0.replacing(".", with: blank) }
  },
  Mutation("drops the points between thousands", [.figures], with: "Số đạt", "Tổng số") {
    sheet, _ in
    grouped(sheet) { $0.replacing(".", with: "") }
  },
  Mutation("writes decimals with a point", [.figures], with: "Tỷ lệ (%)") { sheet, _ in
    let column = sheet.column("Tỷ lệ (%)")
    var sheet = sheet
    for row in 1..<sheet.rows.count {
      sheet.rows[row][column] = sheet.rows[row][column].replacing(",", with: ".")
    }
    let lines = Set(2...sheet.rows.count)
    return Mutant(sheet, families: "", .file, indicators: [])
      .or(Sign([.decimalPoint], at: sheet.path, .on(lines)))
  },
  Mutation("adds a per cent sign", [.figures], with: "Tỷ lệ (%)") { sheet, _ in
    let column = sheet.column("Tỷ lệ (%)")
    var sheet = sheet
    for row in 1..<sheet.rows.count where !sheet.rows[row][column].isEmpty {
      sheet.rows[row][column] += " %"
    }
    return Mutant(sheet, families: "", .file, indicators: [])
  },
  Mutation("writes a percentage out of range", [.figures], with: "Tỷ lệ (%)") { sheet, random in
    set(sheet, &random, "Tỷ lệ (%)", to: "100,01", "VX")
  },
  Mutation("writes a percentage that the counts deny", [.figures], with: "Tỷ lệ (%)") {
    sheet, random in
    set(sheet, &random, "Tỷ lệ (%)", to: "3", "VX", where: { !$0.isEmpty }, of: "Số đạt")
  },
  Mutation("writes a part above its whole", [.figures], with: "Số đạt") { sheet, random in
    set(sheet, &random, "Số đạt", to: "999.999", "VX", where: { !$0.isEmpty }, of: "Tổng số")
  },
  Mutation("removes a whole", [.figures], with: "Tổng số") { sheet, random in
    set(
      sheet, &random, "Tổng số", to: "", "KX",
      where: { !$0.isEmpty }, of: "Tổng số")
  },
  Mutation("writes an answer that is none", [.figures], with: "Đạt") { sheet, random in
    set(sheet, &random, "Đạt", to: "đang làm", "V")
  },
  Mutation("removes an amount", [.funding], with: "Dự toán", "Phân bổ", "Thực chi") {
    sheet, random in
    var mutant = set(
      sheet, &random, random.one(["Dự toán", "Phân bổ", "Thực chi"]), to: "", "V")
    mutant.isAlwaysTold = true
    return mutant
  },
  Mutation("names the year wrongly", [.figures], with: "Năm số liệu") { sheet, random in
    set(sheet, &random, "Năm số liệu", to: "năm nay", "V")
  },
  Mutation("marks a figure as preliminary", [.figures], with: "Tình trạng") { sheet, random in
    set(sheet, &random, "Tình trạng", to: "SO BO", "V")
  },
  Mutation("names an unknown indicator", [.figures, .evidence, .feedback], with: "Chỉ báo") {
    sheet, random in
    set(sheet, &random, "Chỉ báo", to: "7.7.7", "K")
  },
  Mutation("turns an indicator into a date", [.figures, .evidence, .feedback], with: "Chỉ báo") {
    sheet, random in
    set(sheet, &random, "Chỉ báo", to: "02/01/2001", "K")
  },
  Mutation("names an indicator of another tier", [.figures, .evidence, .feedback], with: "Chỉ báo")
  {
    sheet, random in
    set(sheet, &random, "Chỉ báo", to: sheet.isDistrict ? "3.1.5" : "9.1.1", "K")
  },
  Mutation("names a component that is not there", [.figures], with: "Thành phần") { sheet, random in
    set(sheet, &random, "Thành phần", to: "khac", "K")
  },
  Mutation("leaves the component out", [.figures], with: "Thành phần") { sheet, random in
    set(sheet, &random, "Thành phần", to: "", "K", where: { !$0.isEmpty }, of: "Thành phần")
  },
  Mutation("dates a document in the future", [.evidence], with: "Ngày ban hành") { sheet, random in
    set(sheet, &random, "Ngày ban hành", to: "01/12/2022", "E")
  },
  Mutation("dates a document before the window", [.evidence], with: "Ngày ban hành") {
    sheet, random in
    set(sheet, &random, "Ngày ban hành", to: "31/12/2021", "E")
  },
  Mutation("writes a day that does not exist", [.evidence], with: "Ngày ban hành") {
    sheet, random in
    set(sheet, &random, "Ngày ban hành", to: random.one(["31/02/2022", "2022", "8/7"]), "V")
  },
  Mutation("names an issuer of another unit", [.evidence], with: "Cơ quan ban hành") {
    sheet, random in
    set(sheet, &random, "Cơ quan ban hành", to: "UBND huyện Châu Đức", "E")
  },
  Mutation("leads a document's file out of the folder", [.evidence], with: "Tệp") { sheet, random in
    let path = random.one(["../so-lieu.csv", "/etc/hostname", "C:\\a.pdf", "..\\..\\a"])
    return set(sheet, &random, "Tệp", to: path, "E", where: \.isEmpty, of: "Tệp")
  },
  Mutation("names a commune by another code", [.communes], with: "Mã") { sheet, random in
    set(sheet, &random, "Mã", to: random.one(["26506", "00000", "6548"]), "K")
  },
  Mutation("names a commune otherwise", [.communes], with: "Tên") { sheet, random in
    set(sheet, &random, "Tên", to: "Xã Không Có", "K")
  },
  Mutation("grades a commune by no grade", [.communes], with: "Xếp loại") { sheet, random in
    set(sheet, &random, "Xếp loại", to: "Rất tốt", "V")
  },
  Mutation("writes a note of a hundred thousand letters", [.figures], with: "Ghi chú") {
    sheet, random in
    var sheet = sheet
    let note = String(repeating: "ghi chú; ", count: 12_000)
    sheet.rows[random.row(of: sheet)][sheet.column("Ghi chú")] = note
    return Mutant(sheet, families: "", .file, indicators: [])
  },
  Mutation("breaks lines inside a note", [.figures], with: "Ghi chú") { sheet, random in
    var sheet = sheet
    sheet.rows[random.row(of: sheet)][sheet.column("Ghi chú")] = "một\nhai\n\nba"
    return Mutant(sheet, families: "", .file, indicators: [])
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
  let headings = ["Số đạt", "Tổng số", "Tỷ lệ (%)", "Năm trước", "Năm nay"]
  let columns = sheet.rows[0].indices.filter { headings.contains(sheet.rows[0][$0]) }
  let places = sheet.rows.indices.dropFirst().flatMap { row in
    columns.filter { !sheet.rows[row][$0].isEmpty }.map { (row, $0) }
  }
  let (row, column) = random.one(places)
  sheet.rows[row][column] = change(sheet.rows[row][column])
  return Mutant(sheet, families: families, row: row)
}

/// Every grouped count of the table, written otherwise.
private func grouped(_ sheet: Sheet, _ change: (String) -> String) -> Mutant {
  var sheet = sheet
  for row in 1..<sheet.rows.count {
    for column in [sheet.column("Số đạt"), sheet.column("Tổng số")] {
      sheet.rows[row][column] = change(sheet.rows[row][column])
    }
  }
  return Mutant(sheet, families: "", .file, indicators: [])
}

/// Another text in a column of one of the rows that suit by their cell below `heading`, or below
/// another.
private func set(
  _ sheet: Sheet, _ random: inout Random, _ heading: String, to text: String, _ families: String,
  where suits: (String) -> Bool = { _ in true }, of suiting: String? = nil
) -> Mutant {
  var sheet = sheet
  let column = suiting.flatMap { sheet.rows[0].firstIndex(of: $0) } ?? sheet.column(heading)
  let rows = sheet.rows.indices.dropFirst().filter { suits(sheet.rows[$0][column]) }
  guard !rows.isEmpty else { return Mutant([], [], indicators: []) }
  let row = random.one(rows)
  let touched = sheet.indicators(ofRow: row)
  sheet.rows[row][sheet.column(heading)] = text
  return Mutant(sheet, families: families, row: row, indicators: touched)
}
