import Model

/// A note that headings refer to (ghi chú).
enum WorkbookNote: CaseIterable {
  case live
  case liveTargets
  case usable
  case counted
  case comparison
  case inexact
  case standings
  case limits
  case districts

  /// What it says.
  var text: Phrase {
    switch self {
    case .live: .noteLive
    case .liveTargets: .noteLiveTargets
    case .usable: .noteUsable
    case .counted: .noteCounted
    case .comparison: .noteComparison
    case .inexact: .noteInexact
    case .standings: .noteStandings
    case .limits: .noteLimits
    case .districts: .noteDistricts
    }
  }

  /// The sheet whose heading refers to it.
  var sheet: Phrase {
    switch self {
    case .live, .liveTargets: .workbookContents
    case .usable, .counted: .workbookFigures
    case .comparison, .inexact: .workbookSteps
    case .standings: .workbookResults
    case .limits: .workbookThresholds
    case .districts: .workbookLevels
    }
  }
}

/// The notes of one workbook, numbered without a gap.
struct WorkbookNotes {
  let all: [WorkbookNote]

  /// The notes of a workbook about targets.
  static let ofTargets = WorkbookNotes(all: [.liveTargets])

  private init(all: [WorkbookNote]) { self.all = all }

  init(_ calculation: Calculation, isProvince: Bool) {
    let isCounted = calculation.slots.contains { slot in
      if case .roster = slot.figure?.origin { true } else { false }
    }
    let isExact = calculation.criteria.indicators.allSatisfy(calculation.isLive)
    all = WorkbookNote.allCases.filter { note in
      switch note {
      case .counted: isCounted
      case .inexact: !isExact
      case .districts: isProvince
      case .liveTargets: false
      case .live, .usable, .comparison, .standings, .limits: true
      }
    }
  }
}

extension Composer {
  /// A heading with the mark of a note, where the workbook has that note.
  func noted(_ title: String, _ note: WorkbookNote, _ notes: WorkbookNotes) -> String {
    guard let mark = mark(of: note, notes) else { return title }
    return title + " " + mark
  }

  private func mark(of note: WorkbookNote, _ notes: WorkbookNotes) -> String? {
    notes.all.firstIndex(of: note).map { words(.noteMark, ["number": "\($0 + 1)"]) }
  }

  func notesSheet(_ notes: WorkbookNotes) -> WorkbookDocument.Sheet {
    let rows = notes.all.map { note in
      let name = words(note.sheet)
      return [
        Cell(mark(of: note, notes) ?? ""), Cell(words(note.text)), Cell(name, link: "#\(name)"),
      ]
    }
    let table = Table(
      id: "ghi-chu", caption: words(.noteTitle),
      columns: [
        .init(words(.columnNote)), .init(words(.columnContains)), .init(words(.columnSheet)),
      ], rows: rows)
    return sheet(.workbookNotes, table)
  }
}
