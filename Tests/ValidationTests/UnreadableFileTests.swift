import Model
import Testing

@Suite("Files that cannot be read")
struct UnreadableFileTests {
  @Test("A ledger without its required heading asks for itself, not for every document")
  func ledger() {
    let outcome = submission(
      ["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n2.1.1|8|10", "minh-chung.csv": "Số|Ngày\n1|2"])
    #expect(outcome.findings(.requiredColumnMissing).count == 1)
    #expect(outcome.findings(.noDocument).isEmpty)
    #expect(!outcome.findings(.indicatorMissing).isEmpty)
  }

  @Test("Without a ledger, every document is asked for") func none() {
    let outcome = submission(
      ["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n2.1.1|8|10"])
    #expect(!outcome.findings(.noDocument).isEmpty)
  }
}
