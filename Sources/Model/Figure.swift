/// Whether a figure is final (tình trạng số liệu).
public enum FigureState: String, Hashable, Sendable {
  /// Sơ bộ.
  case preliminary
  /// Chính thức.
  case final
}

/// Where a figure comes from, for traces and reports.
public enum FigureOrigin: Hashable, Sendable {
  /// Typed in `so-lieu.csv`.
  case typed
  /// Counted in a roster.
  case roster(RosterKind)
  /// Counted in a roster of persons, or taken from counts of one.
  case citizens
  /// Computed from the outcomes of the units below.
  case computed
}

/// The figures of one indicator, or of one component of it, from one source.
///
/// An absent value is `nil`, never zero.
public struct Figure: Hashable, Sendable {
  public let component: ComponentID?
  public let origin: FigureOrigin
  /// The office whose folder it stands in; `nil` when it stands in the unit's own folder.
  public let office: OfficeID?
  /// The row, or the roster's file.
  public let place: SourcePlace
  public let state: FigureState
  /// The year that the figure describes; `nil` means the period.
  public let referenceYear: Int?
  public let note: String
  public let met: Sourced<Bool>?
  public let numerator: Sourced<Int>?
  public let denominator: Sourced<Int>?
  /// - Unit: per cent.
  public let percent: Sourced<ExactDecimal>?
  public let previous: Sourced<ExactDecimal>?
  public let current: Sourced<ExactDecimal>?

  public init(
    component: ComponentID? = nil, origin: FigureOrigin, office: OfficeID? = nil,
    place: SourcePlace, state: FigureState = .final, referenceYear: Int? = nil, note: String = "",
    met: Sourced<Bool>? = nil, numerator: Sourced<Int>? = nil, denominator: Sourced<Int>? = nil,
    percent: Sourced<ExactDecimal>? = nil, previous: Sourced<ExactDecimal>? = nil,
    current: Sourced<ExactDecimal>? = nil
  ) {
    self.component = component
    self.origin = origin
    self.office = office
    self.place = place
    self.state = state
    self.referenceYear = referenceYear
    self.note = note
    self.met = met
    self.numerator = numerator
    self.denominator = denominator
    self.percent = percent
    self.previous = previous
    self.current = current
  }

  /// Whether the values, not their places or notes, are those of `other`.
  public func agrees(with other: Figure) -> Bool {
    met?.value == other.met?.value && numerator?.value == other.numerator?.value
      && denominator?.value == other.denominator?.value && percent?.value == other.percent?.value
      && previous?.value == other.previous?.value && current?.value == other.current?.value
  }

  /// The largest count that a share takes: more than any count of people or bodies, and small
  /// enough that sums of three shares stay within 128 bits.
  public static let maximumCount = 99_999_999_999
}

/// Everything that is known of one indicator of one unit.
public struct IndicatorFigures: Hashable, Sendable {
  /// One for each component at most, in the rulebook's order; one without component otherwise.
  ///
  /// Of a sum over offices, those of each office.
  public let figures: [Figure]
  /// Whether a figure that the measure needs is present but impossible, or two sources contradict
  /// each other; a component, or the whole indicator.
  public let invalid: Invalidity

  public enum Invalidity: Hashable, Sendable {
    case none
    case components(Set<ComponentID>)
    /// Of a sum over offices: those whose own figure is left out of it.
    case offices(Set<OfficeID>)
    case indicator
  }

  public init(figures: [Figure], invalid: Invalidity = .none) {
    self.figures = figures
    self.invalid = invalid
  }

  public static let none = IndicatorFigures(figures: [])

  /// Whether the office's own figure cannot be used, whatever those of others are.
  public func leavesOut(_ office: OfficeID) -> Bool {
    if case .offices(let offices) = invalid { offices.contains(office) } else { false }
  }

  /// The same without the figures of `office`, which cannot be used.
  public func leavingOut(_ office: OfficeID) -> IndicatorFigures {
    var offices: Set = [office]
    if case .offices(let others) = invalid { offices.formUnion(others) }
    return IndicatorFigures(
      figures: figures.filter { $0.office != office }, invalid: .offices(offices))
  }
}
