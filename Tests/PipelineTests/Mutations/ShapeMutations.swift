import Foundation
import Model
import SampleSupport

/// What happens to rows and columns.
let shapeMutations: [Mutation] = [
  Mutation("drops a cell") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let touched = sheet.indicators(ofRow: row)
    sheet.rows[row].remove(at: random.column(of: sheet))
    // The cells behind the one that was dropped stand under other headings.
    return Mutant(
      sheet, families: sheet.kind == .evidence ? "CVE" : "C", row: row, indicators: touched)
  },
  Mutation("adds a cell") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    sheet.rows[row].insert("7", at: sheet.rows[row].count)
    return Mutant(sheet, families: "C", row: row)
  },
  Mutation("adds a column") { sheet, random in
    var sheet = sheet
    let column = random.column(of: sheet)
    for row in sheet.rows.indices {
      sheet.rows[row].insert(row == 0 ? "Người lập biểu" : "An", at: column)
    }
    return Mutant(sheet, families: "C", .heading, indicators: [])
  },
  Mutation("swaps two columns whole") { sheet, random in
    var sheet = sheet
    let (one, other) = (random.column(of: sheet), random.column(of: sheet))
    for row in sheet.rows.indices { sheet.rows[row].swapAt(one, other) }
    return Mutant(sheet, families: "", .file, indicators: [])
  },
  Mutation("swaps the headings of part and whole", [.figures], with: "Số đạt", "Tổng số") {
    sheet, _ in
    var sheet = sheet
    let (part, whole) = (sheet.column("Số đạt"), sheet.column("Tổng số"))
    sheet.rows[0].swapAt(part, whole)
    let lines = sheet.rows.indices.filter { sheet.rows[$0][part] != sheet.rows[$0][whole] }
    // The counts may be those of a roster, or of another office, which then differ.
    return Mutant(sheet, families: "VX", .on(Set(lines.map { $0 + 1 })))
  },
  Mutation("swaps the headings of date and issuer", [.evidence]) { sheet, _ in
    var sheet = sheet
    sheet.rows[0].swapAt(sheet.column("Ngày ban hành"), sheet.column("Cơ quan ban hành"))
    return Mutant(sheet, families: "VEC", .anywhere)
  },
  Mutation("renames a heading") { sheet, random in
    var sheet = sheet
    sheet.rows[0][random.column(of: sheet)] = "Cột khác"
    return headless(sheet)
  },
  Mutation("misspells a heading") { sheet, random in
    var sheet = sheet
    sheet.rows[0][random.column(of: sheet)] += "q"
    return headless(sheet)
  },
  Mutation("repeats a heading") { sheet, random in
    var sheet = sheet
    sheet.rows[0][random.column(of: sheet)] = sheet.rows[0][0]
    return headless(sheet)
  },
  Mutation("blanks a heading") { sheet, random in
    var sheet = sheet
    let column = random.column(of: sheet)
    sheet.rows[0][column] = ""
    let lines = Set(sheet.rows.indices.map { $0 + 1 })
    // Behind the last heading there is no column: its cells are too many.
    return headless(sheet).or(Sign([.wrongCellCount], at: sheet.path, .on(lines)))
  },
  Mutation("drops the heading row") { sheet, _ in
    var sheet = sheet
    let touched = sheet.indicators()
    sheet.rows.removeFirst()
    return Mutant(sheet, families: "C", .heading, indicators: touched)
  },
  Mutation("repeats the heading row inside") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    sheet.rows.insert(sheet.rows[0], at: row)
    let isRoster = sheet.kind.roster != nil
    return Mutant(sheet, families: "KCVE", row: row, indicators: isRoster ? nil : [])
  },
  Mutation("blanks a column") { sheet, random in
    var sheet = sheet
    // An empty cell under a question of a roster is a no, by the contract.
    let answers = ["Wifi miễn phí", "Học liệu mở"]
    let column = random.one(
      sheet.rows[0].indices.filter { !answers.contains(sheet.rows[0][$0]) })
    let touched = sheet.indicators()
    let lines = sheet.rows.indices.dropFirst().map { $0 + 1 }
    for row in 1..<sheet.rows.count { sheet.rows[row][column] = "" }
    return Mutant(
      sheet, families: sheet.kind == .evidence ? "VE" : "VK", .on(Set(lines)), indicators: touched
    )
    .or(Sign([.noRows], at: sheet.path, .heading)).asLoss
  },
  Mutation("blanks a row") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let touched = sheet.indicators(ofRow: row)
    sheet.rows[row] = sheet.rows[row].map { _ in "" }
    return lost(sheet, indicators: touched)
  },
  Mutation("removes a row") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let touched = sheet.indicators(ofRow: row)
    sheet.rows.remove(at: row)
    return lost(sheet, indicators: touched)
  },
  Mutation("doubles a row") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let touched = sheet.indicators(ofRow: row)
    sheet.rows.insert(sheet.rows[row], at: row)
    return Mutant(
      sheet, families: sheet.kind == .evidence ? "E" : "K", .on([row + 1, row + 2]),
      indicators: touched)
  },
  Mutation("doubles the whole table under itself") { sheet, _ in
    var sheet = sheet
    let first = sheet.rows.count + 1
    sheet.rows += sheet.rows.dropFirst()
    let lines = Set(first...sheet.rows.count)
    return Mutant(sheet, families: sheet.kind == .evidence ? "E" : "K", .on(lines))
  },
  Mutation("swaps two rows") { sheet, random in
    var sheet = sheet
    sheet.rows.swapAt(random.row(of: sheet), random.row(of: sheet))
    return Mutant(sheet, families: "", .file, indicators: [])
  },
  Mutation("inserts a total row") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let total = sheet.rows[0].indices.map { $0 == 0 ? "Tổng cộng" : $0 == 1 ? "" : "12" }
    sheet.rows.insert(total, at: row)
    // A total of money that is not that of the rows is told as well.
    return Mutant(sheet, families: "CX", row: row, indicators: [])
  },
  Mutation("adds title rows") { sheet, _ in
    var mutant = Mutant(sheet, families: "C", .heading, indicators: [])
    mutant.edits = [
      .text(sheet.path, "ỦY BAN NHÂN DÂN\r\n\r\nBiểu số 1, năm 2022\r\n" + sheet.text)
    ]
    return mutant
  },
  Mutation("adds blank rows") { sheet, random in
    var sheet = sheet
    for _ in 0..<3 {
      sheet.rows.insert(sheet.rows[0].map { _ in " " }, at: random.row(of: sheet))
    }
    return Mutant(sheet, families: "", .file, indicators: [])
  },
  Mutation("adds separators at the end of every row") { sheet, _ in
    var sheet = sheet
    for row in sheet.rows.indices { sheet.rows[row] += ["", ""] }
    return Mutant(sheet, families: "", .file, indicators: [])
  },
  Mutation("writes headings in capitals without accents") { sheet, _ in
    var sheet = sheet
    sheet.rows[0] = sheet.rows[0].map { heading in
      heading.replacing("Đ", with: "D").replacing("đ", with: "d")
        .folding(options: .diacriticInsensitive, locale: nil).uppercased()
    }
    return Mutant(sheet, families: "", .file, indicators: [])
  },
]

/// A table one of whose headings is wrong; what stood below it may be missing.
private func headless(_ sheet: Sheet) -> Mutant { Mutant(sheet, families: "C", .heading).asLoss }

/// A table without a row.
private func lost(_ sheet: Sheet, indicators: Set<String>) -> Mutant {
  Mutant(
    [sheet.write], [Sign([.noRows], at: sheet.path, .heading)], losses: sheet.losses,
    indicators: indicators
  ).asLoss
}
