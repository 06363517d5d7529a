import Evaluation
import Model
import Testing

@Suite struct StandingTests {
  private static let banded = Sample.indicator("2.1.1", Sample.atLeast("70"), .banded)
  private static let attestation = Sample.indicator("1.1.1", .attestation)

  @Test(
    "Evidence is complete with one whole document, incomplete with none whole, else missing",
    arguments: EvidenceStatus.allCases)
  func evidence(status: EvidenceStatus) {
    let result = assessed(Self.attestation, Sent(.attested(true), evidence: status))
    #expect(result.evidence == status)
    #expect(result.documents.count == [.complete: 2, .incomplete: 1, .missing: 0][status])
  }

  @Test("Documents of another indicator prove nothing")
  func foreignDocuments() {
    let other = Sample.indicator("1.1.2", .attestation)
    let unit = assessed(
      [Self.attestation, other],
      [Sent(.attested(true), evidence: .missing), Sent(.attested(true))])
    #expect(unit.indicators.map(\.evidence) == [.missing, .complete])
    #expect(unit.binding == [Self.attestation.id])
  }

  @Test(
    "Only figures with complete evidence are proven; what figures do not decide is possible",
    arguments: [
      (attestation, Sent(.attested(true)), 3, 3, Outcome.recognised),
      (attestation, Sent(.attested(true), evidence: .incomplete), 0, 3, .pending),
      (attestation, Sent(.attested(true), evidence: .missing), 0, 3, .pending),
      (attestation, Sent(.attested(false)), 0, 0, .notRecognised),
      (attestation, Sent(.attested(false), evidence: .missing), 0, 0, .notRecognised),
      (attestation, Sent(), 0, 3, .pending),
      (attestation, Sent(IndicatorFigures(figures: [], invalid: .indicator)), 0, 3, .pending),
      (banded, Sent(.percent("85")), 2, 2, .recognised),
      (banded, Sent(.percent("85"), evidence: .incomplete), 0, 2, .pending),
      (banded, Sent(.percent("75"), evidence: .missing), 0, 1, .pending),
      (banded, Sent(.percent("69.9")), 0, 0, .notRecognised),
      (banded, Sent(.percent("69.9"), evidence: .missing), 0, 0, .notRecognised),
      (banded, Sent(), 0, 3, .pending),
      (banded, Sent(evidence: .missing), 0, 3, .pending),
    ])
  func readings(
    indicator: Indicator, sent: Sent, level: Int, possible: Int, outcome: Outcome
  ) {
    let unit = assessed([indicator], [sent])
    #expect((unit.level, unit.possibleLevel, unit.outcome) == (level, possible, outcome))
    #expect(unit.binding == (level == 3 && indicator.role == .prerequisite ? [] : [indicator.id]))
  }

  @Test("The lowest band is the level, and the indicators that hold it are binding")
  func lowestBand() {
    let indicators = (1...4).map {
      Sample.indicator("2.1.\($0)", Sample.atLeast("70"), .banded)
    }
    let sent = ["95", "85", "100", "81"].map { Sent(.percent($0)) }
    let unit = assessed([Self.attestation] + indicators, [Sent(.attested(true))] + sent)
    #expect((unit.level, unit.possibleLevel, unit.outcome) == (2, 2, .recognised))
    #expect(unit.binding == [indicators[1].id, indicators[3].id])
    #expect(unit.nextLevel?.level == 3)
    #expect(unit.nextLevel?.needs.map(\.indicator) == unit.binding)
  }

  @Test("At level 0 everything that keeps it there is binding, in the rulebook's order")
  func bindingAtZero() {
    let unit = assessed(
      [Self.attestation, Self.banded, Sample.indicator("3.2.1", .attestation)],
      [Sent(.attested(false)), Sent(.percent("85"), evidence: .missing), Sent(.attested(true))])
    #expect((unit.level, unit.possibleLevel, unit.outcome) == (0, 0, .notRecognised))
    #expect(unit.binding == [Self.attestation.id, Self.banded.id])
  }

  @Test("Missing evidence of a higher band holds the level at 0 while the lower stays possible")
  func possibleIsTheLowest() {
    let other = Sample.indicator("2.1.2", Sample.atLeast("70"), .banded)
    let unit = assessed(
      [Self.banded, other], [Sent(.percent("85"), evidence: .missing), Sent(.percent("75"))])
    #expect((unit.level, unit.possibleLevel, unit.outcome) == (0, 1, .pending))
  }

  @Test("A result names its readings, its figures and its reasoning in order")
  func trace() {
    let indicator = Sample.indicator(
      "2.1.1", Sample.atLeast("70"), .banded, interpretations: [.bandEdge])
    let figure = Figure.counts(8, of: 10)
    let result = assessed(indicator, Sent(figure))
    let limit = Threshold(.atLeast, ExactDecimal(70))
    let percentage = Rational(80)
    #expect(
      result.trace == [
        .figure(figure), .share(part: 8, whole: 10, percentage: percentage, component: nil),
        .comparison(value: percentage, limit: limit, holds: true, component: nil),
        .band(percentage: percentage, level: 1),
        .reading(InterpretationID("band-edge"), "lower"),
      ])
    #expect(result.readings.map(\.reading.id) == ["lower"])
  }
}
