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

  /// Every kind of table of a district, of an office, and of the province's other offices.
  static let paths: [String] =
    WorkspaceFileKind.allCases.compactMap {
      $0.workbookName == nil || [.waivers, .personCounts, .commendations].contains($0)
        ? nil : "\(baRia)/\($0.fileName)"
    }
    + ["so-lieu", "minh-chung", "trung-tam", "gop-y"].map {
      "\(provinceFolder)/so-giao-duc-va-dao-tao/\($0).csv"
    }
    + [
      "cuc-thong-ke/so-lieu", "cuc-thong-ke/minh-chung", "so-noi-vu/co-quan",
      "so-tai-chinh/kinh-phi", "so-khoa-hoc-va-cong-nghe/so-lieu",
    ].map { "\(provinceFolder)/\($0).csv" }

  static let all = Result { try paths.map(make) }

  private static func make(_ path: String) throws -> Sheet {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard let kind = WorkspaceFileKind(rawValue: name),
      let file = try SoundRequest.make().files.first(where: { $0.path == path }),
      let table = ingestTable(file.bytes, file: path, recognising: headingVocabulary(of: kind))
        .table
    else { throw WorkspaceEdit.NotApplicable(edit: path) }
    return Sheet(
      path: path, kind: kind, rows: ([table.heading] + table.rows).map { $0.cells.map(\.text) })
  }

  var text: String { rows.map(line).joined() }
  var bytes: [UInt8] { Array(text.utf8) }
  var write: WorkspaceEdit { .write(path, bytes) }
  /// The folder of the unit or the office.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
  /// The folder of the unit.
  var unitFolder: String { path.split(separator: "/").prefix(2).joined(separator: "/") }
  var unit: String { isDistrict ? "748" : "77" }
  var isDistrict: Bool { path.hasPrefix(baRia) }

  func line(_ row: [String]) -> String {
    row.map { cell in
      // A line end of two is one character: as characters, neither of its halves is in it.
      let isPlain = !cell.contains { $0 == "\"" || $0.isNewline || String($0) == separator }
      return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: separator) + lineEnd
  }

  func has(_ heading: String) -> Bool { rows[0].contains(heading) }

  /// - Precondition: the table has it; mutations name the headings that they need.
  func column(_ heading: String) -> Int {
    guard let column = rows[0].firstIndex(of: heading) else {
      preconditionFailure("\(path) has no column \(heading)")
    }
    return column
  }

  func cell(_ row: [String], _ heading: String) -> String { row[column(heading)] }

  /// The indicators that the row decides, all that a roster feeds, or that the whole file does, each
  /// with its unit.
  func indicators(ofRow index: Int? = nil) -> Set<String> {
    let ids: Set<String> =
      switch kind {
      case .communes: ["2.1.2", "2.2.4"]
      case .centres: ["2.2.3"]
      case .agencies: ["2.1.1", "2.2.1", "2.2.2"]
      case .figures, .evidence:
        Set((index.map { [rows[$0]] } ?? Array(rows.dropFirst())).map { $0[0] })
      case .feedback, .funding, .narrative, .waivers, .personCounts, .commendations: []
      }
    return Set(ids.map { "\(unit) \($0)" })
  }

  /// What is told of figures and documents that are lost with a row or the file: that they are
  /// missing, where the file stands, where the row of their indicator does, or where the office does.
  var losses: [Sign] {
    let missing: Set<FindingCode> =
      switch kind {
      case .figures: [.indicatorMissing, .figureUnderOtherHeading, .rosterGivesNoFigure]
      case .evidence: [.noDocument]
      case .communes: [.communeMissing, .rosterGivesNoFigure, .indicatorMissing]
      case .agencies, .centres: [.rosterGivesNoFigure, .indicatorMissing]
      case .feedback, .funding, .narrative, .waivers, .personCounts, .commendations: []
      }
    // What is missing of an indicator is told beside its other rows.
    var signs = [Sign(missing, at: path, .anywhere)]
    if kind == .figures {
      signs.append(Sign([.componentMissing], at: path, .anywhere))
      // The total that a list was compared with may be lost.
      signs.append(Sign([.rosterUncontrolled], below: unitFolder))
      // What is left of a figure differs from that of another office.
      signs.append(Sign([.officesDisagree], below: unitFolder))
    }
    if kind == .evidence { signs.append(Sign([.unknownFile], below: "\(folder)/minh-chung")) }
    // Counted or typed, by this office or by another: each of two may tell that the other is missing.
    if kind.roster != nil {
      signs.append(Sign([.rosterDisagrees], at: "\(folder)/so-lieu.csv", .anywhere))
      // The column may be lost whose count a typed total was compared with.
      signs.append(Sign([.rosterUncontrolled], at: path, .file))
    }
    if kind == .figures || kind.roster != nil {
      let silent: Set<FindingCode> = [.officeSilent, .unitWithoutFigures]
      signs.append(Sign(silent.union(missing), at: unitFolder, .file))
      signs.append(Sign(missing.union([.indicatorMissing]), below: unitFolder))
    }
    if kind == .evidence { signs.append(Sign(missing, at: unitFolder, .file)) }
    return signs
  }
}

/// A finding that may tell of what was done.
struct Sign {
  enum Lines {
    /// The file as a whole.
    case file
    /// Anywhere in some file below the path.
    case below
    /// The first line.
    case heading
    case on(Set<Int>)
    case anywhere
  }

  private let isTold: @Sendable (FindingCode) -> Bool
  private let path: String
  private let lines: Lines

  init(_ codes: Set<FindingCode>, at path: String, _ lines: Lines) {
    isTold = codes.contains
    self.path = path
    self.lines = lines
  }

  init(_ codes: Set<FindingCode>, below path: String) { self.init(codes, at: path, .below) }

  /// `families` are the letters of those that may tell.
  init(families: String, at path: String, _ lines: Lines) {
    isTold = { families.contains($0.rawValue.prefix(1)) }
    self.path = path
    self.lines = lines
  }

  func fits(_ finding: Finding) -> Bool {
    guard isTold(finding.code), let place = finding.place else { return false }
    if case .below = lines { return place.file.hasPrefix(path + "/") }
    guard place.file == path else { return false }
    return switch lines {
    case .file: place.line == nil
    case .below: true
    case .heading: place.line == 1
    case .on(let lines): place.line.map(lines.contains) ?? false
    case .anywhere: true
    }
  }
}

/// A spoilt workspace and what may come of it.
struct Mutant {
  var edits: [WorkspaceEdit]
  /// One of these tells of it.
  var signs: [Sign]
  /// These may stand beside, and tell of it where it loses something.
  var losses: [Sign]
  /// Whether a loss is all that is told, as of a row that was removed.
  var isLoss = false
  /// Whether it is told even though no indicator is judged by what was spoilt.
  var isAlwaysTold = false
  /// The indicators that may change, each with its unit.
  let indicators: Set<String>

  /// A table spoilt in one row.
  init(_ sheet: Sheet, families: String, row: Int, indicators: Set<String>? = nil) {
    self.init(
      [sheet.write], [Sign(families: families, at: sheet.path, .on([row + 1]))],
      losses: sheet.losses, indicators: indicators ?? sheet.indicators(ofRow: row))
  }

  /// A table spoilt as a whole.
  init(
    _ sheet: Sheet, families: String, _ lines: Sign.Lines, indicators: Set<String>? = nil
  ) {
    self.init(
      [sheet.write], families.isEmpty ? [] : [Sign(families: families, at: sheet.path, lines)],
      losses: sheet.losses, indicators: indicators ?? sheet.indicators())
  }

  init(
    _ edits: [WorkspaceEdit], _ signs: [Sign], losses: [Sign] = [], indicators: Set<String>
  ) {
    self.edits = edits
    self.signs = signs
    self.losses = losses
    self.indicators = indicators
  }

  /// The same, of which nothing but the loss needs to be told.
  var asLoss: Mutant {
    var mutant = self
    mutant.isLoss = true
    return mutant
  }

  /// Whether a loss tells of `finding`, which is about one of the indicators that may change.
  func isLoss(_ finding: Finding) -> Bool {
    let isOwn = finding.indicator.map { id in
      indicators.contains("\(finding.unit?.rawValue ?? "") \(id)")
    }
    return isOwn ?? true && losses.contains { $0.fits(finding) }
  }

  /// The same with another finding that may tell of it.
  func or(_ sign: Sign) -> Mutant {
    var mutant = self
    mutant.signs.append(sign)
    return mutant
  }
}

/// A way to spoil a workspace.
struct Mutation: Sendable {
  let name: String
  /// The tables that it can spoil.
  let kinds: [WorkspaceFileKind]
  /// The headings that such a table must have.
  let headings: [String]
  let apply: @Sendable (Sheet, inout SeededGenerator) -> Mutant

  init(
    _ name: String, _ kinds: [WorkspaceFileKind] = tables, with headings: String...,
    apply: @escaping @Sendable (Sheet, inout SeededGenerator) -> Mutant
  ) {
    self.name = name
    self.kinds = kinds
    self.headings = headings
    self.apply = apply
  }

  func sheets() throws -> [Sheet] {
    try Sheet.all.get().filter { kinds.contains($0.kind) && headings.allSatisfy($0.has) }
  }

  static let tables: [WorkspaceFileKind] = [
    .figures, .evidence, .communes, .centres, .agencies, .feedback, .funding,
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
