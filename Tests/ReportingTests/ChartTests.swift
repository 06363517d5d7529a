import Model
import Pipeline
import SampleSupport
import Testing

@testable import Reporting

/// Charts show what the results say, with the rulebook's own limits.
@Suite("Charts of the sample") struct ChartTests {
  private func unit(_ code: String) throws -> (unit: UnitRecord, composer: Composer) {
    let judged = try SampleRequest.judged()
    let unit = judged.record.units.first { $0.unit.code.rawValue == code }
    return (try #require(unit), judged.composer)
  }

  private func bars(_ code: String) throws -> ShareBars {
    let (unit, composer) = try unit(code)
    let chart = try #require(composer.sharesChart(unit))
    guard case .bars(let bars) = chart.drawing else { throw Missing() }
    #expect(chart.table.rows.count == bars.bars.count)
    return bars
  }

  private struct Missing: Error {}

  @Test("mark where the rulebook's levels begin", arguments: ["748", "750", "752", "754", "77"])
  func scale(code: String) throws {
    let (unit, composer) = try unit(code)
    let bands = composer.criteria(of: unit.unit).levelRule.bands
    let bars = try bars(code)
    #expect(bars.scale.map(\.value) == bands.map(\.from.rational))
    let shares = unit.assessment.shares(byComponent: true)
    for (bar, shown) in zip(bars.bars, shares) {
      #expect(bar.limits.contains(shown.limit.value.rational))
      guard shown.indicator.role == .banded else { continue }
      #expect(bands.allSatisfy { bar.limits.contains($0.from.rational) })
    }
  }

  @Test("draw the decisive number of each indicator that has one", arguments: ["748", "754"])
  func values(code: String) throws {
    let (unit, _) = try unit(code)
    for shown in unit.assessment.shares(byComponent: false) {
      #expect(shown.share == shown.assessment.value, "\(shown.indicator.id)")
    }
  }

  @Test("show an open share of units as a range, and a faulty figure as none") func open() throws {
    let bars = try bars("77").bars
    let recognised = try #require(bars.first { $0.name.hasPrefix("2.1.2 ") })
    #expect(recognised.share == Rational(50) && recognised.possible == Rational(75))
    let faulty = try #require(bars.first { $0.name.hasPrefix("2.2.4 ") })
    #expect(faulty.share == nil && faulty.value == "Số liệu lỗi")
  }

  @Test("have a sign for every indicator of every district") func matrix() throws {
    let (_, composer) = try unit("77")
    let chart = try #require(composer.matrixChart())
    guard case .matrix(let matrix) = chart.drawing else { throw Missing() }
    #expect(matrix.rows.count == 16 && matrix.units.count == 4)
    let signs = matrix.rows.flatMap { $0.states.compactMap { $0?.mark } }
    #expect(signs.count == 64 && signs.count { $0 == .bad } == 1)
    #expect(chart.table.rows.count == matrix.rows.count)
  }

  @Test("tell past milestones from those to come") func deadlines() throws {
    let (_, composer) = try unit("77")
    let chart = try #require(composer.deadlinesChart(beside: composer.milestonesTable()))
    guard case .timeline(let timeline) = chart.drawing else { throw Missing() }
    for event in timeline.events {
      #expect((event.nearness == .past) == (event.day < timeline.today))
    }
    #expect(timeline.events.count { $0.nearness == .near } == 3)
  }
}
