import Ingest
import Model
import Testing
import Validation

@Suite("Values of so-lieu.csv that are usable and suspect")
struct SuspectValueTests {
  private static let heading =
    "Chỉ báo|Thành phần|Đạt|Số đạt|Tổng số|Tỷ lệ (%)|Năm trước|Năm nay"

  private func outcome(_ row: String, unit: AdministrativeUnit = TestUnit.baRia) -> Submission {
    submission(["so-lieu.csv": "\(Self.heading)\n\(row)"], of: unit)
  }

  @Test(
    "A value in a column that the indicator does not use is one warning on its cell",
    arguments: [
      ("1.1.1||có|5||||", ["D2"]), ("2.1.1||không|42|68|||", ["C2"]),
      ("2.1.1|||42|68||5|", ["G2"]), ("2.1.1||||||42|68", ["G2", "H2"]),
      ("3.1.1|||||1|2,41|0,88", ["F2"]), ("1.1.1||có|O8||||", ["D2"]),
      ("2.1.1|||8|10||125|", ["G2"]), ("3.1.1|||9|5||2,41|0,88", ["D2", "E2"]),
      ("2.1.1|||8|10|||", []), ("1.1.1||có|||||", []), ("3.1.1||||||2,41|0,88", []),
    ] as [(String, [String])])
  func unused(row: String, cells: [String]) {
    let outcome = outcome(row)
    #expect(outcome.findings(.unusedCell).map { $0.place?.address } == cells)
    #expect(outcome.codes.filter { $0 != .unitWithoutFigures && $0 != .unusedCell } == [])
  }

  @Test("What a spreadsheet left in a column that is not used is told as such")
  func unusedRemnant() {
    #expect(outcome("1.1.1||có|#REF!||||").codes == [.spreadsheetError])
  }

  @Test(
    "One count beside a percentage is a warning on the count",
    arguments: [
      ("2.1.1|||42||61,8||", "D2"), ("2.1.1||||42|68||", "E2"), ("2.1.1|||||61,8||", nil),
      ("2.1.1|||42|68|61,8||", nil), ("2.1.1|||4O|68|61,8||", nil),
    ] as [(String, String?)])
  func oneCount(row: String, cell: String?) {
    let found = outcome(row).findings(.oneCountBesidePercentage)
    #expect(found.map { $0.place?.address } == (cell.map { [$0] } ?? []))
  }

  @Test(
    "A percentage that looks like a fraction of one is a warning",
    arguments: [
      ("2.1.1|||||0,912||", ["F2"]), ("2.1.1|||||1||", ["F2"]), ("2.1.1|||||1,01||", []),
      ("2.1.1|||||0||", []), ("2.1.1|||||0,912%||", []), ("2.1.1|||||0,912 %||", []),
      ("3.2.2|||||0,024||", []), ("2.1.1|||1|100|1||", []),
      ("3.1.1||||||2,41|0,0088", ["H2"]), ("3.1.1||||||2,41|0,0088%", []),
      ("3.1.1||||||0,0241|0,0088", ["G2", "H2"]), ("3.1.1||||||2,41|0,88", []),
      ("3.1.1||||||0,875|0,1", ["G2"]), ("3.1.1||||||5|0,1", ["H2"]),
      ("3.1.1||||||5|0,11", []), ("3.1.1||||||20|0,1", ["H2"]), ("3.1.1||||||20|0,09", []),
      ("3.1.1||||||2,41|0", []), ("3.1.2|ran||||0,95||", ["F2"]),
    ] as [(String, [String])])
  func fraction(row: String, cells: [String]) {
    let outcome = outcome(row)
    #expect(outcome.findings(.percentageLikeFraction).map { $0.place?.address } == cells)
    #expect(outcome.findings.allSatisfy { $0.code != .decimalPoint })
  }

  @Test("A fraction with a point is told as a fraction, and names the hundredfold")
  func pointedFraction() throws {
    let found = outcome("2.1.1|||||0.912||")
    #expect(found.codes == [.percentageLikeFraction])
    let finding = try #require(found.findings(.percentageLikeFraction).first)
    #expect(finding.details == ["read": "0,912", "hundredfold": "91,2"])
    #expect(found.figures("2.1.1").invalid == .none)
  }

  @Test(
    "Rates of two years that differ by more than the limit are a warning",
    arguments: [
      ("20|0", false), ("20,01|0", true), ("2,41|88", true), ("24,1|0,88", true), ("0|20", false),
      ("|88", false),
    ])
  func gap(cells: String, isFound: Bool) {
    let found = outcome("3.1.1||||||\(cells)").findings(.ratesFarApart)
    #expect(found.map { $0.place?.address } == (isFound ? ["H2"] : []))
    #expect(outcome("3.1.1||||||\(cells)", unit: TestUnit.province).findings(.ratesFarApart) == [])
  }

  @Test(
    "A comma between decimals that splits a number in two cells is one error on its row",
    arguments: [
      ("3.1.2,ran,,,,91,2,,", "91,2"), ("3.1.1,,,,,,2,\"0,88\",", nil),
      ("2.1.1,,,38,640,39,125,,,", "38,640,39,125"), ("3.1.2,ran,,,,91,2,", nil),
      ("2.1.1,,,8,10,,,", nil),
      ("2.1.1,,,8,10,,,,", nil), ("2.1.1,,,38,640,,,,", "38,640"), ("3.1.1,,,,,,2,1,", "2,1"),
      ("1.1.1,,có,,,,,,", nil),
    ] as [(String, String?)])
  func splitNumber(row: String, value: String?) {
    let heading = Self.heading.replacing("|", with: ",")
    let outcome = csv("\(heading)\n2.2.3,,,1,1,,,\n\(row)\n")
    #expect(outcome.findings(.decimalCommaUnquoted).map(\.value) == (value.map { [$0] } ?? []))
    if value != nil { #expect(outcome.codes == [.decimalCommaUnquoted]) }
  }

  @Test("Rows that all end in one separator more than the headings are not suspect")
  func trailingSeparators() {
    let heading = Self.heading.replacing("|", with: ",")
    #expect(csv("\(heading)\n2.2.3,,,1,1,,,,\n2.1.1,,,8,10,,,,\n").codes == [])
    let semicolons = Self.heading.replacing("|", with: ";")
    #expect(csv("\(semicolons)\n2.2.3;;;1;1;;;\n2.1.1;;;8;10;;;;\n").codes == [])
  }

  @Test("Messages write large counts with points between thousands")
  func grouped() throws {
    let row = "2.1.1|||38640|39125|6||"
    let found = try #require(outcome(row).findings(.percentDisagrees).first)
    #expect(found.details == ["numerator": "38.640", "denominator": "39.125"])
    let above = try #require(outcome("2.1.1|||39126|39125|||").findings(.partAboveWhole).first)
    #expect(above.expected == "≤ 39.125")
  }

  /// The findings about one file of figures as bytes.
  private func csv(_ text: String) -> Submission {
    let path = "2022/748/so-lieu.csv"
    let ingested = ingestTable(
      Array(text.utf8), file: path, recognising: headingVocabulary(of: .figures))
    let files = ingested.table.map {
      [SourceFile(path: path, office: nil, content: .table(.figures, $0))]
    }
    return validate(
      UnitSources(unit: TestUnit.baRia, folder: "2022/748", files: files ?? []),
      in: TestUnit.context())
  }
}
