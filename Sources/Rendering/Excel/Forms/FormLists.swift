import Model

/// The lists of words of a form, each in a column of a sheet of its own: a spreadsheet takes no
/// list of more than 255 letters in the check itself.
struct FormLists {
  struct List: Hashable {
    let heading: String
    let words: [String]
  }

  /// In the order of the form's columns.
  let lists: [List]
  private let sheetName: String

  init(of form: BlankForm) {
    sheetName = form.listsName
    let cells = form.columns.indices.flatMap { column in
      (form.spareRows > 0 ? [form.columns[column].check] : [])
        + form.rows.map { row in
          if case .asked(let check) = row[column] { check } else { nil }
        }
    }
    var lists: [List] = []
    for case .word(let heading, let words)? in cells.map({ $0?.rule }) {
      let list = List(heading: heading, words: words)
      if !lists.contains(list) { lists.append(list) }
    }
    self.lists = lists
  }

  /// The range of a list, as a check names it.
  func range(heading: String, words: [String]) -> String {
    let column = lists.firstIndex(of: List(heading: heading, words: words)) ?? 0
    let letters = CellAddress(row: 0, column: column).letters
    let sheet = sheetName.replacing("'", with: "''")
    return "='\(sheet)'!$\(letters)$2:$\(letters)$\(words.count + 1)"
  }

  func write(
    to worksheet: Worksheet, of workbook: borrowing Workbook, with formats: inout Formats
  ) throws(WriterError) {
    let widths = lists.map { list in
      ([list.heading] + list.words).reduce(8) { max($0, textWidth($1) * boldFactor) } + 2
    }
    try worksheet.setWidths(widths)
    try worksheet.setPage(isLandscape: false, repeating: 0)
    try worksheet.allowNumbersAsText(in: "A1:\(CellAddress(row: 1_000, column: lists.count))")
    for (column, list) in lists.enumerated() {
      for (row, text) in ([list.heading] + list.words).enumerated() {
        let style = CellStyle(row == 0 ? .heading : .body)
        try worksheet.write(
          StoredValue(text), at: CellAddress(row: row, column: column),
          try formats.format(style, in: workbook))
      }
    }
  }
}
