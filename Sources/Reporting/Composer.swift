public import Model

/// Makes documents from a run's record, in the words it is given.
///
/// Pure: the same record and words give equal documents.
public struct Composer: Sendable {
  let record: RunRecord
  let words: Wording
  /// The SHA-256 of each unit's `result.json`, in hexadecimal; empty until the results are written.
  let digests: [UnitCode: String]

  public init(_ record: RunRecord, in words: Wording, digests: [UnitCode: String] = [:]) {
    self.record = record
    self.words = words
    self.digests = digests
  }

  /// The same with the digests that its documents print.
  public func printing(_ digests: [UnitCode: String]) -> Composer {
    Composer(record, in: words, digests: digests)
  }

  var context: RunContext { record.context }
  var programme: Programme { context.programme }
  var rulebook: Rulebook { context.rulebook }
  var asOf: String { context.asOf.vietnamese }
  var period: String { "\(context.period)" }

  /// The criteria that a unit is judged by.
  ///
  /// - Precondition: the rulebook has criteria for the unit's tier; the pipeline checks it.
  func criteria(of unit: AdministrativeUnit) -> CriteriaSet {
    guard let criteria = context.criteria(of: unit) else {
      preconditionFailure("no criteria for \(unit.tier)")
    }
    return criteria
  }

  func officeName(_ id: OfficeID?) -> String {
    guard let id else { return "" }
    return programme.office(id)?.name ?? id.rawValue
  }

  /// The milestone on which a unit's report is due.
  func reportMilestone(of unit: AdministrativeUnit) -> Milestone? {
    context.reportMilestones(of: unit.tier).first
  }

  /// The milestones that concern the period: of a programme of many years, those of its year and the
  /// next, and what is still ahead besides reports.
  public var milestones: [Milestone] {
    guard rulebook.setsTargets else { return programme.milestones }
    return programme.milestones.filter { milestone in
      let year = milestone.lastDay.year
      return milestone.isReport
        ? (context.period...(context.period + 1)).contains(year) : year >= context.period
    }
  }
}

/// Ids in a sentence: `2.1.1, 2.2.4`.
func joined(_ ids: [IndicatorID]) -> String {
  ids.map(\.rawValue).joined(separator: ", ")
}

extension String {
  /// With a capital first letter, for the beginning of a sentence.
  var capitalisedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }

  /// With a small first letter, for the middle of a sentence.
  var uncapitalisedFirst: String {
    guard let first else { return self }
    return first.lowercased() + dropFirst()
  }
}
