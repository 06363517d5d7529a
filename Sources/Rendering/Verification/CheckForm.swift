public import Model
import OpenXML

/// Reads a form's workbook again and compares its first sheet with the form.
///
/// Every part of the archive is read to its end: checksum, size, well-formed XML. Then every text of
/// the form's own sheet is compared. Pure.
///
/// - Parameters:
///   - bytes: the file.
///   - form: what the workbook should hold.
///   - file: the name that faults give.
/// - Throws: a fault with the first difference.
public func checkForm(_ bytes: [UInt8], against form: BlankForm, file: String) throws(Fault) {
  do {
    let archive = try ZipArchive(bytes, limits: .own)
    let texts = SharedStringsPart { String(decoding: $0, as: UTF8.self) }
    try readXML("xl/sharedStrings.xml", of: archive, to: texts)
    let sheet = FormPart(texts: texts.texts)
    try readXML("xl/worksheets/sheet1.xml", of: archive, to: sheet)
    try expect(sheet.rows, toBe: form.texts, "Các ô của biểu mẫu")
    for name in archive.names { try readXML(name, of: archive, to: WellFormedPart()) }
  } catch {
    throw Fault(
      file: file,
      "Biểu mẫu vừa ghi không dùng được: \(error.message) Hãy kiểm tra chỗ trống rồi chạy lại.")
  }
}

extension BlankForm {
  /// What the cells hold, heading row first, as a file keeps it.
  fileprivate var texts: [[String]] {
    let given = rows.map { row in
      row.map { cell in
        if case .given(let text) = cell { SpreadsheetText(text).escaped } else { "" }
      }
    }
    return [columns.map { SpreadsheetText($0.heading).escaped }] + given
  }
}

/// Reads the texts of a sheet, row by row.
private final class FormPart: PartReader {
  private let texts: [String]
  private(set) var rows: [[String]] = []
  private var value: [UInt8] = []
  private var isValue = false

  init(texts: [String]) { self.texts = texts }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "row": rows.append([])
    case "c": value.removeAll(keepingCapacity: true)
    case "v": isValue = true
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isValue { value += bytes }
  }

  func end(_ element: XMLName) throws(PackageProblem) {
    switch element {
    case "v": isValue = false
    case "c":
      guard !value.isEmpty else {
        rows[rows.count - 1].append("")
        return
      }
      guard let index = Int(String(decoding: value, as: UTF8.self)), texts.indices.contains(index)
      else { throw difference("Một ô của biểu mẫu không có chữ.") }
      rows[rows.count - 1].append(texts[index])
    default: break
    }
  }
}
