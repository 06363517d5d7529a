import Evaluation
import Model
import Testing

extension ReferenceUnit {
  /// A unit near the limits: most shares stand close to 70, 80, 90 or 100 per cent.
  static func random(_ numbers: inout SplitMix64) -> ReferenceUnit {
    let isTidy = Int.random(in: 0..<3, using: &numbers) > 0
    let chance = { (numbers: inout SplitMix64) in
      Int.random(in: 0..<(isTidy ? 40 : 5), using: &numbers) == 0
    }
    let centres = Int.random(in: 0...3, using: &numbers)
    let previous = Int.random(in: 100...900, using: &numbers)
    let fall = Int.random(in: isTidy ? 149...155 : 145...155, using: &numbers)
    let growth = Int.random(in: 0...50, using: &numbers)
    let floor = isTidy ? 88 : 60
    return ReferenceUnit(
      attested: chance(&numbers) ? nil : !chance(&numbers),
      centres: chance(&numbers)
        ? .missing : .counts(part: chance(&numbers) ? 0 : centres, whole: centres),
      poverty: chance(&numbers) ? nil : (previous, max(0, previous - fall)),
      waste: (0..<3).map { _ in share(from: floor, chance(&numbers), &numbers) },
      growth: chance(&numbers) ? nil : (growth, growth + (chance(&numbers) ? 0 : 1)),
      banded: (0..<3).map { _ in share(from: 70, chance(&numbers), &numbers) },
      documented: (0..<8).map { _ in !chance(&numbers) },
      edgesGoUp: Bool.random(using: &numbers), emptyIsMet: Bool.random(using: &numbers),
      wasteIsAveraged: Bool.random(using: &numbers))
  }

  private static func share(
    from floor: Int, _ isOdd: Bool, _ numbers: inout SplitMix64
  ) -> ReferenceShare {
    if isOdd {
      return [.missing, .counts(part: 0, whole: 0), .counts(part: 1, whole: 2)][
        Int.random(in: 0..<3, using: &numbers)]
    }
    if Bool.random(using: &numbers) {
      let edge = [70, 80, 90, 95].filter { $0 >= floor }.randomElement(using: &numbers) ?? 95
      return .thousandths(edge * 1000 + Int.random(in: -1...1, using: &numbers))
    }
    let whole = Int.random(in: 1...50, using: &numbers)
    let least = (floor * whole + 99) / 100
    return .counts(part: Int.random(in: least...whole, using: &numbers), whole: whole)
  }

  var sent: [Sent] {
    let hundredths = { (count: Int) in ExactDecimal(significand: Int64(count), scale: 2)?.plain }
    var figures: [[Figure]] = [attested.map { [.attested($0)] } ?? [], centres.figures(nil)]
    figures.append(
      poverty.map { [.values(hundredths($0.previous), hundredths($0.current))] } ?? [])
    figures.append(zip(waste, Self.components).flatMap { $0.figures($1) })
    figures.append(growth.map { [.values("\($0.previous)", "\($0.current)")] } ?? [])
    figures += banded.map { $0.figures(nil) }
    return zip(figures, documented).map { (figures: [Figure], isDocumented: Bool) -> Sent in
      Sent(IndicatorFigures(figures: figures), evidence: isDocumented ? .complete : .incomplete)
    }
  }

  var readings: [OpenPoint: String] {
    [
      .bandEdge: edgesGoUp ? "upper" : "lower", .emptyDenominator: emptyIsMet ? "met" : "undecided",
      .compositeRule: wasteIsAveraged ? "average" : "each",
    ]
  }

  static let components = ["a", "b", "c"]
}

extension ReferenceShare {
  fileprivate func figures(_ component: String?) -> [Figure] {
    switch self {
    case .counts(let part, let whole): [.counts(part, of: whole, component: component)]
    case .thousandths(let count):
      ExactDecimal(significand: Int64(count), scale: 3).map {
        [.percent($0.plain, component: component)]
      } ?? []
    case .missing: []
    }
  }
}

@Suite struct EvaluationProperties {
  private let indicators = [
    Sample.indicator("1.1.1", .attestation), Sample.indicator("2.2.3", Sample.atLeast("100")),
    Sample.indicator("3.1.1", .decrease(by: Sample.decimal("1.5"))),
    Sample.indicator(
      "3.1.2",
      .compositeShare(
        Threshold(.atLeast, ExactDecimal(90)), Sample.components(ReferenceUnit.components))),
    Sample.indicator("3.1.3", .increase([])),
    Sample.indicator("2.1.1", Sample.atLeast("70"), .banded),
    Sample.indicator("2.1.2", Sample.atLeast("70"), .banded),
    Sample.indicator("2.2.4", Sample.atLeast("70"), .banded),
  ]

  @Test("A thousand random units of each seed agree with plain integers", arguments: 1...2)
  func agreesWithIntegers(seed: UInt64) {
    var numbers = SplitMix64(seed: seed)
    var levels: [Int: Int] = [:]
    var wrong: [String] = []
    for _ in 0..<1000 {
      let reference = ReferenceUnit.random(&numbers)
      let unit = assessed(indicators, reference.sent, Sample.context(reference.readings))
      levels[unit.level, default: 0] += 1
      let (level, possible) = (reference.level, reference.possibleLevel)
      let outcome: Outcome =
        level > 0 ? .recognised : possible > 0 ? .pending : .notRecognised
      let binding = zip(indicators, reference.standings).filter {
        $1.proven == level && (level == 0 || $0.role == .banded)
      }.map(\.0.id)
      let needed = zip(indicators, reference.standings).filter {
        $1.proven < ($0.role == .banded ? level + 1 : 3)
      }.map(\.0.id)
      let isRight =
        unit.level == level && unit.possibleLevel == possible && unit.outcome == outcome
        && unit.binding == binding && unit.level <= unit.possibleLevel
        && unit.nextLevel?.needs.map(\.indicator) == (level < 3 ? needed : nil)
      if !isRight { wrong.append("\(reference)") }
    }
    #expect(wrong.isEmpty)
    #expect((0...3).allSatisfy { levels[$0, default: 0] > 5 }, "\(levels)")
  }

  @Test("Assessing a unit twice gives the same result")
  func deterministic() {
    var numbers = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let reference = ReferenceUnit.random(&numbers)
      let context = Sample.context(reference.readings)
      #expect(
        assessed(indicators, reference.sent, context)
          == assessed(indicators, reference.sent, context))
    }
  }
}
