import Model

/// How many units stand side by side; more begin anew below.
private let unitsAcross = 4
private let namesWidth = 44
private let stateWidth = Across(hundredths: (100 - namesWidth) * 100 / unitsAcross)

/// Draws a sign in a box for every indicator and unit.
func draw(_ matrix: StatusMatrix) -> Drawing {
  var canvas = Canvas()
  for first in stride(from: 0, to: matrix.units.count, by: unitsAcross) {
    let units = first..<min(first + unitsAcross, matrix.units.count)
    drawHeadings(matrix.units[units], on: &canvas)
    for row in matrix.rows { draw(row, units, on: &canvas) }
    canvas.y = canvas.y + Down(8)
  }
  return canvas.drawing("matrix")
}

private func middle(ofColumn index: Int) -> Across {
  Across(
    hundredths: namesWidth * 100 + stateWidth.hundredths * index + stateWidth.hundredths / 2)
}

/// The units' names, a word a line, because columns are narrow.
private func drawHeadings(_ names: ArraySlice<String>, on canvas: inout Canvas) {
  let words = names.map { $0.split(separator: " ") }
  let height = words.map(\.count).max() ?? 0
  for (index, name) in words.enumerated() {
    for (line, word) in name.enumerated() {
      let below = Down(Canvas.lineHeight.tenths * (height - name.count + line))
      canvas.add(
        .text(
          String(word), classes: "name strong middle", x: middle(ofColumn: index),
          y: canvas.y + below + Canvas.ascent))
    }
  }
  canvas.y = canvas.y + Down(Canvas.lineHeight.tenths * height + 3)
}

private func draw(_ row: StatusMatrix.Row, _ units: Range<Int>, on canvas: inout Canvas) {
  let top = canvas.y
  for (index, state) in row.states[units].enumerated() {
    guard let state else { continue }
    let left = Across(
      hundredths: namesWidth * 100 + stateWidth.hundredths * index + 60)
    let width = Across(hundredths: stateWidth.hundredths - 120)
    canvas.add(
      .box(classes: "state \(state.mark.rawValue)", x: left, y: top, width: width, height: Down(14))
    )
    let text = state.text.isEmpty ? sign(of: state.mark) : "\(sign(of: state.mark)) \(state.text)"
    canvas.write(text, "on \(state.mark.rawValue) middle", at: middle(ofColumn: index))
  }
  // A narrow screen has no room for the name, which the table gives.
  canvas.write(row.id, "name short")
  canvas.writeLines("\(row.id) \(row.name)", "name long", within: 36)
  canvas.y = Down(max(canvas.y.tenths, top.tenths + 14) + 3)
}
