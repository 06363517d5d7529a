import Evaluation
import Model
import Testing

@Suite struct ShareTests {
  @Test(
    "A share meets its floor on the limit and above it, and not just under it",
    arguments: [
      ("70", 7, 10, IndicatorStatus.met), ("70", 69, 99, .notMet), ("70", 70, 99, .met),
      ("70", 699_999, 1_000_000, .notMet), ("70", 700_001, 1_000_000, .met), ("70", 0, 5, .notMet),
      ("100", 3, 3, .met), ("100", 2, 3, .notMet), ("100", 99_999_999_998, 99_999_999_999, .notMet),
      ("66", 33, 50, .met), ("66", 659, 1000, .notMet), ("66", 661, 1000, .met),
      ("50", 4, 8, .met), ("50", 4, 9, .notMet), ("50", 5, 9, .met), ("0", 0, 9, .met),
    ])
  func floors(floor: String, part: Int, whole: Int, status: IndicatorStatus) {
    let result = assessed(
      Sample.indicator("2.2.3", Sample.atLeast(floor)), Sent(.counts(part, of: whole)))
    #expect(result.status == status)
    #expect(result.value == Rational(part, over: whole)?.asPercentage)
    #expect(result.numerator == part && result.denominator == whole)
    #expect(result.basis == .counts)
  }

  @Test(
    "A share that must be below a limit is not met on the limit",
    arguments: [
      (5, 10_000, IndicatorStatus.notMet), (4, 10_000, .met), (6, 10_000, .notMet),
      (49_999, 100_000_000, .met), (50_000, 100_000_000, .notMet), (0, 1, .met),
      (1, 2000, .notMet), (1, 2001, .met), (1, 1999, .notMet),
    ])
  func ceilings(part: Int, whole: Int, status: IndicatorStatus) {
    let result = assessed(
      Sample.indicator("3.2.2", Sample.below("0.05")), Sent(.counts(part, of: whole)))
    #expect(result.status == status)
  }

  @Test(
    "A typed percentage is compared as it was written, never rounded",
    arguments: [
      ("70", "70", IndicatorStatus.met, 1), ("70", "69.999999", .notMet, 0),
      ("70", "70.000001", .met, 1), ("70", "79.995", .met, 1), ("80", "79.995", .notMet, 0),
      ("70", "80", .met, 1), ("70", "80.000001", .met, 2), ("70", "90", .met, 2),
      ("70", "90.000001", .met, 3), ("70", "100", .met, 3), ("70", "0", .notMet, 0),
    ])
  func typedPercentages(floor: String, percent: String, status: IndicatorStatus, band: Int) {
    let result = assessed(
      Sample.indicator("2.1.1", Sample.atLeast(floor), .banded), Sent(.percent(percent)))
    #expect(result.status == status)
    #expect(result.band == band)
    #expect(result.value == Sample.decimal(percent).rational)
    #expect(result.basis == .percentage)
    #expect(result.numerator == nil && result.denominator == nil)
  }

  @Test("Counts decide where a percentage is typed beside them")
  func countsFirst() {
    let counts = Figure.counts(7, of: 10)
    let both = Figure(
      origin: .typed, place: counts.place, numerator: counts.numerator,
      denominator: counts.denominator, percent: Sourced(Sample.decimal("12"), at: counts.place))
    let result = assessed(Sample.indicator("2.1.1", Sample.atLeast("70")), Sent(both))
    #expect(result.status == .met)
    #expect(result.value == Rational(70))
  }

  @Test("A share without figures has no data, and half a pair of counts is none")
  func missing() {
    let indicator = Sample.indicator("2.1.1", Sample.atLeast("70"), .banded)
    let place = SourcePlace(file: "so-lieu.csv", line: 2)
    let half = Figure(origin: .typed, place: place, numerator: Sourced(7, at: place))
    for sent in [Sent(), Sent(half)] {
      let result = assessed(indicator, sent)
      #expect(result.status == .noData)
      #expect(result.band == nil && result.value == nil)
      #expect(result.trace.contains(.missing(component: nil)))
    }
  }

  @Test("An impossible figure is invalid, whatever its counts are")
  func invalid() {
    let indicator = Sample.indicator("2.1.1", Sample.atLeast("70"), .banded)
    let figures = IndicatorFigures(figures: [.counts(11, of: 10)], invalid: .indicator)
    let result = assessed(indicator, Sent(figures))
    #expect(result.status == .invalid)
    #expect(result.band == nil && result.value == nil)
  }

  @Test("A roster is named as what the share rests on")
  func rosterBasis() {
    let counts = Figure.counts(8, of: 10)
    let counted = Figure(
      origin: .roster(.communes), place: counts.place, numerator: counts.numerator,
      denominator: counts.denominator)
    let result = assessed(Sample.indicator("2.1.2", Sample.atLeast("70"), .banded), Sent(counted))
    #expect(result.basis == .roster)
    #expect(result.band == 1)
  }

  @Test("A share of nothing is not applicable, and counts as met only by that reading")
  func emptyWhole() {
    for role in [IndicatorRole.banded, .prerequisite] {
      let indicator = Sample.indicator("2.2.4", Sample.atLeast("70"), role)
      let open = assessed([indicator], [Sent(.counts(0, of: 0))])
      #expect(open.indicators[0].status == .notApplicable)
      #expect(open.indicators[0].band == nil)
      #expect(open.indicators[0].trace.contains(.emptyWhole(countsAsMet: false)))
      #expect((open.level, open.possibleLevel, open.outcome) == (0, 3, .pending))

      let reading = Sample.context([.emptyDenominator: "met"])
      let met = assessed([indicator], [Sent(.counts(0, of: 0))], reading)
      #expect(met.indicators[0].status == .notApplicable)
      #expect(met.indicators[0].band == (role == .banded ? 3 : nil))
      #expect(met.indicators[0].trace.contains(.emptyWhole(countsAsMet: true)))
      #expect((met.level, met.possibleLevel, met.outcome) == (3, 3, .recognised))

      let apart = Sample.indicator(
        "2.2.4", Sample.atLeast("70"), role, interpretations: [.bandEdge])
      #expect(assessed([apart], [Sent(.counts(0, of: 0))], reading).outcome == .pending)
    }
  }

  @Test(
    "By the stricter reading a share below the limit must be below last year's too",
    arguments: [
      ("0.04", "0.03", IndicatorStatus.met, IndicatorStatus.notMet),
      ("0.04", "0.04", .met, .notMet), ("0.04", "0.040001", .met, .met),
      ("0.04", "0.9", .met, .met), ("0.05", "0.9", .notMet, .notMet),
      ("0", "0", .met, .notMet),
    ])
  func belowAndLower(
    current: String, previous: String, below: IndicatorStatus, both: IndicatorStatus
  ) {
    let indicator = Sample.indicator("3.2.2", Sample.below("0.05"))
    let sent = Sent(Figure.percent(current).after(previous))
    #expect(assessed(indicator, sent).status == below)
    #expect(assessed(indicator, sent, [.belowLimit: "belowAndLower"]).status == both)
  }

  @Test("Without last year's share the stricter reading is open only below the limit")
  func belowWithoutLastYear() {
    let indicator = Sample.indicator("3.2.2", Sample.below("0.05"))
    let stricter = [OpenPoint.belowLimit: "belowAndLower"]
    #expect(assessed(indicator, Sent(.percent("0.04")), stricter).status == .noData)
    #expect(assessed(indicator, Sent(.percent("0.05")), stricter).status == .notMet)
    #expect(assessed(indicator, Sent(.percent("0.04"))).status == .met)
  }

  @Test("The stricter reading leaves floors alone")
  func floorsAreNotCompared() {
    let indicator = Sample.indicator("3.2.3", Sample.atLeast("50"))
    let sent = Sent(Figure.percent("50").after("40"))
    #expect(assessed(indicator, sent, [.belowLimit: "belowAndLower"]).status == .met)
  }

  @Test("Yes is met, no is not met, and silence is no data")
  func attestation() {
    let indicator = Sample.indicator("1.1.1", .attestation)
    #expect(assessed(indicator, Sent(.attested(true))).status == .met)
    #expect(assessed(indicator, Sent(.attested(false))).status == .notMet)
    #expect(assessed(indicator, Sent()).status == .noData)
    let invalid = IndicatorFigures(figures: [.attested(true)], invalid: .indicator)
    #expect(assessed(indicator, Sent(invalid)).status == .invalid)
  }
}
