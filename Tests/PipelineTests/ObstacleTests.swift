import Model
import Pipeline
import SampleSupport
import Testing

/// What cannot be read has one finding where it stands, and everything else goes on.
@Suite("Obstacles") struct ObstacleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let edits: [WorkspaceEdit]
    let findings: [String]
  }

  private static let evidence = "\(baRia)/minh-chung"
  private static let office = "\(provinceFolder)/so-khoa-hoc-va-cong-nghe"
  private static let wifi = "thong-ke-wifi.txt"

  /// The ledger names one more file, which would be in a folder of its own.
  private static let below = WorkspaceEdit.append(
    baRiaLedger, "1.1.2;59/KH-UBND;15/03/2022;UBND thành phố Bà Rịa;Bản hai;quet/a.pdf\r\n")

  static let cases = [
    Case(
      testDescription: "a folder of a unit that may not be opened",
      edits: [.block(baRia, .unreadable)], findings: ["F125 \(baRia)"]),
    Case(
      testDescription: "a folder of a unit that is a link", edits: [.block(baRia, .link)],
      findings: ["F116 \(baRia)"]),
    Case(
      testDescription: "a folder of an office that may not be opened",
      edits: [.block(office, .unreadable)], findings: ["F125 \(office)"]),
    Case(
      testDescription: "a table that may not be read", edits: [.block(baRiaCommunes, .unreadable)],
      findings: ["F125 \(baRiaCommunes)"]),
    Case(
      testDescription: "a socket under the name of a table", edits: [.block(baRiaLedger, .special)],
      findings: ["F126 \(baRiaLedger)"]),
    Case(
      testDescription: "a folder of evidence that may not be opened",
      edits: [.block(evidence, .unreadable)], findings: ["F125 \(evidence)"]),
    Case(
      testDescription: "a folder of evidence that is a link", edits: [.block(evidence, .link)],
      findings: ["F116 \(evidence)"]),
    Case(
      testDescription: "a file of evidence that may not be read",
      edits: [.block("\(evidence)/\(wifi)", .unreadable)], findings: ["F125 \(evidence)/\(wifi)"]),
    Case(
      testDescription: "a link below the evidence that no ledger names",
      edits: [.block("\(evidence)/quet", .link)], findings: ["F116 \(evidence)/quet"]),
    Case(
      testDescription: "a folder below the evidence that is a link, with a file that is named",
      edits: [below, .block("\(evidence)/quet", .link)], findings: ["E110 \(baRiaLedger)"]),
    Case(
      testDescription: "a folder below the evidence that may not be opened, with such a file",
      edits: [below, .block("\(evidence)/quet", .unreadable)],
      findings: ["F125 \(evidence)/quet"]),
    Case(
      testDescription: "a folder of the year before", edits: [.block("2021/748-ba-ria", .link)],
      findings: ["X110 2021/748-ba-ria"]),
  ]

  @Test("have one finding where they stand", arguments: cases) func found(_ obstacle: Case) throws {
    let findings = try SoundRequest.judged(after: obstacle.edits).findings.map(\.finding)
    let told = findings.map { "\($0.code.rawValue) \($0.place?.file ?? "")" }
    #expect(told.sorted() == obstacle.findings.sorted())
  }
}
