import Foundation
public import Model

/// Renders a workbook as an Office Open XML file (.xlsx).
///
/// The same document always gives the same bytes, under every locale. Each sheet is its title in
/// A1, its lines, and its table as a real table, without a blank row. Texts are never formulas;
/// characters that a spreadsheet cannot keep become U+FFFD, and texts longer than a cell are cut
/// and end with `…`. A formula is written with the value that the
/// document gives, and is recalculated when the file is opened. libxlsxwriter writes files only, so a private temporary folder is used and
/// removed; when that disk is full the library does not notice, so the bytes must pass
/// ``checkWorkbook(_:against:file:)`` before they are kept.
///
/// - Parameters:
///   - document: what the workbook says.
///   - file: the name that faults give.
/// - Returns: the bytes of the file.
/// - Throws: a fault with every name, heading, size or link that a spreadsheet cannot keep, or that
///   the temporary file cannot be written.
public func renderWorkbook(
  _ document: WorkbookDocument, file: String = "workbook.xlsx"
) throws(Fault) -> [UInt8] {
  try renderWorkbook(document, file: file, under: FileManager.default.temporaryDirectory)
}

/// Renders a workbook, and reads it again to compare it with the document.
///
/// The same as ``renderWorkbook(_:file:)`` and ``checkWorkbook(_:against:file:)`` one after the
/// other; where the cells stand is worked out once for both.
///
/// - Parameters:
///   - document: what the workbook says.
///   - file: the name that faults give.
/// - Returns: the bytes of the file.
/// - Throws: a fault of either.
public func renderCheckedWorkbook(
  _ document: WorkbookDocument, file: String
) throws(Fault) -> [UInt8] {
  let layout = try soundLayout(of: document, file: file)
  let bytes = try render(layout, file: file, under: FileManager.default.temporaryDirectory)
  try checkWorkbook(bytes, against: layout, file: file)
  return bytes
}

/// Renders a workbook in a private folder that is made under another one, and removed.
func renderWorkbook(
  _ document: WorkbookDocument, file: String, under temporary: URL
) throws(Fault) -> [UInt8] {
  try render(try soundLayout(of: document, file: file), file: file, under: temporary)
}

private func render(
  _ layout: WorkbookLayout, file: String, under temporary: URL
) throws(Fault) -> [UInt8] {
  let bytes = try writtenBytes(file: file, under: temporary) { path, folder throws(WriterError) in
    try write(layout, to: path, in: folder)
  }
  return try withLanguage(bytes, of: layout.document, file: file)
}

/// Where everything stands, of a document without a problem.
private func soundLayout(
  of document: WorkbookDocument, file: String
) throws(Fault) -> WorkbookLayout {
  let refuse = { (problems: [String]) throws(Fault) in
    guard problems.isEmpty else {
      throw Fault(problems.map { Fault.Problem(file: file, message: $0) })
    }
  }
  try refuse(sheetProblems(of: document))
  let layout = WorkbookLayout(document)
  try refuse(formulaProblems(of: layout))
  return layout
}

/// The bytes of the file that `write` makes at a path in a private folder, which is made under
/// another one, and removed.
func writtenBytes(
  file: String, under temporary: URL,
  by write: (_ path: String, _ folder: String) throws(WriterError) -> Void
) throws(Fault) -> [UInt8] {
  let folder = temporary.appendingPathComponent(UUID().uuidString)
  do {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // A folder that cannot be removed again is no reason to withhold a workbook.
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appendingPathComponent("workbook.xlsx")
    try write(target.path, folder.path)
    return [UInt8](try Data(contentsOf: target))
  } catch let error as WriterError {
    throw Fault(
      file: file,
      "Không ghi được bảng tính (libxlsxwriter báo lỗi số \(error.code)); "
        + "hãy kiểm tra chỗ trống của thư mục tạm.")
  } catch {
    throw Fault(
      file: file, "Không ghi được tệp tạm của bảng tính; hãy kiểm tra chỗ trống và quyền ghi.")
  }
}

private func write(
  _ layout: WorkbookLayout, to path: String, in folder: String
) throws(WriterError) {
  let workbook = try Workbook(path: path, folder: folder, document: layout.document)
  var formats = Formats()
  for (index, sheet) in layout.sheets.enumerated() {
    let worksheet = try workbook.addSheet(sheet.sheet.name)
    if index == 0 { worksheet.activate() }
    try write(sheet, to: worksheet, of: workbook, with: &formats)
  }
  for (name, target) in layout.names { try workbook.define(name, as: target) }
  try workbook.close()
}
