import Evaluation
import Model
import Testing

/// One component of a composite share, in the shortest writing.
enum Part: Sendable {
  case percent(String)
  case counts(Int, Int)
  case missing
  case invalid
}

@Suite struct CompositeShareTests {
  private static let ids = ["chat-thai-ran", "dan-cu", "san-xuat"]

  private func result(
    _ parts: [Part], _ comparison: Threshold.Comparison = .atLeast, limit: String = "90",
    _ readings: [OpenPoint: String] = [:]
  ) -> IndicatorAssessment {
    var figures: [Figure] = []
    var invalid: Set<ComponentID> = []
    for (part, id) in zip(parts, Self.ids) {
      switch part {
      case .percent(let plain): figures.append(.percent(plain, component: id))
      case .counts(let part, let whole): figures.append(.counts(part, of: whole, component: id))
      case .missing: continue
      case .invalid: invalid.insert(ComponentID(id))
      }
    }
    let measure = Measure.compositeShare(
      Threshold(comparison, Sample.decimal(limit)), Sample.components(Self.ids))
    let all = IndicatorFigures(
      figures: figures, invalid: invalid.isEmpty ? .none : .components(invalid))
    return assessed(Sample.indicator("3.1.2", measure), Sent(all), readings)
  }

  @Test(
    "Every component must reach the limit, and one that fails decides",
    arguments: [
      ([.percent("90"), .percent("90"), .counts(9, 10)], IndicatorStatus.met, "90"),
      ([.percent("95"), .counts(91, 100), .percent("99.9")], .met, "91"),
      ([.percent("100"), .percent("89.999999"), .percent("100")], .notMet, "89.999999"),
      ([.percent("90.000001"), .percent("100"), .percent("100")], .met, "90.000001"),
      ([.percent("89"), .missing, .missing], .notMet, "89"),
      ([.percent("89"), .invalid, .percent("95")], .notMet, "89"),
      ([.percent("89"), .counts(0, 0), .percent("88")], .notMet, "88"),
    ] as [([Part], IndicatorStatus, String)])
  func each(parts: [Part], status: IndicatorStatus, value: String) {
    let result = result(parts)
    #expect(result.status == status)
    #expect(result.value == Sample.decimal(value).rational)
  }

  @Test(
    "Without a component that fails, one that is invalid, absent or empty leaves it open",
    arguments: [
      ([.percent("95"), .percent("95"), .missing], IndicatorStatus.noData),
      ([.missing, .missing, .missing], .noData),
      ([.percent("95"), .invalid, .missing], .invalid),
      ([.invalid, .invalid, .invalid], .invalid),
      ([.percent("95"), .counts(0, 0), .missing], .noData),
      ([.percent("95"), .counts(0, 0), .percent("95")], .notApplicable),
      ([.counts(0, 0), .counts(0, 0), .counts(0, 0)], .notApplicable),
    ] as [([Part], IndicatorStatus)])
  func open(parts: [Part], status: IndicatorStatus) {
    #expect(result(parts).status == status)
    #expect(result(parts).value == nil)
    #expect(result(parts, .atLeast, limit: "90", [.compositeRule: "average"]).status == status)
  }

  @Test("Where a share of nothing counts as met, the other components decide")
  func emptyComponentCountsAsMet() {
    let met = [OpenPoint.emptyDenominator: "met"]
    let parts: [Part] = [.percent("95"), .counts(0, 0), .percent("91")]
    #expect(result(parts, .atLeast, limit: "90", met).status == .met)
    #expect(
      result(parts, .atLeast, limit: "90", met).trace.contains(.emptyWhole(countsAsMet: true)))
    #expect(!result(parts).trace.contains(.emptyWhole(countsAsMet: true)))
    let none: [Part] = [.counts(0, 0), .counts(0, 0), .counts(0, 0)]
    #expect(result(none, .atLeast, limit: "90", met).status == .notApplicable)
    #expect(result(none, .atLeast, limit: "90", met).countsAsMetWhenEmpty)
    let average = met.merging([.compositeRule: "average"]) { $1 }
    #expect(result(parts, .atLeast, limit: "90", average).value == Rational(93))
    #expect(result(none, .atLeast, limit: "90", average).countsAsMetWhenEmpty)
  }

  @Test(
    "By the other reading the plain average reaches the limit",
    arguments: [
      ([.percent("80"), .percent("95"), .percent("95")], IndicatorStatus.met, 270, 3),
      ([.percent("80"), .percent("95"), .percent("94.999999")], .notMet, 269_999_999, 3_000_000),
      ([.percent("80"), .percent("95"), .percent("95.000001")], .met, 270_000_001, 3_000_000),
      ([.counts(1, 1), .counts(1, 1), .counts(7, 10)], .met, 90, 1),
      ([.counts(1, 1), .counts(1, 1), .counts(2, 3)], .notMet, 800, 9),
    ] as [([Part], IndicatorStatus, Int, Int)])
  func average(parts: [Part], status: IndicatorStatus, numerator: Int, denominator: Int) {
    let result = result(parts, .atLeast, limit: "90", [.compositeRule: "average"])
    #expect(result.status == status)
    #expect(result.value == Rational(numerator, over: denominator))
  }

  @Test("A composite share that must be below a limit is judged by its highest component")
  func below() {
    let met = result([.percent("4"), .percent("4.999"), .percent("1")], .below, limit: "5")
    #expect(met.status == .met)
    #expect(met.value == Sample.decimal("4.999").rational)
    let failed = result([.percent("4"), .percent("5"), .missing], .below, limit: "5")
    #expect(failed.status == .notMet)
    #expect(failed.value == Rational(5))
  }

  @Test("The average of three huge counts is still exact")
  func hugeCounts() {
    let whole = Figure.maximumCount
    let parts: [Part] = [
      .counts(whole - 1, whole), .counts(whole - 3, whole - 2), .counts(whole - 7, whole - 4),
    ]
    let result = result(parts, .atLeast, limit: "90", [.compositeRule: "average"])
    #expect(result.status == .met)
    #expect((result.value ?? .zero) < Rational(100))
  }

  @Test("The components that fail are what the next level needs")
  func needs() {
    let measure = Measure.compositeShare(
      Threshold(.atLeast, Sample.decimal("90")), Sample.components(Self.ids))
    let sent = Sent(
      .percent("89", component: Self.ids[0]), .percent("95", component: Self.ids[1]),
      .counts(1, of: 2, component: Self.ids[2]))
    let unit = assessed([Sample.indicator("3.1.2", measure)], [sent])
    let failing = [ComponentID(Self.ids[0]), ComponentID(Self.ids[2])]
    #expect(unit.nextLevel?.needs.map(\.missing) == [[.components(failing)]])
  }
}
