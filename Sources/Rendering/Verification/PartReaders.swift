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
