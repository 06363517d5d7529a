import Foundation
import Model
import SampleSupport

/// What happens to rows and columns.
let shapeMutations: [Mutation] = [
  Mutation("drops a cell") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let touched = sheet.indicators(ofRow: row)
    sheet.rows[row].remove(at: random.column(of: sheet))
    return Mutant(sheet, families: "CKV", row: row, indicators: touched)
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
    return Mutant(sheet, families: "C")
  },
  Mutation("swaps two columns whole") { sheet, random in
    var sheet = sheet
    let (one, other) = (random.column(of: sheet), random.column(of: sheet))
    for row in sheet.rows.indices { sheet.rows[row].swapAt(one, other) }
    return Mutant(sheet, families: "", indicators: [])
  },
  Mutation("swaps the headings of part and whole", [.figures]) { sheet, _ in
    var sheet = sheet
    sheet.rows[0].swapAt(sheet.column("Số đạt"), sheet.column("Tổng số"))
    return Mutant(sheet, families: "VXK")
  },
  Mutation("swaps the headings of date and issuer", [.evidence]) { sheet, _ in
    var sheet = sheet
    sheet.rows[0].swapAt(sheet.column("Ngày ban hành"), sheet.column("Cơ quan ban hành"))
    return Mutant(sheet, families: "VE")
  },
  Mutation("renames a heading") { sheet, random in
    var sheet = sheet
    sheet.rows[0][random.column(of: sheet)] = "Cột khác"
    return Mutant(sheet, families: "CKE")
  },
  Mutation("misspells a heading") { sheet, random in
    var sheet = sheet
    sheet.rows[0][random.column(of: sheet)] += "q"
    return Mutant(sheet, families: "CKE")
  },
  Mutation("repeats a heading") { sheet, random in
    var sheet = sheet
    sheet.rows[0][random.column(of: sheet)] = sheet.rows[0][0]
    return Mutant(sheet, families: "CKE")
  },
  Mutation("blanks a heading") { sheet, random in
    var sheet = sheet
    sheet.rows[0][random.column(of: sheet)] = ""
    return Mutant(sheet, families: "CKE")
  },
  Mutation("drops the heading row") { sheet, _ in
    var sheet = sheet
    sheet.rows.removeFirst()
    return Mutant(
      sheet, families: "CKF", indicators: sheet.indicators().union(sheet.indicators(ofRow: 0)))
  },
  Mutation("repeats the heading row inside") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    sheet.rows.insert(sheet.rows[0], at: row)
    let isRoster = sheet.kind.roster != nil
    return Mutant(sheet, families: "KCV", row: row, indicators: isRoster ? nil : [])
  },
  Mutation("blanks a column") { sheet, random in
    var sheet = sheet
    // An empty cell under a question of a roster is a no, by the contract.
    let answers = ["Wifi miễn phí", "Học liệu mở"]
    let column = random.one(
      sheet.rows[0].indices.filter { !answers.contains(sheet.rows[0][$0]) })
    let touched = sheet.indicators()
    for row in 1..<sheet.rows.count { sheet.rows[row][column] = "" }
    return Mutant(sheet, families: "VKEF", indicators: touched)
  },
  Mutation("blanks a row") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let touched = sheet.indicators(ofRow: row)
    sheet.rows[row] = sheet.rows[row].map { _ in "" }
    return Mutant(sheet, families: "KE", indicators: touched)
  },
  Mutation("removes a row") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let touched = sheet.indicators(ofRow: row)
    sheet.rows.remove(at: row)
    return Mutant(sheet, families: "KEC", indicators: touched)
  },
  Mutation("doubles a row") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    sheet.rows.insert(sheet.rows[row], at: row)
    var mutant = Mutant(sheet, families: "KE", row: row)
    mutant.lines = [row + 1, row + 2]
    return mutant
  },
  Mutation("doubles the whole table under itself") { sheet, _ in
    var sheet = sheet
    sheet.rows += sheet.rows.dropFirst()
    return Mutant(sheet, families: "KE")
  },
  Mutation("swaps two rows") { sheet, random in
    var sheet = sheet
    sheet.rows.swapAt(random.row(of: sheet), random.row(of: sheet))
    return Mutant(sheet, families: "", indicators: [])
  },
  Mutation("inserts a total row") { sheet, random in
    var (sheet, row) = (sheet, random.row(of: sheet))
    let total = sheet.rows[0].indices.map { $0 == 0 ? "Tổng cộng" : $0 == 1 ? "" : "12" }
    sheet.rows.insert(total, at: row)
    let isRoster = sheet.kind.roster != nil
    return Mutant(sheet, families: "CKV", row: row, indicators: isRoster ? nil : [])
  },
  Mutation("adds title rows") { sheet, _ in
    Mutant(
      [.text(sheet.path, "ỦY BAN NHÂN DÂN\r\n\r\nBiểu số 1, năm 2022\r\n" + sheet.text)],
      families: "C", places: [sheet.path], indicators: [])
  },
  Mutation("adds blank rows") { sheet, random in
    var sheet = sheet
    for _ in 0..<3 {
      sheet.rows.insert(sheet.rows[0].map { _ in " " }, at: random.row(of: sheet))
    }
    return Mutant(sheet, families: "", indicators: [])
  },
  Mutation("adds separators at the end of every row") { sheet, _ in
    var sheet = sheet
    for row in sheet.rows.indices { sheet.rows[row] += ["", ""] }
    return Mutant(sheet, families: "", indicators: [])
  },
  Mutation("writes headings in capitals without accents") { sheet, _ in
    var sheet = sheet
    sheet.rows[0] = sheet.rows[0].map { heading in
      heading.replacing("Đ", with: "D").replacing("đ", with: "d")
        .folding(options: .diacriticInsensitive, locale: nil).uppercased()
    }
    return Mutant(sheet, families: "", indicators: [])
  },
]
