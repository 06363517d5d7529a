import Model

/// Who is proposed for commendation: in an annex, where it was asked for, because it holds names.
extension Composer {
  /// Of the unit itself; of the province, what the districts propose too.
  private func proposals(_ unit: UnitRecord) -> [(by: UnitRecord, Commendation)] {
    guard record.tellsCommendations else { return [] }
    let units = unit.unit.code == programme.province ? [unit] + record.districts : [unit]
    return units.flatMap { unit in unit.submission.commendations.map { (unit, $0) } }
  }

  /// Collectives first, each kind in the order of the files; `nil` where there is none.
  func commendationsTable(_ unit: UnitRecord) -> Table? {
    let all = proposals(unit)
    let ordered = Commendation.Kind.allCases.flatMap { kind in all.filter { $0.1.kind == kind } }
    guard !ordered.isEmpty else { return nil }
    let namesProposers = unit.unit.code == programme.province
    let rows = ordered.map { proposer, commendation in
      [
        Cell(words(commendation.kind == .collective ? .commendedCollective : .commendedPerson)),
        Cell(commendation.name), Cell(commendation.unit), Cell(commendation.achievement),
        Cell(commendation.award),
      ] + (namesProposers ? [Cell(self.proposer(of: commendation, in: proposer))] : [])
    }
    return Table(
      id: "de-nghi-khen-thuong", caption: words(.commendedTable),
      columns: [
        .init(words(.commendedKind)), .init(words(.commendedName)), .init(words(.commendedUnit)),
        .init(words(.commendedAchievement)), .init(words(.commendedAward)),
      ] + (namesProposers ? [.init(words(.commendedBy))] : []), rows: rows)
  }

  /// The office in whose folder the proposal stands, else the unit.
  private func proposer(of commendation: Commendation, in unit: UnitRecord) -> String {
    office(holding: commendation.place, of: unit).map(officeName) ?? unit.unit.name
  }

  func commendationsAnnex(_ unit: UnitRecord) -> SectionDraft? {
    commendationsTable(unit).map { table in
      SectionDraft(
        id: "khen-thuong", title: words(.commendedTitle), blocks: [.table(table)])
    }
  }

  /// How many are proposed, for the report's own text, which names nobody.
  func commendationsSentence(_ unit: UnitRecord) -> [Block] {
    let all = proposals(unit).map(\.1.kind)
    guard !all.isEmpty else { return [] }
    let details = [
      "collectives": "\(all.count { $0 == .collective })",
      "persons": "\(all.count { $0 == .person })",
    ]
    return [.paragraph(words(.commendedSentence, details))]
  }
}
