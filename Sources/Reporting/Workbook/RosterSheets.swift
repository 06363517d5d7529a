import Model

/// The lists of bodies that shares were counted from.
extension Composer {
  func rosterSheets(_ unit: UnitRecord) -> [WorkbookDocument.Sheet] {
    RosterKind.allCases.compactMap { kind in
      let rosters = unit.submission.rosters.filter { $0.kind == kind && !$0.entries.isEmpty }
      return rosters.isEmpty ? nil : sheet(of: kind, rosters)
    }
  }

  private func sheet(of kind: RosterKind, _ rosters: [Roster]) -> WorkbookDocument.Sheet {
    let entries = rosters.flatMap(\.entries)
    let tests = RosterTest.allCases.filter { test in
      test != .gradedFairOrBetter && entries.contains { $0.answers[test] != nil }
    }
    let hasCodes = kind == .communes
    let hasGrades = entries.contains { !$0.grade.isEmpty }
    let columns =
      (hasCodes ? [Table.Column(words(.columnCommuneCode), .centred)] : [])
      + [.init(words(.columnName))]
      + (hasGrades ? [.init(words(.gradeColumn))] : []) + tests.map { .init(heading(of: $0)) }
    let rows = entries.map { entry in
      (hasCodes ? [Cell(entry.code)] : []) + [Cell(entry.name)]
        + (hasGrades ? [Cell(entry.grade)] : []) + tests.map { answer(entry.answers[$0]) }
    }
    let files = rosters.map(\.file).joined(separator: ", ")
    return WorkbookDocument.Sheet(
      name: words(sheetName(of: kind)), title: words(title(of: kind)),
      lines: [words(.workbookOneTable), words(.workbookSourceLine, ["source": files])],
      table: Table(
        id: "danh-sach-\(kind.rawValue)", caption: words(title(of: kind)), columns: columns,
        rows: rows))
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
