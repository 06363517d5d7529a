public import Model

/// A request to one office for what it owes (phiếu đề nghị bổ sung).
public struct EvidenceRequest: Sendable {
  /// The name of its file without ending.
  public let name: String
  public let unit: UnitCode
  public let document: ReportDocument
}

extension Composer {
  /// One request for each office that owes figures or evidence.
  public func requests() -> [EvidenceRequest] {
    record.units.flatMap { unit in
      owedByOffice(unit).map { office, owed in
        EvidenceRequest(
          name: requestName(office, of: unit.unit), unit: unit.unit.code,
          document: request(to: office, of: unit, owed))
      }
    }
  }

  private func request(to office: Office, of unit: UnitRecord, _ owed: [Owed]) -> ReportDocument {
    let award = criteria(of: unit.unit).award
    return ReportDocument(
      kind: .request, title: words(.requestTitle, ["office": office.name]),
      type: words(.requestType),
      subject: words(.requestSubject, ["award": award, "period": period]),
      letterhead: requestLetterhead(to: office, of: unit.unit), notices: notices, bases: [],
      opening: [.paragraph(lead(to: office, of: unit, owed)), .table(requestTable(owed))],
      sections: whatIsWrong(unit, owed) + [
        Section(
          id: "cach-gui", number: "", title: words(.requestHowTitle),
          blocks: [.paragraph(how(office, unit))])
      ], annexes: [], colophon: colophon(of: unit))
  }

  /// The findings about what is owed, so that the office sees which document or cell is meant.
  private func whatIsWrong(_ unit: UnitRecord, _ owed: [Owed]) -> [Section] {
    let indicators = Set(owed.map(\.indicator.id))
    let findings = unit.findings.filter { worded in
      worded.severity != .note && worded.finding.indicator.map(indicators.contains) ?? false
    }
    return findingsTable(findings, id: "phat-hien").map { table in
      [
        Section(
          id: "chi-tiet", number: "", title: words(.requestDetails), blocks: [.table(table)])
      ]
    } ?? []
  }

  private func lead(to office: Office, of unit: UnitRecord, _ owed: [Owed]) -> String {
    let milestone = reportMilestone(of: unit.unit)
    let isLate = milestone.map { $0.lastDay < context.asOf } ?? false
    let lead = programme.leadOffices[unit.unit.tier]
    return words(
      isLate ? .requestLeadLate : .requestLead,
      [
        "asOf": asOf, "count": "\(owed.count)", "office": office.name,
        "recipient": officeName(lead), "lastDay": milestone?.lastDay.vietnamese ?? "",
      ])
  }

  private func requestTable(_ owed: [Owed]) -> Table {
    Table(
      id: "bo-sung", caption: words(.requestTable),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.requestWhat)), .init(words(.columnAccepted)), .init(words(.columnClause)),
      ],
      rows: owed.map { item in
        [
          Cell(item.indicator.id.rawValue), Cell(item.indicator.wording),
          Cell(text(of: item.items).capitalisedFirst), Cell(item.indicator.guidance),
          Cell(item.indicator.clause),
        ]
      })
  }

  private func how(_ office: Office, _ unit: UnitRecord) -> String {
    let folder = unit.submission.folder ?? "\(period)/\(unit.unit.code)"
    let isProvince = unit.unit.code == programme.province
    return words(
      .requestHow,
      [
        "folder": isProvince ? "\(folder)/\(office.id)" : folder,
        "from": programme.evidenceFrom.vietnamese,
      ])
  }

  private func requestLetterhead(to office: Office, of unit: AdministrativeUnit) -> Letterhead? {
    guard let blank = programme.requestLetterheads[unit.tier] else { return nil }
    let letterhead = letterhead(blank, of: unit)
    return Letterhead(
      parentBody: letterhead.parentBody, issuingBody: letterhead.issuingBody,
      numberSuffix: letterhead.numberSuffix, place: letterhead.place, addressees: [office.name],
      signatory: letterhead.signatory, recipients: letterhead.recipients)
  }
}
