public import Model

/// A request to one office for what it owes (phiếu đề nghị bổ sung).
public struct EvidenceRequest: Sendable {
  /// The name of its file without ending.
  public let name: String
  public let unit: UnitCode
  public let document: ReportDocument
}

/// What one request is about.
struct RequestCase {
  let office: Office
  let unit: UnitRecord
  let owed: [Owed]
  /// The findings about what is owed that the office can mend.
  let findings: [WordedFinding]
}

extension Composer {
  /// One request for each office that owes figures or evidence.
  public func requests() -> [EvidenceRequest] {
    record.units.flatMap { unit in
      owedByOffice(unit).map { office, owed in
        let request = RequestCase(
          office: office, unit: unit, owed: owed, findings: findings(of: office, unit, owed))
        return EvidenceRequest(
          name: requestName(office, of: unit.unit), unit: unit.unit.code,
          document: document(request))
      }
    }
  }

  /// The findings that show the office which document or cell is meant: all about what it is
  /// charged with, of the rest those in its own files.
  private func findings(of office: Office, _ unit: UnitRecord, _ owed: [Owed]) -> [WordedFinding] {
    owed.flatMap { item in
      let about = unit.findings.filter {
        $0.severity != .note && $0.finding.indicator == item.indicator.id
          // That there is no document at all is what the letter begins with.
          && $0.finding.code != .noDocument
      }
      let own = about.filter { self.office(holding: $0.finding.place, of: unit) == office.id }
      guard item.indicator.office == office.id, item.unit.office == nil else { return own }
      // A contradiction is told once: from the office's own side, where it has one.
      let isToldOwn = own.contains { $0.finding.code == .officesDisagree }
      return about.filter {
        !isToldOwn || $0.finding.code != .officesDisagree || own.contains($0)
      }
    }
  }

  /// How many findings a letter tells in its own text; more of them follow on a page of their own.
  private static let detailsInLetter = 4

  /// A letter (công văn) of the office that gathers everything, or, to that office itself, a list.
  private func document(_ request: RequestCase) -> ReportDocument {
    let isOwn = isToLeadOffice(request)
    let letterhead = isOwn ? nil : requestLetterhead(request)
    let isApart = request.findings.count > Self.detailsInLetter
    let details = detailsSection(request, isApart: isApart)
    let closing = Section(
      id: "cach-gui", number: details == nil || isApart ? "2" : "3", title: words(.letterHow),
      blocks: [
        .facts(howFacts(request)),
        .paragraph(words(isOwn ? .letterOwnClosing : .letterClosing, names(request))),
      ])
    return ReportDocument(
      kind: .request, title: words(.requestTitle, ["office": request.office.name]),
      // A letter has no name of its kind; its subject stands under its number.
      type: letterhead == nil ? words(.letterOwnType) : "",
      subject: subject(of: request, isLetter: letterhead != nil),
      letterhead: letterhead, notices: notices, bases: [],
      opening: [.paragraph(lead(request))],
      sections: [owedSection(request, isApart: isApart)]
        + (isApart ? [] : [details].compactMap(\.self)) + [closing],
      annexes: isApart ? [details].compactMap(\.self) : [], colophon: colophon(of: request.unit))
  }

  func isToLeadOffice(_ request: RequestCase) -> Bool {
    programme.leadOffices[request.unit.unit.tier] == request.office.id
  }

  private func requestLetterhead(_ request: RequestCase) -> Letterhead? {
    guard let blank = programme.requestLetterheads[request.unit.unit.tier] else { return nil }
    let letterhead = letterhead(blank, of: request.unit.unit)
    return Letterhead(
      parentBody: letterhead.parentBody, issuingBody: letterhead.issuingBody,
      numberSuffix: letterhead.numberSuffix, place: letterhead.place,
      addressees: [request.office.name], signatory: letterhead.signatory,
      recipients: letterhead.recipients)
  }
}
