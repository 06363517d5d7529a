import Ingest
import Model
import Pipeline
import SampleSupport
import Validation

/// A table of the sound workspace, taken apart so that it can be spoilt.
struct Sheet {
  let path: String
  let kind: WorkspaceFileKind
  /// The first row is the heading.
  var rows: [[String]]
  var separator = ";"
  var lineEnd = "\r\n"

  /// The table of `kind` in Bà Rịa's folder.
  static func make(_ kind: WorkspaceFileKind) throws -> Sheet {
    let path = "\(baRia)/\(kind.fileName)"
    guard let file = try SoundRequest.make().files.first(where: { $0.path == path }),
      let table = ingestTable(file.bytes, file: path, recognising: headingVocabulary(of: kind))
        .table
    else { throw WorkspaceEdit.NotApplicable(edit: path) }
    return Sheet(
      path: path, kind: kind, rows: ([table.heading] + table.rows).map { $0.cells.map(\.text) })
  }

  var text: String { rows.map(line).joined() }
  var bytes: [UInt8] { Array(text.utf8) }
  var write: WorkspaceEdit { .write(path, bytes) }

  func line(_ row: [String]) -> String {
    row.map { cell in
      let isPlain = !cell.contains { "\"\r\n".contains($0) || String($0) == separator }
      return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: separator) + lineEnd
  }

  func column(_ heading: String) -> Int { rows[0].firstIndex(of: heading) ?? 0 }

  /// The indicators that the row decides, all that a roster feeds, or that the whole file does.
  func indicators(ofRow index: Int? = nil) -> Set<String> {
    switch kind {
    case .communes: ["2.1.2", "2.2.4"]
    case .centres: ["2.2.3"]
    case .agencies: ["2.1.1", "2.2.1", "2.2.2"]
    case .figures, .evidence:
      Set((index.map { [rows[$0]] } ?? Array(rows.dropFirst())).map { $0[0] })
    case .feedback, .funding, .narrative, .waivers: []
    }
  }
}

/// A spoilt workspace and what may come of it.
struct Mutant {
  var edits: [WorkspaceEdit]
  /// The letters of the families that may tell of it.
  let families: String
  /// Where such a finding stands: files, or folders above them.
  let places: [String]
  /// The lines that it may stand on, beside none and the heading's; any where `nil`.
  var lines: Set<Int>?
  /// The indicators of Bà Rịa that may change.
  let indicators: Set<String>

  /// A table spoilt in one row, or as a whole.
  init(_ sheet: Sheet, families: String, row: Int? = nil, indicators: Set<String>? = nil) {
    edits = [sheet.write]
    self.families = families
    places = [sheet.path]
    lines = row.map { [$0 + 1] }
    self.indicators = indicators ?? sheet.indicators(ofRow: row)
  }

  init(
    _ edits: [WorkspaceEdit], families: String, places: [String], indicators: Set<String>,
    lines: Set<Int>? = nil
  ) {
    self.edits = edits
    self.families = families
    self.places = places
    self.indicators = indicators
    self.lines = lines
  }
}

/// A way to spoil a workspace.
struct Mutation: Sendable {
  let name: String
  /// The tables that it can spoil.
  let kinds: [WorkspaceFileKind]
  let apply: @Sendable (Sheet, inout SeededGenerator) -> Mutant

  init(
    _ name: String, _ kinds: [WorkspaceFileKind] = tables,
    _ apply: @escaping @Sendable (Sheet, inout SeededGenerator) -> Mutant
  ) {
    self.name = name
    self.kinds = kinds
    self.apply = apply
  }

  /// Every table of Bà Rịa that is written in Unicode.
  static let tables: [WorkspaceFileKind] = [
    .figures, .evidence, .communes, .centres, .feedback, .funding,
  ]

  /// The same numbers in every run with one seed.
  struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    /// A row below the heading.
    mutating func row(of sheet: Sheet) -> Int { Int.random(in: 1..<sheet.rows.count, using: &self) }

    mutating func column(of sheet: Sheet) -> Int {
      Int.random(in: 0..<sheet.rows[0].count, using: &self)
    }

    mutating func one<Choice>(_ choices: [Choice]) -> Choice {
      choices[Int.random(in: 0..<choices.count, using: &self)]
    }
  }
}
