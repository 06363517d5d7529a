import Model

/// The widths of a table's columns, so that nothing is cut and a printed page stays legible.
///
/// A column is as wide as its longest text up to a cap, and wraps beyond it. The cap falls from 60
/// as far as to 11 until the table is at most one and a half times as wide as the page, because
/// printing shrinks it to the page's width; columns of prose keep more of theirs.
///
/// - Unit: the width of a digit.
func columnWidths(of table: Table, isLandscape: Bool) -> [Double] {
  let wishes = table.columns.indices.map { Wish(column: $0, of: table) }
  let limit = pageWidth(isLandscape: isLandscape) * 1.5
  let cap = (11...60).last { cap in wishes.reduce(0) { $0 + $1.width(cap: cap) } <= limit }
  return wishes.map { $0.width(cap: cap ?? 11) }
}

/// The width between the margins of an A4 page.
///
/// - Unit: the width of a digit of 12 points.
func pageWidth(isLandscape: Bool) -> Double { isLandscape ? 119 : 78 }

/// How much wider bold letters are.
let boldFactor = 1.1

private struct Wish {
  /// The longest text of the body.
  var body = 0.0
  let heading: Double
  /// The widest word of the heading.
  let headingWord: Double

  init(column: Int, of table: Table) {
    heading = textWidth(table.columns[column].title) * boldFactor
    headingWord = widestWord(table.columns[column].title) * boldFactor
    for row in table.rows where body < 60 { body = max(body, textWidth(row[column].text)) }
  }

  func width(cap: Int) -> Double {
    let wished = max(body, min(heading, 18))
    // Long prose would otherwise be as narrow as short labels, and its rows very tall.
    let ownCap = body >= 60 ? min(Double(cap) * 1.8, 60) : Double(cap)
    let capped = max(min(wished, ownCap), min(headingWord, 60), 6)
    // With blank space on both sides.
    return (capped + 2).rounded(.up)
  }
}
