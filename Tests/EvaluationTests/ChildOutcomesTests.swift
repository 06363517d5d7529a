import Evaluation
import Model
import Testing

@Suite struct ChildOutcomesTests {
  private let indicator = Sample.indicator(
    "2.1.2", Sample.atLeast("70"), .banded, source: .childOutcomes)

  private func child(_ number: Int, _ outcome: Outcome) -> UnitAssessment {
    UnitAssessment(
      unit: Sample.districts[number % 8],
      conclusion: LevelConclusion(
        outcome: outcome, level: 0, possibleLevel: 0, binding: [], nextLevel: nil),
      indicators: [])
  }

  private func province(
    recognised: Int, pending: Int, failed: Int = 0, _ context: RunContext
  ) -> UnitAssessment {
    let outcomes =
      Array(repeating: Outcome.recognised, count: recognised)
      + Array(repeating: .pending, count: pending)
      + Array(repeating: .notRecognised, count: failed)
    return assessed(
      [indicator], [Sent(evidence: .missing)], context, unit: Sample.province,
      children: outcomes.enumerated().map { child($0.offset, $0.element) })
  }

  @Test(
    "The share of districts is decided once what is pending cannot change its band",
    arguments: [
      (4, 0, IndicatorStatus.met, 3, EvidenceStatus.complete), (3, 0, .met, 1, .complete),
      (2, 0, .notMet, 0, .complete), (0, 0, .notMet, 0, .complete), (3, 1, .noData, nil, .missing),
      (2, 1, .noData, nil, .missing), (2, 2, .noData, nil, .missing), (0, 2, .notMet, 0, .missing),
      (1, 1, .notMet, 0, .missing), (0, 3, .noData, nil, .missing),
    ] as [(Int, Int, IndicatorStatus, Int?, EvidenceStatus)])
  func fourDistricts(
    recognised: Int, pending: Int, status: IndicatorStatus, band: Int?, evidence: EvidenceStatus
  ) {
    let unit = province(
      recognised: recognised, pending: pending, failed: 4 - recognised - pending, Sample.context())
    let result = unit.indicators[0]
    #expect((result.status, result.band, result.evidence) == (status, band, evidence))
    #expect(result.numerator == recognised && result.denominator == 4)
    #expect(result.basis == .computed)
    #expect(result.value == (status == .noData ? nil : Rational(recognised * 25)))
  }

  @Test("The other reading counts every district of the province that exists on the day")
  func everyDistrict() throws {
    let all = [OpenPoint.childDenominator: "all"]
    let four = province(recognised: 4, pending: 0, Sample.context(all)).indicators[0]
    #expect((four.status, four.denominator) == (.notMet, 8))
    var districts = Sample.districts
    let ended = districts.removeLast()
    let past = try #require(CalendarDay(year: 2022, month: 11, day: 24))
    for (lastDay, count) in [(past, 7), (try #require(Sample.day), 8)] {
      let district = AdministrativeUnit(
        code: ended.code, name: ended.name, tier: .district, parent: ended.parent,
        validFrom: nil, validTo: lastDay)
      let context = Sample.context(all, districts: districts + [district])
      #expect(
        province(recognised: 4, pending: 0, context).indicators[0].denominator == count)
    }
  }

  @Test("Without any district that takes part the share is of nothing")
  func noDistricts() {
    let unit = province(recognised: 0, pending: 0, Sample.context(participants: 0))
    #expect(unit.indicators[0].status == .notApplicable)
    #expect((unit.level, unit.possibleLevel, unit.outcome) == (0, 3, .pending))
  }

  @Test("Every mix of recognised, pending and failed of up to 14 districts agrees with integers")
  func everyMix() {
    var wrong: [String] = []
    for edge in ["lower", "upper"] {
      for count in 1...14 {
        let districts = (0..<count).map { number in
          AdministrativeUnit(
            code: UnitCode("\(100 + number)"), name: "", tier: .district,
            parent: Sample.province.code, validFrom: nil, validTo: nil)
        }
        let context = Sample.context(
          [.bandEdge: edge], participants: count, districts: districts)
        for recognised in 0...count {
          for pending in 0...(count - recognised) {
            let unit = province(recognised: recognised, pending: pending, context)
            let proven = band(recognised, of: count, edgesGoUp: edge == "upper")
            let possible = band(recognised + pending, of: count, edgesGoUp: edge == "upper")
            let status: IndicatorStatus =
              proven != possible ? .noData : proven > 0 ? .met : .notMet
            let level = pending == 0 ? proven : 0
            let isRight =
              unit.indicators[0].status == status && unit.level == level
              && unit.possibleLevel == possible
            if !isRight { wrong.append("\(recognised) + \(pending) of \(count), \(edge)") }
          }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("What the province needs are further districts, and the documents of those pending")
  func needs() {
    let failed = province(recognised: 2, pending: 0, failed: 2, Sample.context())
    #expect(failed.nextLevel?.needs.map(\.missing) == [[.more(1, numerator: 2, denominator: 4)]])
    let open = province(recognised: 2, pending: 2, Sample.context())
    #expect(
      open.nextLevel?.needs.map(\.missing)
        == [[.more(1, numerator: 2, denominator: 4), .outcomes]])
  }
}
