import Model
import Testing

@testable import Rulebooks

/// The rulebook of plan 4742/KH-UBND, and mistakes in one like it.
@Suite("A rulebook with targets") struct TargetRulebookTests {
  private static let path = "templates/rulebooks/4742-kh-ubnd-quang-nam-2022.yaml"

  private let text: String

  init() throws { text = try projectFile(Self.path) }

  @Test("has the five targets of the plan for both horizons, in both tiers") func released() throws
  {
    let rulebook = try loadRulebook(text, file: Self.path, digest: "")
    let values = [
      ("100", "100"), ("40", "60"), ("60", "80"), ("70", "90"), ("60", "80"),
    ]
    for tier in [Tier.district, .province] {
      let criteria = try #require(rulebook.tiers[tier])
      #expect(criteria.horizons.map(\.year) == [2025, 2030] && !criteria.awardsLevels)
      #expect(criteria.indicators.map(\.id.rawValue) == ["T1", "T2", "T3", "T4", "T5"])
      for (indicator, value) in zip(criteria.indicators, values) {
        let target = try #require(indicator.measure.target)
        #expect(target.values[HorizonID("2025")] == ExactDecimal(plain: value.0))
        #expect(target.values[HorizonID("2030")] == ExactDecimal(plain: value.1))
        #expect(indicator.role == .target && !indicator.clause.isEmpty)
      }
      #expect(criteria.indicators[4].measure.target?.within == IndicatorID("T4"))
    }
    let third = try #require(rulebook.tiers[.province]?.indicator(IndicatorID("T3")))
    #expect(
      third.measure.components.map(\.id.rawValue) == ["can-bo-xa", "can-bo-huyen", "can-bo-tinh"])
  }

  @Test("lets a group have targets of its own") func groups() throws {
    let own = text.replacing(
      "name: \"Người lớn trong dòng họ học tập\"}",
      with:
        "name: \"Người lớn trong dòng họ học tập\", values: {\"2025\": \"30\", \"2030\": \"50\"}}")
    let rulebook = try loadRulebook(own, file: Self.path, digest: "")
    let target = try #require(
      rulebook.tiers[.district]?.indicator(IndicatorID("T2"))?.measure.target)
    #expect(target.groupValues[ComponentID("dong-ho")]?[HorizonID("2025")] == ExactDecimal(30))
    #expect(target.groupValues.count == 1)
  }

  struct Mistake: CustomTestStringConvertible {
    let old: String
    let new: String
    let message: String

    var testDescription: String { message }
  }

  static let mistakes = [
    Mistake(old: "year: 2030", new: "year: 2020", message: "theo thứ tự năm"),
    Mistake(old: "year: 2030", new: "year: hai nghìn", message: "không phải là một năm"),
    Mistake(old: "\"2025\": \"40\"", new: "\"2025\": \"140\"", message: "nằm ngoài 0 đến 100"),
    Mistake(old: "\"2025\": \"40\", ", new: "", message: "Thiếu khóa “2025”"),
    Mistake(
      old: "{kind: target, values: {\"2025\": \"70\", \"2030\": \"90\"}, of: [T2, T3]}",
      new: "{kind: share, atLeast: \"70\"}", message: "chỉ dùng phép đo “target”"),
    Mistake(old: "within: T4", new: "within: T9", message: "cùng cấp"),
    Mistake(old: "within: T4", new: "within: T5", message: "cùng cấp"),
    Mistake(old: "of: [T2, T3]", new: "of: [T2, T9]", message: "“T9”"),
    Mistake(old: "of: [T2, T3]", new: "of: [T2, T4]", message: "“T4”"),
    Mistake(old: "of: [T2, T3]", new: "of: [T2, T2]", message: "T2"),
    Mistake(old: "of: [T2, T3]", new: "of: []", message: "chỉ báo"),
    Mistake(
      old: "{children: figures}", new: "{children: sums}", message: "“outcomes” hoặc “figures”"),
    Mistake(old: "test: digital_skill", new: "test: skill", message: "skill"),
    Mistake(
      old: "    targets:\n", new: "    level: {}\n    targets:\n", message: "không có cả hai"),
  ]

  @Test("is refused with the mistake named", arguments: mistakes) func refused(mistake: Mistake) {
    let changed = text.replacing(mistake.old, with: mistake.new)
    #expect(changed != text)
    do throws(Fault) {
      _ = try loadRulebook(changed, file: Self.path, digest: "")
      Issue.record("loaded")
    } catch {
      #expect(
        error.problems.contains { $0.message.contains(mistake.message) && $0.line != nil },
        "\(error.problems.map(\.message))")
    }
  }
}
