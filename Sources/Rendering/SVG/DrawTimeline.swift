import Model

/// Draws a line of time for each event, with its day on it and today across all.
func draw(_ timeline: Timeline) -> Drawing {
  let days = timeline.events.map(\.day) + [timeline.today]
  let first = days.map(\.ordinal).min() ?? 0
  let span = max((days.map(\.ordinal).max() ?? 0) - first, 1)
  // The ends keep room for half a dot.
  func place(of day: CalendarDay) -> Across {
    Across(hundredths: 200 + (day.ordinal - first) * 9_600 / span)
  }
  var canvas = Canvas()
  let today = place(of: timeline.today)
  let end =
    today.hundredths < 2_000 ? "start" : today.hundredths > 8_000 ? "end" : "middle"
  canvas.write(timeline.today.vietnamese, "tick \(end)", at: today)
  canvas.y = canvas.y + Canvas.lineHeight + Down(2)
  for event in timeline.events {
    canvas.writeLines(event.text, "name")
    let middle = canvas.y + Down(5)
    canvas.add(.line(classes: "way", from: Across(0), to: Across(100), y: middle, end: middle))
    canvas.add(
      .line(
        classes: "today", from: today, to: today, y: middle - Down(5), end: middle + Down(5)))
    canvas.add(
      .dot(classes: "event \(event.nearness.rawValue)", x: place(of: event.day), y: middle))
    canvas.y = middle + Down(10)
  }
  return canvas.drawing("timeline")
}
