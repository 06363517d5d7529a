import Foundation
import Ingest
import Model
import Testing

/// Our reader and two that everybody trusts, on files of every oddness that offices send.
@Suite("Agreement with other readers") struct AgreementTests {
  /// One file as `Agreement/record.py` made it, with what others read in it.
  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let text: String
    let separator: String
    let encoding: String
    /// The rows, heading included; `nil` where the reader refuses the file.
    let python: [[String]]?
    let duckdb: [[String]]?

    var testDescription: String { name }

    var bytes: [UInt8] {
      switch encoding {
      case "utf-16": Encoder.utf16LE.bytes(text)
      case "utf-16-le": Encoder.utf16LEWithoutMark.bytes(text)
      case "utf-16-be": Encoder.utf16BEWithoutMark.bytes(text)
      default: Array(text.utf8)
      }
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "Agreement")

  private static func cases() throws -> [Case] {
    try JSONDecoder().decode(
      [Case].self, from: Data(contentsOf: folder.appending(path: "odd-files.json")))
  }

  /// What we refuse and others swallow: a quote never closed, and one in the wrong place.
  private static let refusals: Set<FindingCode> = [.unclosedQuote, .strayQuote]

  /// Where DuckDB departs from RFC 4180 and from Python without a word, and why we do not follow.
  private static let departures = [
    // Takes quotes for text when more than one blank stands before them.
    "blanks around quotes",
    // Drops the cell too many at the end of a row when it is empty.
    "damaged 91",
  ]

  @Test("is whole wherever we accept a file") func agreement() throws {
    let cases = try Self.cases()
    var compared = (python: 0, duckdb: 0)
    for odd in cases {
      let result = ingested(odd.bytes)
      let codes = Set(result.findings.map(\.code)).subtracting([.noRows])
      guard codes.isDisjoint(with: Self.refusals), let table = result.table else {
        #expect(!codes.isDisjoint(with: Self.refusals), "\(odd.name): \(codes)")
        continue
      }
      let rows = ([table.heading] + table.rows).map { $0.cells.map(\.text) }
      if let python = odd.python {
        #expect(rows == python, "Python reads “\(odd.name)” otherwise")
        compared.python += 1
      }
      if let duckdb = odd.duckdb, !Self.departures.contains(odd.name) {
        #expect(rows == duckdb, "DuckDB reads “\(odd.name)” otherwise")
        compared.duckdb += 1
      }
    }
    #expect(cases.count >= 300)
    #expect(compared.python >= 200 && compared.duckdb >= 200, "\(compared)")
  }

  @Test("was recorded with what Python reads today") func recording() throws {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    python.arguments = ["-B"]
    python.arguments?.append(contentsOf: [
      Self.folder.appending(path: "record.py").path, "--check",
      Self.folder.appending(path: "odd-files.json").path,
    ])
    let errors = Pipe()
    python.standardError = errors
    python.standardOutput = FileHandle.nullDevice
    try python.run()
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    #expect(python.terminationStatus == 0, "\(words)")
  }
}
