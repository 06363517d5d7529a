import Foundation
import Model
import OpenXML

/// The part with the title, the author and the language of a file.
let propertiesPart = "docProps/core.xml"

/// The workbook with the document's language among its properties, where libxlsxwriter has no place
/// for it.
func withLanguage(
  _ bytes: [UInt8], of document: WorkbookDocument, file: String
) throws(Fault) -> [UInt8] {
  do {
    let archive = try ZipArchive(bytes, limits: .own)
    var properties: [UInt8] = []
    try archive.read(propertiesPart) { piece in
      properties += piece
      return true
    }
    let text = String(decoding: properties, as: UTF8.self)
    let language = "<dc:language>\(document.language)</dc:language>"
    let end = "</cp:coreProperties>"
    return try OpenXML.archive(
      bytes, replacing: propertiesPart,
      with: Array(text.replacing(end, with: language + end).utf8))
  } catch {
    throw Fault(
      file: file,
      "Bảng tính vừa ghi không dùng được: \(error.message) Hãy kiểm tra chỗ trống rồi chạy lại.")
  }
}
