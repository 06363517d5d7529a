import Model

private let scaleWidth = Across(66)
private let valueStart = Across(69)

/// Draws shares one below the other: the name, then the bar with its value.
func draw(_ bars: ShareBars) -> Drawing {
  var canvas = Canvas()
  drawScale(bars.scale, on: &canvas)
  for bar in bars.bars {
    canvas.writeLines(bar.name, "name")
    canvas.draw(bar, from: Across(0), along: scaleWidth)
    let lines = wrapped("\(sign(of: bar.mark)) \(bar.value)", to: Canvas.narrow * 0.31)
    for (index, line) in lines.enumerated() {
      if index > 0 { canvas.y = canvas.y + Canvas.lineHeight }
      canvas.write(String(line), "value", at: valueStart)
    }
    canvas.y = canvas.y + Canvas.lineHeight + Down(5)
  }
  return canvas.drawing("bars")
}

private func drawScale(_ marks: [ScaleMark], on canvas: inout Canvas) {
  canvas.write("0", "tick")
  for mark in marks where mark.value > .zero && mark.value < Rational(100) {
    let x = place(of: mark.value, from: Across(0), along: scaleWidth)
    canvas.write(mark.text, "tick middle", at: x)
  }
  canvas.write("100%", "tick", at: valueStart)
  canvas.y = canvas.y + Canvas.lineHeight + Down(3)
}
