import Foundation
import Model

/// What a `result.json` says of one unit, as far as other documents repeat it.
struct UnitResult: Decodable {
  /// What the indicators add up to where levels are awarded.
  struct Conclusion: Decodable {
    let outcome: Outcome
    let level: Int
    let possibleLevel: Int
    let binding: [String]
    let nextLevel: NextLevel?
  }

  struct Unit: Decodable {
    let code: String
    let name: String
    let tier: Tier
    /// Where it is an office's own result.
    let office: String?
  }

  struct NextLevel: Decodable {
    let level: Int
    let needs: [Need]
  }

  struct Need: Decodable {
    let indicator: String
    let text: String
  }

  /// An office of the unit with what it has sent of its own people.
  struct Office: Decodable {
    let id: String
    let name: String
    let indicators: [State]
  }

  /// Whether an indicator is decided and documented.
  struct State: Decodable {
    let id: String
    let status: IndicatorStatus
    let evidence: EvidenceStatus
  }

  let schema: String
  let programme: String
  let period: String
  let rulebook: String
  let rulebookDigest: String
  let asOf: String
  let tool: String
  let unit: Unit
  /// Those that report of their own people.
  let offices: [Office]
  /// `nil` where indicators have targets and no level is awarded.
  let conclusion: Conclusion?
  let indicators: [IndicatorResult]
  let findings: [ResultFinding]

  private enum Key: String, CodingKey {
    case schema, programme, period, rulebook, rulebookDigest, asOf, tool, unit, outcome
    case indicators, findings, offices
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    schema = try members.decode(String.self, forKey: .schema)
    programme = try members.decode(String.self, forKey: .programme)
    period = try members.decode(String.self, forKey: .period)
    rulebook = try members.decode(String.self, forKey: .rulebook)
    rulebookDigest = try members.decode(String.self, forKey: .rulebookDigest)
    asOf = try members.decode(String.self, forKey: .asOf)
    tool = try members.decode(String.self, forKey: .tool)
    unit = try members.decode(Unit.self, forKey: .unit)
    indicators = try members.decode([IndicatorResult].self, forKey: .indicators)
    offices = try members.decodeIfPresent([Office].self, forKey: .offices) ?? []
    findings = try members.decode([ResultFinding].self, forKey: .findings)
    // Where targets are set, the members of a conclusion are not there.
    conclusion = members.contains(.outcome) ? try Conclusion(from: decoder) : nil
  }

  func indicator(_ id: String) -> IndicatorResult? { indicators.first { $0.id == id } }

  /// What the office that `matches` finds has sent of an indicator of its own people; `nil` where it
  /// reports none.
  func state(_ id: String, ofOffice matches: (Office) -> Bool) -> State? {
    offices.first(where: matches)?.indicators.first { $0.id == id }
  }
}

/// What a `result.json` says of one finding, as far as other documents repeat it.
struct ResultFinding: Decodable, Hashable {
  let code: String
  let message: String
}

/// What a `result.json` says of one indicator.
struct IndicatorResult: Decodable {
  struct Figure: Decodable {
    let met: Bool?
    let numerator: Int?
    let denominator: Int?
    let percent: String?
    let previous: String?
    let current: String?
  }

  /// A group of people; without counts where they are withheld.
  struct Group: Decodable {
    let numerator: Int?
    let denominator: Int?
    let targets: [Target]?
  }

  /// Where it stands beside the target of one horizon.
  struct Target: Decodable {
    let horizon: String
    let target: String
    let met: Bool
    let more: Int?
  }

  struct Document: Decodable {
    let sha256: String?
  }

  let id: String
  let role: IndicatorRole
  let status: IndicatorStatus
  let evidence: EvidenceStatus
  let clause: String
  /// The figure in words, as every document prints it.
  let text: String
  let band: Int?
  let numerator: Int?
  let denominator: Int?
  let value: String?
  let exact: String?
  let source: String?
  /// The limit of its own, as a decimal.
  let threshold: String?
  let trace: [String]
  let figures: [Figure]
  let documents: [Document]
  let targets: [Target]?
  let groups: [Group]?
}

extension Tier: Decodable {}
extension Outcome: Decodable {}
extension IndicatorRole: Decodable {}
extension IndicatorStatus: Decodable {}
extension EvidenceStatus: Decodable {}

/// What the manifest says of a folder.
struct Manifest: Decodable {
  struct Entry: Decodable {
    let path: String
    let bytes: Int
    let sha256: String
  }

  let schema: String
  /// `forms` for blank forms, which hold no results.
  let kind: String?
  let programme: String
  let period: String
  let rulebook: String
  let rulebookDigest: String
  /// Absent from the manifest of forms.
  let asOf: String?
  let tool: String
  let inputs: [Entry]?
  let templates: [Entry]?
  let outputs: [Entry]
}

/// Reads one JSON file; `nil` when it is not what it should be.
func decoded<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
  try? JSONDecoder().decode(type, from: Data(bytes))
}
