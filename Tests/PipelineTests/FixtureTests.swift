import Model
import Pipeline
import SampleSupport
import Testing

/// Every code has a change to the sound workspace that raises it and only it.
@Suite("Fixtures") struct FixtureTests {
  static let fixtures =
    fileFixtures + valueFixtures + keyFixtures + evidenceFixtures + ruleFixtures

  /// Codes that no stage raises yet; a code leaves this list with the check that raises it.
  static let pending: Set<FindingCode> = [
    .textDecomposed, .sheetNotFound, .workbookUnreadable, .formulaValueTaken, .tableTwice,
    .mixedLineEnds, .titleRows, .totalRow, .headingBlank, .headingNearMiss, .spreadsheetError,
    .formulaText, .unitNotInForce, .wholeDisagreesWithRegister, .previousDisagrees,
    .unusualChange, .fundingDisagrees, .documentFileNameVaries, .documentTooWidelyUsed,
    .documentFileTypeDiffers, .documentTwice, .waiverExpired, .waiverSelfApproved,
    .waiverWithoutFinding, .waiverOfUnknownCode,
  ]

  private func codes(_ edits: [WorkspaceEdit]) throws -> [FindingCode] {
    try SoundRequest.judged(after: edits).findings.map(\.finding.code)
  }

  @Test("change a workspace that has no findings") func sound() throws {
    #expect(try codes([]).isEmpty)
  }

  @Test("are there for every code, once") func complete() {
    let counts = Dictionary(grouping: Self.fixtures, by: \.code).mapValues(\.count)
    #expect(FindingCode.allCases.filter { counts[$0] != 1 }.isEmpty)
    #expect(Self.fixtures.allSatisfy { $0.companions.isEmpty == $0.reason.isEmpty })
  }

  @Test(
    "raise their code and no other, and their clean twins none",
    arguments: fixtures.filter { !pending.contains($0.code) })
  func raises(_ fixture: Fixture) throws {
    let found = Set(try codes(fixture.edits))
    #expect(found == fixture.companions.union([fixture.code]))
    #expect(try codes(fixture.twin).isEmpty)
  }

  @Test(
    "that are pending raise nothing of their code yet",
    arguments: fixtures.filter {
      pending.contains($0.code)
    })
  func isPending(_ fixture: Fixture) throws {
    #expect(!(try codes(fixture.edits).contains(fixture.code)), "take it off the list")
  }
}
