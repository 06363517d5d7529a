import Model

/// What every report has around its sections.
extension Composer {
  func report(
    _ unit: UnitRecord, title: String, subject: String, sections: [SectionDraft]
  ) -> ReportDocument {
    let letterhead = letterhead(of: unit.unit)
    let annexes = numbered(annexes(unit)).map(asAnnex)
    var told = numbered(withProse(sections, of: unit))
    if let last = told.popLast() {
      let closing = [annexList(annexes), closing(subject, under: letterhead)]
      told.append(last.ending(in: closing.compactMap { $0 }.map(Block.paragraph)))
    }
    return ReportDocument(
      kind: .report, title: title, type: words(.reportType), subject: subject,
      letterhead: letterhead, notices: notices, bases: programme.legalBases,
      opening: opening(unit), sections: told, annexes: annexes, colophon: colophon(of: unit))
  }

  /// The sentence that points to each annex, as the decree asks; `nil` without annexes.
  private func annexList(_ annexes: [Section]) -> String? {
    guard !annexes.isEmpty else { return nil }
    let names = annexes.map { annex in
      words(.documentAnnex, ["number": annex.number, "title": annex.title])
    }
    return words(.documentAnnexes, ["annexes": names.joined(separator: "; ")])
  }

  /// The sentence that ends a report, so that no signature stands alone on its page.
  private func closing(_ subject: String, under letterhead: Letterhead?) -> String {
    let addressees = letterhead?.addressees ?? []
    if let own = letterhead?.closing {
      return words(
        .documentClosingWith, ["subject": subject.uncapitalisedFirst, "closing": own])
    }
    let details = [
      "subject": subject.uncapitalisedFirst, "addressees": addressees.joined(separator: ", "),
    ]
    return words(addressees.isEmpty ? .documentClosing : .documentClosingTo, details)
  }

  /// That figures are illustrative, where they are.
  var notices: [String] {
    programme.illustrative.map { [words(.reportIllustrative, ["text": $0])] } ?? []
  }

  /// Who made a document about one unit, from what, with the digest of the result that it rests on.
  func colophon(of unit: UnitRecord) -> String {
    [colophon, digestStatement(of: unit)].compactMap(\.self).joined(separator: " ")
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

  /// The tier's letterhead with the unit's name filled in, or that of an office.
  func letterhead(of unit: AdministrativeUnit) -> Letterhead? {
    guard let id = unit.office else {
      return programme.letterheads[unit.tier].map { letterhead($0, of: unit) }
    }
    guard let office = programme.office(id), let whole = unit.parent.flatMap({ context.units[$0] })
    else { return nil }
    return (office.letterhead ?? programme.officeLetterheads[unit.tier]).map {
      letterhead($0, of: whole, office)
    }
  }

  func letterhead(
    _ blank: Letterhead, of unit: AdministrativeUnit, _ office: Office? = nil
  ) -> Letterhead {
    var details = [
      "unit": unit.nameInSentence, "UNIT": unit.name.uppercased(), "place": unit.properName,
    ]
    if let office {
      details["office"] = office.name
      details["OFFICE"] = office.name.uppercased()
      details["symbol"] = office.symbol ?? ""
    }
    func fill(_ text: String) -> String { filled(text, with: details) }
    return Letterhead(
      parentBody: fill(blank.parentBody), issuingBody: fill(blank.issuingBody),
      issuerInSentence: fill(blank.issuerInSentence), numberSuffix: fill(blank.numberSuffix),
      place: fill(blank.place),
      addressees: blank.addressees.map(fill), closing: blank.closing.map(fill),
      signatory: blank.signatory.map(fill),
      recipients: blank.recipients.map(fill))
  }
}

extension Section {
  /// This section with `blocks` after everything else in it.
  fileprivate func ending(in blocks: [Block]) -> Section {
    var lower = subsections
    let last = lower.popLast()
    return Section(
      id: id, number: number, title: title,
      blocks: last == nil ? self.blocks + blocks : self.blocks,
      subsections: lower + (last.map { [$0.ending(in: blocks)] } ?? []))
  }
}
