public import Model

extension Composer {
  /// The status board (bảng theo dõi): all units and indicators, what is missing, the deadlines.
  public func board() -> ReportDocument {
    ReportDocument(
      kind: .board, title: programme.title, type: words(.boardType),
      subject: words(.boardSubject, ["period": period, "asOf": asOf]), letterhead: nil,
      notices: notices, bases: [], opening: boardOpening(),
      sections: [
        Section(
          id: "don-vi", number: "", title: words(.boardOverview),
          blocks: [.table(unitsTable())] + districtsBlocks()),
        Section(
          id: "chi-bao-huyen", number: "", title: words(.boardMatrixDistrict),
          blocks: [.table(matrixTable(linked: true))]),
        Section(
          id: "chi-bao-tinh", number: "", title: words(.boardMatrixProvince),
          blocks: [.table(officesTable(record.province))]),
        Section(id: "no", number: "", title: words(.boardOwed), blocks: [owedByOfficeBlock()]),
        Section(
          id: "thoi-han", number: "", title: words(.boardDeadlines),
          blocks: [deadlinesBlock()]),
        boardFindings(),
      ] + digestSection(), annexes: [], colophon: colophon)
  }

  private func boardOpening() -> [Block] {
    let districts = record.districts.map(\.assessment)
    let summary = words(
      .boardUnits,
      [
        "recognised": "\(districts.count { $0.outcome == .recognised })",
        "pending": "\(districts.count { $0.outcome == .pending })",
        "failed": "\(districts.count { $0.outcome == .notRecognised })",
        "count": "\(districts.count)",
      ])
    let deadlines = [Tier.district, .province].compactMap { tier in
      programme.milestones.first { $0.isReport && $0.tier == tier }.map {
        Fact($0.title, deadlineText($0))
      }
    }
    return [
      .facts(
        [
          Fact(words(.boardOverview), summary),
          Fact(
            record.province.unit.name, conclusionFact(record.province),
            mark: outcomeCell(record.province.assessment).mark),
        ] + deadlines + [Fact(words(.boardFindings), findingsLead(record.findings))])
    ]
  }

  private func unitsTable() -> Table {
    let rows = record.units.map { unit in
      let isProvince = unit.unit.code == programme.province
      let file = "\(unit.folderName)/\((isProvince ? ReportFile.province : .district).name)"
      let assessment = unit.assessment
      return [
        Cell(unit.unit.name, link: "\(file).html"), outcomeCell(assessment),
        Cell(count: assessment.possibleLevel), Cell(joined(assessment.binding)),
        submissionCell(unit), Cell(count: owed(by: unit).count),
        Cell(words(.boardWorkbook), link: "\(file).xlsx"),
        Cell(words(.boardMarkdown), link: "\(file).md"),
      ]
    }
    return Table(
      id: "cac-don-vi", caption: words(.tableDistricts),
      columns: [
        .init(words(.columnUnit)), .init(words(.columnResult)),
        .init(words(.columnPossible), .number), .init(words(.columnBinding)),
        .init(words(.columnState)), .init(words(.columnMissing), .number),
        .init(words(.boardWorkbook)), .init(words(.boardMarkdown)),
      ], rows: rows)
  }

  private func owedByOfficeBlock() -> Block {
    let rows = record.units.flatMap { unit in
      owedByOffice(unit).map { office, owed in
        return [
          Cell(unit.unit.name), Cell(office.name),
          Cell(joined(owed.filter(\.lacksFigures).map(\.indicator.id))),
          Cell(joined(owed.filter(\.lacksEvidence).map(\.indicator.id))),
          Cell(
            words(.columnRequest),
            link: "phieu-bo-sung/\(requestName(office, of: unit.unit)).html"),
        ]
      }
    }
    guard !rows.isEmpty else { return .paragraph(words(.sectionOwedNone)) }
    return .table(
      Table(
        id: "no-theo-co-quan", caption: words(.tableOwed),
        columns: [
          .init(words(.columnUnit)), .init(words(.columnOffice)),
          .init(words(.columnOwedFigures)), .init(words(.columnOwedEvidence)),
          .init(words(.columnRequest)),
        ], rows: rows))
  }

  private func boardFindings() -> Section {
    let serious = record.findings.filter { $0.severity != .note }
    let lead = words(.boardFindingsLead, ["count": "\(record.findings.count)"])
    let table = findingsTable(serious, id: "phat-hien-chinh")
    return Section(
      id: "phat-hien", number: "", title: words(.boardFindings),
      blocks: [
        .paragraph(lead), table.map(Block.table) ?? .paragraph(words(.sectionFindingsNone)),
        .links([
          Link(words(.boardAllFindings), to: "findings.csv"),
          Link(words(.boardManifest), to: "manifest.json"),
        ]),
      ])
  }
}
