import CXlsxWriter
import Foundation
import Model

/// A workbook that is being written, the owner of libxlsxwriter's one.
///
/// The file appears when the workbook is closed; an abandoned workbook leaves none. Everything that
/// the library would write without complaint and Excel would not read is refused or replaced
/// before it comes here.
struct Workbook: ~Copyable {
  private let pointer: UnsafeMutablePointer<lxw_workbook>

  /// Opens a workbook whose own temporary files go to `folder`.
  init(path: String, folder: String, document: WorkbookDocument) throws(WriterError) {
    let opened = folder.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let opened else { throw WriterError(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    let error = setProperties(of: opened, from: document)
    guard error == LXW_NO_ERROR else {
      lxw_workbook_free(opened)
      throw WriterError(error)
    }
    // The first format is the one of every cell without a format, and of the headings' letters.
    if let standard = opened.pointee.formats.pointee.stqh_first { setFont(of: standard) }
    pointer = opened
  }

  deinit { lxw_workbook_free(pointer) }

  /// Writes the file.
  ///
  /// No error does not mean that the file is whole: a full temporary folder goes unnoticed.
  consuming func close() throws(WriterError) {
    let pointer = pointer
    // The library frees the workbook even when it fails.
    discard self
    try check(workbook_close(pointer))
  }

  /// Adds a sheet, which is valid until the workbook is closed.
  func addSheet(_ name: String) throws(WriterError) -> Worksheet {
    guard let sheet = workbook_add_worksheet(pointer, name) else {
      throw WriterError(LXW_ERROR_PARAMETER_VALIDATION)
    }
    return Worksheet(sheet)
  }

  /// Adds a format with the look of a style, which is valid until the workbook is closed.
  func addFormat(_ style: CellStyle) throws(WriterError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(pointer) else {
      throw WriterError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    apply(style, to: format)
    return format
  }

  /// Adds the format that a mark gives to whatever format a cell has.
  func addFormat(of mark: Mark) throws(WriterError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(pointer) else {
      throw WriterError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    let colours = Colours(of: mark)
    format_set_font_color(format, lxw_color_t(colours.text))
    format_set_bg_color(format, lxw_color_t(colours.fill))
    return format
  }

  /// Adds a chart without series, which is valid until the workbook is closed.
  func addChart(_ kind: lxw_chart_type) throws(WriterError) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(pointer, UInt8(kind.rawValue)) else {
      throw WriterError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    return chart
  }

  /// Gives a name to a cell.
  func define(_ name: String, as target: String) throws(WriterError) {
    try check(workbook_define_name(pointer, name, "=" + target))
  }
}

/// What libxlsxwriter answers when it cannot write.
struct WriterError: Error {
  let code: UInt32

  init(_ error: lxw_error) { code = UInt32(error.rawValue) }
}

/// Throws unless the library answers that all is well.
func check(_ error: lxw_error) throws(WriterError) {
  guard error == LXW_NO_ERROR else { throw WriterError(error) }
}

private func setProperties(
  of workbook: UnsafeMutablePointer<lxw_workbook>, from document: WorkbookDocument
) -> lxw_error {
  let texts = [document.title, document.subject, document.author, document.keywords].map {
    strdup(SpreadsheetText.line($0, limit: 255).text)
  }
  defer { texts.forEach { free($0) } }
  var properties = lxw_doc_properties()
  properties.title = texts[0]
  properties.subject = texts[1]
  properties.author = texts[2]
  properties.company = texts[2]
  properties.keywords = texts[3]
  properties.created = document.created.noon
  return workbook_set_properties(workbook, &properties)
}
