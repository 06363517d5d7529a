import Mustache

/// One element of a drawing.
///
/// Across, places are shares of the width, so that a drawing fits any paper and screen without its
/// letters shrinking; down, they are in the height of its letters. Colours, strokes and fonts are
/// the style sheet's, by the classes.
enum Shape: Hashable {
  case box(classes: String, x: Across, y: Down, width: Across, height: Down)
  case line(classes: String, from: Across, to: Across, y: Down, end: Down)
  case dot(classes: String, x: Across, y: Down)
  /// `y` is the line that letters stand on.
  case text(String, classes: String, x: Across, y: Down)
}

/// A place or length across a drawing.
///
/// - Unit: hundredths of a per cent of its width.
struct Across: Hashable {
  let hundredths: Int

  init(_ percent: Int) { hundredths = percent * 100 }
  init(hundredths: Int) { self.hundredths = hundredths }

  /// Without locale: `91.67%`.
  var text: String { decimal(hundredths, places: 2) + "%" }

  static func + (left: Across, right: Across) -> Across {
    Across(hundredths: left.hundredths + right.hundredths)
  }
}

/// A place or length down a drawing.
///
/// - Unit: tenths of the height of its letters.
struct Down: Hashable {
  let tenths: Int

  init(_ tenths: Int) { self.tenths = tenths }

  /// Without locale: `1.2em`.
  var text: String { decimal(tenths, places: 1) + "em" }

  static func + (left: Down, right: Down) -> Down { Down(left.tenths + right.tenths) }
  static func - (left: Down, right: Down) -> Down { Down(left.tenths - right.tenths) }
}

private func decimal(_ number: Int, places: Int) -> String {
  let unit = places == 1 ? 10 : 100
  let fraction = String(number.magnitude % UInt(unit))
  let padded = String(repeating: "0", count: places - fraction.count) + fraction
  return (number < 0 ? "-" : "") + "\(number.magnitude / UInt(unit)).\(padded)"
}

/// A drawing before a template writes it.
struct Drawing: Hashable {
  /// The class of its kind.
  let kind: String
  let height: Down
  let shapes: [Shape]
}

extension Shape: MustacheParent {
  func child(named name: String) -> Any? {
    switch (name, self) {
    case ("box", .box(let classes, let x, let y, let width, let height)):
      [
        "classes": classes, "x": x.text, "y": y.text, "width": width.text, "height": height.text,
      ] as Frame
    case ("line", .line(let classes, let from, let to, let y, let end)):
      ["classes": classes, "x1": from.text, "x2": to.text, "y1": y.text, "y2": end.text] as Frame
    case ("dot", .dot(let classes, let x, let y)):
      ["classes": classes, "x": x.text, "y": y.text] as Frame
    case ("text", .text(let text, let classes, let x, let y)):
      ["text": text, "classes": classes, "x": x.text, "y": y.text] as Frame
    case ("box", _), ("line", _), ("dot", _), ("text", _): Absent()
    default: nil
    }
  }
}
