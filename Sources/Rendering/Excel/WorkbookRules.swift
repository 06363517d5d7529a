import Model

/// Everything for which Excel would call the workbook corrupt, or which would be lost in it, and
/// which libxlsxwriter writes all the same.
///
/// Pure; all problems of the workbook, in the order of its sheets.
func problems(of document: WorkbookDocument) -> [String] {
  let problems = sheetProblems(of: document)
  // Where everything stands is known only of sheets without a problem.
  return problems.isEmpty ? formulaProblems(of: WorkbookLayout(document)) : problems
}

/// The same without what formulas, names and charts refer to.
func sheetProblems(of document: WorkbookDocument) -> [String] {
  let sheets = document.sheets
  var problems = sheets.isEmpty ? ["Bảng tính không có trang nào; phải có ít nhất một trang."] : []
  problems += sheets.flatMap { sheetNameProblems($0.name) }
  problems += repeated(sheets.map(\.name)).map {
    "Có hai trang cùng tên “\($0)” (không phân biệt chữ hoa, chữ thường); hãy đổi tên một trang."
  }
  problems += repeated(sheets.compactMap(\.table?.spreadsheetName)).map {
    "Có hai bảng cùng mã “\($0)”; hãy đổi mã một bảng."
  }
  let names = Set(sheets.map { Array($0.name.utf8) })
  for sheet in sheets {
    let found = sheetProblems(sheet, linkable: names)
    problems += found.map { "Trang “\(sheet.name)”: \($0)" }
  }
  return problems
}

/// The names that occur again, where Excel tells no capital letter from a small one.
func repeated(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { !seen.insert($0.lowercased()).inserted }
}

private func sheetNameProblems(_ name: String) -> [String] {
  var problems: [String] = []
  if name.isEmpty { problems.append("không được để trống") }
  if name.utf16.count > 31 { problems.append("dài quá 31 ký tự") }
  if name.contains(where: { "[]:*?/\\#".contains($0) }) {
    problems.append("không được có ký tự [ ] : * ? / \\ #")
  }
  if name.hasPrefix("'") || name.hasSuffix("'") {
    problems.append("không được bắt đầu hay kết thúc bằng dấu nháy đơn")
  }
  let kept = SpreadsheetText.line(name)
  if kept.text.unicodeScalars.count != name.unicodeScalars.count || kept.escaped != name {
    problems.append("có ký tự mà bảng tính không giữ được")
  }
  if name.lowercased() == "history" { problems.append("là tên mà Excel giữ cho riêng mình") }
  if looksLikeReference(name) { problems.append("trông như địa chỉ ô hoặc số") }
  return problems.map { "Tên trang “\(name)” \($0); hãy đặt tên khác." }
}

/// Whether a formula would take the bare name for a cell or a number, where libxlsxwriter puts no
/// quotation marks around it.
func looksLikeReference(_ name: String) -> Bool {
  let bytes = Array(name.uppercased().utf8)
  let isDigit: (UInt8) -> Bool = { (48...57).contains($0) }
  let isLetter: (UInt8) -> Bool = { (65...90).contains($0) }
  guard bytes.allSatisfy({ isDigit($0) || isLetter($0) || $0 == 0x5F || $0 == 0x2E }) else {
    return false
  }
  let letters = bytes.prefix(while: isLetter)
  let isCell = (1...3).contains(letters.count) && bytes.dropFirst(letters.count).allSatisfy(isDigit)
  let isRowColumn = bytes.first == UInt8(ascii: "R") || bytes.first == UInt8(ascii: "C")
  let rest = bytes.filter { !isDigit($0) }
  return bytes.first.map { !isLetter($0) && $0 != 0x5F } ?? false
    || isCell && letters.count < bytes.count
    || isRowColumn && [Array("R".utf8), Array("C".utf8), Array("RC".utf8)].contains(rest)
}

private func sheetProblems(
  _ sheet: WorkbookDocument.Sheet, linkable names: Set<[UInt8]>
) -> [String] {
  var problems = sheet.title.isEmpty ? ["thiếu tiêu đề ở ô A1."] : []
  guard let table = sheet.table else { return problems }
  // The lines beside a table take a few rows more where they are broken; they are few.
  let rowCount = 2 + sheet.lines.count + table.rows.count
  problems += sizeProblems(rows: rowCount, columns: table.columns.count)
  problems += headingProblems(table.spreadsheetHeadings.map(\.text))
  if table.id.isEmpty || table.id.utf8.count > 200 || !table.id.utf8.allSatisfy(isIdentifier) {
    problems.append("mã bảng “\(table.id)” phải gồm 1 đến 200 chữ cái không dấu, chữ số và dấu -.")
  }
  return problems + linkProblems(of: table, linkable: names)
}

private func isIdentifier(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
  default: false
  }
}

/// A spreadsheet's limits of rows and columns.
func sizeProblems(rows: Int, columns: Int) -> [String] {
  var problems: [String] = []
  if columns == 0 { problems.append("bảng không có cột nào.") }
  if columns > 16_384 { problems.append("bảng có \(columns) cột; bảng tính chỉ chứa 16.384 cột.") }
  if rows > 1_048_576 {
    problems.append("trang có \(rows) dòng; bảng tính chỉ chứa 1.048.576 dòng.")
  }
  return problems
}

private func headingProblems(_ headings: [String]) -> [String] {
  var problems = repeated(headings).map {
    "bảng có hai cột cùng tên “\($0)” (không phân biệt chữ hoa, chữ thường)."
  }
  for (index, heading) in headings.enumerated() {
    if heading.allSatisfy(\.isWhitespace) { problems.append("cột \(index + 1) không có tên.") }
    if SpreadsheetText(heading).escaped.utf16.count > 255 {
      problems.append("tên cột \(index + 1) dài quá 255 ký tự.")
    }
  }
  return problems
}

private func linkProblems(of table: Table, linkable names: Set<[UInt8]>) -> [String] {
  let links = table.rows.joined().compactMap(\.link).map(CellLink.init)
  var problems: [String] = []
  if links.count > CellLink.maximumCount {
    problems.append(
      "bảng có \(links.count) liên kết; bảng tính chỉ chứa 65.530 liên kết một trang.")
  }
  for link in links {
    switch link {
    case .sheet(let name) where !names.contains(Array(name.utf8)):
      problems.append("liên kết “#\(name)” không dẫn tới trang nào.")
    case .file(let path) where path.isEmpty || link.encodedLength > CellLink.limit:
      problems.append("liên kết “\(path.prefix(80))” trống hoặc dài quá 2.079 ký tự.")
    default: break
    }
  }
  return problems
}
