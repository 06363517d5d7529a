import Model
import Testing

@Suite struct BandTests {
  private let rule: LevelRule

  init() throws {
    let edges = try ["70", "80", "90", "100"].map { try #require(ExactDecimal(plain: $0)) }
    rule = LevelRule(
      prerequisiteClause: "", bandedClause: "",
      bands: (0..<3).map {
        Band(level: $0 + 1, from: edges[$0], to: edges[$0 + 1], clause: "")
      })
  }

  @Test(
    "An edge belongs to the band that the reading gives it to",
    arguments: [
      ("69.999999", 0, 0), ("70", 1, 1), ("79.999999", 1, 1), ("80", 1, 2), ("80.000001", 2, 2),
      ("89.999999", 2, 2), ("90", 2, 3), ("90.000001", 3, 3), ("100", 3, 3), ("100.000001", 0, 0),
      ("0", 0, 0), ("-1", 0, 0),
    ])
  func edges(percentage: String, lower: Int, upper: Int) throws {
    let value = try #require(ExactDecimal(plain: percentage)).rational
    #expect(rule.band(of: value, edgesGoUp: false) == lower)
    #expect(rule.band(of: value, edgesGoUp: true) == upper)
  }

  @Test("Every share of counts up to 400 falls in the band that whole numbers give")
  func everyShare() throws {
    var wrong: [String] = []
    for whole in 1...400 {
      for part in 0...whole {
        let share = try #require(Rational(part, over: whole)).asPercentage
        let hundredfold = part * 100
        let lower =
          hundredfold < 70 * whole
          ? 0 : hundredfold <= 80 * whole ? 1 : hundredfold <= 90 * whole ? 2 : 3
        let upper =
          hundredfold < 70 * whole
          ? 0 : hundredfold < 80 * whole ? 1 : hundredfold < 90 * whole ? 2 : 3
        let isRight =
          rule.band(of: share, edgesGoUp: false) == lower
          && rule.band(of: share, edgesGoUp: true) == upper
        if !isRight { wrong.append("\(part)/\(whole)") }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("The highest level is that of the last band")
  func highest() {
    #expect(rule.highestLevel == 3)
  }
}
