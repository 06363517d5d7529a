import Model
import Rulebooks
import Testing

@Suite struct UnsoundRulebookTests {
  private func problems(of text: String) -> [Fault.Problem] {
    do throws(Fault) {
      _ = try loadRulebook(text, file: "mau.yaml", digest: "")
      return []
    } catch {
      return error.problems
    }
  }

  @Test("The small rulebook is sound")
  func sound() throws {
    let rulebook = try loadRulebook(sampleRulebook, file: "mau.yaml", digest: "abc")
    #expect(rulebook.digest == "abc")
    let criteria = try #require(rulebook.tiers[.district])
    #expect(
      criteria.indicators.map(\.role) == [.prerequisite, .prerequisite, .banded, .prerequisite])
    #expect(criteria.levelRule.highestLevel == 3)
  }

  @Test(
    "Each defect is refused with one problem at its file, line and column",
    arguments: [
      keys, texts, register, roles, bands, counts, measures, indicators, interpretations,
    ].flatMap { $0 })
  func defect(spoilt: Spoilt) throws {
    let (text, place) = try spoilt.applied(to: sampleRulebook)
    let found = problems(of: text)
    #expect(found.count == 1, "\(found.map(\.description))")
    let problem = try #require(found.first)
    #expect(problem.file == "mau.yaml")
    #expect(problem.message.contains(spoilt.says), "\(problem.message)")
    #expect(problem.line == place.line && problem.column == place.column, "\(problem) \(place)")
    #expect(problem.description.hasPrefix("mau.yaml:\(place.line):\(place.column): "))
  }

  private static let keys = [
    Spoilt("award: ", "⟦awrd: x\n    award: ", says: "Khóa lạ “awrd”"),
    Spoilt(
      "      guidance: \"Văn bản\"", "      ⟦guidence: x\n                guidance: \"Văn bản\"",
      says: "Khóa lạ “guidence”"),
    Spoilt(
      "    award: ", "    title: \"Lại\"\n    award: ", at: "⟦title: \"Lại\"",
      says: "Khóa bị lặp: title"),
    Spoilt(
      "office: van-phong", "office: van-phong\n                office: hai", at: "⟦office: hai",
      says: "Khóa bị lặp: office"),
    Spoilt(
      "{kind: share, atLeast: \"70\"}", "{kind: share, atLeast: \"70\", ⟦atLeast: \"80\"}",
      says: "Khóa bị lặp: atLeast"),
  ]

  private static let texts = [
    Spoilt(
      "    clause: \"Phụ lục 1\"\n", "", at: "⟦title: \"Bộ tiêu chí huyện\"",
      says: "Thiếu khóa “clause”"),
    Spoilt(
      "                clause: \"chỉ báo 1.1.1\"\n", "", at: "⟦id: \"1.1.1\"",
      says: "Thiếu khóa “clause”"),
    Spoilt("clause: \"chỉ báo 2.1.1\"", "clause: ⟦\"\"", says: "không được để trống"),
    Spoilt(
      "prerequisite: {clause: \"Mục III.1\", ", "prerequisite: ⟦{", says: "Thiếu khóa “clause”"),
    Spoilt(
      "{level: 2, from: \"80\", to: \"90\", clause: \"mức 2\"}",
      "⟦{level: 2, from: \"80\", to: \"90\"}", says: "Thiếu khóa “clause”"),
    Spoilt("    clause: \"Mục III.1\"\n", "", at: "⟦id: mep", says: "Thiếu khóa “clause”"),
    Spoilt("hoctap/rulebook/1", "⟦hoctap/rulebook/2", says: "hoctap/rulebook/2"),
    Spoilt("from: 2022-02-08", "from: ⟦2022-02-30", says: "không phải là ngày"),
    Spoilt("to: 2023-12-31", "to: ⟦2022-02-07", says: "trước ngày"),
    Spoilt("award: \"huyện học tập\"", "award: ⟦[a]", says: "một giá trị chữ hoặc số"),
  ]

  private static let register = [
    Spoilt(
      "    bodies: [\"Phòng Giáo dục\"]",
      "    bodies: [a]\n  - ⟦id: ubnd\n    name: b\n    bodies: [b]", says: "bị lặp"),
    Spoilt("issuers: [ubnd, phong]", "issuers: [ubnd, phong, ⟦so]", says: "Cơ quan ban hành “so”"),
    Spoilt("issuers: [ubnd, phong]", "issuers: ⟦[]", says: "ít nhất một cơ quan"),
    Spoilt("issuers: [ubnd, phong]", "issuers: [ubnd, ⟦ubnd]", says: "bị lặp"),
    Spoilt("issuers: [ubnd, phong]", "issuers: ⟦ubnd", says: "một danh sách"),
    Spoilt("bodies: [\"Phòng Giáo dục\"]", "bodies: ⟦[]", says: "ít nhất"),
    Spoilt("bodies: [\"Phòng Giáo dục\"]", "bodies: [⟦\"\"]", says: "trống"),
  ]

  private static let roles = [
    Spoilt(
      "indicators: [\"2.1.2\"]", "indicators: []", at: "⟦id: \"2.1.2\"",
      says: "không thuộc vai trò nào"),
    Spoilt(
      "indicators: [\"2.1.1\"]", "indicators: [\"2.1.1\", \"1.1.1\"]", at: "⟦id: \"1.1.1\"",
      says: "vừa là điều kiện tiên quyết vừa"),
    Spoilt("indicators: [\"2.1.1\"]", "indicators: [\"2.1.1\", ⟦\"2.1.1\"]", says: "hai lần"),
    Spoilt("criteria: [\"1.1\"]", "criteria: [\"1.1\", ⟦\"1.1\"]", says: "hai lần"),
    Spoilt("criteria: [\"1.1\"]", "criteria: [\"1.1\", ⟦\"9.9\"]", says: "Không có tiêu chí “9.9”"),
    Spoilt(
      "indicators: [\"2.1.1\"]", "indicators: [\"2.1.1\", ⟦\"2.1.9\"]",
      says: "Không có chỉ báo “2.1.9”"),
    Spoilt("banded: {clause: ", "banded: {⟦role: x, clause: ", says: "Khóa lạ “role”"),
  ]

  private static let bands = [
    Spoilt("{level: 2, from: \"80\"", "⟦{level: 2, from: \"81\"", says: "khoảng hở giữa 80 và 81"),
    Spoilt(
      "{level: 2, from: \"80\"", "⟦{level: 2, from: \"79.5\"",
      says: "chồng lên khoảng trước từ 79.5 đến 80"),
    Spoilt(
      "{level: 3, from: \"90\", to: \"100\"", "⟦{level: 3, from: \"90\", to: \"99\"",
      says: "kết thúc ở 100"),
    Spoilt("{level: 2, from", "⟦{level: 3, from", says: "lần lượt"),
    Spoilt("{level: 1, from: \"70\"", "{level: 1, from: ⟦\"bảy\"", says: "không phải là số"),
  ]

  private static let counts = [
    Spoilt("indicators: 4", "indicators: ⟦5", says: "ghi 5 nhưng bộ tiêu chí có 4"),
    Spoilt("criteria: 2,", "criteria: ⟦1,", says: "ghi 1 nhưng bộ tiêu chí có 2"),
    Spoilt("{standards: 1,", "{standards: ⟦3,", says: "ghi 3 nhưng bộ tiêu chí có 1"),
    Spoilt("{standards: 1, ", "⟦{", says: "Thiếu khóa “standards”"),
  ]

  private static let measures = [
    Spoilt("measure: attestation", "measure: ⟦share", says: "cần thêm ngưỡng"),
    Spoilt("measure: attestation", "measure: ⟦vote", says: "không dùng được ở đây"),
    Spoilt(
      "measure: attestation", "measure: {kind: attestation, ⟦atLeast: \"70\"}", says: "atLeast"),
    Spoilt(
      "                measure: attestation\n", "", at: "⟦id: \"1.1.1\"",
      says: "Thiếu khóa “measure”"),
    Spoilt("{kind: share, atLeast: \"70\"}", "⟦{kind: share}", says: "đúng một ngưỡng"),
    Spoilt(
      "{kind: share, atLeast: \"70\"}", "⟦{kind: share, atLeast: \"70\", below: \"80\"}",
      says: "đúng một ngưỡng"),
    Spoilt(
      "{kind: share, atLeast: \"70\"}", "{kind: share, atLeast: \"70\", ⟦by: \"3\"}", says: "“by”"),
    Spoilt("atLeast: \"90\"", "atLeast: ⟦\"100.1\"", says: "nằm ngoài 0 đến 100"),
    Spoilt("atLeast: \"90\"", "atLeast: ⟦\"-1\"", says: "nằm ngoài 0 đến 100"),
    Spoilt("atLeast: \"90\"", "atLeast: ⟦\"9,5\"", says: "không phải là số"),
    Spoilt("{id: long, name", "⟦{id: ran, name", says: "bị lặp"),
    Spoilt(
      ", {id: long, name: \"Lỏng\"}", "", at: "measure: ⟦{kind: compositeShare",
      says: "ít nhất hai thành phần"),
    Spoilt("by: \"1.5\"", "by: ⟦\"0\"", says: "lớn hơn 0"),
    Spoilt("by: \"1.5\"", "by: ⟦\"-1.5\"", says: "lớn hơn 0"),
    Spoilt("by: \"1.5\"", "by: \"1.5\", ⟦components: []", says: "“components”"),
    Spoilt("{kind: share, atLeast: \"70\"}", "⟦{kind: share, atLeast: \"75\"}", says: "xếp mức"),
    Spoilt("{kind: share, atLeast: \"70\"}", "⟦{kind: share, below: \"70\"}", says: "xếp mức"),
  ]

  private static let indicators = [
    Spoilt("id: \"1.1.2\"", "⟦id: \"1.1.1\"", says: "bị lặp"),
    Spoilt("- id: \"2.1\"\n", "- ⟦id: \"1.1\"\n", says: "bị lặp"),
    Spoilt("                counted: \"xã\"\n", "", at: "⟦id: \"2.1.1\"", says: "counted"),
    Spoilt("counted: \"xã\"", "counted: ⟦\"\"", says: "trống"),
    Spoilt(
      "{roster: communes, test: grade}", "{roster: ⟦schools, test: grade}",
      says: "không dùng được ở đây"),
    Spoilt("{roster: communes, test: grade}", "⟦{roster: communes}", says: "Thiếu khóa “test”"),
    Spoilt("{roster: communes, test: grade}", "{children: ⟦levels}", says: "outcomes"),
    Spoilt(
      "{roster: communes, test: grade}", "⟦{children: outcomes, test: grade}", says: "đứng một mình"
    ),
    Spoilt(
      "measure: attestation",
      "measure: attestation\n                source: ⟦{roster: communes, test: grade}",
      says: "source"),
    Spoilt(
      "measure: attestation", "measure: attestation\n                whole: ⟦district",
      says: "“whole” chỉ dùng"),
    Spoilt(
      "measure: attestation", "measure: attestation\n                includes: ⟦\"2.1.1\"",
      says: "“includes” chỉ dùng"),
    Spoilt(
      "counted: \"xã\"", "counted: \"xã\"\n                includes: ⟦\"9.9.9\"",
      says: "có chỉ báo “9.9.9”"),
    Spoilt(
      "counted: \"xã\"", "counted: \"xã\"\n                whole: ⟦ward",
      says: "không dùng được ở đây"),
  ]

  private static let interpretations = [
    Spoilt("interpretations: [mep]", "interpretations: [⟦rong]", says: "Cách hiểu “rong”"),
    Spoilt("interpretations: [mep]", "interpretations: [mep, ⟦mep]", says: "bị lặp"),
    Spoilt("governs: band-edge", "governs: ⟦edges", says: "không dùng được ở đây"),
    Spoilt("default: lower", "default: ⟦middle", says: "không phải là một trong: lower, upper"),
    Spoilt(
      "      - {id: upper, text: \"Mức cao.\"}\n", "", at: "⟦- {id: lower",
      says: "đúng các lựa chọn"),
    Spoilt(
      "- {id: upper, text: \"Mức cao.\"}", "- {id: lower, text: \"Mức cao.\"}",
      at: "⟦- {id: lower, text: \"Mức thấp.\"}", says: "đúng các lựa chọn"),
    Spoilt("{id: upper, text: \"Mức cao.\"}", "⟦{id: upper}", says: "Thiếu khóa “text”"),
  ]

  @Test("Many defects are all named at once, in the order of the file where it matters")
  func allAtOnce() {
    let text = sampleRulebook.replacing("award: ", with: "awrd: ").replacing(
      "governs: band-edge", with: "governs: x"
    ).replacing("by: \"1.5\"", with: "by: a")
    let messages = problems(of: text).map(\.description)
    for words in ["Khóa lạ “awrd”", "Thiếu khóa “award”", "“x” không dùng được", "“a” không phải"] {
      #expect(messages.contains { $0.contains(words) }, "\(words)")
    }
    #expect(Set(messages).count == messages.count)
  }

  @Test(
    "Whatever one line is dropped, the rest is refused with a place or still sound",
    arguments: [0, 1])
  func everyLineDropped(parity: Int) {
    let lines = sampleRulebook.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices where index % 2 == parity {
      var rest = lines
      rest.remove(at: index)
      do throws(Fault) {
        _ = try loadRulebook(rest.joined(separator: "\n"), file: "mau.yaml", digest: "")
      } catch {
        #expect(!error.problems.isEmpty, "\(lines[index])")
        #expect(error.problems.allSatisfy { $0.line != nil && $0.column != nil }, "\(lines[index])")
      }
    }
  }
}
