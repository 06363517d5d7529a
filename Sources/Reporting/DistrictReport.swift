public import Model

extension Composer {
  /// The report of a district's self-assessment (báo cáo tự đánh giá).
  public func districtReport(_ unit: UnitRecord) -> ReportDocument {
    let name = unit.unit.nameInSentence
    let assessment = unit.assessment
    let sentence = words(
      .sectionDeploymentEmpty,
      [
        "unit": name.capitalisedFirst, "rulebook": rulebook.shortTitle, "asOf": asOf,
        "figures": "\(assessment.indicators.count(where: \.isSettled))",
        "documents": "\(assessment.indicators.count { $0.evidence == .complete })",
        "count": "\(assessment.indicators.count)",
      ])
    return report(
      unit, title: words(.reportDistrictTitle, ["unit": unit.unit.name, "period": period]),
      subject: words(
        .reportDistrictSubject,
        ["award": criteria(of: unit.unit).award, "period": period, "unit": name]),
      sections: [
        deploymentSection(unit, otherwise: sentence),
        resultsSection(unit, title: words(.sectionResults)), levelSection(unit),
        owedSection(unit), difficultiesSection(unit), fundingSection(unit),
        proposalsSection(unit),
      ])
  }

  /// From a unit's folder to that of the period: `../`.
  private func wayUp(from unit: UnitRecord) -> String {
    String(repeating: "../", count: unit.folderName.split(separator: "/").count)
  }

  /// The districts that owe something, where the unit adds them up; each has a request of its own.
  private func owingDistricts(_ unit: UnitRecord) -> Block? {
    guard rulebook.setsTargets, unit.unit.code == programme.province else { return nil }
    let names = record.districts.filter { !owed(by: $0).isEmpty }.map(\.unit.nameInSentence)
    guard !names.isEmpty else { return nil }
    return .paragraph(words(.targetOwedDistricts, ["units": names.joined(separator: ", ")]))
  }

  func owedSection(_ unit: UnitRecord) -> SectionDraft {
    let table = owedTable(unit, requestsAt: "\(wayUp(from: unit))phieu-bo-sung/")
    var blocks = [table]
    if case .table = table { blocks.insert(.paragraph(words(.sectionOwedLead)), at: 0) }
    if let districts = owingDistricts(unit) { blocks.append(districts) }
    return SectionDraft(id: "con-thieu-bo-sung", title: words(.sectionOwed), blocks: blocks)
  }
}
