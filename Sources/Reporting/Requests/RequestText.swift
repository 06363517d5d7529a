import Model

/// What a request says: what is missing, which documents are accepted, where to put them, by when.
extension Composer {
  /// What every sentence of a request can name.
  func names(_ request: RequestCase) -> [String: String] {
    let unit = request.unit.unit
    let lead = officeName(programme.leadOffices[unit.tier])
    return [
      "office": request.office.name, "lead": lead.isEmpty ? unit.name : lead,
      "unit": unit.nameInSentence, "rulebook": rulebook.title, "asOf": asOf, "period": period,
      "count": "\(request.owed.count)", "award": criteria(of: unit).award,
    ]
  }

  /// A pilot asks for the figures of a title, a programme with targets for those of a year.
  func subject(of request: RequestCase, isLetter: Bool) -> String {
    let setsTargets = !criteria(of: request.unit.unit).awardsLevels
    let phrase: Phrase =
      setsTargets
      ? (isLetter ? .targetLetterSubject : .targetRequestSubject)
      : (isLetter ? .letterSubject : .requestSubject)
    return words(phrase, names(request))
  }

  func lead(_ request: RequestCase) -> String {
    var details = names(request)
    let milestone = reportMilestone(of: request.unit.unit)
    let days = milestone.map(daysLeft) ?? 0
    details["lastDay"] = milestone?.lastDay.vietnamese ?? ""
    details["days"] = "\(abs(days))"
    guard !isToLeadOffice(request) else { return words(.letterOwnLead, details) }
    let ask: Phrase = days > 0 ? .letterSend : days == 0 ? .letterSendToday : .letterSendLate
    return words(.letterLead, details)
      + (milestone == nil ? "" : " " + words(ask, details))
  }

  func owedSection(_ request: RequestCase, isApart: Bool) -> Section {
    let table = Table(
      id: "bo-sung", caption: words(.requestTable),
      columns: [
        .init(words(.columnIndicator)), .init(words(.letterWhat)), .init(words(.letterAccepted)),
      ],
      rows: request.owed.map { item in
        let indicator = item.indicator
        return [
          Cell(
            words(
              .letterIndicator, ["id": indicator.id.rawValue, "name": indicator.shortName])),
          Cell(text(of: item.items).capitalisedFirst),
          Cell(accepted(item)),
        ]
      })
    let apart = words(.letterDetailsApart, ["count": "\(request.findings.count)"])
    return Section(
      id: "noi-dung", number: "1", title: words(.requestTable),
      blocks: [.table(table)] + (isApart ? [.paragraph(apart)] : []))
  }

  func ownReport(_ item: Owed) -> String {
    words(
      .letterAcceptedOwn, ["office": item.unit.name, "clause": item.indicator.clause])
  }

  /// The kinds of documents that the plan accepts and, where documents are missing, from whom.
  ///
  /// Of its own people an office proves what it reports by its own report.
  private func accepted(_ item: Owed) -> String {
    let indicator = item.indicator
    guard item.unit.office == nil else { return ownReport(item) }
    let accepted = words(
      .letterAcceptedGuidance, ["guidance": indicator.guidance, "clause": indicator.clause])
    let issuers = indicator.acceptedIssuers.compactMap { rulebook.issuers[$0]?.name }
    guard item.lacksEvidence, !issuers.isEmpty else { return accepted }
    return words(
      .letterAcceptedIssuers,
      ["accepted": accepted, "issuers": issuers.joined(separator: "; ")])
  }

  /// Each place that must be mended; `nil` when none is known.
  func detailsSection(_ request: RequestCase, isApart: Bool) -> Section? {
    guard !request.findings.isEmpty else { return nil }
    let table = Table(
      id: "cho-can-sua", caption: words(.letterDetailsTable),
      columns: [
        .init(words(.letterWhere)), .init(words(.letterProblem)), .init(words(.columnHint)),
      ],
      rows: request.findings.map { worded in
        [
          Cell(place(of: worded.finding, request)), Cell(messageText(worded)), Cell(worded.hint),
        ]
      }, rowsHaveHeadings: false)
    return Section(
      id: "chi-tiet", number: isApart ? "" : "2",
      title: words(isApart ? .letterAnnex : .letterDetails), blocks: [.table(table)])
  }

  /// Where a finding stands, from the folder in which the office puts its files.
  private func place(of finding: Finding, _ request: RequestCase) -> String {
    guard let place = finding.place, place.file != request.unit.submission.folder else {
      return words(.letterNowhere)
    }
    let folders = [folder(request)] + [request.unit.submission.folder].compactMap(\.self)
    let inside = folders.map { $0 + "/" }.first(where: place.file.hasPrefix)
      .map { place.file.dropFirst($0.count) }
    return placeText(
      SourcePlace(
        file: String(inside ?? place.file[...]), line: place.line, column: place.column,
        columnNumber: place.columnNumber))
  }

  /// Which file takes what, what a document needs, to whom, by when.
  func howFacts(_ request: RequestCase) -> [Fact] {
    var facts = [Fact(words(.letterFolder), folder(request))]
    if request.owed.contains(where: \.lacksFigures) {
      facts.append(Fact(words(.letterFigures), figuresPlace(request)))
    }
    if request.owed.contains(where: \.lacksEvidence) {
      facts.append(
        Fact(words(.letterEvidence), filePlace(.letterEvidencePlace, .evidence)))
      facts.append(
        Fact(
          words(.letterDocument),
          words(.letterDocumentNeeds, ["from": programme.evidenceFrom.vietnamese])))
    }
    return facts + deadlineFact(request)
  }

  private func figuresPlace(_ request: RequestCase) -> String {
    let place = filePlace(.letterFiguresPlace, .figures)
    let rosters = Set(
      request.owed.filter(\.lacksFigures).compactMap { item -> RosterKind? in
        guard case .roster(let kind, _) = item.indicator.source else { return nil }
        return kind
      })
    let countsPersons = request.owed.contains { item in
      guard item.lacksFigures, case .citizens = item.indicator.source else { return false }
      return true
    }
    let files =
      WorkspaceFileKind.allCases.filter { $0.roster.map(rosters.contains) ?? false }.map(\.fileName)
      + (countsPersons ? ["cong-dan.csv"] : [])
    guard !files.isEmpty else { return place }
    return words(
      .letterRoster, ["place": place, "rosters": files.joined(separator: ", ")])
  }

  private func filePlace(_ phrase: Phrase, _ kind: WorkspaceFileKind) -> String {
    words(phrase, ["file": kind.fileName, "workbook": kind.workbookName ?? kind.fileName])
  }

  /// Where the office puts its files: a folder of its own below the province's, the district's own.
  private func folder(_ request: RequestCase) -> String {
    let unit = request.unit
    let folder = unit.submission.folder ?? "\(period)/\(unit.unit.code)"
    return unit.unit.code == programme.province ? "\(folder)/\(request.office.id)" : folder
  }

  /// The plan sets no day for an office: the day is that of the unit's report, and says so.
  private func deadlineFact(_ request: RequestCase) -> [Fact] {
    guard let milestone = reportMilestone(of: request.unit.unit) else { return [] }
    let days = daysLeft(to: milestone)
    let remaining: Phrase =
      days > 0 ? .letterDaysLeft : days == 0 ? .letterDaysToday : .letterDaysPast
    return [
      Fact(
        words(.letterDeadline),
        words(
          request.office.reports.isEmpty ? .letterDeadlineOf : .letterDeadlineOwn,
          [
            "lastDay": milestone.lastDay.vietnamese,
            "remaining": words(remaining, ["days": "\(abs(days))"]),
            "unit": request.unit.unit.nameInSentence, "wording": milestone.wording,
            "recipient": milestone.recipient, "clause": milestone.clause,
          ]))
    ]
  }
}
