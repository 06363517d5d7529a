public import Model

extension Composer {
  /// The report that sums up the pilot (báo cáo tổng kết thí điểm).
  public func provinceReport() -> ReportDocument {
    let unit = record.province
    let name = unit.unit.nameInSentence
    return report(
      unit, title: words(.reportProvinceTitle, ["unit": unit.unit.name, "period": period]),
      subject: words(.reportProvinceSubject, ["period": period, "unit": name]),
      sections: [
        pilotSection(unit), districtsSection(),
        resultsSection(unit, title: words(.sectionResults)), officesSection(unit),
        levelSection(unit), owedSection(unit), feedbackSection(), difficultiesSection(unit),
        fundingSection(unit), provinceProposals(unit),
      ])
  }

  private func pilotSection(_ unit: UnitRecord) -> SectionDraft {
    let districts = record.districts
    let offices = figureOffices()
    let sent = offices.count { unit.submission.reportingOffices.contains($0.id) }
    let sentence = words(
      .sectionDeploymentProvince,
      [
        "asOf": asOf, "reported": "\(districts.count { $0.submission.hasFigures })",
        "count": "\(districts.count)",
        "recognised": "\(districts.count { $0.assessment.outcome == .recognised })",
        "pending": "\(districts.count { $0.assessment.outcome == .pending })",
        "failed": "\(districts.count { $0.assessment.outcome == .notRecognised })",
        "offices": "\(sent)", "officeCount": "\(offices.count)",
      ])
    let prose = proseBlocks(unit, under: words(.sectionDeployment))
    return SectionDraft(
      id: "trien-khai", title: words(.sectionDeployment), blocks: prose + [.paragraph(sentence)],
      subsections: [
        Section(
          id: "tien-do", number: "1", title: words(.sectionMilestones),
          blocks: [deadlinesBlock(beside: milestonesTable())]),
        Section(
          id: "gui-bao-cao", number: "2", title: words(.sectionUnits),
          blocks: [.table(submissionsTable())]),
      ], hasProse: true)
  }

  /// The offices of the province that owe a figure.
  func figureOffices() -> [Office] {
    let indicators = criteria(of: record.province.unit).indicators
    return programme.offices.filter { office in
      indicators.contains { $0.office == office.id && $0.source != .childOutcomes }
    }
  }

  func milestonesTable() -> Table {
    Table(
      id: "moc-thoi-gian", caption: words(.tableMilestones),
      columns: [
        .init(words(.columnMilestone)), .init(words(.columnDeadline)),
        .init(words(.columnLastDay), .centred), .init(words(.columnState)),
        .init(words(.columnRecipient)), .init(words(.columnClause)),
      ],
      rows: milestones.map { milestone in
        [
          Cell(milestone.title), Cell(milestone.wording),
          Cell(milestone.lastDay.vietnamese, number: .day(milestone.lastDay)),
          daysCell(milestone), Cell(milestone.recipient), Cell(milestone.clause),
        ]
      })
  }

  func daysCell(_ milestone: Milestone) -> Cell {
    let days = milestone.lastDay.ordinal - context.asOf.ordinal
    let details = ["days": "\(abs(days))"]
    if days < 0 { return Cell(words(.submissionPast, details), mark: .unknown) }
    return days == 0
      ? Cell(words(.submissionToday), mark: .warning)
      : Cell(words(.submissionFuture, details), mark: days <= 7 ? .warning : .good)
  }

  /// Who has sent what, with the newest document's date.
  func submissionsTable() -> Table {
    let rows = record.units.map { unit in
      let indicators = unit.assessment.indicators
      let latest = unit.submission.evidence.compactMap(\.date).filter { $0 <= context.asOf }.max()
      return [
        Cell(unit.unit.name), submissionCell(unit),
        Cell("\(indicators.count(where: \.isSettled))/\(indicators.count)"),
        Cell("\(indicators.count { $0.evidence == .complete })/\(indicators.count)"),
        Cell(latest?.vietnamese ?? "", number: latest.map(Cell.Number.day)),
        Cell(reportMilestone(of: unit.unit).map(deadlineText) ?? ""),
      ]
    }
    return Table(
      id: "gui-bao-cao-don-vi", caption: words(.tableUnits, ["asOf": asOf]),
      columns: [
        .init(words(.columnUnit)), .init(words(.columnState)),
        .init(words(.columnFiguresSent), .centred), .init(words(.columnEvidenceSent), .centred),
        .init(words(.columnLatestDocument), .centred), .init(words(.columnDeadline)),
      ], rows: rows)
  }

  func submissionCell(_ unit: UnitRecord) -> Cell {
    guard unit.submission.hasFigures else { return Cell(words(.submissionNone), mark: .bad) }
    return owedByOffice(unit).isEmpty
      ? Cell(words(.submissionComplete), mark: .good)
      : Cell(words(.submissionPartial), mark: .warning)
  }

  /// What the districts propose is the province's to weigh: its own prose first, then theirs.
  private func provinceProposals(_ unit: UnitRecord) -> SectionDraft {
    let own = proposalsSection(unit)
    let rows = record.districts.flatMap { district in
      district.submission.feedback.filter { !$0.proposal.isEmpty }.map { feedback in
        [
          Cell(feedback.indicator.rawValue), Cell(district.unit.name), Cell(feedback.proposal),
        ]
      }
    }
    guard !rows.isEmpty else { return own }
    let table = Table(
      id: "kien-nghi-don-vi", caption: words(.tableProposalsOfUnits),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnUnit)),
        .init(words(.columnProposal)),
      ], rows: rows.sorted { IndicatorID($0[0].text) < IndicatorID($1[0].text) })
    let ownTable = unit.submission.feedback.contains { !$0.proposal.isEmpty }
    let lead = words(
      .proseProposalsOfUnits,
      ["count": "\(rows.count)", "indicators": "\(Set(rows.map { $0[0].text }).count)"])
    let first =
      ownTable
      ? own.blocks : proseBlocks(unit, under: words(.sectionProposals)).orElse(lead)
    return SectionDraft(
      id: own.id, title: own.title, blocks: first + [.table(table)], hasProse: true)
  }
}
