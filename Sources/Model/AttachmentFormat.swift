/// What the bytes of a file of evidence show it to be.
public enum AttachmentFormat: String, Hashable, Sendable, CaseIterable {
  case pdf = "PDF"
  case docx = "DOCX"
  case xlsx = "XLSX"
  case pptx = "PPTX"
  case ods = "ODS"
  case odt = "ODT"
  case zip = "ZIP"
  case doc = "DOC"
  case xls = "XLS"
  /// An old format of Microsoft Office whose program is not known.
  case ole = "OLE"
  case rtf = "RTF"
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case tiff = "TIFF"
  case rar = "RAR"
  case sevenZip = "7Z"
  case gzip = "GZIP"
  case html = "HTML"
  case xml = "XML"
  case text = "TXT"
  /// Neither text nor a format that is known.
  case unknown = "?"

  /// Whether a file with this content may bear `name`; true for an ending that nobody knows.
  public func fits(_ name: String) -> Bool {
    guard let point = name.lastIndex(of: "."),
      let formats = Self.formats[name[name.index(after: point)...].lowercased()]
    else { return true }
    return formats.contains(self)
  }

  private static let formats: [String: [AttachmentFormat]] = [
    "pdf": [.pdf], "docx": [.docx], "docm": [.docx], "xlsx": [.xlsx], "xlsm": [.xlsx],
    "pptx": [.pptx], "ods": [.ods], "odt": [.odt],
    // Any of these is an archive whose members nobody has to name.
    "zip": [.zip, .docx, .xlsx, .pptx, .ods, .odt],
    "doc": [.doc, .ole], "xls": [.xls, .ole], "ppt": [.ole],
    "rtf": [.rtf], "png": [.png], "jpg": [.jpeg], "jpeg": [.jpeg], "gif": [.gif],
    "tif": [.tiff], "tiff": [.tiff], "rar": [.rar], "7z": [.sevenZip], "gz": [.gzip],
    "html": [.html, .xml], "htm": [.html, .xml], "xml": [.xml, .html],
    "txt": [.text, .xml, .html], "csv": [.text], "md": [.text, .html],
  ]
}
