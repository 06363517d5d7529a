import Model
import Testing

@testable import Rendering

@Suite("A chart") struct ChartTests {
  @Test("keeps its structure and its words whatever a text says", arguments: evilTexts)
  func escapes(evil: String) throws {
    let templates = try ReportTemplates.delivered()
    let plain = MarkupReader(try html(page { $0 }, templates))
    let reader = MarkupReader(try html(page { $0 + evil }, templates))
    #expect(reader.isWellFormed)
    // A longer text may need more lines, and nothing else.
    let (kinds, plainKinds) = (Set(reader.structure), Set(plain.structure))
    #expect(kinds == plainKinds)
  }

  @Test("names its drawing, describes it, and has each id once") func isNamed() throws {
    let page = try html(page { $0 }, .delivered())
    let values = MarkupReader(page).values
    let ids = values.filter { $0.key.hasSuffix(".id") }.flatMap(\.value)
    #expect(Set(ids).count == ids.count)
    #expect(values["svg.role"] == Array(repeating: "img", count: 4))
    for names in values["svg.aria-labelledby"] ?? [] {
      #expect(names.split(separator: " ").allSatisfy { ids.contains(String($0)) })
    }
    #expect(page.ranges(of: "<title id=").count == 4 && page.ranges(of: "<desc id=").count == 4)
  }

  @Test("is the same bytes twice") func repeats() throws {
    let templates = try ReportTemplates.delivered()
    #expect(try html(page { $0 }, templates) == html(page { $0 }, templates))
  }

  @Test("is its table alone in Markdown") func isTableInMarkdown() throws {
    let page = try markdown(page { $0 }, .delivered())
    #expect(page.ranges(of: "| Chỉ báo |").count == 4)
    #expect(!page.contains("svg"))
  }

  @Test(
    "ends a bar where its share is, and before a limit that it does not reach",
    arguments: [
      (0, 1, 0), (1, 1, 6_600), (7, 10, 4_620), (79_995, 100_000, 5_279), (33, 36, 6_049),
      (1, 1_000_000, 0), (2, 1, 6_600),
    ])
  func places(part: Int, whole: Int, hundredths: Int) throws {
    let share = try #require(Rational(part, over: whole)).asPercentage
    let place = place(of: share, from: Across(0), along: Across(66))
    #expect(place.hundredths == hundredths)
    #expect(share >= Rational(80) || hundredths < 5_280)
  }

  @Test("writes places without locale", arguments: [(0, "0.00%"), (5, "0.05%"), (9_167, "91.67%")])
  func writes(hundredths: Int, text: String) {
    #expect(Across(hundredths: hundredths).text == text)
    #expect(Down(13).text == "1.3em" && Down(-2).text == "-0.2em")
  }

  @Test(
    "shows states by signs, not by colour alone", arguments: [Mark.good, .bad, .warning, .unknown])
  func signs(mark: Mark) {
    let matrix = StatusMatrix(
      units: ["Bà Rịa"], rows: [.init(id: "1", name: "n", states: [.init(mark, text: "2")])])
    let texts = draw(matrix).shapes.compactMap { shape in
      if case .text(let text, _, _, _) = shape { text } else { nil }
    }
    #expect(texts.contains("\(sign(of: mark)) 2"))
    #expect(Set([Mark.good, .bad, .warning, .unknown].map(sign)).count == 4)
  }

  @Test("places days in proportion, all on one day too") func days() throws {
    let first = try #require(CalendarDay(iso: "2022-01-01"))
    let last = try #require(CalendarDay(iso: "2022-01-11"))
    let dots = { (days: [CalendarDay]) in
      draw(Timeline(today: first, events: days.map { .init("t", on: $0, .near) })).shapes
        .compactMap { if case .dot(_, let x, _) = $0 { x.hundredths } else { nil } }
    }
    let middle = try #require(CalendarDay(iso: "2022-01-06"))
    #expect(dots([first, middle, last]) == [200, 5_000, 9_800])
    #expect(dots([first]) == [200])
  }

  @Test("takes any number of units, four abreast") func manyUnits() {
    let states = Array(repeating: StatusMatrix.State(.good, text: ""), count: 9)
    let matrix = StatusMatrix(
      units: (1...9).map { "Đơn vị \($0)" }, rows: [.init(id: "1", name: "n", states: states)])
    let boxes = draw(matrix).shapes.compactMap { shape -> Int? in
      if case .box(_, let x, _, let width, _) = shape {
        x.hundredths + width.hundredths
      } else {
        nil
      }
    }
    #expect(boxes.count == 9 && boxes.allSatisfy { $0 <= 10_000 })
  }
}

/// The last day of the district reports.
private let deadline = CalendarDay(iso: "2022-11-29")

private func page(_ spell: (String) -> String) -> ReportDocument {
  let bar = ShareBars.Bar(
    name: spell("2.1.1 Đơn vị học tập"), value: spell("91,67%"), share: Rational(91),
    possible: Rational(95), mark: .good, limits: [Rational(70)])
  let state = StatusMatrix.State(.warning, text: spell("2"))
  let drawings: [ReportChart.Drawing] =
    [
      .bars(ShareBars(scale: [ScaleMark(Rational(70), text: spell("70"))], bars: [bar])),
      .panels(
        SharePanels([.init(name: spell("Bà Rịa"), result: spell("Đạt"), mark: .good, bars: [bar])])),
      .matrix(
        StatusMatrix(
          units: [spell("Bà Rịa")],
          rows: [.init(id: spell("1"), name: spell("n"), states: [state])])),
    ] + timelines(spell)
  let blocks = drawings.enumerated().map { index, drawing in
    Block.chart(
      ReportChart(
        id: "bieu-do-\(index)", title: spell("Tỷ lệ"), description: spell("Mô tả."),
        drawing: drawing,
        table: Table(
          id: "bang-\(index)", caption: spell("Tỷ lệ"), columns: [.init("Chỉ báo")],
          rows: [[Cell(spell("2.1.1"))]])))
  }
  return ReportDocument(
    kind: .board, title: "t", type: "t", subject: "t", letterhead: nil, notices: [], bases: [],
    opening: [], sections: [Section(id: "a", number: "", title: "t", blocks: blocks)], annexes: [],
    colophon: "t")
}

private func timelines(_ spell: (String) -> String) -> [ReportChart.Drawing] {
  [deadline].compactMap { day in
    day.map { .timeline(Timeline(today: $0, events: [.init(spell("Báo cáo"), on: $0, .near)])) }
  }
}
