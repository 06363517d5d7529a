import Evaluation
import Model

extension Figure {
  private static let row = SourcePlace(file: "so-lieu.csv", line: 2)

  static func counts(_ part: Int, of whole: Int, component: String? = nil) -> Figure {
    Figure(
      component: component.map { ComponentID($0) }, origin: .typed, place: row,
      numerator: Sourced(part, at: row), denominator: Sourced(whole, at: row))
  }

  static func percent(_ plain: String, component: String? = nil) -> Figure {
    Figure(
      component: component.map { ComponentID($0) }, origin: .typed, place: row,
      percent: Sourced(Sample.decimal(plain), at: row))
  }

  static func values(_ previous: String?, _ current: String?, component: String? = nil) -> Figure {
    Figure(
      component: component.map { ComponentID($0) }, origin: .typed, place: row,
      previous: previous.map { Sourced(Sample.decimal($0), at: row) },
      current: current.map { Sourced(Sample.decimal($0), at: row) })
  }

  static func attested(_ met: Bool) -> Figure {
    Figure(origin: .typed, place: row, met: Sourced(met, at: row))
  }

  /// This figure beside last year's value.
  func after(_ previous: String) -> Figure {
    Figure(
      component: component, origin: origin, place: place, met: met, numerator: numerator,
      denominator: denominator, percent: percent,
      previous: Sourced(Sample.decimal(previous), at: place), current: current)
  }
}

extension EvidenceDocument {
  static func sample(for indicator: IndicatorID, isWhole: Bool) -> EvidenceDocument {
    EvidenceDocument(
      indicator: indicator, number: "1/QĐ-UBND", date: Sample.day, issuer: "UBND", title: "",
      file: "", fileDigest: nil, office: nil, place: SourcePlace(file: "minh-chung.csv", line: 2),
      defects: isWhole ? [] : [.documentTooOld])
  }
}

/// What one indicator's unit has sent: figures, and the documents that go with them.
struct Sent {
  var figures = IndicatorFigures.none
  var evidence = EvidenceStatus.complete

  init(_ figures: Figure..., evidence: EvidenceStatus = .complete) {
    self.figures = IndicatorFigures(figures: figures)
    self.evidence = evidence
  }

  init(_ figures: IndicatorFigures, evidence: EvidenceStatus = .complete) {
    self.figures = figures
    self.evidence = evidence
  }

  func documents(for indicator: IndicatorID) -> [EvidenceDocument] {
    switch evidence {
    case .missing: []
    case .incomplete: [.sample(for: indicator, isWhole: false)]
    case .complete:
      [.sample(for: indicator, isWhole: false), .sample(for: indicator, isWhole: true)]
    }
  }
}

/// Assesses one unit that has sent `sent` for each of `indicators`, in their order.
func assessed(
  _ indicators: [Indicator], _ sent: [Sent], _ context: RunContext = Sample.context(),
  unit: AdministrativeUnit = Sample.districts[0], children: [UnitAssessment] = [],
  criteria: CriteriaSet? = nil, earlier: [Int: UnitAssessment] = [:]
) -> UnitAssessment {
  let pairs = Array(zip(indicators.map(\.id), sent))
  let submission = Submission(
    unit: unit, folder: nil,
    figures: Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1.figures) }),
    evidence: pairs.flatMap { $1.documents(for: $0) }, rosters: [], feedback: [], funding: [],
    narrative: .none, reportingOffices: [], findings: [])
  return assess(
    submission, by: criteria ?? Sample.criteria(indicators), children: children,
    earlier: earlier, in: context)
}

/// The result of one indicator of a unit that has sent nothing else.
func assessed(
  _ indicator: Indicator, _ sent: Sent, _ readings: [OpenPoint: String] = [:]
) -> IndicatorAssessment {
  assessed([indicator], [sent], Sample.context(readings)).indicators[0]
}

/// Random numbers that are the same in every run.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
