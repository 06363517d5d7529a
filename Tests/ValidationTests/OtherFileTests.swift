import Model
import Testing

@testable import Validation

@Suite("Feedback, funding, prose and other files")
struct OtherFileTests {
  @Test("Feedback is read, and a word that is no suitability is an error")
  func feedback() {
    let outcome = submission([
      "gop-y.csv":
        "Chỉ báo|Mức độ phù hợp|Kiến nghị\n1.1.1|Phù hợp|\n2.1.1|cần điều chỉnh|Bỏ\n3.1.1|hay|\n2.2.3||"
    ])
    #expect(outcome.feedback.map(\.suitability) == [.suitable, .needsAdjustment, nil])
    #expect(outcome.feedback[1].proposal == "Bỏ")
    #expect(outcome.findings(.notInList).map(\.place?.line) == [4])
  }

  @Test("A row that a form has begun and nobody has filled in says nothing")
  func untouched() {
    let outcome = submission([
      "minh-chung.csv":
        "Chỉ báo|Nội dung chỉ báo|Số, ký hiệu|Cơ quan được chấp nhận\n1.1.1|Lời||UBND\n2.1.1||7/QĐ|",
      "kinh-phi.csv": "Nguồn kinh phí|Nội dung|Dự toán\nxã hội hóa||\nxã hội hóa|A|",
      "xa-phuong.csv":
        "Mã|Tên|Xếp loại|Wifi miễn phí\n26548|Phường Phước Hưng|Tốt|\n26551||Khá|\n26554||Khá|",
    ])
    #expect(outcome.evidence.map(\.indicator) == [IndicatorID("2.1.1")])
    #expect(outcome.findings(.noDocument).contains { $0.indicator == IndicatorID("1.1.1") })
    #expect(outcome.funding.map(\.purpose) == ["A"])
    #expect(outcome.figures("2.1.2").figures.count == 1)
    #expect(outcome.figures("2.2.4") == .none)
    #expect(outcome.findings(.unknownColumn) == [])
  }

  @Test("Funding is whole đồng, and its lines are kept in order")
  func funding() {
    let outcome = submission([
      "kinh-phi.csv":
        "source|purpose|planned|allocated|spent\nNgân sách nhà nước|A|1.500.000.000.000|1,5|0\nvay|B|0|0|O"
    ])
    #expect(outcome.funding.map(\.planned) == [1_500_000_000_000, 0])
    #expect(outcome.funding.map(\.allocated) == [nil, 0])
    #expect(outcome.funding.map(\.source) == ["ngân sách nhà nước", "vay"])
    #expect(
      outcome.findings.map(\.code).filter { $0 != .unitWithoutFigures }
        == [.notWholeAmount, .notInList, .notWholeAmount])
  }

  @Test("A file that the contract does not name is noted")
  func unknownFile() {
    let outcome = submission(["ghi-chu.docx": "", "so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|có"])
    #expect(outcome.codes == [.unknownFile])
    #expect(outcome.findings(.unknownFile).first?.place?.file == "2022/748/ghi-chu.docx")
  }

  @Test(
    "A file that nearly has the name of a form is told the right name",
    arguments: [
      ("so-lieu.xls", "so-lieu.xlsx"), ("so-lieu.ods", "so-lieu.xlsx"),
      ("so-lieu.xlsm", "so-lieu.xlsx"), ("so-lieu.txt", "so-lieu.csv"),
      ("so-lieu.docx", "so-lieu.xlsx"), ("so-lieu (1).csv", "so-lieu.csv"),
      ("so_lieu.csv", "so-lieu.csv"), ("Số liệu.csv", "so-lieu.csv"),
      ("so-lieu.csv.csv", "so-lieu.csv"), ("So lieu.xlsx", "so-lieu.xlsx"),
      ("solieu-moi.csv", "so-lieu.csv"), ("SO-LIEU-2022.xlsx", "so-lieu.xlsx"),
      ("so-lieu", "so-lieu.xlsx"), ("Copy of so-lieu.xlsx", "so-lieu.xlsx"),
      ("kinh-phii.csv", "kinh-phi.csv"), ("thuyết minh.docx", "thuyet-minh.md"),
      ("minh chứng.xls", "minh-chung.xlsx"),
      ("so-lieu-dieu-tra.csv", nil), ("ghi-chu.csv", nil), ("gop.csv", nil), ("2022.csv", nil),
      ("so.csv", nil), ("minh chứng 1.pdf", nil), ("so-lieu.csv", nil),
    ])
  func misnamed(name: String, expected: String?) {
    #expect(form(meantBy: name)?.name == expected)
  }

  @Test(
    "Prose under a wrong name is told of as prose", arguments: ["thuyet minh.docx", "so_lieu.xls"])
  func misnamedProse(name: String) {
    let findings = submission([name: ""]).findings(.misnamedForm)
    #expect(findings.map(\.isAboutProse) == [name.hasPrefix("thuyet")])
  }

  @Test("What a form under a wrong name holds is not missing besides")
  func misnamedFigures() {
    let outcome = submission([
      "so_lieu.csv": "", "gop-y.csv": "Chỉ báo|Kiến nghị\n1.1.1|a",
      "phong-noi-vu/so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|có",
    ])
    #expect(outcome.findings(.misnamedForm).count == 1)
    #expect(outcome.findings(.indicatorMissing).isEmpty)
    let named = submission(["phong-noi-vu/so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|có"])
    #expect(!named.findings(.indicatorMissing).isEmpty)
  }

  @Test("A form under a wrong name is an error with the right one, in an office's folder too")
  func misnamedForm() {
    let outcome = submission([
      "van-phong/so_lieu.txt": "", "so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|có",
    ])
    #expect(outcome.codes == [.misnamedForm])
    let finding = outcome.findings(.misnamedForm).first
    #expect(finding?.expected == "so-lieu.csv" && finding?.office == OfficeID("van-phong"))
  }

  @Test("What the ingest stage found is kept, with its unit and office")
  func ingestFindings() {
    let file = SourceFile(
      path: "2022/748/van-phong/so-lieu.csv", office: OfficeID("van-phong"),
      content: .unreadable(.figures), findings: [Finding(.notText)])
    let sources = UnitSources(unit: TestUnit.baRia, folder: "2022/748", files: [file])
    let outcome = validate(sources, in: TestUnit.context())
    #expect(outcome.findings.map(\.code) == [.notText, .unitWithoutFigures])
    #expect(outcome.findings.allSatisfy { $0.unit == UnitCode("748") })
    #expect(outcome.findings.first?.office == OfficeID("van-phong"))
  }

  @Test(
    "The distance between two headings counts letters",
    arguments: [("", "", 0), ("a", "", 1), ("chibao", "chibaoso", 2), ("ten", "tem", 1)])
  func distance(one: String, other: String, expected: Int) {
    #expect(editDistance(one, other) == expected)
    #expect(editDistance(other, one) == expected)
  }
}
