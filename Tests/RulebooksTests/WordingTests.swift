import Model
import Rulebooks
import Testing

@Suite struct WordingTests {
  private static let path = "templates/findings.yaml"

  @Test("Every finding code has its words in both languages", arguments: ["vi", "en"])
  func findings(language: String) throws {
    let catalogue = try loadFindingCatalogue(
      try projectFile(Self.path), file: Self.path, language: language)
    for code in FindingCode.allCases {
      #expect(!catalogue[code].message.isEmpty && !catalogue[code].hint.isEmpty, "\(code.rawValue)")
    }
  }

  @Test(
    "Words that are missing or belong to no code are refused at their place",
    arguments: [
      Spoilt("  F103:\n", "  ⟦F999:\n", says: "“F999” không dùng được"),
      Spoilt(
        "  F102:\n    severity: warning", "  F102:\n    severity: ⟦grave",
        says: "“grave” không dùng được"),
      Spoilt(
        "      vi: \"Tệp {file} không có nội dung.\"\n", "",
        at: "⟦en: \"The file {file} is empty.\"", says: "Thiếu khóa “vi”"),
      Spoilt("vi: \"Tệp {file} không có nội dung.\"", "vi: ⟦\"\"", says: "không được để trống"),
      Spoilt(
        "      en: \"The file {file} is empty.\"\n", "",
        at: "⟦vi: \"Tệp {file} không có nội dung.\"", says: "Thiếu khóa “en”"),
    ])
  func defects(spoilt: Spoilt) throws {
    let (text, place) = try spoilt.applied(to: try projectFile(Self.path))
    let fault = try #require(throws: Fault.self) {
      try loadFindingCatalogue(text, file: Self.path, language: "vi")
    }
    let problem = try #require(fault.problems.first)
    #expect(problem.message.contains(spoilt.says), "\(problem.description)")
    #expect(
      problem.line == place.line && problem.column == place.column,
      "\(problem.description) \(place)")
  }

  @Test("Every code that loses its words is named", arguments: FindingCode.allCases)
  func missingCode(code: FindingCode) throws {
    let text =
      "schema: hoctap/findings/1\nfindings:\n"
      + FindingCode.allCases.filter { $0 != code }.map { code in
        "  \(code.rawValue): {severity: note, message: {vi: a, en: b}, hint: {vi: a, en: b}}\n"
      }.joined()
    let fault = try #require(throws: Fault.self) {
      try loadFindingCatalogue(text, file: Self.path, language: "vi")
    }
    #expect(fault.problems.map(\.message) == ["Thiếu lời của phát hiện \(code.rawValue)."])
  }

  @Test("The words of the reports are read whole, and only what says none is empty")
  func wording() throws {
    let path = "templates/reports/wording.yaml"
    let text = try projectFile(path)
    let fault = try #require(throws: Fault.self) {
      try loadPhrases(text, file: path, required: [])
    }
    let names = fault.problems.compactMap {
      $0.message.wholeMatch(of: /Cụm từ lạ “(.+)”\./).map { String($0.1) }
    }
    #expect(names.count == fault.problems.count)
    let phrases = try loadPhrases(text, file: path, required: names)
    #expect(phrases.count == names.count && names.count > 100)
    #expect(phrases.filter(\.value.isEmpty).keys.allSatisfy { $0.hasSuffix(".none") })
  }

  @Test("Phrases in several languages are read in the one that is asked for, and checked in all")
  func languages() throws {
    let text = "a:\n  b: {vi: Đạt, en: Met}\n"
    let read = { (language: String) in
      try loadPhrases(text, file: "loi.yaml", required: ["a.b"], language: language)["a.b"]
    }
    #expect(try read("vi") == "Đạt")
    #expect(try read("en") == "Met")
    let fault = try #require(throws: Fault.self) {
      try loadPhrases(
        "a:\n  b: {vi: Đạt}\n", file: "loi.yaml", required: ["a.b"], language: "vi")
    }
    #expect(fault.problems.map(\.description) == ["loi.yaml:2:6: Thiếu khóa “en”."])
  }
}
