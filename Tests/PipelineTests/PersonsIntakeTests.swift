import Foundation
import Ingest
import Model
import Pipeline
import SampleSupport
import Testing

/// Rosters of persons in other forms than plain UTF-8, as offices save them.
@Suite("A roster of persons as an office saves it") struct PersonsIntakeTests {
  private static let folder = "2024/519-nong-son"
  private static let roster = "\(folder)/cong-dan.csv"
  private static let request = Result { try SampleRequest.citizens(asOf: "2024-12-10") }
  private static let sample = Result { try judge(request.get()) }

  private func rows() throws -> [[String]] {
    let file = try #require(try Self.request.get().files.first { $0.path == Self.roster })
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    let width = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
    return lines.map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      // A row of a sheet has as many cells as any other.
      return (cells + Array(repeating: "", count: width)).prefix(width).map { $0 }
    }
  }

  private func judged(_ edits: [WorkspaceEdit]) throws -> Judged {
    try judge(try Self.request.get().edited(edits))
  }

  /// What is found in the files of the roster, with what it says but for the path.
  private func findings(in judged: Judged) throws -> [Finding] {
    judged.findings(of: "519").filter { $0.place?.file.contains("cong-dan") == true }
  }

  private func expectSameFigures(_ judged: Judged) throws {
    for id in ["T2", "T3", "T4", "T5"] {
      let result = judged.result(id, of: "519")
      let expected = try Self.sample.get().result(id, of: "519")
      #expect(result?.numerator == expected?.numerator && result?.numerator != nil, "\(id)")
    }
  }

  @Test("is counted in a workbook, each row by the number of its row") func workbook() throws {
    // Of the two rows that are left out in text, the one with too few cells is whole in a sheet, and
    // left out for what it lacks or counted as it is.
    let path = "\(Self.folder)/cong-dan.xlsx"
    let bytes = try PipelineTests.workbook(of: rows())
    let judged = try judged([.remove(Self.roster), .write(path, bytes)])
    let lines = Dictionary(
      try findings(in: judged).map { ($0.code, $0.details["lines"]) }
    ) { $1 }
    // Two rows of titles stand above the table of a workbook that hoctap writes.
    let table = try #require(
      ingestWorkbook(bytes, file: path, recognising: TableHeadings(["ma xa"])).table)
    let shift = table.heading.line - 1
    #expect(shift > 0)
    let moved = [1374, 1691, 1729, 2394].map { "\($0 + shift)" }.joined(separator: ", ")
    #expect(lines[.titleUnrecognised] == moved)
    #expect(lines[.personRowsRefused]??.hasPrefix("\(702 + shift) (V110") == true)
    #expect(try findings(in: judged).allSatisfy { $0.place?.file == path })
    let result = judged.result("T3", of: "519")
    #expect(result?.numerator == 163)
  }

  @Test("keeps its lines where a cell of a sheet has a line break") func lineBreak() throws {
    var rows = try rows()
    rows[10][11] = "Đợt 1\nnăm 2024"
    let judged = try judged([
      .remove(Self.roster),
      .write("\(Self.folder)/cong-dan.xlsx", try PipelineTests.workbook(of: rows)),
    ])
    let before = try findings(
      in: self.judged([
        .remove(Self.roster),
        .write("\(Self.folder)/cong-dan.xlsx", try PipelineTests.workbook(of: self.rows())),
      ]))
    #expect(try findings(in: judged).map(\.details) == before.map(\.details))
  }

  @Test("is counted in other encodings", arguments: ["utf16le", "utf16be", "windows1258"])
  func encodings(name: String) throws {
    let file = try #require(try Self.request.get().files.first { $0.path == Self.roster })
    let text = String(decoding: file.bytes, as: UTF8.self)
    let bytes: [UInt8] =
      switch name {
      case "utf16le": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "utf16be": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: windows1258(text)
      }
    let judged = try judged([.write(Self.roster, bytes)])
    try expectSameFigures(judged)
    let own = try findings(in: judged).filter { $0.code.rawValue.first != "F" }
    let expected = try findings(in: Self.sample.get()).filter { $0.code.rawValue.first != "F" }
    #expect(own.map(\.details) == expected.map(\.details))
  }

  /// As an old Vietnamese Windows writes the few words of the roster: tones as marks of their own.
  private func windows1258(_ text: String) -> [UInt8] {
    let letters: [Unicode.Scalar: UInt8] = [
      "ă": 0xE3, "â": 0xE2, "ê": 0xEA, "ô": 0xF4, "ơ": 0xF5, "ư": 0xFD, "đ": 0xF0, "Đ": 0xD0,
      "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
    ]
    let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    var bytes: [UInt8] = []
    for character in text {
      let scalars = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
      let tone = scalars.filter(tones.contains)
      let base = String(String.UnicodeScalarView(scalars.filter { !tones.contains($0) }))
        .precomposedStringWithCanonicalMapping.unicodeScalars
      for scalar in base + tone { bytes.append(letters[scalar] ?? UInt8(scalar.value)) }
    }
    return bytes
  }

  @Test("that is there twice is counted once", arguments: [false, true])
  func twins(differs: Bool) throws {
    var rows = try rows()
    // In text the row with too few cells is left out; the same in both for this test.
    let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    if differs { rows[5][6] = rows[5][6] == "có" ? "không" : "có" }
    let path = "\(Self.folder)/cong-dan.xlsx"
    let judged = try judged([
      .text(Self.roster, text), .write(path, try PipelineTests.workbook(of: rows)),
    ])
    let alone = try self.judged([.text(Self.roster, text)])
    for id in ["T2", "T3", "T4", "T5"] {
      #expect(judged.result(id, of: "519")?.numerator == alone.result(id, of: "519")?.numerator)
    }
    let found = try findings(in: judged).filter { $0.code == .tableTwice }
    #expect(found.map(\.place?.file) == (differs ? [path] : []))
  }

  @Test("that cannot be read is refused without a word of it")
  func refused() throws {
    let path = "\(Self.folder)/cong-dan.xlsx"
    let names = (0..<40).map { row in (0..<12).map { "Người Mẫu \(row).\($0)" } }
    let garbled = "Mã xã;Tên\n20656;Người Mẫu\n"
      .replacing("ã", with: "Ã£").replacing("ê", with: "Ãª").replacing("ườ", with: "Æ°á»")
    for edits: [WorkspaceEdit] in [
      [.remove(Self.roster), .write(path, try PipelineTests.workbook(of: names))],
      [.remove(Self.roster), .write(path, [0x50, 0x4B, 3, 4, 1, 2, 3])],
      [.remove(Self.roster), .write(path, Array("Mã xã;Tên\n20656;Người Mẫu\n".utf8))],
      [.text(Self.roster, garbled)],
    ] {
      let judged = try judged(edits)
      let found = try findings(in: judged)
      #expect(found.contains { judged.isError($0) }, "\(found)")
      #expect(!"\(found)".contains("Người"), "\(found)")
      #expect(judged.result("T2", of: "519")?.status == .noData)
    }
  }
}

extension Judged {
  fileprivate func isError(_ finding: Finding) -> Bool {
    findings.contains { $0.finding == finding && $0.severity == .error }
  }
}
