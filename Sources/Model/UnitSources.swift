/// The files that a unit's folder may hold, each with its name in the contract.
public enum WorkspaceFileKind: String, Hashable, Sendable, CaseIterable {
  case figures = "so-lieu.csv"
  case evidence = "minh-chung.csv"
  case agencies = "co-quan.csv"
  case communes = "xa-phuong.csv"
  case centres = "trung-tam.csv"
  case feedback = "gop-y.csv"
  case funding = "kinh-phi.csv"
  case narrative = "thuyet-minh.md"
  case waivers = "mien-tru.csv"
  /// Counts of a roster of persons that was counted elsewhere.
  case personCounts = "dem-cong-dan.csv"
  /// Who is proposed for commendation.
  case commendations = "khen-thuong.csv"

  public var fileName: String { rawValue }

  /// The name of a workbook in the file's place; `nil` for a file that is no table.
  public var workbookName: String? {
    rawValue.hasSuffix(".csv") ? rawValue.dropLast(4) + ".xlsx" : nil
  }

  public var roster: RosterKind? {
    switch self {
    case .agencies: .agencies
    case .communes: .communes
    case .centres: .centres
    case .figures, .evidence, .feedback, .funding, .narrative, .waivers, .personCounts,
      .commendations:
      nil
    }
  }

  /// Whether its rows name persons, so that none is printed.
  public var namesPersons: Bool { [.waivers, .commendations].contains(self) }

  /// Whether nothing in it is printed but what the contract names: where its headings are amiss,
  /// persons stand where they should.
  public var isConfidential: Bool { self == .commendations }
}

/// One file in a unit's folder after the ingest stage.
public struct SourceFile: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case table(WorkspaceFileKind, SourceTable)
    /// The unit's own words (thuyết minh).
    case prose(SourceProse)
    /// A known file that could not be read; the ingest stage's findings say why.
    case unreadable(WorkspaceFileKind)
    /// A roster of persons, counted; `nil` where it could not be, as the findings say.
    case persons(CountedCitizens?)
    /// A file below `minh-chung/`.
    case attachment(Attachment)
    /// A file that the contract does not name.
    case unknown
  }

  /// Path from the workspace's folder, with `/`.
  public let path: String
  /// The office whose folder it stands in; `nil` in the unit's own folder.
  public let office: OfficeID?
  public let content: Content
  /// Families F and C.
  public let findings: [Finding]

  public init(path: String, office: OfficeID?, content: Content, findings: [Finding] = []) {
    self.path = path
    self.office = office
    self.content = content
    self.findings = findings
  }
}

/// Why what stands under a name was not read.
public enum Obstacle: String, Hashable, Sendable, CaseIterable {
  /// A symbolic link, which may lead anywhere and is not followed.
  case link
  /// A file or folder that the system does not let be read.
  case unreadable
  /// A pipe, a socket or a device.
  case special
  /// A name whose bytes are not UTF-8; what stands under it was not looked at.
  case misnamed

  /// The finding that says so.
  public var code: FindingCode {
    switch self {
    case .link: .linkNotFollowed
    case .unreadable: .fileUnreadable
    case .special: .notAFile
    case .misnamed: .nameNotUnicode
    }
  }
}

/// A file of evidence: never read, only identified.
public struct Attachment: Hashable, Sendable {
  /// Bytes.
  public let size: Int
  /// SHA-256 in lower-case hexadecimal.
  public let digest: String
  /// Why its bytes are not known; `nil` for a file that was read.
  public let obstacle: Obstacle?
  /// What its bytes show it to be; `nil` where nobody has looked.
  public let format: AttachmentFormat?

  public init(
    size: Int, digest: String, obstacle: Obstacle? = nil, format: AttachmentFormat? = nil
  ) {
    self.size = size
    self.digest = digest
    self.obstacle = obstacle
    self.format = format
  }
}

/// Everything that one unit has sent for one period, before it is checked.
public struct UnitSources: Hashable, Sendable {
  public let unit: AdministrativeUnit
  /// From the workspace's folder, such as `2022/748-ba-ria`; `nil` when there is none.
  public let folder: String?
  /// Sorted by path.
  public let files: [SourceFile]

  public init(unit: AdministrativeUnit, folder: String?, files: [SourceFile]) {
    self.unit = unit
    self.folder = folder
    self.files = files
  }
}

/// What every unit of a run is checked and judged against.
public struct RunContext: Hashable, Sendable {
  public let programme: Programme
  public let rulebook: Rulebook
  public let readings: ChosenReadings
  public let units: UnitRegister
  /// The reporting period: a year.
  public let period: Int
  /// The day as of which documents and deadlines are judged.
  public let asOf: CalendarDay
  /// The sections in which reports print a unit's own prose, in their order.
  public let proseSections: [ProseSection]

  public init(
    programme: Programme, rulebook: Rulebook, units: UnitRegister, period: Int, asOf: CalendarDay,
    proseSections: [ProseSection] = []
  ) {
    self.programme = programme
    self.rulebook = rulebook
    self.readings = ChosenReadings(of: rulebook, choosing: programme.readings)
    self.units = units
    self.period = period
    self.asOf = asOf
    self.proseSections = proseSections
  }

  /// The criteria that a unit, or an office that reports of its own people, is judged by; `nil` where
  /// the rulebook has none for its tier.
  public func criteria(of unit: AdministrativeUnit) -> CriteriaSet? {
    let criteria = rulebook.tiers[unit.tier]
    guard let office = unit.office.flatMap(programme.office) else { return criteria }
    return criteria?.part(of: office)
  }

  /// The criteria of a unit or of an office that `indicator` is one of.
  public func criteria(holding indicator: Indicator) -> CriteriaSet? {
    if let whole = rulebook.tiers.values.first(where: { $0.indicators.contains(indicator) }) {
      return whole
    }
    return programme.office(indicator.office).flatMap { office in
      rulebook.tiers[office.tier]?.part(of: office)
    }
  }

  /// The offices of `unit` that report of their own people, in the programme's order.
  public func reportingOffices(of unit: AdministrativeUnit) -> [Office] {
    programme.offices.filter { $0.tier == unit.tier && !$0.reports.isEmpty }
  }

  /// The horizons of every tier, each once, from the nearest to the furthest.
  public var horizons: [Horizon] {
    var seen: Set<HorizonID> = []
    return rulebook.tiers.values.flatMap(\.horizons).filter { seen.insert($0.id).inserted }
      .sorted { $0.year < $1.year }
  }

  /// The milestones by which a unit of `tier` reports on the period: of a programme of many years,
  /// those of the first year that has one and is not before the period.
  public func reportMilestones(of tier: Tier) -> [Milestone] {
    let reports = programme.milestones.filter {
      $0.isReport && $0.tier == tier && $0.lastDay.year >= period
    }
    let year = reports.map(\.lastDay.year).min()
    return reports.filter { $0.lastDay.year == year }
  }
}
