import Evaluation
import Model
import Testing

/// Shares on their way to targets, by plan 4742/KH-UBND, I.2.
@Suite("A target") struct TargetTests {
  private let plain = Sample.indicator("T2", Sample.target("40", "60"), .target)

  private func judged(
    _ indicators: [Indicator], _ sent: [Sent], children: [UnitAssessment] = [],
    earlier: [Int: UnitAssessment] = [:], readings: [OpenPoint: String] = [:]
  ) -> UnitAssessment {
    assessed(
      indicators, sent, Sample.context(readings), children: children,
      criteria: Sample.targets(indicators), earlier: earlier)
  }

  @Test(
    "is met on its limit and not just below it, exactly",
    arguments: [
      (65_200, 163_000, true, false, 0, 32_600), (65_199, 163_000, false, false, 1, 32_601),
      (65_201, 163_000, true, false, 0, 32_599), (97_800, 163_000, true, true, 0, 0),
      (97_799, 163_000, true, false, 0, 1), (36_603, 91_508, false, false, 1, 18_302),
      (0, 3, false, false, 2, 2), (3, 3, true, true, 0, 0),
    ])
  func limits(part: Int, whole: Int, near: Bool, far: Bool, more: Int, moreFar: Int) throws {
    let result = judged([plain], [Sent(.counts(part, of: whole))]).indicators[0]
    let standings = try #require(result.progress).standings
    #expect(standings.map(\.isMet) == [near, far])
    #expect(standings.map(\.more) == [more, moreFar])
    #expect(result.status == (near ? .met : .notMet))
    #expect(result.numerator == part && result.denominator == whole && result.band == nil)
  }

  @Test("is that of the nearest horizon which is not past") func nearest() throws {
    let context = { (year: Int) in
      let base = Sample.context()
      return RunContext(
        programme: base.programme, rulebook: base.rulebook, units: base.units, period: year,
        asOf: base.asOf)
    }
    for (year, status) in [
      (2024, IndicatorStatus.met), (2025, .met), (2026, .notMet), (2030, .notMet), (2031, .notMet),
    ] {
      let result = assessed(
        [plain], [Sent(.counts(50, of: 100))], context(year),
        criteria: Sample.targets([plain]))
      #expect(result.indicators[0].status == status, "\(year)")
      #expect(result.conclusion == nil)
    }
  }

  @Test("of several groups is that of their sum, and groups stand apart") func groups() throws {
    let indicator = Sample.indicator(
      "T2", Sample.target("40", "60", groups: ["a", "b"], own: ["b": ("10", "20")]), .target)
    let result = judged(
      [indicator],
      [Sent(.counts(50, of: 100, component: "a"), .counts(20, of: 100, component: "b"))]
    ).indicators[0]
    #expect(result.numerator == 70 && result.denominator == 200 && result.status == .notMet)
    let groups = try #require(result.progress).groups
    #expect(groups.map(\.hasOwnTargets) == [false, true])
    #expect(groups.map { $0.targets.map(\.isMet) } == [[true, false], [true, true]])
  }

  @Test("of groups waits for each of them, and a group of nobody adds nothing")
  func absentGroup() {
    let indicator = Sample.indicator("T2", Sample.target("40", "60", groups: ["a", "b"]), .target)
    let missing = judged([indicator], [Sent(.counts(50, of: 100, component: "a"))]).indicators[0]
    #expect(missing.status == .noData && missing.progress == nil)
    let empty = judged(
      [indicator], [Sent(.counts(50, of: 100, component: "a"), .counts(0, of: 0, component: "b"))]
    ).indicators[0]
    #expect(empty.status == .met && empty.denominator == 100)
    let whole = judged([indicator], [Sent(.counts(50, of: 100))]).indicators[0]
    #expect(whole.status == .met && whole.progress?.groups == [])
  }

  @Test("may be of a share of nothing, of a percentage, or of a bad figure") func odd() {
    let nothing = judged([plain], [Sent(.counts(0, of: 0))]).indicators[0]
    #expect(nothing.status == .notApplicable)
    let typed = judged([plain], [Sent(.percent("40"))]).indicators[0]
    #expect(typed.status == .met && typed.progress?.standings[1].more == nil)
    let below = judged([plain], [Sent(.percent("39.999999"))]).indicators[0]
    #expect(below.status == .notMet)
    let bad = judged(
      [plain],
      [Sent(IndicatorFigures(figures: [.counts(1, of: 2)], invalid: .indicator))]
    ).indicators[0]
    #expect(bad.status == .invalid)
    #expect(judged([plain], [Sent()]).indicators[0].status == .noData)
  }

  @Test("of the province adds up districts and offices, and names who is absent")
  func sum() throws {
    let own = Sample.indicator("T3", Sample.target("60", "80", groups: ["x", "t"]), .target)
    let above = Sample.indicator(
      "T3", Sample.target("60", "80", groups: ["x", "t"]), .target, source: .childFigures)
    let child = { (number: Int, sent: Sent) in
      assessed(
        [own], [sent], unit: Sample.districts[number], criteria: Sample.targets([own]))
    }
    let children = [
      child(0, Sent(.counts(30, of: 50, component: "x"), .counts(0, of: 0, component: "t"))),
      child(1, Sent(.counts(10, of: 50, component: "x"), .counts(1, of: 1, component: "t"))),
      child(2, Sent()),
    ]
    let result = judged(
      [above],
      [Sent(.counts(40, of: 60, component: "t"), .counts(9, of: 9, component: "t"))],
      children: children
    ).indicators[0]
    #expect(result.numerator == 90 && result.denominator == 170)
    let progress = try #require(result.progress)
    #expect(progress.absent == [Sample.districts[2].code])
    #expect(progress.parts.count == 4 && result.basis == .sum)
    #expect(progress.groups.map(\.counts.numerator) == [40, 50])
    #expect(progress.groups.map(\.counts.denominator) == [100, 70])
    #expect(result.evidence == .incomplete, "a district is absent")
    for (own, whole): (EvidenceStatus, EvidenceStatus) in [
      (.complete, .complete), (.incomplete, .incomplete), (.missing, .incomplete),
    ] {
      let sent = Sent(.counts(40, of: 60, component: "t"), evidence: own)
      let result = judged([above], [sent], children: Array(children.dropLast())).indicators[0]
      #expect(result.evidence == whole, "an office proves what it adds")
    }
  }

  @Test("within another takes its holders as the whole by the other reading")
  func within() {
    let skilled = Sample.indicator("T4", Sample.target("70", "90"), .target)
    let proficient = Sample.indicator("T5", Sample.target("60", "80", within: "T4"), .target)
    let sent = [Sent(.counts(80, of: 100)), Sent(.counts(50, of: 80))]
    let taken = judged([skilled, proficient], sent).indicators[1]
    #expect(taken.status == .met && taken.denominator == 80)
    let other = judged([skilled, proficient], sent, readings: [.targetBase: "holders"])
      .indicators[1]
    #expect(other.status == .notMet && other.denominator == 100)
  }

  @Test("has a pace and a projection along the straight line of its periods")
  func trend() throws {
    let year = { (part: Int, whole: Int) in
      self.judged([self.plain], [Sent(.counts(part, of: whole))])
    }
    let alone = try #require(year(30, 100).indicators[0].progress)
    #expect(alone.trend.pace == nil && alone.trend.points.count == 1)
    #expect(alone.standings.allSatisfy { $0.projection == nil && $0.isOnCourse == nil })
    // From 30 to the target of 40 in three years.
    #expect(alone.standings[0].neededPace == Rational(10, over: 3))
    let rising = judged(
      [plain], [Sent(.counts(30, of: 100))], earlier: [2020: year(20, 100), 2021: year(25, 100)])
    let progress = try #require(rising.indicators[0].progress)
    #expect(progress.trend.points.map(\.year) == [2020, 2021, 2022])
    #expect(progress.trend.pace == Rational(5))
    #expect(progress.standings.map(\.projection) == [Rational(45), Rational(70)])
    #expect(progress.standings.map(\.isOnCourse) == [true, true])
    // Years need not follow each other, and a later period is none of its past.
    let gap = judged(
      [plain], [Sent(.counts(30, of: 100))], earlier: [2018: year(10, 100), 2024: year(99, 100)])
    #expect(gap.indicators[0].progress?.trend.pace == Rational(5))
    let falling = judged(
      [plain], [Sent(.counts(1, of: 100))], earlier: [2021: year(90, 100)])
    #expect(falling.indicators[0].progress?.standings.map(\.projection) == [.zero, .zero])
  }
}
