import Model

/// The annual report of a programme that sets targets (báo cáo năm).
///
/// Source: plan 4742/KH-UBND, IV and V.
extension Composer {
  func annualReport(of unit: UnitRecord) -> ReportDocument {
    let isProvince = unit.unit.code == programme.province
    let title = words(.targetReportTitle, ["unit": unit.unit.name, "period": period])
    var sections = [
      isProvince ? provinceSituation(unit) : situation(unit), targetsSection(unit),
    ]
    if isProvince { sections.append(unitsSection()) }
    if let review = reviewSection(unit) { sections.append(review) }
    sections += [
      owedSection(unit), difficultiesSection(unit), fundingSection(unit), proposalsSection(unit),
    ]
    return report(unit, title: title, subject: annualSubject(unit), sections: sections)
  }

  /// In the year of a horizon the report also sums up the years until then.
  private func annualSubject(_ unit: UnitRecord) -> String {
    let criteria = criteria(of: unit.unit)
    let subject = words(
      .targetSubject,
      ["award": criteria.award, "period": period, "unit": unit.unit.nameInSentence])
    guard let (_, review) = reviewedHorizon(of: unit) else { return subject }
    return words(.targetReview, ["subject": subject, "review": review.uncapitalisedFirst])
  }

  private func situation(_ unit: UnitRecord) -> SectionDraft {
    let indicators = unit.assessment.indicators
    let sentence = words(
      .targetDeployment,
      [
        "unit": unit.unit.nameInSentence.capitalisedFirst, "rulebook": rulebook.shortTitle,
        "asOf": asOf, "figures": "\(indicators.count(where: \.isSettled))",
        "documents": "\(indicators.count { $0.evidence == .complete })",
        "count": "\(indicators.count)",
      ])
    return deploymentSection(unit, otherwise: sentence)
  }

  private func provinceSituation(_ unit: UnitRecord) -> SectionDraft {
    let silent = record.districts.filter { !$0.submission.hasFigures }
    let offices = programme.offices.filter { $0.tier == .province }
    let quiet = offices.filter { !unit.submission.reportingOffices.contains($0.id) }
    var lines = [
      words(
        .targetDeploymentProvince,
        [
          "asOf": asOf, "period": period,
          "reported": "\(record.districts.count - silent.count)",
          "count": "\(record.districts.count)", "offices": "\(offices.count - quiet.count)",
          "officeCount": "\(offices.count)",
        ])
    ]
    let names = silent.map(\.unit.name) + quiet.map(\.name)
    if !names.isEmpty {
      lines.append(words(.targetSilent, ["names": names.joined(separator: "; ")]))
    }
    let prose = proseBlocks(unit, under: words(.sectionDeployment))
    return SectionDraft(
      id: "trien-khai", title: words(.sectionDeployment),
      blocks: prose + lines.map(Block.paragraph),
      subsections: [
        Section(
          id: "gui-bao-cao", number: "1", title: words(.sectionUnits),
          blocks: [.table(submissionsTable())])
      ], hasProse: true)
  }

  private func targetsSection(_ unit: UnitRecord) -> SectionDraft {
    let criteria = criteria(of: unit.unit)
    let title = words(.targetResults)
    let lead = words(
      .targetResultsLead,
      [
        "count": "\(criteria.indicators.count)", "clause": criteria.clause,
        "rulebook": rulebook.shortTitle,
      ])
    var parts: [(String, String, [Block])] = []
    if let groups = groupsTable(unit) {
      parts.append(("theo-nhom", words(.targetGroups), [.table(groups)]))
    }
    parts.append(("qua-cac-nam", words(.targetTrends), trendBlocks(unit)))
    return SectionDraft(
      id: "ket-qua", title: title,
      blocks: proseBlocks(unit, under: title)
        + [.paragraph(targetsSentence(unit)), .paragraph(lead), .table(targetsTable(unit))],
      subsections: parts.enumerated().map { index, part in
        Section(id: part.0, number: "\(index + 1)", title: part.1, blocks: part.2)
      }, hasProse: true)
  }

  /// Which targets are met by which horizon, which are open, and whose figures the sum lacks.
  func targetsSentence(_ unit: UnitRecord) -> String {
    let open = unit.assessment.indicators.filter { $0.progress == nil }.map(\.indicator.id)
    let names = absentUnits(unit)
    let horizons = criteria(of: unit.unit).horizons.map { horizonFact($0, of: unit) + "." }
    let rest = [
      open.isEmpty ? "" : words(.targetOpen, ["indicators": joined(open)]),
      names.isEmpty ? "" : words(.targetAbsent, ["units": names.joined(separator: ", ")]),
    ]
    return (horizons + rest).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The names of the units and offices whose figures a sum lacks, in the programme's order.
  func absentUnits(_ unit: UnitRecord) -> [String] {
    let progress = unit.assessment.indicators.compactMap(\.progress)
    let absent = Set(progress.flatMap(\.absent))
    let offices = Set(progress.flatMap(\.absentOffices))
    return record.districts.map(\.unit).filter { absent.contains($0.code) }.map(\.nameInSentence)
      + context.programme.offices.filter { offices.contains($0.id) }.map(\.name)
  }

  private func horizonFact(_ horizon: Horizon, of unit: UnitRecord) -> String {
    "\(words(.targetHorizon, ["horizon": horizon.title])): \(metText(horizon, of: unit))"
  }

  func metText(_ horizon: Horizon, of unit: UnitRecord) -> String {
    let met = unit.assessment.met(by: horizon)
    let details = [
      "met": "\(met.count)", "count": "\(unit.assessment.indicators.count)",
      "indicators": joined(met),
    ]
    return words(met.isEmpty ? .targetMetNone : .targetMet, details)
  }

  /// What a reader must know first, a line a horizon.
  func targetFacts(_ unit: UnitRecord) -> [Fact] {
    criteria(of: unit.unit).horizons.map { horizon in
      let all = unit.assessment.indicators
      let met = unit.assessment.met(by: horizon).count
      return Fact(
        words(.targetHorizon, ["horizon": horizon.title]), metText(horizon, of: unit),
        mark: met == all.count ? .good : met == 0 ? .bad : .warning)
    }
  }

  private func unitsSection() -> SectionDraft {
    SectionDraft(
      id: "cac-huyen", title: words(.sectionDistricts),
      blocks: [.paragraph(words(.targetRankLead)), .table(rankTable())])
  }
}
