import Model

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

  /// The titles of the sections in which a report prints its unit's own prose, in their order.
  public var narrativeTitles: [String] {
    let titles: [Phrase] = [
      .sectionDeployment, .sectionResults, .sectionLevel, .sectionDifficulties, .sectionFunding,
      .sectionProposals,
    ]
    return titles.map { self($0) }
  }
}
