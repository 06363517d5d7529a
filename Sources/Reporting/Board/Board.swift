public import Model

extension Composer {
  /// The status board (bảng theo dõi): all units and indicators, what is missing and who owes it,
  /// the deadlines, the findings.
  public func board() -> ReportDocument {
    let findings = boardFindings()
    let results =
      rulebook.setsTargets
      ? [boardSection("don-vi", .boardOverview, [.table(boardTargetsTable(findings))])]
      : [
        boardSection(
          "don-vi", .boardOverview, [.table(boardUnitsTable(findings))] + districtsBlocks()),
        boardSection("chi-bao-huyen", .boardMatrixDistrict, [.table(boardMatrix(findings))]),
        boardSection("chi-bao-tinh", .boardMatrixProvince, [.table(boardProvinceTable(findings))]),
      ]
    let sections =
      [results[0], boardSection("no", .boardOwed, [boardOwedBlock(findings)])]
      + results.dropFirst() + [
        boardSection("thoi-han", .boardDeadlines, [deadlinesBlock(beside: boardDeadlinesTable())]),
        boardSection("da-gui", .glanceSent, [.table(boardSentTable())]),
        boardSection("phat-hien", .boardFindings, boardFindingBlocks(findings)),
      ] + digestSection()
    return ReportDocument(
      kind: .board, title: programme.title, type: words(.boardType),
      subject: words(.boardSubject, ["period": period, "asOf": asOf]), letterhead: nil,
      notices: notices, bases: [], opening: [.facts(boardFacts())], sections: sections,
      annexes: [], colophon: colophon, filters: boardFilters(of: sections))
  }

  private func boardSection(_ id: String, _ title: Phrase, _ blocks: [Block]) -> Section {
    Section(id: id, number: "", title: words(title), blocks: blocks)
  }

  /// Who has which result, who is missing, by when.
  private func boardFacts() -> [Fact] {
    let results = rulebook.setsTargets ? targetFacts(record.province) : outcomeFacts()
    return results + [lackingFact()] + deadlineFacts()
      + [Fact(words(.boardFindings), findingCounts(record.findings))]
  }

  private func outcomeFacts() -> [Fact] {
    let outcomes = record.districts.map(\.assessment.outcome)
    let summary = words(
      .glanceUnits,
      [
        "recognised": "\(outcomes.count { $0 == .recognised })",
        "pending": "\(outcomes.count { $0 == .pending })",
        "failed": "\(outcomes.count { $0 == .notRecognised })", "count": "\(outcomes.count)",
      ])
    let province = record.province
    return [
      Fact(words(.glanceDistricts).capitalisedFirst, summary),
      Fact(
        province.unit.name, conclusionFact(province),
        mark: outcomeCell(province.assessment).mark),
    ]
  }

  /// How many units the fact of what is missing names.
  private static let unitsNamed = 4

  private func lackingFact() -> Fact {
    let lacking = record.units.map { ($0.unit.name, debts(of: $0).count) }.filter { $0.1 > 0 }
    guard !lacking.isEmpty else {
      return Fact(words(.glanceLacking), words(.glanceNothingLacking), mark: .good)
    }
    let named = lacking.prefix(Self.unitsNamed).map { name, count in
      words(.glanceLackingUnit, ["unit": name, "count": "\(count)"])
    }
    let others = lacking.count - named.count
    let rest = others > 0 ? [words(.glanceMoreUnits, ["count": "\(others)"])] : []
    return Fact(
      words(.glanceLacking), (named + rest).joined(separator: "; "), mark: .warning)
  }

  private func deadlineFacts() -> [Fact] {
    let whose = [
      (Tier.district, words(.glanceDistricts)), (.province, record.province.unit.nameInSentence),
    ]
    return whose.compactMap { tier, who in
      context.reportMilestones(of: tier).first.map {
        Fact(words(.glanceReportOf, ["who": who]), dayAndRest($0))
      }
    }
  }

  private func dayAndRest(_ milestone: Milestone) -> String {
    "\(milestone.lastDay.vietnamese): \(daysText(milestone).lowercased())"
  }
}
