import Model
import Testing

@Suite("Documents that are listed more than once")
struct DocumentUseTests {
  private static let heading = "Chỉ báo|Số, ký hiệu|Ngày ban hành|Cơ quan ban hành"
  private static let indicators = ["1.1.1", "2.1.1", "2.1.2", "3.1.2", "2.2.1", "2.2.3", "2.2.4"]

  private func ledger(_ rows: [String]) -> String {
    ([Self.heading] + rows).joined(separator: "\n")
  }

  @Test(
    "One document for more indicators than the limit is one warning",
    arguments: [(5, nil, 0), (6, nil, 1), (2, 2, 0), (3, 2, 1), (1, 1, 0), (7, 7, 0)]
      as [(Int, Int?, Int)])
  func widelyUsed(count: Int, limit: Int?, findings: Int) throws {
    let rows = Self.indicators.prefix(count).map { "\($0)|12/BC|15/06/2022|UBND" }
    let limits = limit.map { CheckLimits(documentIndicators: $0) } ?? CheckLimits()
    let outcome = submission(
      ["minh-chung.csv": ledger(rows)], in: TestUnit.context(limits: limits))
    let found = outcome.findings(.documentTooWidelyUsed)
    #expect(found.count == findings)
    guard findings > 0 else { return }
    let finding = try #require(found.first)
    #expect(finding.value == "12/BC" && finding.place?.line == 2)
    #expect(finding.place?.column == "Số, ký hiệu")
    #expect(finding.details["count"] == "\(count)")
    let named = Self.indicators.prefix(count).map(IndicatorID.init).sorted().map(\.rawValue)
    #expect(finding.details["indicators"] == named.joined(separator: ", "))
    // Who may have issued it is another question.
    #expect(outcome.evidence.allSatisfy { !$0.defects.contains(.documentTooWidelyUsed) })
  }

  @Test("A document is known by its number, day and issuer, whatever their spelling")
  func identity() {
    let limits = CheckLimits(documentIndicators: 1)
    let one = "1.1.1|12/BC-UBND|15/06/2022|UBND"
    let others = [
      ("2.1.1|12 / bc-ubnd|2022-06-15|Uỷ ban nhân dân", 1), ("2.1.1|13/BC-UBND|15/06/2022|UBND", 0),
      ("2.1.1|12/BC-UBND|16/06/2022|UBND", 0), ("2.1.1|12/BC-UBND|15/06/2022|HĐND", 0),
    ]
    for (other, count) in others {
      let outcome = submission(
        ["minh-chung.csv": ledger([one, other])], in: TestUnit.context(limits: limits))
      #expect(outcome.findings(.documentTooWidelyUsed).count == count, "\(other)")
    }
  }

  @Test("Two offices that list one document list it for both their indicators")
  func offices() {
    let outcome = submission(
      [
        "minh-chung.csv": ledger(["1.1.1|12/BC|15/06/2022|UBND"]),
        "phong-noi-vu/minh-chung.csv": ledger(["2.1.1|12/BC|15/06/2022|UBND"]),
      ], in: TestUnit.context(limits: CheckLimits(documentIndicators: 1)))
    #expect(outcome.findings(.documentTooWidelyUsed).count == 1)
  }

  @Test(
    "One document twice under one indicator is a warning on the second row",
    arguments: [
      ("1.1.1|12/BC|15/06/2022|UBND", 1), ("1.1.1|12/bc|15/6/2022|Ủy ban nhân dân", 1),
      ("1.1.1|13/BC|15/06/2022|UBND", 0), ("1.1.1|12/BC|16/06/2022|UBND", 0),
      ("1.1.1|12/BC|15/06/2022|HĐND", 0), ("2.1.1|12/BC|15/06/2022|UBND", 0),
      ("1.1.1||15/06/2022|UBND", 0),
    ])
  func twice(row: String, count: Int) {
    let outcome = submission(["minh-chung.csv": ledger(["1.1.1|12/BC|15/06/2022|UBND", row])])
    let found = outcome.findings(.documentTwice)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.place?.line == 3 && $0.details == ["first": "2"] })
    #expect(outcome.evidence.count == 2)
  }

  @Test("Documents without a number cannot be told apart")
  func withoutNumber() {
    let outcome = submission([
      "minh-chung.csv": ledger(["1.1.1||15/06/2022|UBND", "1.1.1||15/06/2022|UBND"])
    ])
    #expect(outcome.findings(.documentTwice).isEmpty)
  }

  @Test(
    "One content for two documents is a warning on the second one's file",
    arguments: [
      ("2.1.1|13/BC|15/06/2022|UBND|b.pdf", 1), ("1.1.1|12/BC|16/06/2022|UBND|b.pdf", 1),
      // One document under two indicators, or in two copies, is still one.
      ("2.1.1|12/BC|15/06/2022|UBND|b.pdf", 0), ("2.1.1|12/bc|2022-06-15|UBND|a.pdf", 0),
      ("2.1.1|13/BC|15/06/2022|UBND|c.pdf", 0), ("2.1.1|13/BC|15/06/2022|UBND|", 0),
    ])
  func repeatedFile(row: String, count: Int) throws {
    let outcome = submission(
      [
        "minh-chung.csv":
          "\(Self.heading)|Tệp\n1.1.1|12/BC|15/06/2022|UBND|a.pdf\n\(row)"
      ],
      attachments: [("a.pdf", "same"), ("b.pdf", "same"), ("c.pdf", "other")].reduce(into: [:]) {
        $0["minh-chung/\($1.0)"] = Attachment(size: 1, digest: $1.1)
      })
    let found = outcome.findings(.documentFileRepeated)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.place?.line == 3 && $0.place?.column == "Tệp" })
    #expect(found.allSatisfy { $0.details["document"] == "12/BC" })
  }

  @Test("Thousands of documents are told apart without comparing each with all")
  func many() {
    let rows = (1...10_000).map { "1.1.1|\($0)/BC|15/06/2022|UBND" }
    let outcome = submission(["minh-chung.csv": ledger(rows + ["1.1.1|7/BC|15/06/2022|UBND"])])
    let found = outcome.findings(.documentTwice)
    #expect(found.map { $0.place?.line } == [10_002])
    #expect(found.first?.details == ["first": "8"])
  }
}
