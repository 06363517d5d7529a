public import Model

/// The words of the reports (lời), from data.
public struct Wording: Sendable {
  private let phrases: [String: String]

  /// Takes every phrase by its key.
  ///
  /// - Precondition: every ``Phrase`` is there; the loader checks it.
  public init(_ phrases: [String: String]) {
    self.phrases = phrases
  }

  /// The phrase with its placeholders filled in.
  func callAsFunction(_ phrase: Phrase, _ details: [String: String] = [:]) -> String {
    guard let text = phrases[phrase.rawValue] else {
      preconditionFailure("no words for \(phrase.rawValue)")
    }
    return filled(text, with: details)
  }

  /// The titles of the sections that a unit is asked to write for, in their order.
  public var narrativeTitles: [String] {
    let titles: [Phrase] = [
      .sectionDeployment, .sectionResults, .sectionLevel, .sectionDifficulties, .sectionFunding,
      .sectionProposals,
    ]
    return titles.map { self($0) }
  }

  /// Every section whose heading may stand over prose of a unit.
  ///
  /// Level and funding are told by the conclusion and the table, the sections that only tables
  /// fill by those. A review is a section of the last year of its horizon alone.
  public func proseSections(under rulebook: Rulebook, in period: Int) -> [ProseSection] {
    let results: Phrase = rulebook.setsTargets ? .targetResults : .sectionResults
    let expected: [Phrase] = [
      .sectionDeployment, results, .sectionDifficulties, .sectionProposals,
    ]
    let both: [Phrase] =
      (rulebook.setsTargets ? [] : [.sectionLevel]) + [.sectionOwed, .sectionFunding]
    let ofProvince: [Phrase] =
      [.sectionDistricts] + (rulebook.setsTargets ? [] : [.tableOffices, .sectionFeedback])
    let reporting: Set<Tier> = [.district, .province]
    let reviews = reporting.flatMap { tier in
      (rulebook.tiers[tier]?.horizons ?? []).filter { $0.year == period }.compactMap(\.review)
        .map { ProseSection($0, of: [tier], isExpected: false) }
    }
    return expected.map { ProseSection(self($0), of: reporting, isExpected: true) }
      + both.map { ProseSection(self($0), of: reporting, isExpected: false) }
      + ofProvince.map { ProseSection(self($0), of: [.province], isExpected: false) }
      + reviews.sorted { $0.title < $1.title }
  }
}
