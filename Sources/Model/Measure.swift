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

/// The shares that an indicator must reach by the years of the horizons (mục tiêu).
///
/// The indicator is the sum of its groups of people, which may have targets of their own.
public struct Target: Hashable, Sendable {
  /// By the horizon's id.
  ///
  /// - Unit: per cent.
  public let values: [HorizonID: ExactDecimal]
  /// The groups of people (nhóm đối tượng) whose counts add up; none where it is counted as one.
  public let groups: [MeasureComponent]
  /// The targets of a group that has its own (II.1), by the horizon's id.
  public let groupValues: [ComponentID: [HorizonID: ExactDecimal]]
  /// The indicator among whose part this one is counted (trong đó).
  public let within: IndicatorID?
  /// The indicators whose parts together are its whole (trong số người đạt); a person may stand in
  /// several of them.
  public let of: [IndicatorID]

  public init(
    values: [HorizonID: ExactDecimal], groups: [MeasureComponent] = [],
    groupValues: [ComponentID: [HorizonID: ExactDecimal]] = [:], within: IndicatorID? = nil,
    of: [IndicatorID] = []
  ) {
    self.values = values
    self.groups = groups
    self.groupValues = groupValues
    self.within = within
    self.of = of
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
  /// A part of a whole, in per cent, on its way to a target.
  case target(Target)

  public var components: [MeasureComponent] {
    switch self {
    case .compositeShare(_, let components), .increase(let components): components
    case .target(let target): target.groups
    case .attestation, .share, .decrease: []
    }
  }

  public var threshold: Threshold? {
    switch self {
    case .share(let threshold), .compositeShare(let threshold, _): threshold
    case .decrease(let amount): Threshold(.atLeast, amount)
    case .attestation, .increase, .target: nil
    }
  }

  public var target: Target? { if case .target(let target) = self { target } else { nil } }

  /// Whether a figure may be given as a whole beside, or instead of, its components.
  public var takesWhole: Bool { components.isEmpty || target != nil }
}

/// Where an indicator's counts come from when they are not typed.
public enum FigureSource: Hashable, Sendable {
  /// Counted in a roster: rows whose column passes, out of all rows.
  case roster(RosterKind, RosterTest)
  /// Computed from the outcomes of the units below.
  case childOutcomes
  /// The sum of the figures of the units below and of what the unit's own offices report, each of
  /// its own people.
  case childFigures
  /// Counted in a roster of persons, or in counts of one.
  case citizens(CitizenTest)
}

/// What is asked of each person of a roster (cong-dan.csv).
public enum CitizenTest: String, Hashable, Sendable, CaseIterable {
  /// Đạt danh hiệu “Công dân học tập”; out of all persons of the groups.
  case title = "learning_citizen"
  /// Có kỹ năng số; out of the holders of the title.
  case digitalSkill = "digital_skill"
  /// Thành thạo; out of the holders with digital skills.
  case proficient
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
