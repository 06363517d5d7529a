import Model
import Testing

@testable import Evaluation

@Suite struct SweepTests {
  private let indicator = Sample.indicator("2.1.1", Sample.atLeast("70"), .banded)

  private func question(_ context: RunContext) -> Question {
    Question(
      indicator: indicator,
      submission: Submission(
        unit: Sample.districts[0], folder: nil, figures: [:], evidence: [], rosters: [],
        feedback: [], funding: [], narrative: .none, reportingOffices: [], findings: []),
      children: [], earlier: [:], criteria: Sample.criteria([indicator]), context: context)
  }

  @Test("Every share of counts up to 400 falls in the band of plain integers, by both readings")
  func everyShare() throws {
    let lower = question(Sample.context([.bandEdge: "lower"]))
    let upper = question(Sample.context([.bandEdge: "upper"]))
    var wrong: [String] = []
    for whole in 1...400 {
      for part in 0...whole {
        let share = try #require(Rational(part * 100, over: whole))
        let isRight =
          lower.band(of: share) == band(part, of: whole, edgesGoUp: false)
          && upper.band(of: share) == band(part, of: whole, edgesGoUp: true)
        if !isRight { wrong.append("\(part)/\(whole)") }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "Every share on, just under and just over an edge is assessed in that band",
    arguments: ["lower", "upper"])
  func everyEdge(edge: String) {
    let context = Sample.context([.bandEdge: edge])
    var wrong: [String] = []
    for whole in 1...400 {
      let near = [70, 80, 90].flatMap { [$0 * whole / 100, $0 * whole / 100 + 1] }
      for part in Set(near).sorted() where part <= whole {
        let unit = assessed([indicator], [Sent(.counts(part, of: whole))], context)
        let expected = band(part, of: whole, edgesGoUp: edge == "upper")
        let isRight =
          unit.level == expected && unit.possibleLevel == expected
          && unit.indicators[0].band == expected
          && unit.indicators[0].status == (expected > 0 ? .met : .notMet)
        if !isRight { wrong.append("\(part)/\(whole)") }
      }
    }
    #expect(wrong.isEmpty)
  }
}
