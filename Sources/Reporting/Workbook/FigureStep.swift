import Model

/// How far one row of figures goes towards a result.
enum StepState: Hashable {
  case known
  /// A figure that the measure needs is absent.
  case missing
  /// The check found it unusable.
  case invalid
  /// A share of nothing, or a relative fall from nothing.
  case empty
}

/// One row of figures: an indicator, or one component of it.
struct FigureSlot: Hashable {
  let indicator: Indicator
  let component: MeasureComponent?
  let figure: Figure?
  let isUsable: Bool
}

/// The step from one row of figures to whether it passes, in whole numbers.
///
/// It repeats what the evaluation stage concluded, for the cells between a figure and a status; the
/// status itself always comes from the assessment.
struct FigureStep: Hashable {
  let state: StepState
  var percentage: Rational?
  /// Compared with `base` times the limit, or for an increase with `base` itself.
  var compared: Int?
  var base: Int?
  var holds: Bool?
  /// Whether a spreadsheet's numbers hold every product exactly.
  var isExact = true
}

/// What a spreadsheet's numbers hold to the last digit.
let exactLimit: Int128 = 1_000_000_000_000_000

/// The factor that makes typed percentages whole, which have six decimals at most.
let percentFactor = 1_000_000

extension FigureSlot {
  /// The step by the measure of the slot's indicator.
  ///
  /// `factor` makes every limit of the criteria whole, and `amountFactor` the indicator's amounts;
  /// the latter is `nil` where they have too many digits.
  func step(factor: Int, amountFactor: Int?, takes: (String, OpenPoint) -> Bool) -> FigureStep {
    guard isUsable else { return FigureStep(state: .invalid) }
    guard let figure else { return FigureStep(state: .missing) }
    switch indicator.measure {
    case .target: withoutLevels()
    case .attestation:
      return FigureStep(
        state: figure.met == nil ? .missing : .known, holds: figure.met.map(\.value))
    case .share(let threshold), .compositeShare(let threshold, _):
      let comparesYears =
        threshold.comparison == .below && takes("belowAndLower", .belowLimit)
      return figure.shareStep(threshold, factor: factor, comparesYears: comparesYears)
    case .decrease(let amount):
      return figure.decreaseStep(
        by: amount, factor: factor, isRelative: takes("relative", .decreaseUnit),
        hasFloor: takes("metWhenZeroOrLower", .decreaseFloor))
    case .increase:
      return figure.increaseStep(amountFactor: amountFactor)
    }
  }
}

extension Figure {
  fileprivate func shareStep(
    _ threshold: Threshold, factor: Int, comparesYears: Bool
  ) -> FigureStep {
    if denominator?.value == 0 { return FigureStep(state: .empty) }
    if let part = numerator?.value, let whole = denominator?.value,
      let share = Rational(part, over: whole)
    {
      var step = FigureStep(
        state: .known, percentage: share.asPercentage,
        holds: threshold.admits(share.asPercentage))
      step.set(
        Int128(part) * 100 * Int128(factor), over: Int128(whole),
        factor: comparesYears ? percentFactor : factor)
      return step
    }
    guard let percent else { return FigureStep(state: .missing) }
    var step = FigureStep(
      state: .known, percentage: percent.value.rational,
      holds: threshold.admits(percent.value.rational))
    step.set(
      percent.value.units(of: percentFactor) * Int128(factor), over: Int128(percentFactor),
      factor: factor)
    return step
  }

  fileprivate func decreaseStep(
    by amount: ExactDecimal, factor: Int, isRelative: Bool, hasFloor: Bool
  ) -> FigureStep {
    guard let previous = previous?.value, let current = current?.value else {
      return FigureStep(state: .missing)
    }
    guard !isRelative || previous > ExactDecimal(0) else { return FigureStep(state: .empty) }
    let (before, now) = (previous.units(of: percentFactor), current.units(of: percentFactor))
    let (compared, base) =
      isRelative
      ? ((before - now) * 100 * Int128(factor), before)
      : ((before - now) * Int128(factor), Int128(percentFactor))
    var step = FigureStep(state: .known)
    step.holds = compared >= amount.units(of: factor) * base
    if !isRelative, hasFloor, previous < amount { step.holds = now == 0 || now < before }
    step.set(compared, over: base, factor: factor)
    return step
  }

  fileprivate func increaseStep(amountFactor: Int?) -> FigureStep {
    guard let previous = previous?.value, let current = current?.value else {
      return FigureStep(state: .missing)
    }
    var step = FigureStep(state: .known, holds: current > previous)
    guard let amountFactor else {
      step.isExact = false
      return step
    }
    step.set(current.units(of: amountFactor), over: previous.units(of: amountFactor), factor: 1)
    return step
  }
}

extension FigureStep {
  fileprivate mutating func set(_ compared: Int128, over base: Int128, factor: Int) {
    guard compared.magnitude < exactLimit, base * 100 * Int128(factor) < exactLimit else {
      isExact = false
      return
    }
    self.compared = Int(compared)
    self.base = Int(base)
  }
}

extension ExactDecimal {
  /// The number times a power of ten that leaves no decimals.
  func units(of factor: Int) -> Int128 {
    rational.numerator * Int128(factor) / rational.denominator
  }
}
