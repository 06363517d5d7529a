import Foundation
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
      let entry = catalogue[code]
      #expect(!entry.message.isEmpty && !entry.hint.isEmpty, "\(code.rawValue)")
      #expect(entry.example.contains("→"), "\(code.rawValue): wrong, then right")
      #expect(!catalogue.family(of: code).isEmpty)
    }
  }

  @Test("Every placeholder of a finding has a name to be read by", arguments: ["vi", "en"])
  func placeholders(language: String) throws {
    let catalogue = try loadFindingCatalogue(
      try projectFile(Self.path), file: Self.path, language: language)
    for code in FindingCode.allCases {
      let prose = catalogue[code].ofProse
      let own = [catalogue[code].message, catalogue[code].hint]
      for text in own + [prose?.message, prose?.hint].compactMap(\.self) {
        for name in placeholderNames(in: text) {
          #expect(
            catalogue.readable("{\(name)}") != "‹\(name)›" || language == "en",
            "\(code.rawValue) {\(name)}")
        }
        #expect(!catalogue.readable(text).contains { "{}".contains($0) }, "\(code.rawValue)")
      }
    }
  }

  @Test("Every code says what it rests on", arguments: ["vi", "en"])
  func clauses(language: String) throws {
    let catalogue = try loadFindingCatalogue(
      try projectFile(Self.path), file: Self.path, language: language)
    #expect(FindingCode.allCases.filter { catalogue[$0].clause.isEmpty }.isEmpty)
  }

  @Test(
    "What is wrong with a file of prose is told without a word of spreadsheets",
    arguments: [
      FindingCode.notText, .encodingNotSupported, .controlCharacter, .textMisread,
      .lookAlikeLetter, .misnamedForm, .fileEmpty, .textDecomposed,
    ], ["vi", "en"])
  func prose(code: FindingCode, language: String) throws {
    let catalogue = try loadFindingCatalogue(
      try projectFile(Self.path), file: Self.path, language: language)
    let table = Finding(code)
    #expect(!table.isAboutProse && table.aboutProse.isAboutProse)
    let words = catalogue.words(for: table.aboutProse)
    for word in ["CSV", "Excel", "xlsx", "bảng tính", "so-lieu"] {
      #expect(!(words.message + words.hint).contains(word), "\(words.hint)")
    }
    let suitAll: Set<FindingCode> = [.fileEmpty, .textDecomposed]
    #expect(suitAll.contains(code) == (words.hint == catalogue.words(for: table).hint))
  }

  @Test(
    "A sign in a detail is told in words, and only in the detail that has it",
    arguments: [
      (FindingCode.documentFileTypeDiffers, ["format": "?"], "vi", "(dạng nhận ra: không rõ)"),
      (.documentFileTypeDiffers, ["format": "?"], "en", "(its form: unknown)"),
      (.documentFileTypeDiffers, ["format": "PDF"], "vi", "(dạng nhận ra: PDF)"),
      (.requiredColumnMissing, ["nearest": "?"], "vi", "“?”"),
      (.unusualChange, ["limit": "20", "limitUnit": "points"], "vi", "(20 điểm phần trăm)"),
      (.unusualChange, ["limit": "20", "limitUnit": "percent"], "vi", "(20%)"),
    ])
  func terms(code: FindingCode, details: [String: String], language: String, words: String) throws {
    let catalogue = try loadFindingCatalogue(
      try projectFile(Self.path), file: Self.path, language: language)
    #expect(catalogue.words(for: Finding(code, details: details)).message.contains(words))
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
        "  F103:\n    severity: error\n    responsible: unit",
        "  F103:\n    severity: error\n    responsible: ⟦nobody",
        says: "“nobody” không dùng được"),
      Spoilt(
        "  F: {vi: \"thư mục và tệp\", en: \"folders and files\"}\n", "", at: "⟦C: {vi: \"cấu",
        says: "Thiếu “F” trong “families”"),
      Spoilt("  W: {vi: \"miễn trừ\"", "  ⟦Z: {vi: \"miễn trừ\"", says: "Tên lạ “Z”"),
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

  @Test("A finding without an example is refused") func missingExample() throws {
    let text = try projectFile(Self.path)
    let start = try #require(text.range(of: "    example:\n"))
    let end = try #require(text[start.upperBound...].range(of: "    message:"))
    let fault = try #require(throws: Fault.self) {
      try loadFindingCatalogue(
        text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""),
        file: Self.path, language: "vi")
    }
    #expect(fault.problems.map(\.message) == ["Thiếu khóa “example”."])
  }

  @Test("Every code that loses its words is named", arguments: FindingCode.allCases)
  func missingCode(code: FindingCode) throws {
    let families = Set(FindingCode.allCases.map(\.family)).sorted()
    let words = "{vi: a, en: b}"
    let text =
      "schema: hoctap/findings/1\nfamilies:\n" + families.map { "  \($0): \(words)\n" }.joined()
      + "placeholders: {}\nfindings:\n"
      + FindingCode.allCases.filter { $0 != code }.map { code in
        "  \(code.rawValue): {severity: note, responsible: unit, example: \(words), "
          + "message: \(words), hint: \(words)}\n"
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
