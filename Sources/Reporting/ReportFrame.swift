import Model

/// What every report has around its sections.
extension Composer {
  func report(
    _ unit: UnitRecord, title: String, subject: String, sections: [SectionDraft?]
  ) -> ReportDocument {
    ReportDocument(
      kind: .report, title: title, type: words(.reportType), subject: subject,
      letterhead: letterhead(of: unit.unit), notices: notices, bases: programme.legalBases,
      opening: opening(unit), sections: numbered(withProse(sections.compactMap { $0 }, of: unit)),
      annexes: numbered(annexes(unit)).map(asAnnex), colophon: colophon)
  }

  /// That figures are illustrative, where they are.
  var notices: [String] {
    programme.illustrative.map { [words(.reportIllustrative, ["text": $0])] } ?? []
  }

  var colophon: String {
    words(
      .reportColophon,
      [
        "tool": record.tool, "rulebook": rulebook.shortTitle, "period": period, "asOf": asOf,
        "digest": String(rulebook.digest.prefix(16)),
      ])
  }

  private func asAnnex(_ section: Section) -> Section {
    Section(
      id: section.id, number: words(.annexNumber, ["roman": section.number]),
      title: section.title, blocks: section.blocks, subsections: section.subsections)
  }

  /// The tier's letterhead with the unit's name filled in.
  func letterhead(of unit: AdministrativeUnit) -> Letterhead? {
    programme.letterheads[unit.tier].map { letterhead($0, of: unit) }
  }

  func letterhead(_ blank: Letterhead, of unit: AdministrativeUnit) -> Letterhead {
    let details = [
      "unit": unit.nameInSentence, "UNIT": unit.name.uppercased(), "place": unit.properName,
    ]
    func fill(_ text: String) -> String { filled(text, with: details) }
    return Letterhead(
      parentBody: fill(blank.parentBody), issuingBody: fill(blank.issuingBody),
      numberSuffix: blank.numberSuffix, place: fill(blank.place),
      addressees: blank.addressees.map(fill), signatory: blank.signatory.map(fill),
      recipients: blank.recipients.map(fill))
  }
}
