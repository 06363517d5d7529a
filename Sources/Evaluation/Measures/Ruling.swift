import Model

/// What a measure concludes from an indicator's figures, before evidence and bands.
struct Ruling {
  var status: IndicatorStatus
  var value: Rational?
  var numerator: Int?
  var denominator: Int?
  var basis: FigureBasis?
  var trace: [TraceStep] = []
  var countsAsMetWhenEmpty = false
  /// Where part is known of a figure that is still open, the best percentage that it can become.
  var bestPercentage: Rational?
  /// Where the result itself says how well it is documented.
  var evidence: EvidenceStatus?
  var findings: [Finding] = []
  /// What is known of an indicator with targets, but for its trend.
  var progress: TargetProgress?

  static func undecided(_ status: IndicatorStatus, _ trace: [TraceStep]) -> Ruling {
    Ruling(status: status, trace: trace)
  }
}

/// One indicator with everything that its measure may ask for.
struct Question {
  let indicator: Indicator
  let submission: Submission
  let children: [UnitAssessment]
  /// The unit's assessments of earlier periods, by their year.
  let earlier: [Int: UnitAssessment]
  let criteria: CriteriaSet
  let context: RunContext

  var figures: IndicatorFigures { submission.figures[indicator.id] ?? .none }
  var unit: AdministrativeUnit { submission.unit }

  /// The figure of the indicator as a whole.
  var figure: Figure? { figures.figures.first { $0.component == nil } }

  func figure(of component: ComponentID) -> Figure? {
    figures.figures.first { $0.component == component }
  }

  func isInvalid(_ component: ComponentID?) -> Bool {
    switch figures.invalid {
    case .none, .offices: false
    case .indicator: true
    case .components(let invalid): component.map(invalid.contains) ?? !invalid.isEmpty
    }
  }

  /// Whether `choice` is the reading taken of `point`; without an interpretation of it in the
  /// rulebook, the first choice holds.
  func takes(_ choice: String, on point: OpenPoint) -> Bool {
    let taken = context.readings.choice(on: point, for: indicator)?.reading.id
    return (taken ?? point.choices[0]) == choice
  }

  /// The level of the band that a percentage falls in, by the reading taken of the edges.
  ///
  /// - Precondition: the criteria award levels.
  func band(of percentage: Rational) -> Int {
    criteria.levelRule.band(of: percentage, edgesGoUp: takes("upper", on: .bandEdge))
  }
}
