import Foundation
import Model
import SampleSupport

/// What happens to the bytes of a file, and to files and folders.
let byteMutations: [Mutation] = [
  Mutation("cuts the file in the middle of a row") { sheet, random in
    let cut = Int.random(in: 0..<sheet.bytes.count, using: &random)
    let kept = Array(sheet.bytes.prefix(cut))
    let line = 1 + kept.count { $0 == UInt8(ascii: "\n") }
    // The end of the line that was cut may be that of a heading or of a row that is whole.
    return whole(sheet, kept, families: "CFVEK", .on([line, line - 1]))
      .or(Sign([.fileEmpty, .separatorNotFound], at: sheet.path, .file)).asLoss
  },
  Mutation("changes the separator to a comma") { sheet, _ in same(sheet) { $0.separator = "," } },
  Mutation("changes the separator to a tab") { sheet, _ in same(sheet) { $0.separator = "\t" } },
  Mutation("ends lines with LF") { sheet, _ in same(sheet) { $0.lineEnd = "\n" } },
  Mutation("ends lines with CR") { sheet, _ in same(sheet) { $0.lineEnd = "\r" } },
  Mutation("mixes line ends") { sheet, random in
    let ends = ["\n", "\r\n", "\r"]
    let text = sheet.rows.map { row -> String in
      var own = sheet
      own.lineEnd = random.one(ends)
      return own.line(row)
    }.joined()
    let lines = Set(1...sheet.rows.count)
    return rewritten(
      sheet, Array(text.utf8), Sign([.mixedLineEnds], at: sheet.path, .on(lines)))
  },
  Mutation("adds a mark of the byte order") { sheet, _ in
    rewritten(sheet, [0xEF, 0xBB, 0xBF] + sheet.bytes)
  },
  Mutation("declares the separator") { sheet, _ in
    rewritten(sheet, Array("sep=;\r\n".utf8) + sheet.bytes)
  },
  Mutation("encodes as UTF-16LE") { sheet, _ in
    rewritten(
      sheet, [0xFF, 0xFE] + sheet.text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
  },
  Mutation("encodes as UTF-16BE") { sheet, _ in
    rewritten(
      sheet, [0xFE, 0xFF] + sheet.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
  },
  Mutation("encodes as Windows-1258") { sheet, _ in
    rewritten(sheet, windows1258(sheet.text.filter { !"“”–".contains($0) }))
  },
  Mutation("decomposes letters") { sheet, _ in
    rewritten(
      sheet, Array(sheet.text.decomposedStringWithCanonicalMapping.utf8),
      Sign([.textDecomposed], at: sheet.path, .heading))
  },
  Mutation("reads UTF-8 as Windows-1252") { sheet, _ in
    whole(
      sheet, Array(sheet.bytes.map { String(UnicodeScalar($0)) }.joined().utf8), families: "F",
      .anywhere)
  },
  Mutation("encodes as UTF-32") { sheet, _ in
    whole(
      sheet,
      [0xFF, 0xFE, 0, 0]
        + sheet.text.unicodeScalars.flatMap {
          [UInt8($0.value & 255), UInt8($0.value >> 8 & 255), 0, 0]
        },
      families: "F", .heading)
  },
  Mutation("inserts NUL in a row") { sheet, random in inserted("\0", sheet, &random, "F") },
  Mutation("inserts an escape character in a row") { sheet, random in
    inserted("\u{1B}[31m", sheet, &random, "FKVEX")
  },
  Mutation("opens a quote that is never closed") { sheet, random in
    inserted("\"", sheet, &random, "CK")
  },
  Mutation("puts a quote inside a cell") { sheet, random in
    let original = sheet
    var (sheet, row) = (sheet, random.row(of: sheet))
    let touched = sheet.indicators(ofRow: row)
    let column = random.column(of: sheet)
    let raw = sheet.rows[row].indices.map { index in
      let cell = sheet.rows[row][index].filter { !"\";,".contains($0) }
      return index == column ? "a\"\(cell)" : cell
    }.joined(separator: ";")
    let lines = sheet.rows.indices.map { $0 == row ? raw + "\r\n" : sheet.line(sheet.rows[$0]) }
    sheet.rows = []
    return Mutant(
      [.text(sheet.path, lines.joined())],
      [Sign(families: "CVKEX", at: sheet.path, .on([row + 1]))], losses: original.losses,
      indicators: touched)
  },
  Mutation("quotes every cell") { sheet, _ in
    let lines = sheet.rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";") + "\n"
    }
    return rewritten(sheet, Array(lines.joined().utf8))
  },
  Mutation("puts blanks around every cell") { sheet, random in
    same(sheet) { sheet in
      let blank = random.one([" ", "\u{A0}", "  ", "\u{202F}", "\u{200B}"])
      sheet.rows = sheet.rows.map { $0.map { blank + $0 + blank } }
    }
  },
  Mutation("ends the file with a mark of its end") { sheet, _ in
    rewritten(
      sheet, sheet.bytes + [0x1A],
      Sign([.controlCharacter], at: sheet.path, .on([sheet.rows.count + 1])))
  },
  Mutation("damages one letter") { sheet, random in
    let index = Int.random(
      in: sheet.line(sheet.rows[0]).utf8.count..<sheet.bytes.count, using: &random)
    var bytes = sheet.bytes
    guard bytes[index] >= 0x80 else { return rewritten(sheet, bytes) }
    bytes[index] = 0xFF
    let row = bytes[..<index].count { $0 == UInt8(ascii: "\n") }
    return Mutant(
      [.write(sheet.path, bytes)],
      [Sign(families: "FKVEX", at: sheet.path, .on([row + 1]))], losses: sheet.losses,
      indicators: sheet.indicators(ofRow: row))
  },
  Mutation("empties the file") { sheet, _ in whole(sheet, [], families: "F", .file) },
  Mutation("leaves only the heading") { sheet, _ in
    whole(sheet, Array(sheet.line(sheet.rows[0]).utf8), families: "C", .heading)
  },
  Mutation("puts a workbook under the name") { sheet, _ in
    whole(sheet, Array("PK\u{3}\u{4}\u{14}\0\u{6}\0xl/workbook.xml".utf8), families: "F", .file)
  },
  Mutation("puts a PDF file under the name") { sheet, _ in
    whole(sheet, Array("%PDF-1.7\n".utf8), families: "F", .file)
  },
  Mutation("puts another table under the name") { sheet, _ in
    whole(sheet, Array("Tên;Học liệu mở;Loại\nA;có;1\n".utf8), families: "CX", .heading)
  },
  Mutation("renames the file") { sheet, _ in
    let other = sheet.path.replacing(".csv", with: "-moi.csv")
    return Mutant(
      [.remove(sheet.path), sheet.at(other)], [Sign([.misnamedForm], at: other, .file)],
      losses: sheet.losses, indicators: sheet.indicators())
  },
  Mutation("renames the file in capitals") { sheet, _ in
    let name = String(sheet.path.dropFirst(sheet.folder.count + 1)).uppercased()
    return Mutant(
      [.remove(sheet.path), sheet.at("\(sheet.folder)/\(name)")], [], indicators: [])
  },
  Mutation("deletes the file") { sheet, _ in
    Mutant([.remove(sheet.path)], [], losses: sheet.losses, indicators: sheet.indicators()).asLoss
  },
  Mutation("copies the file beside itself") { sheet, _ in
    let copy = sheet.path.replacing(".csv", with: " - Copy.csv")
    return Mutant([sheet.at(copy)], [Sign([.misnamedForm], at: copy, .file)], indicators: [])
  },
  Mutation("moves the file into the folder of an office") { sheet, _ in
    let office = sheet.isDistrict ? "phong-noi-vu" : "so-y-te"
    let other = "\(sheet.unitFolder)/\(office)/\(sheet.kind.fileName)"
    // A ledger there names files that are not there.
    return Mutant(
      [.remove(sheet.path), sheet.at(other)],
      [
        Sign([.unknownOffice], at: "\(sheet.unitFolder)/\(office)", .file),
        Sign([.documentFileAbsent], at: other, .anywhere),
        Sign([.unknownFile], at: "\(sheet.folder)/minh-chung", .file),
      ], losses: sheet.losses, indicators: sheet.indicators())
  },
  Mutation("adds a folder of the same unit", [.figures]) { sheet, _ in
    let folder = "2022/\(sheet.unit)-2"
    return Mutant(
      [.text("\(folder)/so-lieu.csv", "x")],
      [
        Sign([.unitFolderTwice], at: folder, .file),
        Sign([.unitFolderTwice], at: sheet.unitFolder, .file),
      ], indicators: everyIndicator(of: sheet))
  },
  Mutation("empties a file of evidence", [.evidence], with: "Tệp") { sheet, random in
    spoilt(sheet, &random) { .write($0, []) }
  },
  Mutation("deletes a file of evidence", [.evidence], with: "Tệp") { sheet, random in
    spoilt(sheet, &random) { .remove($0) }
  },
]

/// Every indicator of the unit.
private func everyIndicator(of sheet: Sheet) -> Set<String> {
  let province = ["1.1.3", "2.2.5", "3.1.3", "3.1.4", "3.1.5", "3.2.4"]
  let both = [
    "1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.2.3", "2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.2.3",
    "2.2.4", "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3",
  ]
  return Set((sheet.isDistrict ? both : both + province).map { "\(sheet.unit) \($0)" })
}

/// Something happens to one of the files that a ledger names.
private func spoilt(
  _ sheet: Sheet, _ random: inout Mutation.SeededGenerator, _ edit: (String) -> WorkspaceEdit
) -> Mutant {
  let column = sheet.column("Tệp")
  let rows = sheet.rows.indices.dropFirst().filter { !sheet.rows[$0][column].isEmpty }
  guard !rows.isEmpty else { return Mutant([], [], indicators: []) }
  let row = random.one(Array(rows))
  return Mutant(
    [edit("\(sheet.folder)/minh-chung/\(sheet.rows[row][column])")],
    [Sign(families: "E", at: sheet.path, .on([row + 1]))],
    indicators: sheet.indicators(ofRow: row))
}

extension Sheet {
  fileprivate func at(_ path: String) -> WorkspaceEdit { .write(path, bytes) }
}

/// Other bytes that say the same, perhaps with a note.
private func rewritten(_ sheet: Sheet, _ bytes: [UInt8], _ sign: Sign? = nil) -> Mutant {
  Mutant([.write(sheet.path, bytes)], sign.map { [$0] } ?? [], indicators: [])
}

private func same(_ sheet: Sheet, _ change: (inout Sheet) -> Void) -> Mutant {
  var sheet = sheet
  change(&sheet)
  return rewritten(sheet, sheet.bytes)
}

/// Other bytes, with which anything of the file may be lost.
private func whole(
  _ sheet: Sheet, _ bytes: [UInt8], families: String, _ lines: Sign.Lines
) -> Mutant {
  Mutant(
    [.write(sheet.path, bytes)], [Sign(families: families, at: sheet.path, lines)],
    losses: sheet.losses, indicators: sheet.indicators())
}

/// Text put before a cell of one row.
private func inserted(
  _ text: String, _ sheet: Sheet, _ random: inout Mutation.SeededGenerator, _ families: String
) -> Mutant {
  let row = random.row(of: sheet)
  let column = random.column(of: sheet)
  let lines = sheet.rows.indices.map { index -> String in
    guard index == row else { return sheet.line(sheet.rows[index]) }
    let before = sheet.line(Array(sheet.rows[row].prefix(column))).dropLast(1)
    let after = sheet.line(Array(sheet.rows[row].dropFirst(column)))
    return before + (column > 0 ? ";" : "") + text + after
  }
  return Mutant(
    [.text(sheet.path, lines.joined())],
    [Sign(families: families, at: sheet.path, .on([row + 1]))], losses: sheet.losses,
    indicators: sheet.indicators(ofRow: row))
}

private func windows1258(_ text: String) -> [UInt8] {
  text.precomposedStringWithCanonicalMapping.flatMap { letter -> [UInt8] in
    let scalars = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars
    let marks = scalars.compactMap { tones[$0] }
    let base = String(String.UnicodeScalarView(scalars.filter { !isTone($0) }))
    let composed = base.precomposedStringWithCanonicalMapping.unicodeScalars
    return composed.map { letters[$0] ?? UInt8(truncatingIfNeeded: $0.value) } + marks
  }
}

private func isTone(_ scalar: Unicode.Scalar) -> Bool { tones[scalar] != nil }

private let tones: [Unicode.Scalar: UInt8] = [
  "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
]

private let letters: [Unicode.Scalar: UInt8] = [
  "Ă": 0xC3, "ă": 0xE3, "Đ": 0xD0, "đ": 0xF0, "Ơ": 0xD5, "ơ": 0xF5, "Ư": 0xDD, "ư": 0xFD,
]
