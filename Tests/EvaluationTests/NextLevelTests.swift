import Evaluation
import Model
import Testing

@Suite struct NextLevelTests {
  private static let banded = Sample.indicator("2.1.1", Sample.atLeast("70"), .banded)

  private func missing(
    _ indicator: Indicator, _ sent: Sent, _ readings: [OpenPoint: String] = [:]
  ) -> [LevelNeed.Missing]? {
    assessed([indicator], [sent], Sample.context(readings)).nextLevel?.needs.first?.missing
  }

  @Test(
    "The smallest number that reaches the next band is asked for", arguments: ["lower", "upper"])
  func everyShareToTheNextBand(edge: String) {
    let context = Sample.context([.bandEdge: edge])
    let bands = { (part: Int, whole: Int) in band(part, of: whole, edgesGoUp: edge == "upper") }
    var wrong: [String] = []
    for whole in 1...60 {
      for part in 0...whole {
        let unit = assessed([Self.banded], [Sent(.counts(part, of: whole))], context)
        let level = bands(part, whole)
        let more = (0...whole).first { part + $0 <= whole && bands(part + $0, whole) > level }
        let isRight =
          level == 3
          ? unit.nextLevel == nil
          : unit.nextLevel?.level == level + 1
            && unit.nextLevel?.needs.map(\.missing)
              == more.map {
                [[.more($0, numerator: part, denominator: whole)]]
              }
        if !isRight { wrong.append("\(part)/\(whole)") }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "The smallest number that reaches a prerequisite's floor is asked for",
    arguments: [50, 66, 100])
  func everyShareToItsFloor(floor: Int) {
    let indicator = Sample.indicator("3.1.4", Sample.atLeast("\(floor)"))
    var wrong: [String] = []
    for whole in 1...60 {
      for part in 0...whole {
        let more = (0...whole).first { (part + $0) * 100 >= floor * whole } ?? 0
        let found = missing(indicator, Sent(.counts(part, of: whole)))
        let expected: [LevelNeed.Missing]? =
          more == 0 ? nil : [.more(more, numerator: part, denominator: whole)]
        if found != expected { wrong.append("\(part)/\(whole)") }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("The smallest number of cases that must go is asked for below a limit")
  func everyShareBelowItsLimit() {
    let indicator = Sample.indicator("3.2.2", Sample.below("30"))
    var wrong: [String] = []
    for whole in 1...60 {
      for part in 0...whole {
        let fewer = (0...part).first { (part - $0) * 100 < 30 * whole } ?? 0
        let found = missing(indicator, Sent(.counts(part, of: whole)))
        let expected: [LevelNeed.Missing]? =
          fewer == 0 ? nil : [.fewer(fewer, numerator: part, denominator: whole)]
        if found != expected { wrong.append("\(part)/\(whole)") }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "By the stricter reading the cases must also fall below last year's share",
    arguments: [
      (12, "20", [LevelNeed.Missing.fewer(3, numerator: 12, denominator: 100)]),
      (12, "5", [.fewer(8, numerator: 12, denominator: 100)]),
      (7, "5", [.fewer(3, numerator: 7, denominator: 100)]),
      (5, "5", [.fewer(1, numerator: 5, denominator: 100)]),
      (0, "0", [.change]), (3, "0", [.change]), (4, "5", nil),
    ] as [(Int, String, [LevelNeed.Missing]?)])
  func belowAndLower(part: Int, previous: String, expected: [LevelNeed.Missing]?) {
    let indicator = Sample.indicator("3.2.2", Sample.below("10"))
    let sent = Sent(Figure.counts(part, of: 100).after(previous))
    #expect(missing(indicator, sent, [.belowLimit: "belowAndLower"]) == expected)
  }

  @Test("A typed percentage below the limit is told to fall below last year's")
  func percentBelowAndLower() {
    let indicator = Sample.indicator("3.2.2", Sample.below("0.05"))
    let sent = Sent(Figure.percent("0.04").after("0.03"))
    let limit = Threshold(.below, Sample.decimal("0.03"))
    #expect(
      missing(indicator, sent, [.belowLimit: "belowAndLower"])
        == [.percentage(limit, isStrict: true)])
  }

  @Test(
    "Where only a percentage is known, the percentage is asked for, strictly above an edge",
    arguments: [
      ("lower", "60", "70", false), ("upper", "60", "70", false), ("lower", "75", "80", true),
      ("upper", "75", "80", false), ("lower", "85", "90", true), ("upper", "85", "90", false),
    ])
  func percentages(edge: String, percent: String, limit: String, isStrict: Bool) {
    let threshold = Threshold(.atLeast, Sample.decimal(limit))
    #expect(
      missing(Self.banded, Sent(.percent(percent)), [.bandEdge: edge])
        == [.percentage(threshold, isStrict: isStrict)])
  }

  @Test(
    "What is missing is named by what it is",
    arguments: [
      (Measure.attestation, Sent(.attested(false)), [LevelNeed.Missing.attestation]),
      (.attestation, Sent(), [.figures]),
      (.attestation, Sent(evidence: .missing), [.figures, .documents]),
      (.attestation, Sent(.attested(true), evidence: .incomplete), [.documents]),
      (.attestation, Sent(.attested(true), evidence: .missing), [.documents]),
      (.attestation, Sent(.attested(false), evidence: .missing), [.attestation, .documents]),
      (.attestation, Sent(IndicatorFigures(figures: [], invalid: .indicator)), [.correction]),
      (
        .decrease(by: Sample.decimal("1.5")), Sent(.values("3", "2")),
        [.fall(Sample.decimal("0.5").rational)]
      ),
      (.increase([]), Sent(.values("3", "2")), [.growth]),
      (Sample.atLeast("100"), Sent(.counts(0, of: 0)), [.guidance]),
      (Sample.below("0"), Sent(.counts(3, of: 9)), [.change]),
    ])
  func kinds(measure: Measure, sent: Sent, expected: [LevelNeed.Missing]) {
    #expect(missing(Sample.indicator("1.1.1", measure), sent) == expected)
  }

  @Test("Where a share of nothing counts as met, only its documents can be missing")
  func emptyWholeNeedsDocuments() {
    for role in [IndicatorRole.prerequisite, .banded] {
      let indicator = Sample.indicator("2.2.3", Sample.atLeast("100"), role)
      let sent = Sent(.counts(0, of: 0), evidence: .missing)
      #expect(missing(indicator, sent, [.emptyDenominator: "met"]) == [.documents])
    }
  }

  @Test("Indicators that already reach the next level are not asked for anything")
  func onlyWhatMustChange() {
    let other = Sample.indicator("2.1.2", Sample.atLeast("70"), .banded)
    let prerequisite = Sample.indicator("2.2.3", Sample.atLeast("100"))
    let unit = assessed(
      [Self.banded, other, prerequisite],
      [Sent(.counts(17, of: 20)), Sent(.counts(15, of: 20)), Sent(.counts(2, of: 2))])
    #expect(unit.level == 1)
    #expect(
      unit.nextLevel
        == NextLevel(
          level: 2,
          needs: [
            LevelNeed(indicator: other.id, missing: [.more(2, numerator: 15, denominator: 20)])
          ]))
  }
}
