import OpenXML

/// Reads a part only to know that it is well formed.
final class WellFormedPart: PartReader {
  func start(_ element: XMLName, _ attributes: XMLAttributes) {}
}

/// Reads the names of the parts that `[Content_Types].xml` promises.
final class ContentTypesPart: PartReader {
  private(set) var promised: [String] = []

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    guard element == "Override", let name = attributes["PartName"] else { return }
    promised.append(String(name.drop { $0 == "/" }))
  }
}

/// Reads a table's range, name and headings.
final class TablePart: PartReader {
  private(set) var range = ""
  private(set) var name = ""
  private(set) var headings: [String] = []

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "table":
      range = attributes["ref"] ?? ""
      name = attributes["displayName"] ?? ""
    case "tableColumn": headings.append(attributes["name"] ?? "")
    default: break
    }
  }
}

/// Reads the names that formulas have for cells.
final class DefinedNamesPart: PartReader {
  /// Each with what it stands for, in the order of the file; Excel's own are left out.
  private(set) var names: [[String]] = []
  private var name: String?
  private var target: [UInt8] = []

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    guard element == "definedName" else { return }
    name = attributes["name"]
    target = []
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if name != nil { target += bytes }
  }

  func end(_ element: XMLName) {
    guard element == "definedName", let name else { return }
    if !name.hasPrefix("_xlnm.") { names.append([name, String(decoding: target, as: UTF8.self)]) }
    self.name = nil
  }
}

/// Reads the language among a file's properties.
final class PropertiesPart: PartReader {
  private(set) var language = ""
  private var isLanguage = false

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    isLanguage = element == "dc:language"
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isLanguage { language += String(decoding: bytes, as: UTF8.self) }
  }

  func end(_ element: XMLName) { isLanguage = false }
}

/// Reads the words of a drawing's charts, and the relationships that lead to them.
final class DrawingPart: PartReader {
  private(set) var descriptions: [String] = []
  private(set) var charts: [String] = []

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "cNvPr", let text = attributes["descr"] { descriptions.append(text) }
    if element == "c:chart", let id = attributes.prefixed("id") { charts.append(id) }
  }
}

/// Reads a chart's texts and the ranges of its series.
final class ChartPart: PartReader {
  private(set) var ranges: [String] = []
  private(set) var titles: [String] = []
  private var reading: [UInt8]?

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "f" || element == "a:t" { reading = [] }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { reading?.append(contentsOf: bytes) }

  func end(_ element: XMLName) {
    guard let text = reading.map({ String(decoding: $0, as: UTF8.self) }) else { return }
    if element == "f" { ranges.append(text) }
    if element == "a:t" { titles.append(text) }
    reading = nil
  }
}
