/// Everything that a run found out about one unit.
public struct UnitRecord: Hashable, Sendable {
  public let submission: Submission
  public let assessment: UnitAssessment
  /// Of every stage, in the one order of findings, in words.
  public let findings: [WordedFinding]

  public init(
    submission: Submission, assessment: UnitAssessment, findings: [WordedFinding]
  ) {
    self.submission = submission
    self.assessment = assessment
    self.findings = findings
  }

  public var unit: AdministrativeUnit { submission.unit }
  public var folderName: String {
    submission.folder.map { String($0.drop { $0 != "/" }.dropFirst()) } ?? unit.code.rawValue
  }
}

/// Everything that a run found out, before it becomes documents.
public struct RunRecord: Hashable, Sendable {
  public let context: RunContext
  /// In the programme's order.
  public let districts: [UnitRecord]
  public let province: UnitRecord
  /// The offices of the province that report of their own people, in the programme's order; what
  /// they found out is also the province's.
  public let offices: [UnitRecord]
  /// What units and offices had reached in earlier years, where targets are set.
  public let history: [UnitCode: [Int: UnitAssessment]]
  /// Findings that belong to no unit.
  public let workspaceFindings: [WordedFinding]
  /// Whether reports have an annex of who is proposed for commendation, which holds names.
  public let tellsCommendations: Bool
  /// The tool's name and version, printed in every report.
  public let tool: String

  public init(
    context: RunContext, districts: [UnitRecord], province: UnitRecord,
    offices: [UnitRecord] = [], history: [UnitCode: [Int: UnitAssessment]] = [:],
    workspaceFindings: [WordedFinding],
    tellsCommendations: Bool = false, tool: String
  ) {
    self.context = context
    self.districts = districts
    self.province = province
    self.offices = offices
    self.history = history
    self.workspaceFindings = workspaceFindings
    self.tellsCommendations = tellsCommendations
    self.tool = tool
  }

  /// The districts, then the province.
  public var units: [UnitRecord] { districts + [province] }

  public var findings: [WordedFinding] {
    workspaceFindings + units.flatMap(\.findings)
  }
}
