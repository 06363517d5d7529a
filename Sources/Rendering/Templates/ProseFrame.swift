import Model

/// What a template can name of each piece of a line.
func frames(of runs: [ProseRun]) -> [Frame] {
  runs.map { run in
    [
      "text": run.text, "isSpaced": run.lead == .blank, "isBroken": run.lead == .lineBreak,
      "isStrong": run.style == .strong || run.style == .strongEmphasis,
      "isEmphasised": run.style == .emphasis || run.style == .strongEmphasis,
    ]
  }
}

/// What a template can name of each item of an outline.
///
/// The marks of Markdown are given whole, because what they are depends on the items around.
func frames(of items: [ProseItem]) -> [Frame] {
  var marks = OutlineMarks()
  return items.map { item in
    let mark = marks.next(item)
    var number = ""
    if case .number(let value) = item.marker { number = "\(value)" }
    return [
      "runs": frames(of: item.runs), "level": "\(item.level)", "indent": mark.indent,
      "bullet": mark.bullet, "isApart": mark.isApart, "isDash": item.marker == .dash,
      "number": Absent.ifBlank(number), "isContinuation": item.marker == .none,
    ]
  }
}

/// The last paragraph without the stop that the closing sign replaces.
func withoutEnd(_ runs: [ProseRun]) -> [ProseRun] {
  guard let last = runs.last else { return runs }
  return runs.dropLast() + [ProseRun(withoutEnd(last.text), last.style, after: last.lead)]
}

/// How Markdown writes the items of an outline, so that every reader sees the same items.
private struct OutlineMarks {
  struct Mark {
    /// Before every line of the item but its first.
    let indent: String
    /// Before its first.
    let bullet: String
    /// Whether a blank line must part the item from the one before.
    let isApart: Bool
  }

  /// Letters that the text of an item of each level is indented by, from the level above.
  private var widths: [Int] = []
  /// The last item of each level that is open, with the sign after its number.
  private var open: [(marker: ProseItem.Marker, sign: String)] = []
  private var previous: ProseItem?

  mutating func next(_ item: ProseItem) -> Mark {
    defer { previous = item }
    let above = String(repeating: " ", count: widths.prefix(item.level - 1).reduce(0, +))
    guard item.marker != .none else {
      open.removeSubrange(min(item.level, open.count)...)
      let indent = String(repeating: " ", count: widths.prefix(item.level).reduce(0, +))
      return Mark(indent: indent, bullet: indent, isApart: true)
    }
    let sign = sign(of: item)
    let bullet = sign.isEmpty ? "-" : sign
    widths = widths.prefix(item.level - 1) + [bullet.count + 1]
    open = open.prefix(item.level - 1) + [(item.marker, String(sign.suffix(1)))]
    return Mark(
      indent: above + String(repeating: " ", count: bullet.count + 1),
      bullet: above + bullet + (item.runs.isEmpty ? "" : " "), isApart: isApart(item))
  }

  /// The number of an item with its sign; empty for a dash.
  ///
  /// The sign changes where it would make one list with the item before, and so another number.
  private func sign(of item: ProseItem) -> String {
    guard case .number(let number) = item.marker else { return "" }
    guard open.count >= item.level, case .number(let last) = open[item.level - 1].marker else {
      return "\(number)."
    }
    let sign = open[item.level - 1].sign
    return "\(number)" + (number == last + 1 ? sign : sign == "." ? ")" : ".")
  }

  /// An item without words, or with another number than 1, cannot interrupt the words above it.
  private func isApart(_ item: ProseItem) -> Bool {
    guard let previous, item.level > previous.level, !previous.runs.isEmpty else { return false }
    if item.runs.isEmpty { return true }
    if case .number(let number) = item.marker { return number != 1 }
    return false
  }
}
