import Model

/// Shapes one below the other, with the place of the next.
struct Canvas {
  private(set) var shapes: [Shape] = []
  /// Where the next line begins.
  var y = Down(0)

  /// From one line of letters to the next.
  static let lineHeight = Down(13)
  /// From the top of a line to what its letters stand on.
  static let ascent = Down(10)
  /// What fits across a card on the narrowest screen, in the letters that the style sheet has there.
  ///
  /// - Unit: the width of a digit.
  static let narrow = 42.0

  mutating func add(_ shape: Shape) { shapes.append(shape) }

  /// Writes one line at the present place, and stays there.
  mutating func write(_ text: String, _ classes: String, at x: Across = Across(0)) {
    add(.text(text, classes: classes, x: x, y: y + Self.ascent))
  }

  /// Writes a text in as many lines as it needs, and goes on below it.
  mutating func writeLines(
    _ text: String, _ classes: String, at x: Across = Across(0), within width: Double = narrow
  ) {
    for line in wrapped(text, to: width) {
      write(String(line), classes, at: x)
      y = y + Self.lineHeight
    }
  }

  func drawing(_ kind: String) -> Drawing { Drawing(kind: kind, height: y, shapes: shapes) }
}

/// The sign that stands for a mark wherever colours are not seen, as in tables.
func sign(of mark: Mark) -> String {
  switch mark {
  case .good: "✓"
  case .bad: "✗"
  case .warning: "!"
  case .unknown: "?"
  }
}

/// The place of a percentage on a scale from 0 to 100 that begins at `start` and is `width` long;
/// cut, never rounded, so that a bar below a limit ends before it.
func place(of percentage: Rational, from start: Across, along width: Across) -> Across {
  let bounded = min(max(percentage, .zero), Rational(100))
  let digits = bounded.truncated(to: 2).filter { $0 != "…" }.split(separator: ".")
  let fraction = digits.count > 1 ? (digits[1] + "00").prefix(2) : "00"
  let hundredths = (Int(digits[0]) ?? 0) * 100 + (Int(fraction) ?? 0)
  return start + Across(hundredths: hundredths * width.hundredths / 10_000)
}
