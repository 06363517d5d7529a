import OpenXML

/// Reads the number formats that cells refer to.
final class CellFormatsPart: PartReader {
  /// By the index that cells give.
  private(set) var formats: [CellFormat] = []
  private var codes: [Int: CellFormat] = [:]
  private var isCellFormats = false
  private var isNumberFormats = false

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(PackageProblem) {
    switch element {
    case "numFmts": isNumberFormats = true
    case "cellXfs": isCellFormats = true
    case "numFmt" where isNumberFormats:
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      codes[id] = CellFormat(code: code)
    case "xf" where isCellFormats:
      // Excel knows 65,490 of them.
      guard formats.count < 100_000 else { throw PackageProblem(.style) }
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? CellFormat(builtIn: id))
    default: break
    }
  }

  func end(_ element: XMLName) {
    if element == "numFmts" { isNumberFormats = false }
    if element == "cellXfs" { isCellFormats = false }
  }
}
