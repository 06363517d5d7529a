import Model

/// One kind of list as its sheet shows it.
private struct RosterList {
  let kind: RosterKind
  let rosters: [Roster]
  let hasCodes: Bool
  let hasGrades: Bool
  /// What is asked of each body beside its grade.
  let tests: [RosterTest]

  /// `nil` where the unit sent no such list.
  init?(_ kind: RosterKind, of unit: UnitRecord) {
    rosters = unit.submission.rosters.filter { $0.kind == kind && !$0.entries.isEmpty }
    guard !rosters.isEmpty else { return nil }
    self.kind = kind
    let entries = rosters.flatMap(\.entries)
    hasCodes = kind == .communes
    hasGrades = entries.contains { !$0.grade.isEmpty }
    tests = RosterTest.allCases.filter { test in
      test != .gradedFairOrBetter && entries.contains { $0.answers[test] != nil }
    }
  }

  var id: String { "danh-sach-\(kind.rawValue)" }

  func column(of test: RosterTest) -> Int? {
    let first = hasCodes ? 2 : 1
    guard test != .gradedFairOrBetter else { return hasGrades ? first : nil }
    return tests.firstIndex(of: test).map { first + (hasGrades ? 1 : 0) + $0 }
  }

  /// The rows of the file that a figure was counted from.
  func rows(of file: String) -> Range<Int>? {
    var first = 0
    for roster in rosters {
      if roster.file == file { return first..<(first + roster.entries.count) }
      first += roster.entries.count
    }
    return nil
  }
}

/// The lists of bodies that shares are counted from.
extension Composer {
  func rosterSheets(_ unit: UnitRecord) -> [WorkbookDocument.Sheet] {
    RosterKind.allCases.compactMap { kind in RosterList(kind, of: unit).map(sheet) }
  }

  /// The counts of a figure as formulas over its list; `nil` for a figure that was typed.
  func rosterFormulas(
    of figure: Figure, _ indicator: Indicator, _ unit: UnitRecord
  ) -> (part: Formula, whole: Formula)? {
    guard case .roster(let kind) = figure.origin, case .roster(_, let test) = indicator.source,
      let list = RosterList(kind, of: unit), let column = list.column(of: test),
      let rows = list.rows(of: figure.place.file)
    else { return nil }
    let answers = ColumnReference(table: list.id, column: column, rows: rows)
    let counts = passing(test).map {
      Formula.call(.countIf, [.column(answers), .text($0)])
    }
    let cells = list.rosters.flatMap(\.entries)[rows].map { shown($0, test) }
    // The count is the list's only while the sheet shows what was counted.
    guard cells.count(where: { passing(test).contains($0) }) == figure.numerator?.value,
      cells.count == figure.denominator?.value
    else { return nil }
    return (
      counts.dropFirst().reduce(counts[0]) { $0 + $1 },
      .call(.rows, [.column(answers)])
    )
  }

  /// The words of a body that passes.
  private func passing(_ test: RosterTest) -> [String] {
    test == .gradedFairOrBetter
      ? [words(.calculationGradeGood), words(.calculationGradeFair)] : [words(.rosterYes)]
  }

  private func shown(_ entry: Roster.Entry, _ test: RosterTest) -> String {
    test == .gradedFairOrBetter ? entry.grade : answer(entry.answers[test]).text
  }

  private func sheet(of list: RosterList) -> WorkbookDocument.Sheet {
    let columns =
      (list.hasCodes ? [Table.Column(words(.columnCommuneCode), .centred)] : [])
      + [.init(words(.columnName))]
      + (list.hasGrades ? [.init(words(.gradeColumn))] : [])
      + list.tests.map { .init(heading(of: $0), .centred) }
    let rows = list.rosters.flatMap(\.entries).map { entry in
      (list.hasCodes ? [Cell(entry.code)] : []) + [Cell(entry.name)]
        + (list.hasGrades ? [Cell(entry.grade)] : [])
        + list.tests.map { answer(entry.answers[$0]) }
    }
    let files = list.rosters.map(\.file).joined(separator: ", ")
    let table = Table(
      id: list.id, caption: words(title(of: list.kind)), columns: columns, rows: rows)
    return sheet(
      sheetName(of: list.kind), table, blanks: .calculationBlankLists,
      lines: [words(.workbookSourceLine, ["source": files])])
  }

  private func answer(_ yes: Bool?) -> Cell {
    yes.map { Cell(words($0 ? .rosterYes : .rosterNo)) } ?? Cell("")
  }

  private func title(of kind: RosterKind) -> Phrase {
    switch kind {
    case .agencies: .rosterAgencies
    case .communes: .rosterCommunes
    case .centres: .rosterCentres
    }
  }

  private func sheetName(of kind: RosterKind) -> Phrase {
    switch kind {
    case .agencies: .workbookAgencies
    case .communes: .workbookCommunes
    case .centres: .workbookCentres
    }
  }

  private func heading(of test: RosterTest) -> String {
    switch test {
    case .gradedFairOrBetter: words(.gradeColumn)
    case .trainingPlan: words(.gradeTrainingPlan)
    case .digitalTools: words(.gradeDigitalTools)
    case .freeWifi: words(.gradeFreeWifi)
    case .openResources: words(.gradeOpenResources)
    }
  }
}
