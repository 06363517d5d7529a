import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// Documents hold whole texts and names that can be linked to, whatever was sent.
@Suite("Documents") struct DocumentTests {
  struct Situation: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var asOf = "2022-11-25"
    var period = 2022
    /// Whether a path of the period stays.
    var keeps: @Sendable (String) -> Bool = { _ in true }
  }

  static let situations = [
    Situation(testDescription: "the sample"),
    Situation(testDescription: "the sample on the last day", asOf: "2022-11-29"),
    Situation(testDescription: "the sample long after", asOf: "2023-06-30"),
    Situation(testDescription: "no unit's folder", keeps: { !$0.hasPrefix("2022/") }),
    Situation(
      testDescription: "no district's folder",
      keeps: { !$0.hasPrefix("2022/7") || $0.hasPrefix("2022/77-") }),
    Situation(testDescription: "no figures", keeps: { !$0.hasSuffix("/so-lieu.csv") }),
    Situation(testDescription: "no evidence", keeps: { !$0.contains("/minh-chung") }),
    Situation(
      testDescription: "nothing but figures",
      keeps: {
        !$0.hasPrefix("2022/") || $0.hasSuffix("/so-lieu.csv")
      }),
    Situation(testDescription: "a period after the rulebook", asOf: "2025-11-25", period: 2025),
  ]

  private func documents(_ situation: Situation) throws -> Documents {
    try #require(Self.composed[situation.testDescription]).get()
  }

  private static let composed = Dictionary(
    uniqueKeysWithValues: situations.map { situation in
      (situation.testDescription, Result { try compose(situation) })
    })

  private static func compose(_ situation: Situation) throws -> Documents {
    let request = try SampleRequest.make(asOf: situation.asOf, period: situation.period) { files in
      files.filter { situation.keeps($0.path) }
    }
    return Documents(try judge(request))
  }

  @Test("have no empty place left in any text", arguments: situations)
  func placeholders(_ situation: Situation) throws {
    let documents = try documents(situation)
    let all = documents.reports.flatMap(texts) + documents.workbooks.flatMap(texts)
    #expect(all.count > 500)
    let wrong = all.filter { text in
      text.contains { "{}".contains($0) } || text.contains("  ") || text.contains(" ,")
        || text.hasSuffix(" .") || text != text.trimmed
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)

  @Test("name each section and table once", arguments: situations)
  func names(_ situation: Situation) throws {
    for document in try documents(situation).reports {
      let ids = ids(of: document)
      #expect(Set(ids).count == ids.count, "\(document.title): \(ids)")
      #expect(ids.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(Self.letters.contains) }, "\(ids)")
    }
  }

  @Test("name each sheet once, in at most 31 characters", arguments: situations)
  func sheets(_ situation: Situation) throws {
    for workbook in try documents(situation).workbooks {
      let names = workbook.sheets.map(\.name)
      #expect(Set(names.map { $0.lowercased() }).count == names.count, "\(names)")
      #expect(names.allSatisfy { (1...31).contains($0.utf16.count) })
      #expect(names.allSatisfy { !$0.contains { "[]:*?/\\".contains($0) } })
      for sheet in workbook.sheets {
        for cell in sheet.table?.rows.flatMap({ $0 }) ?? [] where cell.link?.first == "#" {
          #expect(names.contains(String(cell.link?.dropFirst() ?? "")))
        }
      }
    }
  }

  @Test("give the same when composed twice") func repeatable() throws {
    let judged = try SampleRequest.judged()
    let (one, other) = (Documents(judged), Documents(judged))
    #expect(one.reports == other.reports && one.workbooks == other.workbooks)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
