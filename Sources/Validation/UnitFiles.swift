import Model

/// Every file of a unit, read.
struct UnitFiles: Sendable {
  private(set) var figures: [FiguresFile] = []
  private(set) var ledgers: [LedgerFile] = []
  private(set) var rosters: [RosterFile] = []
  /// One for each folder that has a roster of persons, or else counts of one.
  private(set) var persons: [PersonsList] = []
  private(set) var feedback: [FeedbackFile] = []
  private(set) var funding: [FundingFile] = []
  private(set) var waivers: [WaiverFile] = []
  private(set) var commendations: [CommendationsFile] = []
  private(set) var prose: [NarrativeFile] = []
  private var personCounts: [PersonCountsFile] = []
  private var tableFindings: [Finding] = []
  private var swaps: [SwappedColumns] = []
  private var unreadable: [(kind: WorkspaceFileKind, office: OfficeID?)] = []

  init(_ sources: UnitSources, in scope: UnitScope) {
    let evidence = EvidenceFiles(of: sources)
    for file in sources.files {
      switch file.content {
      // What nothing is counted in is not looked at either.
      case .table(.personCounts, _) where !scope.readsPersons(of: file.office): break
      case .table(let kind, let table):
        let (read, findings) = recognise(table, of: file.office, by: FileSchema(of: kind))
        tableFindings += kind.isConfidential ? findings.map(\.withoutWords) : findings
        if let read {
          if let swap = SwappedColumns(in: read, of: kind) { swaps.append(swap) }
          add(read, of: kind, evidence: evidence, in: scope)
        } else {
          unreadable.append((kind, file.office))
        }
      case .prose(let source): prose.append(NarrativeFile(source, of: file.office, in: scope))
      case .unreadable(let kind):
        unreadable += [kind, file.heldForm].compactMap(\.self).map { ($0, file.office) }
      // What it holds is not missing: the finding about its name, or about what is in the way of an
      // office's folder, asks for it.
      case .unknown:
        if let kind = form(meantBy: file.name)?.kind { unreadable.append((kind, file.office)) }
        if let office = scope.offices.first(where: { $0.id.rawValue == file.name }),
          file.office == nil, !file.findings.isEmpty
        {
          unreadable += WorkspaceFileKind.allCases.map { ($0, office.id) }
        }
      case .attachment, .persons: break
      }
    }
    let lists = sources.files.filter { scope.readsPersons(of: $0.office) }
    persons = PersonsList.lists(of: lists, or: personCounts, in: scope)
  }

  /// In the order of the files and of their rows.
  var documents: [EvidenceDocument] { ledgers.flatMap(\.documents) }

  var narrative: Narrative { Narrative(passages: prose.flatMap(\.passages)) }

  var findings: [Finding] {
    var found: [Finding] = figures.flatMap(\.findings) + ledgers.flatMap(\.findings)
    found += rosters.flatMap(\.findings) + feedback.flatMap(\.findings)
    found += funding.flatMap(\.findings) + waivers.flatMap(\.findings)
    found += commendations.flatMap(\.findings)
    found += prose.flatMap(\.findings) + persons.flatMap(\.findings)
    found.removeAll { finding in swaps.contains { $0.explains(finding) } }
    return tableFindings + swaps.map(\.finding) + found
  }

  /// The offices that have sent a figure, be it one that cannot be used.
  var reportingOffices: Set<OfficeID?> {
    let typed = figures.filter { file in
      file.figures.contains { !$0.isEmpty } || !file.unplaced.union(file.strayed).isEmpty
    }
    let counted = rosters.filter(\.isAnswered)
    let persons = persons.filter { !$0.counts.isEmpty }.map(\.office)
    return Set(typed.map(\.office) + counted.map(\.roster.office) + persons)
  }

  /// Whether what is said of `indicator` in a file of `kind` is not known, because the file of its
  /// office, or else the unit's own, cannot be read; the findings about that file ask for it.
  func awaits(_ kind: WorkspaceFileKind, for indicator: Indicator) -> Bool {
    let sent =
      switch kind {
      case .evidence: ledgers.map(\.office)
      case .agencies, .communes, .centres:
        rosters.filter { $0.roster.kind == kind.roster }.map(\.roster.office)
      case .personCounts: persons.map(\.office)
      case .figures, .feedback, .funding, .waivers, .narrative, .commendations:
        figures.map(\.office)
      }
    let broken = unreadable.filter { $0.kind == kind }.map(\.office)
    return broken.contains(indicator.office)
      || (broken.contains(nil) && !sent.contains(indicator.office))
  }

  /// Whether a file of that kind is there and cannot be read.
  func hasUnreadable(_ kind: WorkspaceFileKind) -> Bool { unreadable.contains { $0.kind == kind } }

  /// Whether the roster from which `indicator` is counted cannot be read.
  func awaitsRoster(for indicator: Indicator) -> Bool {
    if case .citizens = indicator.source {
      return persons.contains(where: \.isUnread) || awaits(.personCounts, for: indicator)
    }
    guard case .roster(let kind, _) = indicator.source,
      let form = WorkspaceFileKind.allCases.first(where: { $0.roster == kind })
    else { return false }
    return awaits(form, for: indicator)
  }

  /// Whether nothing of what may hold a figure of the unit itself was read.
  var awaitsFigures: Bool { unreadable.contains { $0.kind == .figures && $0.office == nil } }

  func places(in folder: String) -> SourcePlaces {
    SourcePlaces(
      folder: folder, figureFiles: figures.map { ($0.file, $0.office) },
      ledgers: ledgers.map { ($0.file, $0.office) })
  }

  private mutating func add(
    _ table: ReadTable, of kind: WorkspaceFileKind, evidence: EvidenceFiles,
    in scope: UnitScope
  ) {
    switch kind {
    case .figures: figures.append(FiguresFile(table, in: scope))
    case .evidence: ledgers.append(LedgerFile(table, files: evidence, in: scope))
    case .feedback: feedback.append(FeedbackFile(table, in: scope))
    case .funding: funding.append(FundingFile(table))
    case .waivers: waivers.append(WaiverFile(table, in: scope))
    case .agencies, .communes, .centres:
      if let roster = kind.roster {
        rosters.append(RosterFile(table, kind: roster, in: scope))
      }
    case .personCounts: personCounts.append(PersonCountsFile(table))
    case .commendations: commendations.append(CommendationsFile(table))
    case .narrative: break
    }
  }
}

extension SourceFile {
  /// The form whose table stands under the name of this one; what it holds is not missing either.
  fileprivate var heldForm: WorkspaceFileKind? {
    let name = findings.first { $0.code == .tableOfOtherForm }?.expected
    return WorkspaceFileKind.allCases.first { [$0.fileName, $0.workbookName].contains(name) }
  }
}
