import Rendering
import Testing

/// CSV that a spreadsheet opens as it was meant.
@Suite("A table written as CSV") struct RenderCSVTests {
  @Test(
    "gives no text that a spreadsheet would calculate",
    arguments: [
      ("=1+1", "'=1+1"), ("=cmd|' /c calc'!A1", "'=cmd|' /c calc'!A1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("+SUM(A1)", "'+SUM(A1)"), ("-SUM(A1)", "'-SUM(A1)"), ("+1+1", "'+1+1"),
      ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""),
      // Numbers and list marks are what they seem.
      ("-1", "-1"), ("+1", "+1"), ("-1.5", "-1.5"), ("- việc thứ nhất", "- việc thứ nhất"),
      ("+ việc", "+ việc"), ("1=1", "1=1"), ("", ""),
    ])
  func harmless(text: String, written: String) {
    #expect(renderCSV([[text]]) == [0xEF, 0xBB, 0xBF] + Array("\(written)\r\n".utf8))
  }

  @Test(
    "quotes what would end a cell",
    arguments: [
      ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
      ("\"\u{301}", "\"\"\"\u{301}\""),
    ])
  func quoted(text: String, written: String) {
    #expect(renderCSV([[text, "x"]]) == [0xEF, 0xBB, 0xBF] + Array("\(written),x\r\n".utf8))
  }
}
