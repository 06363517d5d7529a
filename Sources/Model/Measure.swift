/// A limit that a percentage is compared with.
///
/// - Unit: per cent.
public struct Threshold: Hashable, Sendable {
  public enum Comparison: String, Hashable, Sendable {
    /// Tối thiểu, từ … trở lên.
    case atLeast
    /// Dưới.
    case below
  }

  public let comparison: Comparison
  public let value: ExactDecimal

  public init(_ comparison: Comparison, _ value: ExactDecimal) {
    self.comparison = comparison
    self.value = value
  }

  /// Whether `percentage` is on the right side of the limit, decided exactly.
  public func admits(_ percentage: Rational) -> Bool {
    switch comparison {
    case .atLeast: percentage >= value.rational
    case .below: percentage < value.rational
    }
  }
}

/// One part of a composite or increase measure (thành phần).
public struct MeasureComponent: Hashable, Sendable {
  public let id: ComponentID
  public let name: String

  public init(id: ComponentID, name: String) {
    self.id = id
    self.name = name
  }
}

/// How an indicator's figures decide whether it is met (phép đo).
public enum Measure: Hashable, Sendable {
  /// Yes or no (có, không).
  case attestation
  /// A part of a whole, in per cent.
  case share(Threshold)
  /// One share for each component; every one must pass.
  case compositeShare(Threshold, [MeasureComponent])
  /// Last year's rate less this year's rate, both in per cent; in percentage points.
  case decrease(by: ExactDecimal)
  /// This year's value above last year's; with components, their sums.
  case increase([MeasureComponent])

  public var components: [MeasureComponent] {
    switch self {
    case .compositeShare(_, let components), .increase(let components): components
    case .attestation, .share, .decrease: []
    }
  }

  public var threshold: Threshold? {
    switch self {
    case .share(let threshold), .compositeShare(let threshold, _): threshold
    case .decrease(let amount): Threshold(.atLeast, amount)
    case .attestation, .increase: nil
    }
  }
}

/// Where an indicator's counts come from when they are not typed.
public enum FigureSource: Hashable, Sendable {
  /// Counted in a roster: rows whose column passes, out of all rows.
  case roster(RosterKind, RosterTest)
  /// Computed from the outcomes of the units below.
  case childOutcomes
}

/// A list of bodies that shares are counted from (danh sách).
public enum RosterKind: String, Hashable, Sendable, CaseIterable {
  /// `co-quan.csv`
  case agencies
  /// `xa-phuong.csv`
  case communes
  /// `trung-tam.csv`
  case centres

  public var fileName: String {
    switch self {
    case .agencies: "co-quan.csv"
    case .communes: "xa-phuong.csv"
    case .centres: "trung-tam.csv"
    }
  }
}

/// What is asked of each row of a roster.
public enum RosterTest: String, Hashable, Sendable, CaseIterable {
  /// Xếp loại Khá trở lên.
  case gradedFairOrBetter = "grade"
  case trainingPlan = "training_plan"
  case digitalTools = "digital_tools"
  case freeWifi = "free_wifi"
  case openResources = "open_resources"
}
