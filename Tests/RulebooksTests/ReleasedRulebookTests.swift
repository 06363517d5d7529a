import Model
import Rulebooks
import Testing

/// One line of the table of indicators in the plan.
struct Row: Sendable {
  let id: String
  let measure: Measure
  let role: IndicatorRole
  let source: FigureSource?

  init(_ id: String, _ measure: Measure, _ role: IndicatorRole, _ source: FigureSource? = nil) {
    self.id = id
    self.measure = measure
    self.role = role
    self.source = source
  }

  static func atLeast(_ percent: Int32) -> Measure {
    .share(Threshold(.atLeast, ExactDecimal(percent)))
  }

  static func decimal(_ plain: String) -> ExactDecimal {
    ExactDecimal(plain: plain) ?? ExactDecimal(-1)
  }

  static let waste = Measure.compositeShare(
    Threshold(.atLeast, ExactDecimal(90)),
    [
      MeasureComponent(id: ComponentID("chat-thai-ran"), name: "Chất thải rắn"),
      MeasureComponent(
        id: ComponentID("nuoc-thai-dan-cu"), name: "Nước thải khu dân cư tập trung"),
      MeasureComponent(
        id: ComponentID("nuoc-thai-san-xuat"), name: "Nước thải cơ sở sản xuất - kinh doanh"),
    ])
  static let science = Measure.increase([
    MeasureComponent(
      id: ComponentID("chuyen-giao"), name: "Sản phẩm được chuyển giao công nghệ/thương mại hóa"),
    MeasureComponent(
      id: ComponentID("dang-ky"), name: "Sản phẩm đăng ký giải pháp hữu ích/sáng chế"),
  ])
  static let poverty = Measure.decrease(by: decimal("1.5"))
  static let bullying = Measure.share(Threshold(.below, decimal("0.05")))
  static let basics = ["1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.2.3"].map {
    Row($0, .attestation, .prerequisite)
  }

  static let district =
    basics + [
      Row("2.1.1", atLeast(70), .banded, .roster(.agencies, .gradedFairOrBetter)),
      Row("2.1.2", atLeast(70), .banded, .roster(.communes, .gradedFairOrBetter)),
      Row("2.2.1", atLeast(70), .banded, .roster(.agencies, .trainingPlan)),
      Row("2.2.2", atLeast(70), .banded, .roster(.agencies, .digitalTools)),
      Row("2.2.3", atLeast(100), .prerequisite, .roster(.centres, .openResources)),
      Row("2.2.4", atLeast(70), .banded, .roster(.communes, .freeWifi)),
      Row("3.1.1", poverty, .prerequisite), Row("3.1.2", waste, .prerequisite),
      Row("3.2.1", .attestation, .prerequisite), Row("3.2.2", bullying, .prerequisite),
      Row("3.2.3", atLeast(50), .prerequisite),
    ]

  static let province =
    basics + [
      Row("2.1.1", atLeast(70), .banded, .roster(.agencies, .gradedFairOrBetter)),
      Row("2.1.2", atLeast(70), .banded, .childOutcomes),
      Row("2.2.1", atLeast(70), .banded, .roster(.agencies, .trainingPlan)),
      Row("2.2.2", atLeast(70), .banded, .roster(.agencies, .digitalTools)),
      Row("2.2.3", atLeast(70), .banded, .roster(.centres, .openResources)),
      Row("2.2.4", atLeast(70), .banded), Row("3.1.1", .increase([]), .prerequisite),
      Row("3.1.2", poverty, .prerequisite), Row("3.1.3", science, .prerequisite),
      Row("3.1.4", atLeast(66), .prerequisite), Row("3.1.5", waste, .prerequisite),
      Row("3.2.1", .attestation, .prerequisite), Row("3.2.2", .attestation, .prerequisite),
      Row("3.2.3", bullying, .prerequisite), Row("3.2.4", atLeast(50), .prerequisite),
    ]
}

@Suite struct ReleasedRulebookTests {
  private let rulebook: Rulebook

  init() throws {
    let id = "25-kh-ubnd-ba-ria-vung-tau-2022"
    let path = "templates/rulebooks/\(id).yaml"
    rulebook = try loadRulebook(try projectFile(path), file: path, digest: "")
    #expect(rulebook.id == id)
  }

  @Test("The rulebook has the indicators of the plan with their measures and roles")
  func indicators() throws {
    for (tier, rows) in [(Tier.district, Row.district), (.province, Row.province)] {
      let found = try #require(rulebook.tiers[tier]).indicators
      #expect(found.map(\.id.rawValue) == rows.map(\.id))
      for (indicator, row) in zip(found, rows) {
        #expect(indicator.measure == row.measure, "\(tier) \(row.id)")
        #expect(indicator.role == row.role, "\(tier) \(row.id)")
        #expect(indicator.source == row.source, "\(tier) \(row.id)")
      }
    }
    let wholes = rulebook.tiers.values.flatMap(\.indicators).filter { $0.whole != nil }
    #expect(wholes.map(\.id.rawValue) == ["2.2.4"] && wholes.map(\.whole) == [.district])
    #expect(Row.district.count == 16 && Row.province.count == 20)
    #expect(Set(rulebook.tiers.keys) == [.district, .province])
  }

  @Test("Both tiers have the three bands 70, 80, 90 and 100 of the plan")
  func bands() throws {
    for tier in [Tier.district, .province] {
      let bands = try #require(rulebook.tiers[tier]).levelRule.bands
      #expect(bands.map(\.level) == [1, 2, 3])
      #expect(bands.map(\.from) == [70, 80, 90].map { ExactDecimal($0) })
      #expect(bands.map(\.to) == [80, 90, 100].map { ExactDecimal($0) })
    }
  }

  @Test("Every interpretation of the plan is there, with the reading that is taken")
  func interpretations() {
    let expected: [(String, OpenPoint, String)] = [
      ("band-edge", .bandEdge, "lower"), ("poverty-decrease", .decreaseUnit, "points"),
      ("recognised-districts", .childDenominator, "participating"),
      ("empty-denominator", .emptyDenominator, "undecided"),
      ("poverty-floor", .decreaseFloor, "notMet"), ("waste", .compositeRule, "each"),
      ("bullying", .belowLimit, "below"), ("science-increase", .increaseRule, "sum"),
    ]
    #expect(rulebook.interpretations.map(\.id.rawValue) == expected.map(\.0))
    #expect(rulebook.interpretations.map(\.governs) == expected.map(\.1))
    #expect(rulebook.interpretations.map(\.defaultReading) == expected.map(\.2))
  }

  @Test("Every indicator that an interpretation can affect names it")
  func affected() throws {
    let ids = { (tier: Tier, interpretation: String) in
      rulebook.tiers[tier]?.indicators.filter {
        $0.interpretations.contains(InterpretationID(interpretation))
      }.map(\.id.rawValue)
    }
    let banded = { (tier: Tier) in
      rulebook.tiers[tier]?.indicators.filter { $0.role == .banded }.map(\.id.rawValue)
    }
    for tier in [Tier.district, .province] { #expect(ids(tier, "band-edge") == banded(tier)) }
    #expect(ids(.district, "poverty-decrease") == ["3.1.1"])
    #expect(ids(.province, "poverty-decrease") == ["3.1.2"])
    #expect(ids(.district, "poverty-floor") == ["3.1.1"])
    #expect(ids(.province, "poverty-floor") == ["3.1.2"])
    #expect(ids(.province, "recognised-districts") == ["2.1.2"])
    #expect(ids(.district, "empty-denominator") == ["2.1.2", "2.2.3", "2.2.4"])
    #expect(ids(.district, "waste") == ["3.1.2"])
    #expect(ids(.province, "waste") == ["3.1.5"])
    #expect(ids(.district, "bullying") == ["3.2.2"])
    #expect(ids(.province, "bullying") == ["3.2.3"])
    #expect(ids(.province, "science-increase") == ["3.1.3"])
  }
}
