public import Model

/// By what a roster of persons is counted.
public struct RosterRules: Hashable, Sendable {
  /// The last year in which a person may be born.
  public let period: Int
  /// Whether persons are sought who stand in more than one row.
  public let isUnique: Bool
  /// As many of them are sought, those that come first.
  public let mostPersons: Int
  /// What is asked for about the path to recognition.
  public let recognition: RecognitionRules?

  public init(
    period: Int, isUnique: Bool = false, mostPersons: Int = .max,
    recognition: RecognitionRules? = nil
  ) {
    self.period = period
    self.isUnique = isUnique
    self.mostPersons = mostPersons
    self.recognition = recognition
  }

  /// The first year in which a person may be born.
  public static let firstYear = 1900
}

/// What is asked for about the path to recognition (công nhận).
public struct RecognitionRules: Hashable, Sendable {
  public let facts: Set<RecognitionFact>
  /// The day on which the programme began.
  public let programmeBegins: CalendarDay?
  /// The day as of which all is counted.
  public let asOf: CalendarDay?
  /// As many rows of each fact are named by their lines, the first ones; all are counted.
  public let mostLines: Int

  public init(
    facts: Set<RecognitionFact> = Set(RecognitionFact.allCases), programmeBegins: CalendarDay?,
    asOf: CalendarDay?, mostLines: Int = 1000
  ) {
    self.facts = facts
    self.programmeBegins = programmeBegins
    self.asOf = asOf
    self.mostLines = mostLines
  }
}
