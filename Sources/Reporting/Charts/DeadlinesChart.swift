import Model

extension Composer {
  /// The programme's milestones on a line of time, with the day of the report; `nil` where the
  /// programme names none.
  func deadlinesChart(beside table: Table) -> ReportChart? {
    let milestones = milestones
    guard !milestones.isEmpty else { return nil }
    let events = milestones.map { milestone in
      let state = daysCell(milestone)
      let isPast = milestone.lastDay < context.asOf
      return Timeline.Event(
        "\(milestone.title): \(milestone.lastDay.vietnamese) (\(state.text.uncapitalisedFirst))",
        on: milestone.lastDay, isPast ? .past : state.mark == .warning ? .near : .future)
    }
    return ReportChart(
      id: "bieu-do-thoi-han", title: words(.chartTimeline), description: deadlinesDescription,
      drawing: .timeline(Timeline(today: context.asOf, events: events)),
      table: table)
  }

  /// The chart of the deadlines, or their table where there is nothing to draw.
  func deadlinesBlock(beside table: Table) -> Block {
    deadlinesChart(beside: table).map(Block.chart) ?? .table(table)
  }

  private var deadlinesDescription: String {
    let milestones = milestones
    let past = milestones.count { $0.lastDay < context.asOf }
    let lead = words(
      .chartTimelineText,
      ["asOf": asOf, "past": "\(past)", "count": "\(milestones.count)"])
    let next = milestones.filter { $0.lastDay >= context.asOf }.min { $0.lastDay < $1.lastDay }
    guard let next else { return "\(lead) \(words(.chartTimelineDone))" }
    let sentence = words(
      .chartTimelineNext,
      [
        "milestone": next.title, "lastDay": next.lastDay.vietnamese,
        "days": "\(next.lastDay.ordinal - context.asOf.ordinal)",
      ])
    return "\(lead) \(sentence)"
  }
}
