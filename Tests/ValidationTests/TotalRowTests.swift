import Model
import Testing
import Validation

@Suite("Total rows and what spreadsheets leave")
struct TotalRowTests {
  @Test(
    "A row that adds up the others is warned of and left out, wherever it stands",
    arguments: [
      "Tổng cộng toàn thành phố", "Tổng cộng: 36 cơ quan", "CỘNG TOÀN HUYỆN", "Tổng hợp",
      "Tổng số xã", "Σ", "Tổng cộng", "TỔNG SỐ", "Cộng", "cộng:", "Tổng", "Total", "Tổng cộng (2)",
      "Cộng lại", "sum",
    ])
  func total(word: String) throws {
    let roster = submission([
      "co-quan.csv": "name|grade\nSở A|Tốt\n\(word)|\nSở B|Khá\n\(word)|1"
    ])
    #expect(roster.codes == [.totalRow, .totalRow])
    #expect(roster.figures("2.1.1").figures.first?.denominator?.value == 2)
    #expect(roster.figures("2.1.1").invalid == .none)
    let figures = submission([
      "so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n2.1.1|8|10\n\(word)|8|10|extra"
    ])
    #expect(figures.codes == [.totalRow])
    let finding = try #require(figures.findings(.totalRow).first)
    #expect(finding.value == word)
    #expect(finding.place?.address == "A3")
    #expect(finding.place?.column == "Chỉ báo")
    #expect(submission(["minh-chung.csv": "indicator|title\n|\(word)"]).evidence.isEmpty)
  }

  @Test(
    "What stands below a list to be signed is warned of and left out",
    arguments: [
      "Người lập biểu", "NGƯỜI LẬP BẢNG", "Thủ trưởng đơn vị", "TM. UBND THÀNH PHỐ",
      "KT. CHỦ TỊCH", "Chủ tịch", "Bà Rịa, ngày 15 tháng 11 năm 2022", "Ghi chú: số liệu minh họa",
      "Xác nhận của cơ quan",
    ])
  func footer(words: String) throws {
    let roster = submission(["trung-tam.csv": "name|open_resources\nTrung tâm A|có\n\(words)|"])
    #expect(roster.codes == [.footerRow])
    #expect(roster.figures("2.2.3").figures.first?.denominator?.value == 1)
    let figures = submission(["so-lieu.csv": "Chỉ báo|Số đạt|Tổng số\n2.1.1|8|10\n\(words)||"])
    #expect(figures.codes == [.footerRow])
    #expect(figures.findings(.footerRow).first?.place?.address == "A3")
  }

  @Test("A total is told by its first text, or by the column that names a row")
  func placeOfTotal() throws {
    let heading = "STT|Tên|Mã|Xếp loại|Wifi miễn phí"
    let whole = "1||26548|Tốt|có\n2||26551|khá|\n3||26554|Trung bình|x"
    let first = submission(["xa-phuong.csv": "\(heading)\n\(whole)\n|Tổng cộng|||"])
    #expect(first.codes == [.unknownColumn, .totalRow])
    #expect(first.figures("2.1.2").figures.first?.denominator?.value == 3)
    #expect(first.figures("2.1.2").invalid == .none)
    let named = submission(["xa-phuong.csv": "\(heading)\n\(whole)\n4||Tổng cộng||"])
    #expect(named.codes == [.unknownColumn, .totalRow])
    #expect(named.findings(.totalRow).first?.place?.address == "C5")
  }

  @Test(
    "A name that begins like a total is a name",
    arguments: [
      "Cộng Hòa", "Tổng cục Thuế", "Tổng công ty Điện", "Công an thành phố", "Công đoàn",
      "Tổng công ty",
      "Trường Chính trị", "Phòng Tổng hợp", "Lưu Văn phòng", "Hợp tác xã Tổng số 1",
    ])
  func name(text: String) {
    let outcome = submission(["co-quan.csv": "name|grade\n\(text)|Tốt"])
    #expect(outcome.codes == [])
  }

  @Test(
    "An error of a spreadsheet and a formula are told as what they are",
    arguments: ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#n/a", "####"])
  func errors(value: String) throws {
    for (column, indicator) in [("Số đạt", "2.1.1"), ("Đạt", "1.1.1"), ("Năm nay", "3.1.1")] {
      let outcome = submission(["so-lieu.csv": "Chỉ báo|\(column)\n\(indicator)|\(value)"])
      #expect(outcome.codes == [.spreadsheetError])
      #expect(outcome.figures(indicator).invalid == .indicator)
      #expect(outcome.findings(.spreadsheetError).first?.value == value)
    }
    let roster = submission(["co-quan.csv": "name|grade\nSở A|Tốt\n\(value)|Khá"])
    #expect(roster.codes == [.spreadsheetError])
    #expect(roster.figures("2.1.1").invalid == .indicator)
    let unplaced = submission(["so-lieu.csv": "Chỉ báo|Đạt\n\(value)|có"])
    #expect(unplaced.codes.contains(.spreadsheetError))
  }

  @Test("A formula as text is told as one", arguments: ["=A1+B1", "=SUM(A1:A3)", "=5"])
  func formulas(value: String) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Số đạt\n2.1.1|\(value)"])
    #expect(outcome.codes == [.formulaText])
  }

  @Test("A note may begin with any sign", arguments: ["#1 năm", "=A1", "#", "="])
  func note(value: String) {
    let outcome = submission(["so-lieu.csv": "Chỉ báo|Đạt|Ghi chú\n1.1.1|có|\(value)"])
    #expect(outcome.codes == [])
    #expect(submission(["so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|#"]).codes == [.notYesNo])
  }
}
