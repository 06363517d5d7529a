import Model

/// One roster, row by row, and what its counts are worth.
struct RosterFile: Sendable {
  let roster: Roster
  private let columns: Set<ColumnKey>
  /// The columns whose headings have a few letters amiss.
  let nearlyNamed: Set<ColumnKey>
  /// The columns with a cell that cannot be used.
  private(set) var badColumns: Set<ColumnKey> = []
  /// Whether it is doubtful which bodies the list has, so that none of its counts holds.
  private(set) var isDoubtful = false
  private(set) var refusedRows = 0
  private(set) var findings: [Finding] = []

  init(_ table: ReadTable, kind: RosterKind, in scope: UnitScope) {
    columns = Self.filledColumns(of: table)
    nearlyNamed = table.headings.nearlyNamed
    var entries: [Roster.Entry] = []
    var membership = RosterMembership(of: kind, in: scope)
    let rows = kind == .communes ? Array(table.rows) : table.listedRows
    for row in rows {
      var reader = RosterRowReader(row, columns: columns)
      if membership.admits(&reader.cells) {
        entries.append(reader.entry())
        reader.checkAnswers()
      } else {
        refusedRows += 1
        isDoubtful = true
      }
      badColumns.formUnion(reader.cells.bad)
      findings += reader.cells.findings
    }
    let absent = !table.hasRows ? [] : membership.findingsOfAbsent(in: table)
    findings += absent + table.findingsOfMergedAnswers()
    isDoubtful = isDoubtful || !absent.isEmpty
    roster = Roster(kind: kind, file: table.file, office: table.office, entries: entries)
  }

  /// The heading under which a form of this kind has the answers to `test`.
  func heading(of test: RosterTest) -> String {
    WorkspaceFileKind.allCases.first { $0.roster == roster.kind }
      .flatMap { FileSchema(of: $0).column(test.column)?.heading } ?? ""
  }

  /// Whether anything is asked of its bodies and answered for at least one.
  var isAnswered: Bool {
    !roster.entries.isEmpty && RosterTest.allCases.contains { columns.contains($0.column) }
  }

  /// Whether it gives counts of `test`, sound or not.
  func answers(_ test: RosterTest) -> Bool {
    columns.contains(test.column) && (!roster.entries.isEmpty || refusedRows > 0)
  }

  /// The counts of `test`: bodies that pass it, out of all; `nil` when the file has no such column
  /// or no rows.
  func count(of test: RosterTest) -> RosterCount? {
    guard answers(test) else { return nil }
    return RosterCount(
      part: roster.entries.count { $0.answers[test] == true }, whole: roster.entries.count,
      isInvalid: isDoubtful || badColumns.contains(test.column), component: nil,
      origin: .roster(roster.kind), file: roster.file, office: roster.office)
  }

  /// A column without a single answer gives none: the form was sent for its other columns, or not
  /// filled in yet; its empty cells must not become noes.
  private static func filledColumns(of table: ReadTable) -> Set<ColumnKey> {
    table.columns.filter { key in
      table.rows.contains { !$0[key].isEmpty }
    }
  }
}

/// What a roster says of one test, of one group of people where they are counted apart.
struct RosterCount: Hashable, Sendable {
  let part: Int
  let whole: Int
  let isInvalid: Bool
  let component: ComponentID?
  let origin: FigureOrigin
  let file: String
  let office: OfficeID?
}
