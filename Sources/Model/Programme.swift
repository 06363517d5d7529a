/// One programme in one province (chương trình): what `programme.yaml` says.
public struct Programme: Hashable, Sendable {
  public let id: String
  public let title: String
  public let rulebook: String
  /// The unit that gathers the others and is evaluated last.
  public let province: UnitCode
  /// The districts that take part, in the order of the instrument.
  public let participants: [UnitCode]
  /// A sentence that says which figures are not published, printed on the first page of every
  /// report; `nil` when all are real.
  public let illustrative: String?
  public let legalBases: [String]
  public let milestones: [Milestone]
  /// First day of the evidence window: an older document is not counted.
  public let evidenceFrom: CalendarDay
  /// Readings that differ from the rulebook's defaults, or repeat them.
  public let readings: [InterpretationID: String]
  public let offices: [Office]
  /// The office of each tier that gathers what the others send.
  public let leadOffices: [Tier: OfficeID]
  public let letterheads: [Tier: Letterhead]
  /// The letterheads of requests to the offices of a tier, which its lead office sends.
  public let requestLetterheads: [Tier: Letterhead]
  /// The letterheads of the reports that offices of a tier issue themselves.
  public let officeLetterheads: [Tier: Letterhead]
  /// Names that units and issuers had before.
  public let formerNames: [FormerName]
  public let limits: CheckLimits
  /// Counts of fewer people than this are not published.
  public let smallCell: Int

  public init(
    id: String, title: String, rulebook: String, province: UnitCode, participants: [UnitCode],
    illustrative: String?, legalBases: [String], milestones: [Milestone],
    evidenceFrom: CalendarDay, readings: [InterpretationID: String], offices: [Office],
    leadOffices: [Tier: OfficeID], letterheads: [Tier: Letterhead],
    requestLetterheads: [Tier: Letterhead], officeLetterheads: [Tier: Letterhead] = [:],
    formerNames: [FormerName] = [],
    limits: CheckLimits = CheckLimits(), smallCell: Int = 5
  ) {
    self.id = id
    self.title = title
    self.rulebook = rulebook
    self.province = province
    self.participants = participants
    self.illustrative = illustrative
    self.legalBases = legalBases
    self.milestones = milestones
    self.evidenceFrom = evidenceFrom
    self.readings = readings
    self.offices = offices
    self.leadOffices = leadOffices
    self.letterheads = letterheads
    self.requestLetterheads = requestLetterheads
    self.officeLetterheads = officeLetterheads
    self.formerNames = formerNames
    self.limits = limits
    self.smallCell = smallCell
  }

  public func office(_ id: OfficeID) -> Office? { offices.first { $0.id == id } }
}

/// An office that owes figures or evidence (cơ quan chịu trách nhiệm).
public struct Office: Hashable, Sendable {
  public let id: OfficeID
  public let name: String
  /// The tier whose figures it gives.
  public let tier: Tier
  public let clause: String
  /// What it reports of its own people, which is a part of its unit's sum; none where it only
  /// gathers figures of the unit.
  public let reports: [OwnFigure]
  /// The sign in the numbers of its documents (ký hiệu): `STC`; `nil` where it issues no report of
  /// its own, or none in the form of a decree of the state.
  public let symbol: String?
  /// Where it differs from that of the other offices of its tier.
  public let letterhead: Letterhead?

  public init(
    id: OfficeID, name: String, tier: Tier, clause: String, reports: [OwnFigure] = [],
    symbol: String? = nil, letterhead: Letterhead? = nil
  ) {
    self.id = id
    self.name = name
    self.tier = tier
    self.clause = clause
    self.reports = reports
    self.symbol = symbol
    self.letterhead = letterhead
  }
}

extension Office {
  /// Whether it reports `indicator`, of the group `component` where that is given.
  public func reports(_ indicator: IndicatorID, of component: ComponentID? = nil) -> Bool {
    reports.contains { $0.indicator == indicator && $0.covers(component) }
  }
}

/// What an office reports of its own people: an indicator, or one group of people within it.
public struct OwnFigure: Hashable, Sendable {
  public let indicator: IndicatorID
  public let group: ComponentID?

  public init(indicator: IndicatorID, group: ComponentID? = nil) {
    self.indicator = indicator
    self.group = group
  }

  /// Whether a figure of `component`, or of the whole of the office's people, is what is reported.
  public func covers(_ component: ComponentID?) -> Bool {
    group == nil || component == nil || component == group
  }
}

/// A date in the programme's road map (mốc thời gian).
public struct Milestone: Hashable, Sendable {
  public let id: String
  public let title: String
  /// The words of the instrument: `trước 30/11/2022`.
  public let wording: String
  /// The last day on which it is still met: `trước 30/11/2022` ends on 29/11.
  public let lastDay: CalendarDay
  /// Whose duty it is.
  public let tier: Tier
  /// Whether it is the report that this workspace makes; its lateness is then a finding.
  public let isReport: Bool
  public let recipient: String
  public let clause: String

  public init(
    id: String, title: String, wording: String, lastDay: CalendarDay, tier: Tier, isReport: Bool,
    recipient: String, clause: String
  ) {
    self.id = id
    self.title = title
    self.wording = wording
    self.lastDay = lastDay
    self.tier = tier
    self.isReport = isReport
    self.recipient = recipient
    self.clause = clause
  }
}

/// Who issues a report, to whom, and who signs it (thể thức).
///
/// `{unit}`, `{UNIT}` and `{place}` stand for the unit's name in a sentence, in capitals, and
/// without its type; in that of an office's own report also `{office}`, `{OFFICE}` and `{symbol}` for
/// the office.
public struct Letterhead: Hashable, Sendable {
  /// The body above, in capitals; empty where there is none.
  public let parentBody: String
  public let issuingBody: String
  /// The issuing body as a sentence names it, for the line below an annex's title; may be empty.
  public let issuerInSentence: String
  /// The suffix of the report's number: `BC-UBND`.
  public let numberSuffix: String
  public let place: String
  public let addressees: [String]
  /// What the report's last sentence asks of the addressees, from `; ` on; `nil` for the common words.
  public let closing: String?
  /// Lines such as `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`; the name stays blank.
  public let signatory: [String]
  public let recipients: [String]

  public init(
    parentBody: String, issuingBody: String, issuerInSentence: String = "",
    numberSuffix: String, place: String,
    addressees: [String], closing: String? = nil, signatory: [String], recipients: [String]
  ) {
    self.parentBody = parentBody
    self.issuingBody = issuingBody
    self.issuerInSentence = issuerInSentence
    self.numberSuffix = numberSuffix
    self.place = place
    self.addressees = addressees
    self.closing = closing
    self.signatory = signatory
    self.recipients = recipients
  }
}
