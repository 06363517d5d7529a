import Foundation
import Model
import Testing

@testable import Rendering

@Suite struct SpreadsheetTextTests {
  @Test(arguments: [
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"), ("+1", "+1"), ("@SUM(A1)", "@SUM(A1)"),
    ("a\u{0}b", "a\u{FFFD}b"), ("\u{1}\u{1F}", "\u{FFFD}\u{FFFD}"),
    ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"), ("\u{FEFF}đ", "\u{FEFF}đ"),
    ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"), ("👩‍👩‍👧 👍🏽", "👩‍👩‍👧 👍🏽"),
    ("_x0041_", "_x0041_"), ("<&>\"'", "<&>\"'"), (" hai  blank ", " hai  blank "),
  ])
  func `a text is kept, or what cannot be kept is shown as U+FFFD`(text: String, kept: String)
    throws
  {
    #expect(Array(SpreadsheetText(text).text.utf8) == Array(kept.utf8))
    let bytes = try renderWorkbook(workbook(of: [text]))
    try checkWorkbook(bytes, against: workbook(of: [kept]), file: "a.xlsx")
    #expect(try !part("xl/worksheets/sheet1.xml", of: bytes).contains("<f>"))
  }

  @Test func `both compositions of a Vietnamese letter stay what they are`() throws {
    let composed = "Đại học"
    let decomposed = composed.decomposedStringWithCanonicalMapping
    let bytes = try renderWorkbook(workbook(of: [decomposed]))
    try checkWorkbook(bytes, against: workbook(of: [decomposed]), file: "a.xlsx")
    #expect(throws: Fault.self) {
      try checkWorkbook(bytes, against: workbook(of: [composed]), file: "a.xlsx")
    }
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("_x004_", "_x004_"), ("_x00G1_", "_x00G1_"), ("_xfffe_", "_x005F_xfffe_"),
    ("_x0041", "_x0041"), ("__x0041_", "__x005F_x0041_"), ("", ""),
  ])
  func `a text that looks like an escape is escaped`(text: String, escaped: String) {
    #expect(SpreadsheetText(text).escaped == escaped)
  }

  @Test(arguments: [32_766, 32_767, 32_768, 40_000])
  func `a text longer than a cell is cut with an ellipsis`(length: Int) throws {
    let text = SpreadsheetText(String(repeating: "ơ", count: length)).text
    #expect(text.utf16.count == min(length, 32_767))
    #expect(text.hasSuffix("…") == (length > 32_767))
    let long = try workbook(of: [String(repeating: "ơ", count: length)])
    try checkWorkbook(renderWorkbook(long), against: long, file: "a.xlsx")
  }

  @Test(arguments: ["_x0041_", "👩‍👩‍👧", "e\u{302}\u{301}"])
  func `a cut never splits a letter and never passes the limit`(letter: String) {
    let text = SpreadsheetText(String(repeating: letter, count: 9_000))
    #expect(text.escaped.utf16.count <= 32_767)
    let whole = String(repeating: letter, count: 9_000)
    #expect(whole.count == 9_000 * letter.count)
    #expect(whole.hasPrefix(String(text.text.dropLast())) || text.text == whole)
  }

  @Test func `a letter with more marks than a cell holds does not stop the writer`() throws {
    let document = try workbook(of: ["a" + String(repeating: "\u{301}", count: 40_000)])
    try checkWorkbook(renderWorkbook(document), against: document, file: "a.xlsx")
  }
}
