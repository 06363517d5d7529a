import Evaluation
import Model
import Testing

/// Every way in which one indicator of the table can stand.
private enum Pattern: CaseIterable {
  case met, undocumented, notMet, noData, invalid, notApplicable

  var sent: Sent {
    switch self {
    case .met: Sent(.counts(3, of: 3))
    case .undocumented: Sent(.counts(3, of: 3), evidence: .incomplete)
    case .notMet: Sent(.counts(2, of: 3))
    case .noData: Sent()
    case .invalid: Sent(IndicatorFigures(figures: [.counts(4, of: 3)], invalid: .indicator))
    case .notApplicable: Sent(.counts(0, of: 0))
    }
  }
}

@Suite struct LevelTests {
  private let prerequisites = (1...3).map {
    Sample.indicator("1.1.\($0)", Sample.atLeast("100"))
  }
  private let banded = Sample.indicator("2.1.1", Sample.atLeast("70"), .banded)

  @Test("Level 0 stands exactly where some prerequisite is not proven met, in every pattern")
  func everyPattern() {
    var wrong: [String] = []
    for first in Pattern.allCases {
      for second in Pattern.allCases {
        for third in Pattern.allCases {
          let patterns = [first, second, third]
          for (band, percent) in ["60", "75", "85", "95"].enumerated() {
            let unit = assessed(
              prerequisites + [banded], patterns.map(\.sent) + [Sent(.percent(percent))])
            let isProven = patterns.allSatisfy { $0 == .met }
            let isPossible = !patterns.contains(.notMet)
            let isRight =
              unit.level == (isProven ? band : 0)
              && unit.possibleLevel == (isPossible ? band : 0)
              && unit.level <= unit.possibleLevel
            if !isRight { wrong.append("\(patterns) with \(percent) %") }
          }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("One figure more never lowers the level or the possible level")
  func monotone() {
    let indicators = ["2.1.1", "2.1.2"].map {
      Sample.indicator($0, Sample.atLeast("70"), .banded)
    }
    for edge in ["lower", "upper"] {
      for evidence in [EvidenceStatus.complete, .missing] {
        let context = Sample.context([.bandEdge: edge])
        for other in ["75", "85", "95"] {
          var last = (level: 0, possible: 0)
          for part in 0...60 {
            let unit = assessed(
              indicators,
              [Sent(.counts(part, of: 60), evidence: evidence), Sent(.percent(other))], context)
            #expect(unit.level >= last.level && unit.possibleLevel >= last.possible)
            last = (unit.level, unit.possibleLevel)
          }
        }
      }
    }
  }
}
