/// The id of an interpretation (cách hiểu), such as `"band-edge"`.
public struct InterpretationID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (left: InterpretationID, right: InterpretationID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A point of evaluation that an instrument's text can leave open.
///
/// The rulebook says which of its interpretations governs which point; the ids of an
/// interpretation's readings are the raw values of the point's choices.
public enum OpenPoint: String, Hashable, Sendable, CaseIterable {
  /// To which band an edge belongs: `lower`, `upper`.
  case bandEdge = "band-edge"
  /// The unit of a decrease: `points`, `relative`.
  case decreaseUnit = "decrease-unit"
  /// Which units below are counted: `participating`, `all`.
  case childDenominator = "child-denominator"
  /// A share of nothing: `undecided`, `met`.
  case emptyDenominator = "empty-denominator"
  /// A decrease from below the amount asked: `notMet`, `metWhenZeroOrLower`.
  case decreaseFloor = "decrease-floor"
  /// Components of a composite share: `each`, `average`.
  case compositeRule = "composite-rule"
  /// A share that must be below a limit: `below`, `belowAndLower` (than last year).
  case belowLimit = "below-limit"
  /// Components of an increase: `sum`, `each`.
  case increaseRule = "increase-rule"
  /// Among whom a target that is "trong đó" another is counted: `skilled`, `holders`.
  case targetBase = "target-base"

  /// The ids that readings of this point may have.
  public var choices: [String] {
    switch self {
    case .bandEdge: ["lower", "upper"]
    case .decreaseUnit: ["points", "relative"]
    case .childDenominator: ["participating", "all"]
    case .emptyDenominator: ["undecided", "met"]
    case .decreaseFloor: ["notMet", "metWhenZeroOrLower"]
    case .compositeRule: ["each", "average"]
    case .belowLimit: ["below", "belowAndLower"]
    case .increaseRule: ["sum", "each"]
    case .targetBase: ["skilled", "holders"]
    }
  }
}

/// One question that an instrument's text leaves open, with the answers it admits.
public struct Interpretation: Hashable, Sendable {
  public struct Reading: Hashable, Sendable {
    /// One of the point's `choices`.
    public let id: String
    /// A sentence for reports.
    public let text: String

    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  public let id: InterpretationID
  public let governs: OpenPoint
  public let clause: String
  public let question: String
  public let readings: [Reading]
  public let defaultReading: String

  public init(
    id: InterpretationID, governs: OpenPoint, clause: String, question: String,
    readings: [Reading], defaultReading: String
  ) {
    self.id = id
    self.governs = governs
    self.clause = clause
    self.question = question
    self.readings = readings
    self.defaultReading = defaultReading
  }
}

/// The reading chosen for every interpretation of a rulebook: the programme's choice, else the
/// rulebook's default.
public struct ChosenReadings: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    public let interpretation: Interpretation
    public let reading: Interpretation.Reading
  }

  /// In the order of the rulebook.
  public let choices: [Choice]

  /// - Precondition: each chosen id is one of the interpretation's readings; loaders check it.
  public init(of rulebook: Rulebook, choosing chosen: [InterpretationID: String]) {
    choices = rulebook.interpretations.map { interpretation in
      let id = chosen[interpretation.id] ?? interpretation.defaultReading
      guard let reading = interpretation.readings.first(where: { $0.id == id }) else {
        preconditionFailure("reading \(id) is not one of \(interpretation.id)")
      }
      return Choice(interpretation: interpretation, reading: reading)
    }
  }

  /// The reading taken for `point` where it touches `indicator`, or `nil` when the rulebook has no
  /// interpretation of it there.
  public func choice(on point: OpenPoint, for indicator: Indicator) -> Choice? {
    choices.first {
      $0.interpretation.governs == point
        && indicator.interpretations.contains($0.interpretation.id)
    }
  }
}
