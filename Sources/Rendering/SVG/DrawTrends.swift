import Model

/// Draws a panel for each indicator: years across, shares from 0 to 100 per cent up; the way so far,
/// where it leads, and the targets as lines that end in their year.
func draw(_ trends: TrendPanels) -> Drawing {
  let years = trends.panels.flatMap { $0.points + $0.targets + $0.projection }.map(\.year)
  let scale = TrendScale(first: years.min() ?? 0, last: years.max() ?? 0)
  var canvas = Canvas()
  for panel in trends.panels {
    canvas.writeLines(panel.name, "name")
    draw(panel, scale, on: &canvas)
    canvas.y = canvas.y + Down(8)
  }
  return canvas.drawing("trends")
}

/// Where years and shares stand in a panel.
private struct TrendScale {
  let first: Int
  let last: Int
  static let height = Down(70)

  func x(_ year: Int) -> Across {
    Across(hundredths: 400 + (year - first) * 7_400 / max(last - first, 1))
  }

  func y(_ share: Rational, below top: Down) -> Down {
    let left = place(of: share, from: Across(0), along: Across(100)).hundredths
    return top + Down(Self.height.tenths - Self.height.tenths * left / 10_000)
  }
}

private func draw(_ panel: TrendPanels.Panel, _ scale: TrendScale, on canvas: inout Canvas) {
  let top = canvas.y + Down(4)
  let bottom = top + TrendScale.height
  canvas.add(
    .box(
      classes: "scale", x: Across(4), y: top, width: Across(74), height: TrendScale.height))
  for target in panel.targets {
    let y = scale.y(target.value, below: top)
    canvas.add(
      .line(classes: "limit", from: Across(4), to: scale.x(target.year), y: y, end: y))
    canvas.add(
      .text(
        "\(target.year)", classes: "tick middle", x: scale.x(target.year), y: bottom + Down(12)))
  }
  draw(panel.projection, "possible", scale, top, on: &canvas)
  draw(panel.points, "way strong", scale, top, on: &canvas)
  for point in panel.points {
    canvas.add(
      .dot(classes: "event past", x: scale.x(point.year), y: scale.y(point.value, below: top)))
  }
  if let first = panel.points.first {
    canvas.add(
      .text(
        "\(first.year)", classes: "tick middle", x: scale.x(first.year), y: bottom + Down(12)))
  }
  canvas.add(
    .text(
      "\(sign(of: panel.mark)) \(panel.value)", classes: "value", x: Across(80),
      y: (panel.points.last.map { scale.y($0.value, below: top) } ?? bottom) + Down(4)))
  canvas.y = bottom + Down(16)
}

private func draw(
  _ points: [TrendPanels.Point], _ classes: String, _ scale: TrendScale, _ top: Down,
  on canvas: inout Canvas
) {
  for (one, other) in zip(points, points.dropFirst()) {
    canvas.add(
      .line(
        classes: classes, from: scale.x(one.year), to: scale.x(other.year),
        y: scale.y(one.value, below: top), end: scale.y(other.value, below: top)))
  }
}
