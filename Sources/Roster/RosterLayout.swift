import CRoster
import Model

/// How the columns of one file lie.
struct RosterLayout {
  let separator: UInt8
  let headings: [String]
  private let places: [RosterColumn: Int]

  init(separator: UInt8, headings: [String]) {
    self.separator = separator
    self.headings = headings
    var places: [RosterColumn: Int] = [:]
    for (place, heading) in headings.enumerated() {
      guard let column = RosterColumn.byHeading[CellWords.key(heading)], places[column] == nil
      else { continue }
      places[column] = place
    }
    self.places = places
  }

  var width: Int { headings.count }

  func place(of column: RosterColumn) -> Int? { places[column] }

  func heading(of column: RosterColumn) -> String {
    places[column].map { headings[$0] } ?? ""
  }

  /// The headings that the specification does not know, and repeated ones.
  var dropped: [String] {
    let kept = Set(places.values)
    return headings.indices.filter { !kept.contains($0) && !headings[$0].isEmpty }
      .map { headings[$0] }
  }

  /// The headings of columns that are counted by and not there.
  var missing: [String] {
    [RosterColumn.group, .title, .skill, .proficient, .status, .day].filter { places[$0] == nil }
      .map { $0.headings[0] }
  }

  /// The same for the C reader.
  func plain(by rules: RosterRules, longestRow: Int) -> hoctap_layout {
    var layout = hoctap_layout()
    withUnsafeMutableBytes(of: &layout.place) { bytes in
      let place = bytes.bindMemory(to: Int32.self)
      for column in RosterColumn.isRead {
        let isSought = column != .person || rules.isUnique
        place[column.rawValue] = isSought ? Int32(places[column] ?? -1) : -1
      }
    }
    layout.width = Int32(width)
    layout.separator = separator
    layout.last_year = UInt16(clamping: max(rules.period, RosterRules.firstYear))
    layout.longest_row = UInt32(longestRow)
    layout.facts = rules.recognition?.facts.reduce(0) { $0 | $1.bit } ?? 0
    layout.first_day = rules.recognition?.programmeBegins?.number ?? 0
    layout.last_day = rules.recognition?.asOf?.number ?? UInt32.max
    return layout
  }
}

extension RecognitionFact {
  var bit: UInt32 {
    switch self {
    case .titleUnrecognised: hoctap_title_unrecognised.rawValue
    case .recognisedUndated: hoctap_recognised_undated.rawValue
    case .recognisedTooEarly: hoctap_day_too_early.rawValue
    case .recognisedTooLate: hoctap_day_too_late.rawValue
    }
  }
}

extension CalendarDay {
  /// As the C reader has days: later days have larger numbers.
  var number: UInt32 { UInt32(year << 9 | month << 5 | day) }
}

/// Finds the row of headings and the separator in the beginning of a text.
struct HeadingSearch {
  struct Found {
    let layout: RosterLayout
    /// Where the first row begins, and how many lines stand before it.
    let start: Int
    let lines: Int
  }

  let text: TextWindow
  let longestRow: Int
  /// Titles may stand above the headings.
  private static let mostLines = 20
  private static let separators = [TableByte.comma, TableByte.semicolon, TableByte.tab]

  /// The first row with most headings that are known under one separator.
  ///
  /// - Throws: what is missing.
  func find() throws(RosterFault.Reason) -> Found {
    var position = text.count >= 3 && hasMark ? 3 : 0
    var declared: UInt8?
    for line in 0..<Self.mostLines where position < text.count {
      if line == 0, let separator = declaredSeparator(at: position) { declared = separator }
      let separators = declared.map { [$0] } ?? Self.separators
      let candidates = separators.compactMap { candidate($0, at: position, line: line) }
      if let best = candidates.max(by: { $0.known < $1.known }), best.known > 1 {
        return try checked(best.found)
      }
      let reader = PlainRowReader(separator: TableByte.comma, longestRow: longestRow)
      guard let next = reader.nextLine(text, from: position) else { break }
      position = next
    }
    throw .noHeadings
  }

  private func checked(_ found: Found) throws(RosterFault.Reason) -> Found {
    if found.layout.place(of: .commune) != nil { return found }
    let wanted = RosterColumn.commune.headings[0]
    let unknown = found.layout.dropped
    let nearest = unknown.max { likeness($0, wanted) < likeness($1, wanted) } ?? ""
    throw .columnMissing(wanted, nearest: nearest)
  }

  /// How many words two headings share.
  private func likeness(_ one: String, _ other: String) -> Int {
    Set(CellWords.key(one).split(separator: " "))
      .intersection(CellWords.key(other).split(separator: " ")).count
  }

  private func candidate(
    _ separator: UInt8, at position: Int, line: Int
  ) -> (found: Found, known: Int)? {
    var reader = PlainRowReader(separator: separator, longestRow: longestRow)
    guard case .whole(let next, let lines) = reader.read(text, from: position) else { return nil }
    let headings = reader.cells.map { String(decoding: $0.bytes(in: text.bytes), as: UTF8.self) }
      .map { String(String.UnicodeScalarView($0.unicodeScalars.filter { $0.value != 0xFEFF })) }
    let known = Set(headings.compactMap { RosterColumn.byHeading[CellWords.key($0)] }).count
    let layout = RosterLayout(separator: separator, headings: headings)
    return (Found(layout: layout, start: next, lines: line + lines), known)
  }

  private var hasMark: Bool {
    text.bytes[0] == 0xEF && text.bytes[1] == 0xBB && text.bytes[2] == 0xBF
  }

  /// The separator that a first line `sep=;` declares for spreadsheet programs.
  private func declaredSeparator(at position: Int) -> UInt8? {
    let line = (position..<min(position + 6, text.count)).map { text.bytes[$0] }
    guard line.count == 6, String(decoding: line[..<4], as: UTF8.self).lowercased() == "sep=",
      Self.separators.contains(line[4])
    else { return nil }
    return line[4]
  }
}
