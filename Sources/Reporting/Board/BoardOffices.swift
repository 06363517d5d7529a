import Model

/// What each office owes, and what it has sent.
extension Composer {
  func boardOwedBlock(_ findings: BoardFindings) -> Block {
    let debts = record.units.flatMap { unit in
      owedByOffice(unit).enumerated().map { index, debt in (index, unit, debt.office, debt.owed) }
    }
    guard !debts.isEmpty else { return .paragraph(words(.sectionOwedNone)) }
    return .table(
      Table(
        id: "no-theo-co-quan", caption: words(.tableOwed),
        columns: [
          .init(words(.columnUnit)), .init(words(.columnOffice)),
          .init(words(.columnOwedFigures)), .init(words(.columnOwedEvidence)),
          .init(words(.openingDeadline), .centred), .init(words(.glanceLeft)),
          .init(words(.boardFindings)), .init(words(.columnRequest)),
        ],
        rows: debts.map { _, unit, office, owed in debtCells(unit, office, owed, findings) },
        rowLabels: debts.map { index, unit, office, owed in
          RowLabel(
            id: index == 0 ? debtRow(of: unit) : nil, topics: topics(unit, office.id, owed))
        }))
  }

  /// The first row of what a unit's offices owe.
  func debtRow(of unit: UnitRecord) -> String {
    let place = record.units.firstIndex { $0.unit.code == unit.unit.code } ?? 0
    return "no-\(place + 1)"
  }

  private func debtCells(
    _ unit: UnitRecord, _ office: Office, _ owed: [Owed], _ findings: BoardFindings
  ) -> [Cell] {
    let milestone = reportMilestone(of: unit.unit)
    return [
      Cell(unit.unit.name), Cell(office.name),
      Cell(joined(owed.filter(\.lacksFigures).map(\.indicator.id))),
      Cell(joined(owed.filter(\.lacksEvidence).map(\.indicator.id))),
      Cell(milestone?.lastDay.vietnamese ?? ""),
      milestone.map { readinessCell(isLacking: !owed.isEmpty, $0) } ?? Cell(""),
      foundCell(.office(unit.unit.code, office.id), findings),
      Cell(
        words(.glanceRequestMade),
        link: "phieu-bo-sung/\(requestName(office, of: unit.unit)).html"),
    ]
  }

  private func topics(_ unit: UnitRecord, _ office: OfficeID, _ owed: [Owed]) -> [Topic] {
    let states = owed.compactMap { unit.assessment.indicator($0.indicator.id) }
      .flatMap(BoardState.states)
    return topics(
      unit: unit.unit.code, offices: [office],
      states: BoardState.allCases.filter(states.contains))
  }

  /// Who has sent what, with the date of the newest document.
  func boardSentTable() -> Table {
    let senders = record.units.flatMap { unit in
      programme.offices.compactMap { office -> (UnitRecord, Office, [IndicatorAssessment])? in
        let own =
          unit.assessment.indicators.filter {
            $0.indicator.office == office.id && !$0.indicator.isComputed
          } + (ownRecord(of: office, in: unit)?.assessment.indicators ?? [])
        return own.isEmpty ? nil : (unit, office, own)
      }
    }
    return Table(
      id: "da-gui-theo-co-quan", caption: words(.glanceSentTable, ["asOf": asOf]),
      columns: [
        .init(words(.columnUnit)), .init(words(.columnOffice)), .init(words(.columnState)),
        .init(words(.columnFiguresSent), .centred), .init(words(.columnEvidenceSent), .centred),
        .init(words(.columnLatestDocument)),
      ],
      rows: senders.map { unit, office, own in
        let report = ownRecord(of: office, in: unit).flatMap { issuesReport($0) ? $0 : nil }
        return [
          Cell(unit.unit.name), Cell(office.name, link: report.map(reportPage)), sentCell(own),
        ] + sentCounts(own)
      },
      rowLabels: senders.map { unit, office, own in
        let states = own.flatMap(BoardState.states)
        return RowLabel(
          topics: topics(
            unit: unit.unit.code, offices: [office.id],
            states: BoardState.allCases.filter(states.contains)))
      })
  }

  /// What an office of a unit reports of its own people.
  private func ownRecord(of office: Office, in unit: UnitRecord) -> UnitRecord? {
    record.offices.first { $0.unit.office == office.id && $0.unit.parent == unit.unit.code }
  }

  private func sentCell(_ own: [IndicatorAssessment]) -> Cell {
    if own.allSatisfy({ $0.isSettled && $0.evidence == .complete }) {
      return Cell(words(.submissionComplete), mark: .good)
    }
    let hasSent = own.contains { !$0.figures.isEmpty || !$0.documents.isEmpty }
    return hasSent
      ? Cell(words(.submissionPartial), mark: .warning) : Cell(words(.submissionNone), mark: .bad)
  }

  private func sentCounts(_ own: [IndicatorAssessment]) -> [Cell] {
    let dated = own.flatMap(\.documents).filter { document in
      document.date.map { $0 <= context.asOf } ?? false
    }
    let newest = dated.max { ($0.date?.ordinal ?? 0) < ($1.date?.ordinal ?? 0) }
    let parts = [newest?.date?.vietnamese, newest?.number].compactMap(\.self)
    return [
      Cell("\(own.count(where: \.isSettled))/\(own.count)"),
      Cell("\(own.count { $0.evidence == .complete })/\(own.count)"),
      Cell(parts.filter { !$0.isEmpty }.joined(separator: ", ")),
    ]
  }
}
