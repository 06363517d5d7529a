import Model
import Testing
import Validation

@Suite("The register of units")
struct UnitsTests {
  private static let heading = "code|name|tier|parent|valid_from|valid_to"

  @Test(
    "Units are read under English and Vietnamese headings",
    arguments: [
      "\(heading)\n77|Tỉnh A|province|||\n748|Huyện B|district|77|2004-01-01|",
      "Mã|Tên|Cấp|Mã cấp trên|Có hiệu lực từ|Có hiệu lực đến\n"
        + "748|Huyện B|huyện|77|1/1/2004|\n77|Tỉnh A|Tỉnh|||",
    ])
  func reads(text: String) throws {
    let register = try readUnits(table(text, file: "units.csv"))
    #expect(register[UnitCode("748")]?.parent == UnitCode("77"))
    #expect(register[UnitCode("748")]?.validFrom == CalendarDay(year: 2004, month: 1, day: 1))
    #expect(register[UnitCode("77")]?.tier == .province)
  }

  @Test(
    "A problem is a fault at its line and column",
    arguments: [
      ("748|Huyện B|district|78||", 4), ("748|Huyện B|district|||", 4),
      ("748|Huyện B|district|748||", 4), ("|Huyện B|district|77||", 1), ("748||district|77||", 2),
      ("748|Huyện B|quận|77||", 3), ("77|Huyện B|district|77||", 1),
      ("748|Huyện B|district|77|30/02/2004|", 5), ("748|B|district|77|2005-01-01|2004-12-31", 6),
    ])
  func faults(row: String, column: Int) throws {
    let text = "\(Self.heading)\n77|Tỉnh A|province|||\n\(row)"
    let fault = try #require(throws: Fault.self) { try readUnits(table(text, file: "units.csv")) }
    #expect(fault.problems.map(\.line) == [3])
    #expect(fault.problems.map(\.column) == [column])
    #expect(fault.problems.map(\.file) == ["units.csv"])
  }

  @Test("All problems of the file are told at once")
  func allProblems() throws {
    let text = "code|nam|tier\n1|A|?"
    let fault = try #require(throws: Fault.self) { try readUnits(table(text, file: "units.csv")) }
    #expect(fault.problems.count == 2)
    let rows = "code|name|tier|parent\n77|A|tỉnh|\n1|B|?|77\n2|C|huyện|9\n3|D|xã"
    let other = try #require(throws: Fault.self) { try readUnits(table(rows, file: "units.csv")) }
    #expect(other.problems.map(\.line) == [3, 4, 5])
  }
}
