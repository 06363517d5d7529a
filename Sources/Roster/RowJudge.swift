import Model

/// What one row says of a person.
struct PersonRow {
  let commune: [UInt8]
  let group: RosterGroup?
  let groupName: [UInt8]
  /// A bit each for title, skill, proficiency, recognition.
  let marks: UInt32
  let day: CalendarDay?
  let person: [UInt8]
}

/// Something wrong with a cell.
struct CellProblem: Hashable {
  let code: FindingCode
  let column: RosterColumn
  let value: String
}

/// Judges the cells of one row, one after another: the plain judge, whose sentences the fast reader
/// learns.
struct RowJudge {
  let layout: RosterLayout
  let rules: RosterRules
  private var flags = WordCache<Bool>()
  private var groups = WordCache<RosterGroup>()
  private var statuses = WordCache<Bool>()

  init(layout: RosterLayout, rules: RosterRules) {
    self.layout = layout
    self.rules = rules
  }

  /// A person, or all that is wrong with the row.
  mutating func judge(
    _ cells: [PlainCell], in bytes: UnsafePointer<UInt8>
  ) -> (PersonRow?, [CellProblem]) {
    var reading = RowReading(layout: layout, cells: cells, bytes: bytes)
    let commune = reading.bytes(.commune)
    if commune.isEmpty { reading.reject(.commune, .requiredCellEmpty) }
    if !commune.isEmpty, reading.isText(.commune), !reading.isCommuneCode {
      reading.reject(.commune, .unknownCommune, isShown: false)
    }
    // A group or flag in another encoding is none; these two would be taken for something else.
    for column in [RosterColumn.commune, .status] where !reading.isText(column) {
      reading.reject(column, .encodingNotSupported)
    }
    readYear(&reading)
    let group = readGroup(&reading)
    var marks: UInt32 = 0
    for (bit, column) in [RosterColumn.title, .skill, .proficient].enumerated() {
      guard let flag = flags.value(of: reading.text(column), CellWords.flag) else {
        reading.reject(column, .notYesNo)
        continue
      }
      if flag { marks |= 1 << UInt32(bit) }
    }
    let status = statuses.value(of: reading.text(.status), CellWords.isRecognised)
    if status == true { marks |= 8 }
    let day = CellWords.day(reading.text(.day))
    if day == nil, !reading.text(.day).isEmpty { reading.reject(.day, .notDate) }
    guard reading.problems.isEmpty else { return (nil, reading.shownProblems) }
    let row = PersonRow(
      commune: commune, group: group, groupName: reading.bytes(.group), marks: marks, day: day,
      person: reading.bytes(.person))
    return (row, [])
  }

  private func readYear(_ reading: inout RowReading) {
    guard layout.place(of: .year) != nil else { return }
    let text = reading.text(.year)
    if text.isEmpty {
      reading.reject(.year, .requiredCellEmpty)
    } else if !CellWords.isYear(text, upTo: rules.period) {
      reading.reject(.year, .notYear)
    }
  }

  private mutating func readGroup(_ reading: inout RowReading) -> RosterGroup? {
    guard layout.place(of: .group) != nil else { return nil }
    let text = reading.text(.group)
    if let group = groups.value(of: text, CellWords.group) { return group }
    reading.reject(.group, text.isEmpty ? .requiredCellEmpty : .notInList)
    return nil
  }
}

/// What words stand for that were looked up before.
private struct WordCache<Value> {
  private var values: [String: Value?] = [:]
  private static var most: Int { 256 }

  mutating func value(of text: String, _ look: (String) -> Value?) -> Value? {
    if let known = values[text] { return known }
    let value = look(text)
    if values.count < Self.most, text.utf8.count < 64 { values[text] = .some(value) }
    return value
  }
}

/// The cells of a row while they are read.
private struct RowReading {
  let layout: RosterLayout
  let cells: [PlainCell]
  let bytes: UnsafePointer<UInt8>
  private(set) var problems: [CellProblem] = []

  init(layout: RosterLayout, cells: [PlainCell], bytes: UnsafePointer<UInt8>) {
    self.layout = layout
    self.cells = cells
    self.bytes = bytes
  }

  /// Empty where the file has no such column.
  func bytes(_ column: RosterColumn) -> [UInt8] {
    layout.place(of: column).map { cells[$0].bytes(in: bytes) } ?? []
  }

  func text(_ column: RosterColumn) -> String {
    String(decoding: bytes(column), as: UTF8.self)
  }

  func isText(_ column: RosterColumn) -> Bool {
    String(validating: bytes(column), as: UTF8.self) != nil
  }

  /// Whether a code of the official list can stand where the commune's should: digits, fewer than the
  /// number of a person has.
  ///
  /// Anything else, a name or the id of a person that has slipped by a column, would go into the
  /// counts.
  var isCommuneCode: Bool {
    let code = bytes(.commune)
    return code.count <= Self.longestCode && code.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `isShown` is `false` where the value may be that of a person, whatever it looks like.
  mutating func reject(_ column: RosterColumn, _ code: FindingCode, isShown: Bool = true) {
    problems.append(
      CellProblem(code: code, column: column, value: isShown ? text(column) : ""))
  }

  /// The problems, without any value where one of them could name a person: the cells of such a row
  /// may have slipped by a column, and an id or a name stands where a year or a group should.
  var shownProblems: [CellProblem] {
    guard problems.contains(where: couldNameSomebody) else { return problems }
    return problems.map { CellProblem(code: $0.code, column: $0.column, value: "") }
  }

  private func couldNameSomebody(_ problem: CellProblem) -> Bool {
    let value = problem.value
    let scalars = value.unicodeScalars
    let isNumber = problem.column == .year || problem.column == .day
    return problem.code == .encodingNotSupported
      || problem.column == .group && !isCodeWord(value)
      || !value.isEmpty && value == text(.person)
      || isNumber && scalars.contains { $0.properties.isAlphabetic }
      || scalars.count { $0.properties.numericType != nil } > mostDigits(in: problem.column)
      || value.utf8.count > Self.mostBytes
  }

  /// Whether a text is written like the code of a group and like no name: in small letters without
  /// accents and blanks.
  private func isCodeWord(_ value: String) -> Bool {
    value.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
  }

  private func mostDigits(in column: RosterColumn) -> Int {
    switch column {
    case .day: 8
    case .year: 5
    default: 2
    }
  }

  private static let mostBytes = 64
  /// As long are the codes that the fast reader learns, without asking here again.
  private static let longestCode = 7
}
