import Model

/// Draws units two by two, each with its result and its bars.
func draw(_ panels: SharePanels) -> Drawing {
  var canvas = Canvas()
  for first in stride(from: 0, to: panels.panels.count, by: 2) {
    let pair = panels.panels[first..<min(first + 2, panels.panels.count)]
    let top = canvas.y
    var bottom = top
    for (panel, x) in zip(pair, [Across(0), Across(52)]) {
      canvas.y = top
      draw(panel, at: x, on: &canvas)
      if canvas.y.tenths > bottom.tenths { bottom = canvas.y }
    }
    canvas.y = bottom + Down(8)
  }
  return canvas.drawing("panels")
}

private func draw(_ panel: SharePanels.Panel, at x: Across, on canvas: inout Canvas) {
  let width = Canvas.narrow * 0.46
  canvas.writeLines(panel.name, "name strong", at: x, within: width)
  canvas.writeLines("\(sign(of: panel.mark)) \(panel.result)", "name", at: x, within: width)
  canvas.y = canvas.y + Down(2)
  for bar in panel.bars {
    canvas.write(bar.name, "tick", at: x)
    canvas.draw(bar, from: x + Across(11), along: Across(15))
    let lines = wrapped("\(sign(of: bar.mark)) \(bar.value)", to: Canvas.narrow * 0.2)
    for line in lines {
      canvas.write(String(line), "value", at: x + Across(27))
      canvas.y = canvas.y + Canvas.lineHeight
    }
  }
}
