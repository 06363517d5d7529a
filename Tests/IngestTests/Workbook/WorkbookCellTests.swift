import Ingest
import Model
import Testing

/// One cell of a workbook, and the text that the CSV file would have.
@Suite("A workbook's cell") struct WorkbookCellTests {
  @Test(
    "becomes the text that a CSV file has for its number",
    arguments: [
      ("0", "0"), ("-0", "0"), ("7", "7"), ("1450", "1450"), ("-12", "-12"), ("007", "7"),
      ("0.1", "0,1"), ("79.95", "79,95"), ("79.950000000000003", "79,95"), ("80.0", "80"),
      ("0.30000000000000004", "0,3"), ("99.999999999999986", "100"), ("1.45", "1,45"),
      ("91.666666666666671", "91,6666666666667"), ("0.99999999999999989", "1"),
      ("1.1E+3", "1100"), ("1.1000000000000001E3", "1100"), ("1E-3", "0,001"),
      ("-2.5e-1", "-0,25"), ("123456789012345678", "123456789012345678"),
      ("1E+20", "100000000000000000000"), ("1.5E-10", "0,00000000015"), ("+5", "5"),
      ("1E300", "1E300"), ("NAN", "NAN"), ("1,5", "1,5"), ("1.2.3", "1.2.3"), ("", ""),
      ("1E99999999999999999999", "1E99999999999999999999"), (".5", ".5"), ("5.", "5."),
    ])
  func number(stored: String, text: String) {
    #expect(cell("<c r='B2'><v>\(stored)</v></c>") == text)
  }

  @Test(
    "shows days, percentages and codes as its format does",
    arguments: [
      (1, "44890", "25/11/2022"), (1, "1", "01/01/1900"), (1, "59", "28/02/1900"),
      (1, "60", "29/02/1900"), (1, "61", "01/03/1900"), (1, "36526", "01/01/2000"),
      (1, "45351", "29/02/2024"), (1, "2958465", "31/12/9999"), (1, "2958466", "2958466"),
      (1, "0", "0"), (1, "-1", "-1"), (1, "44890.5", "25/11/2022 12:00:00"),
      (1, "44889.999999", "25/11/2022"), (1, "44890.0000001", "25/11/2022"),
      (2, "0.7995", "79,95%"), (2, "0.79949999999999999", "79,95%"), (2, "1", "100%"),
      (2, "0", "0%"), (2, "-0.05", "-5%"), (2, "1.005E-2", "1,005%"),
      (3, "44890.3541666667", "25/11/2022 08:30:00"), (3, "44890", "25/11/2022"),
      (4, "748", "00748"), (4, "26506", "26506"), (4, "265060", "265060"), (4, "7.5", "7,5"),
      (5, "44890", "25/11/2022"), (6, "44896", "12/2022"), (7, "44562", "2022"),
      (8, "1234567.5", "1234567,5"), (9, "0.25", "06:00:00"),
      (9, "44890.25", "25/11/2022 06:00:00"),
      (10, "0.5", "50%"), (11, "44890", "44890"), (12, "1.25", "01/01/1900 06:00:00"),
    ])
  func formatted(format: Int, stored: String, text: String) {
    #expect(cell("<c r='B2' s='\(format)'><v>\(stored)</v></c>") == text)
  }

  @Test(
    "counts its days from 1904 where the workbook does",
    arguments: [("0", "01/01/1904"), ("43428", "25/11/2022"), ("60", "01/03/1904")])
  func from1904(stored: String, text: String) {
    var workbook = TestWorkbook(besideIndicator: "<c r='B2' s='1'><v>\(stored)</v></c>")
    workbook.formats = formats
    workbook.properties = "<workbookPr date1904='1'/>"
    #expect(texts(workbook.ingested.table)?[0][1] == text)
  }

  @Test(
    "becomes the text of whatever else it stores",
    arguments: [
      ("t='s'><v>0</v>", "Hoà Bình"), ("t='s'><v>1</v>", "đỏ và xanh"),
      ("t='s'><v>2</v>", "東京"), ("t='s'><v>3</v>", "một\nhai"), ("t='s'><v>4</v>", ""),
      ("t='str'><v>a &amp; b</v>", "a & b"), ("t='inlineStr'><is><t> x </t></is>", "x"),
      ("t='inlineStr'><is><r><t>a</t></r><r><t xml:space='preserve'> b</t></r></is>", "a b"),
      ("t='b'><v>1</v>", "TRUE"), ("t='b'><v>0</v>", "FALSE"), ("t='e'><v>#N/A</v>", "#N/A"),
      ("t='e'><v>#DIV/0!</v>", "#DIV/0!"), ("t='d'><v>2022-11-25</v>", "25/11/2022"),
      ("t='d'><v>2022-11-25T00:00:00Z</v>", "25/11/2022"), ("t='d'><v>hôm nay</v>", "hôm nay"),
      ("t='d'><v>2022-11-25T08:30:00</v>", "25/11/2022 08:30:00"),
      ("t='str'><v>a_x000D__x000A_b</v>", "a\nb"), ("t='str'><v>_x005F_x000D_</v>", "_x000D_"),
      ("t='str'><v>_x00_ _xZZZZ_</v>", "_x00_ _xZZZZ_"), ("t='n'><v>5</v>", "5"),
      ("t='str'><v>_xD83D__xDE00_</v>", "\u{1F600}"), ("t='str'><v>a_x0007_b</v>", "a\u{FFFD}b"),
      ("t='str'><v>Hoa\u{300}</v>", "Hoà"), ("t='str'><v>=1+1</v>", "=1+1"), (">", ""),
    ])
  func other(xml: String, text: String) {
    #expect(cell("<c r='B2' \(xml)</c>")?.utf8.elementsEqual(text.utf8) == true)
  }

  private func cell(_ xml: String) -> String? {
    var workbook = TestWorkbook(besideIndicator: xml)
    workbook.formats = formats
    workbook.sharedTexts = """
      <si><t>Hoà Bình</t></si><si><r><rPr><b/></rPr><t>đỏ</t></r><r><t xml:space='preserve'> và \
      </t></r><r><t>xanh</t></r></si><si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh>\
      <phoneticPr fontId='1'/></si><si><t>một_x000D_\nhai</t></si><si><t/></si>
      """
    return texts(workbook.ingested.table)?[0][1]
  }
}

/// By index: general, day, percentage, day and time, code, a day in words, month, year, money,
/// clock, percentage of another code, a text with a `d`, hours beyond a day.
private let formats: String = {
  let codes = [
    "yyyy\\-mm\\-dd\\ hh:mm", "00000", "&quot;ngày&quot; d &quot;tháng&quot; m", "yyyy",
    "[Red]#,##0.00\\ &quot;đồng&quot;;\\-0", "0.0%;[Red]\\-0.0%", "0 &quot;days&quot;", "[h]:mm",
  ]
  let elements = codes.enumerated().map { "<numFmt numFmtId='\(164 + $0)' formatCode='\($1)'/>" }
  let ids = [0, 14, 10, 164, 165, 166, 17, 167, 168, 20, 169, 170, 171]
  let cells = ids.map { "<xf numFmtId='\($0)'/>" }
  return "<numFmts>\(elements.joined())</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
    + "<cellXfs>\(cells.joined())</cellXfs>"
}()
