/// What one unit has sent for one period, checked: the outcome of the validation stage.
public struct Submission: Hashable, Sendable {
  public let unit: AdministrativeUnit
  /// The folder of the unit, from the workspace's folder; `nil` when there is none.
  public let folder: String?
  public let figures: [IndicatorID: IndicatorFigures]
  public let evidence: [EvidenceDocument]
  public let rosters: [Roster]
  public let feedback: [Feedback]
  public let funding: [FundingLine]
  public let narrative: Narrative
  /// In the order of the files and of their rows, those without effect left out.
  public let waivers: [Waiver]
  /// Who is proposed for commendation, in the order of the files and of their rows.
  public let commendations: [Commendation]
  /// The offices that have sent at least one figure; `nil` stands for the unit's own folder.
  public let reportingOffices: Set<OfficeID?>
  public let findings: [Finding]

  public init(
    unit: AdministrativeUnit, folder: String?, figures: [IndicatorID: IndicatorFigures],
    evidence: [EvidenceDocument], rosters: [Roster], feedback: [Feedback],
    funding: [FundingLine], narrative: Narrative, waivers: [Waiver] = [],
    commendations: [Commendation] = [],
    reportingOffices: Set<OfficeID?>, findings: [Finding]
  ) {
    self.unit = unit
    self.folder = folder
    self.figures = figures
    self.evidence = evidence
    self.rosters = rosters
    self.feedback = feedback
    self.funding = funding
    self.narrative = narrative
    self.waivers = waivers
    self.commendations = commendations
    self.reportingOffices = reportingOffices
    self.findings = findings
  }

  public var hasFigures: Bool { !reportingOffices.isEmpty }
}

/// A list of bodies as it was sent (danh sách), for counting and for the report's annex.
public struct Roster: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// The code of a commune; empty for other bodies.
    public let code: String
    public let name: String
    /// The grade as the rulebook writes it; empty where the roster has none.
    public let grade: String
    /// Whether each test of the roster passes; a test whose cell cannot be read is absent.
    public let answers: [RosterTest: Bool]
    public let line: Int

    public init(
      code: String, name: String, grade: String, answers: [RosterTest: Bool], line: Int
    ) {
      self.code = code
      self.name = name
      self.grade = grade
      self.answers = answers
      self.line = line
    }
  }

  public let kind: RosterKind
  public let file: String
  public let office: OfficeID?
  public let entries: [Entry]

  public init(kind: RosterKind, file: String, office: OfficeID?, entries: [Entry]) {
    self.kind = kind
    self.file = file
    self.office = office
    self.entries = entries
  }
}

/// What a unit says of an indicator itself (góp ý).
public struct Feedback: Hashable, Sendable {
  /// Mức độ phù hợp.
  public enum Suitability: String, Hashable, Sendable, CaseIterable {
    case suitable
    case needsAdjustment
    case unsuitable
  }

  public let indicator: IndicatorID
  public let suitability: Suitability?
  public let difficulty: String
  public let proposal: String
  public let place: SourcePlace

  public init(
    indicator: IndicatorID, suitability: Suitability?, difficulty: String, proposal: String,
    place: SourcePlace
  ) {
    self.indicator = indicator
    self.suitability = suitability
    self.difficulty = difficulty
    self.proposal = proposal
    self.place = place
  }
}

/// One line of the funding table (kinh phí).
///
/// - Unit: whole đồng; `nil` where the cell is empty or cannot be read.
public struct FundingLine: Hashable, Sendable {
  public let source: String
  public let purpose: String
  public let planned: Int?
  public let allocated: Int?
  public let spent: Int?
  public let note: String
  public let place: SourcePlace

  public init(
    source: String, purpose: String, planned: Int?, allocated: Int?, spent: Int?, note: String,
    place: SourcePlace
  ) {
    self.source = source
    self.purpose = purpose
    self.planned = planned
    self.allocated = allocated
    self.spent = spent
    self.note = note
    self.place = place
  }
}
