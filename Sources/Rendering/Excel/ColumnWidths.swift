import Model

/// The widths of a sheet's columns, so that nothing is cut and a printed page stays legible.
///
/// A column is as wide as its longest text up to a cap, and wraps beyond it. The cap falls from 60
/// as far as to 20 until the table is at most one and a half times as wide as the page, because
/// printing shrinks it to the page's width.
///
/// - Unit: the width of a digit.
func columnWidths(of layout: SheetLayout) -> [Double] {
  guard let table = layout.sheet.table else { return [linesWidth(of: layout)] }
  let wishes = table.columns.indices.map { Wish(column: $0, of: table) }
  let limit = pageWidth(isLandscape: layout.sheet.isLandscape) * 1.5
  let cap = (20...60).last { cap in wishes.reduce(0) { $0 + $1.width(cap: cap) } <= limit }
  return wishes.map { $0.width(cap: cap ?? 20) }
}

/// A sheet of lines alone is one column of the page's width at most.
private func linesWidth(of layout: SheetLayout) -> Double {
  let longest = (layout.lines + [layout.title]).map(textWidth).max() ?? 0
  return min(max(longest + padding, 20), pageWidth(isLandscape: layout.sheet.isLandscape))
}

/// Digits of 12 points between the margins of an A4 page.
private func pageWidth(isLandscape: Bool) -> Double { isLandscape ? 119 : 78 }

/// Blank space on both sides of a cell.
private let padding = 2.0

private struct Wish {
  /// The longest text of the body.
  var body = 0.0
  /// The widest word of the heading, which is bold.
  let headingWord: Double
  let heading: Double

  init(column: Int, of table: Table) {
    heading = textWidth(table.columns[column].title) * 1.1
    headingWord = widestWord(table.columns[column].title) * 1.1
    for row in table.rows where body < 60 { body = max(body, textWidth(row[column].text)) }
  }

  func width(cap: Int) -> Double {
    let wished = max(body, min(heading, 18))
    let capped = max(min(wished, Double(cap)), min(headingWord, 60), 6)
    return (capped + padding).rounded(.up)
  }
}
