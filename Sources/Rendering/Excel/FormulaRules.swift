import Model

/// Everything in names, formulas and charts for which a spreadsheet would call the workbook corrupt,
/// or would calculate an error.
func formulaProblems(of layout: WorkbookLayout) -> [String] {
  let known = Set(layout.document.names.map(\.name))
  return nameProblems(of: layout)
    + layout.sheets.flatMap { sheet in
      (sheetFormulaProblems(of: sheet, knowing: known) + chartProblems(of: sheet)).map {
        "Trang “\(sheet.sheet.name)”: \($0)"
      }
    }
}

private func nameProblems(of layout: WorkbookLayout) -> [String] {
  let names = layout.names
  var problems = repeated(names.map(\.name)).map { "Có hai ô cùng tên “\($0)”." }
  for (name, target) in names {
    if !isPlainName(name) {
      problems.append("Tên ô “\(name)” phải gồm chữ cái không dấu, chữ số và dấu _.")
    }
    if target == Formula.nowhere { problems.append("Tên ô “\(name)” không dẫn tới ô nào.") }
  }
  return problems
}

/// Whether a formula takes the word for a name, and not for a cell or a number.
private func isPlainName(_ name: String) -> Bool {
  let isPlain = name.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }
  return isPlain && (1...255).contains(name.utf8.count) && !looksLikeReference(name)
}

private func sheetFormulaProblems(
  of layout: SheetLayout, knowing names: Set<String>
) -> [String] {
  guard let table = layout.sheet.table else { return [] }
  var problems: [String] = []
  for (row, cells) in table.rows.enumerated() {
    for (column, cell) in cells.enumerated() {
      guard let formula = cell.formula else { continue }
      let place = CellAddress(row: layout.headingRow + 1 + row, column: column)
      let length = layout.formula(at: place)?.utf16.count ?? 0
      problems += problemsOf(formula, of: length, in: layout, knowing: names).map {
        "ô \(place) \($0)"
      }
    }
  }
  return problems
}

private func problemsOf(
  _ formula: Formula, of length: Int, in layout: SheetLayout, knowing names: Set<String>
) -> [String] {
  var problems: [String] = []
  if length > Formula.limit {
    problems.append("có công thức dài \(length) ký tự; bảng tính chỉ nhận 8.192.")
  }
  if !formula.leadsSomewhere(in: layout.places) {
    problems.append("có công thức dẫn tới ô không có.")
  }
  if formula.depth > Formula.depthLimit || formula.widest > Formula.argumentLimit {
    problems.append("có công thức lồng quá sâu hoặc quá nhiều đối số.")
  }
  for name in formula.names where !names.contains(name) {
    problems.append("có công thức dùng tên “\(name)” không có.")
  }
  return problems
}

extension Formula {
  fileprivate func leadsSomewhere(in places: TablePlaces) -> Bool {
    switch self {
    case .whole, .text, .name: true
    case .cell(let cell): places.address(of: cell) != nil
    case .column(let column): places.address(of: column) != nil
    case .operation(let left, _, let right):
      left.leadsSomewhere(in: places) && right.leadsSomewhere(in: places)
    case .call(_, let arguments): arguments.allSatisfy { $0.leadsSomewhere(in: places) }
    }
  }
}

private func chartProblems(of layout: SheetLayout) -> [String] {
  guard let chart = layout.sheet.chart else { return [] }
  let ranges = [chart.categories] + chart.series.map(\.values)
  var problems =
    ranges.allSatisfy { layout.places.address(of: $0) != nil }
    ? [] : ["biểu đồ dẫn tới ô không có."]
  if chart.series.isEmpty { problems.append("biểu đồ không có số liệu.") }
  // The library leaves out a longer title without a word.
  let texts = [chart.title, chart.categoryAxis, chart.valueAxis] + chart.series.map(\.title)
  if !texts.allSatisfy({ (1...200).contains($0.utf16.count) && SpreadsheetText.line($0).text == $0 }
  ) {
    problems.append("biểu đồ có chữ trống, quá dài, hoặc không giữ được.")
  }
  return problems
}
