import Model

extension ReportDocument {
  /// A document in which everything that a template can name has a value.
  static func specimen(_ kind: Kind) -> ReportDocument {
    let blocks = Block.specimens
    let third = Section(id: "c", number: "a", title: "t", blocks: blocks)
    let second = Section(id: "b", number: "1", title: "t", blocks: blocks, subsections: [third])
    let first = Section(id: "a", number: "I", title: "t", blocks: blocks, subsections: [second])
    let closing = Section(id: "d", number: "II", title: "t", blocks: [.paragraph("t.")])
    return ReportDocument(
      kind: kind, title: "t", type: "t", subject: "t", letterhead: .specimen(addressees: 2),
      notices: ["t", "t"], bases: ["t", "t"], opening: blocks, sections: [first, closing],
      annexes: [first, closing], colophon: "t",
      filters: [Filter(id: "t", label: "t", choices: [.init("t", "t")])])
  }

  /// A document in which everything that may be absent is.
  static func bare(_ kind: Kind) -> ReportDocument {
    let empty = Section(id: "a", number: "", title: "t", blocks: [])
    return ReportDocument(
      kind: kind, title: "t", type: "", subject: "",
      letterhead: kind == .board ? nil : .specimen(addressees: 1),
      notices: [], bases: [], opening: [], sections: kind == .board ? [] : [empty],
      annexes: [], colophon: "")
  }
}

extension Letterhead {
  fileprivate static func specimen(addressees: Int) -> Letterhead {
    let isFull = addressees > 1
    return Letterhead(
      parentBody: isFull ? "t" : "", issuingBody: "t",
      issuerInSentence: isFull ? "t" : "", numberSuffix: isFull ? "t" : "",
      place: "t", addressees: Array(repeating: "t", count: addressees),
      signatory: isFull ? ["t", "t"] : [], recipients: isFull ? ["t", "t"] : [])
  }
}

extension Block {
  fileprivate static var specimens: [Block] {
    let fact = Fact("t", "t", mark: .good)
    let narrow = Table(
      id: "n", caption: "t", columns: [.init("t"), .init("t", .number), .init("t", .centred)],
      rows: [
        [
          Cell("t"), Cell("t", mark: .bad, link: "t", more: [Link("t", to: "t")]),
          Cell("t", link: "#t", topics: [Topic(["t": "t"])]),
        ]
      ], rowLabels: [RowLabel(id: "r", topics: [Topic(["t": "t"])])])
    let wide = Table(
      id: "w", caption: "", columns: Array(repeating: .init("t"), count: 7),
      rows: [Array(repeating: Cell("t"), count: 7)], rowsHaveHeadings: false)
    let runs = [
      ProseRun("t"), ProseRun("t", .strong, after: .blank), ProseRun("t", .emphasis, after: .blank),
      ProseRun("t", .strongEmphasis, after: .lineBreak),
    ]
    return [
      .paragraph("t"), .list(["t", "t"]), .prose(runs), .heading("t", depth: 1),
      .heading("t", depth: 2),
      .outline([
        ProseItem(level: 1, marker: .number(1), runs: runs),
        ProseItem(level: 2, marker: .dash, runs: runs),
        ProseItem(level: 2, marker: .none, runs: runs),
      ]), .table(narrow), .table(wide),
    ]
      + ReportChart.Drawing.specimens.map { drawing in
        .chart(
          ReportChart(id: "c", title: "t", description: "t", drawing: drawing, table: narrow))
      } + [
        .facts([fact, Fact("t", "t")]), .notice("t", .warning),
        .links([Link("t", to: "t"), Link("t", to: "t")]),
      ]
  }
}

extension ReportChart.Drawing {
  /// One of each kind, with every shape in it.
  fileprivate static var specimens: [ReportChart.Drawing] {
    let bar = ShareBars.Bar(
      name: "t", value: "t", share: Rational(1), possible: Rational(2), mark: .good,
      limits: [Rational(3)])
    let state = StatusMatrix.State(.good, text: "t")
    let point = TrendPanels.Point(year: 2000, value: Rational(1))
    let trend = TrendPanels.Panel(
      name: "t", value: "t", mark: .good, points: [point], targets: [point], projection: [point])
    let day = CalendarDay(year: 2000, month: 1, day: 1)
    return [
      .bars(ShareBars(scale: [ScaleMark(Rational(1), text: "t")], bars: [bar])),
      .panels(SharePanels([.init(name: "t", result: "t", mark: .good, bars: [bar])])),
      .matrix(StatusMatrix(units: ["t"], rows: [.init(id: "t", name: "t", states: [state])])),
      .trends(TrendPanels([trend])),
    ]
      + (day.map { [.timeline(Timeline(today: $0, events: [.init("t", on: $0, .near)]))] }
        ?? [])
  }
}
