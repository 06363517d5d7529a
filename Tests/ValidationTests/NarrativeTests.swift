import Ingest
import Model
import Testing

@testable import Validation

@Suite("Headings of prose")
struct NarrativeTests {
  static let sections = [
    ProseSection("Tình hình triển khai", of: [.district, .province], isExpected: true),
    ProseSection("Khó khăn, vướng mắc", of: [.district], isExpected: true),
    ProseSection("Kinh phí thực hiện", of: [.district], isExpected: false),
    ProseSection("Ý kiến của các đơn vị", of: [.province], isExpected: false),
  ]

  private func outcome(_ text: String?) -> Submission {
    let context = TestUnit.context(proseSections: Self.sections)
    let prose = text.map { ["thuyet-minh.md": $0] } ?? ["so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|có"]
    return submission(prose, in: context)
  }

  private func passages(_ text: String) -> [String] {
    outcome(text).narrative.passages.map { "\($0.section ?? "-")|\($0.heading)|\($0.blocks.count)" }
  }

  @Test(
    "name a section whatever their number, level, case and accents",
    arguments: [
      "Tình hình triển khai", "I. Tình hình triển khai", "1. tinh hinh trien khai:",
      "1.2. Tình hình triển khai.", "2) TÌNH HÌNH TRIỂN KHAI", "IV - Tình hình triển khai",
      "Phần thứ nhất: Tình hình triển khai", "Phần I. Tình hình triển khai",
      "Mục 3. Tình hình triển khai", "Phần thứ hai. 1. Tình hình triển khai",
      "A. Tình hình triển khai", "**I. Tình hình triển khai**",
    ])
  func named(heading: String) {
    for level in 1...6 {
      let text = String(repeating: "#", count: level) + " \(heading)\n\nx"
      #expect(outcome(text).narrative.blocks(under: "Tình hình triển khai").count == 1)
    }
  }

  @Test("stand inside a section when they are deeper, and beside it when not")
  func nesting() {
    let text = """
      Mở đầu
      # Báo cáo
      ## I. Tình hình triển khai
      a
      ### 1. Chỉ đạo
      b
      #### Sâu
      ## 2021-2022 tổ chức
      c
      ### Nhỏ
      # 1. Khó khăn, vướng mắc
      d
      ## Tình hình triển khai
      e
      """
    #expect(
      passages(text) == [
        "-||1", "-|Báo cáo|0", "Tình hình triển khai|I. Tình hình triển khai|4",
        "-|2021-2022 tổ chức|2", "Khó khăn, vướng mắc|1. Khó khăn, vướng mắc|1",
        "Tình hình triển khai|Tình hình triển khai|1",
      ])
    let own = outcome(text).narrative.blocks(under: "Tình hình triển khai")
    #expect(own[1] == .heading(level: 1, "1. Chỉ đạo") && own[3] == .heading(level: 2, "Sâu"))
  }

  @Test(
    "are noted when they nearly name a section",
    arguments: [
      ("Khó khăn", "Khó khăn, vướng mắc"), ("Những khó khăn, vướng mắc", "Khó khăn, vướng mắc"),
      ("III. Khó khăn, vướng mắt", "Khó khăn, vướng mắc"),
      ("Vướng mắc, khó khăn", "Khó khăn, vướng mắc"),
      ("Kinh phí", "Kinh phí thực hiện"), ("Tình hình triền khai thi", "Tình hình triển khai"),
      ("Tổ chức thực hiện", nil), ("Khen thưởng", nil), ("Ý kiến của các đơn vị", nil),
      ("Khó", nil), ("Tình hình kinh tế - xã hội", nil),
    ])
  func nearMiss(heading: String, expected: String?) {
    let found = outcome("# Tình hình triển khai\n\na\n\n# \(heading)\n\nb")
      .findings(.proseHeadingNearMiss)
    #expect(found.map(\.expected) == (expected.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.place?.line == 5 && $0.value == heading })
  }

  @Test("are not noted inside a section, and are where there is none")
  func nearMissInside() {
    let inside = outcome("# Tình hình triển khai\n\n## Khó khăn\n\nb")
    #expect(inside.findings(.proseHeadingNearMiss) == [])
    let below = outcome("# Báo cáo\n\n## Khó khăn\n\nb")
    #expect(below.findings(.proseHeadingNearMiss).map(\.place?.line) == [3])
  }

  @Test("without prose are one finding, at the file or at the folder")
  func untold() {
    let half = outcome("# Tình hình triển khai\n\na\n\n# Khó khăn, vướng mắc\n")
      .findings(.proseMissing)
    #expect(half.map(\.place?.file) == ["2022/748/thuyet-minh.md"])
    #expect(half.first?.details["sections"] == "“Khó khăn, vướng mắc”")
    let none = outcome(nil).findings(.proseMissing)
    #expect(none.map(\.place?.file) == ["2022/748"])
    #expect(none.first?.details["sections"] == "“Tình hình triển khai”, “Khó khăn, vướng mắc”")
    let all = "# Tình hình triển khai\n\na\n\n# Khó khăn, vướng mắc\n\n- b\n"
    #expect(outcome(all).findings(.proseMissing) == [])
  }

  @Test("are not missed in a file that cannot be read")
  func unread() {
    let file = SourceFile(
      path: "2022/748/thuyet-minh.md", office: nil, content: .unreadable(.narrative),
      findings: [Finding(.notText)])
    let outcome = validate(
      UnitSources(unit: TestUnit.baRia, folder: "2022/748", files: [file]),
      in: TestUnit.context(proseSections: Self.sections))
    #expect(outcome.findings(.proseMissing) == [])
  }

  @Test("Line ends of every kind are one", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let text = ["# Tình hình triển khai", "x", "", "y"].joined(separator: end)
    #expect(outcome(text).narrative.blocks(under: "Tình hình triển khai").count == 2)
  }
}
