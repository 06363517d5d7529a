import Model

extension Canvas {
  /// One bar on its scale, at the present place: the frame of the scale, the share, what it may
  /// still become, and the limits across it.
  mutating func draw(_ bar: ShareBars.Bar, from start: Across, along width: Across) {
    let (top, height) = (y + Down(2), Down(9))
    let state = bar.share == nil ? "scale empty" : "scale"
    add(.box(classes: state, x: start, y: top, width: width, height: height))
    for (share, kind) in [(bar.possible, "possible"), (bar.share, "share")] {
      guard let share else { continue }
      let length = place(of: share, from: Across(0), along: width)
      let classes = "\(kind) \(bar.mark.rawValue)"
      add(.box(classes: classes, x: start, y: top, width: length, height: height))
    }
    for limit in bar.limits {
      let x = place(of: limit, from: start, along: width)
      add(.line(classes: "limit", from: x, to: x, y: top - Down(2), end: top + height + Down(2)))
    }
  }
}
