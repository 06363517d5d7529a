import Model
import Pipeline
import SampleSupport
import Testing

/// Every code has a change to the sound workspace that raises it and only it.
@Suite("Fixtures") struct FixtureTests {
  static let fixtures =
    fileFixtures + valueFixtures + keyFixtures + evidenceFixtures + ruleFixtures + personFixtures

  private func codes(
    _ edits: [WorkspaceEdit], in workspace: SoundRequest.Workspace = .pilot
  ) throws -> [FindingCode] {
    try SoundRequest.judged(after: edits, in: workspace).findings.map(\.finding.code)
  }

  @Test("change a workspace that has no findings") func sound() throws {
    #expect(try codes([]).isEmpty)
    #expect(try codes([], in: .targets).isEmpty)
  }

  @Test("are there for every code, once") func complete() {
    let counts = Dictionary(grouping: Self.fixtures, by: \.code).mapValues(\.count)
    #expect(FindingCode.allCases.filter { counts[$0] != 1 }.isEmpty)
    #expect(Self.fixtures.count { !$0.ground.isEmpty } <= 5)
  }

  @Test(
    "raise their code and no other, and their clean twins none",
    arguments: fixtures)
  func raises(_ fixture: Fixture) throws {
    let before = Set(try codes(fixture.ground, in: fixture.workspace))
    #expect(!before.contains(fixture.code))
    let found = Set(try codes(fixture.ground + fixture.edits, in: fixture.workspace))
    #expect(found.subtracting(before) == [fixture.code])
    #expect(found.isSuperset(of: before))
    #expect(try codes(fixture.twin, in: fixture.workspace).isEmpty)
  }
}
