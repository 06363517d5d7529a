import Foundation
public import Model

/// Renders a form as a workbook (.xlsx): the form, its instructions, and its lists of words.
///
/// The form's headings stand in the first row of the first sheet, where readers look for them. What
/// is typed is checked against the form's rules and lists. The same form always gives the same
/// bytes.
///
/// - Parameters:
///   - form: the form.
///   - file: the name that faults give.
/// - Returns: the bytes of the file.
/// - Throws: a fault with every name or text that a spreadsheet cannot keep, or that the temporary
///   file cannot be written.
public func renderForm(_ form: BlankForm, file: String) throws(Fault) -> [UInt8] {
  let problems = formProblems(of: form)
  guard problems.isEmpty else {
    throw Fault(problems.map { Fault.Problem(file: file, message: $0) })
  }
  return try writtenBytes(file: file, under: FileManager.default.temporaryDirectory) {
    path, folder throws(WriterError) in
    try write(form, to: path, in: folder)
  }
}

private func write(
  _ form: BlankForm, to path: String, in folder: String
) throws(WriterError) {
  let workbook = try Workbook(path: path, folder: folder, document: form.guide)
  var formats = Formats()
  let sheet = try workbook.addSheet(form.sheetName)
  sheet.activate()
  let lists = FormLists(of: form)
  try FormSheet(form, lists: lists).write(to: sheet, of: workbook, with: &formats)
  for guide in form.guide.sheets {
    try Rendering.write(
      SheetLayout(guide), to: try workbook.addSheet(guide.name), of: workbook, with: &formats)
  }
  if !lists.lists.isEmpty {
    try lists.write(to: try workbook.addSheet(form.listsName), of: workbook, with: &formats)
  }
  try workbook.close()
}

/// Everything of a form that a workbook cannot keep.
private func formProblems(of form: BlankForm) -> [String] {
  let named = form.guide.sheets.map(\.name) + [form.sheetName, form.listsName]
  let sheets = named.map {
    WorkbookDocument.Sheet(name: $0, title: $0, lines: [], table: nil)
  }
  let names = WorkbookDocument(
    title: form.guide.title, subject: "", author: "", created: form.guide.created, sheets: sheets)
  let cells = form.rows.joined().compactMap { cell in
    if case .asked(let check) = cell { check } else { nil }
  }
  let checks = Set(form.columns.compactMap(\.check) + cells)
  return problems(of: names) + problems(of: form.guide)
    + checks.filter { $0.title.utf16.count > 32 || $0.message.utf16.count > 255 }
    .map(\.message).sorted()
    .map { "Lời nhắc “\($0)” dài quá 255 ký tự, hoặc tiêu đề của nó dài quá 32 ký tự." }
}
