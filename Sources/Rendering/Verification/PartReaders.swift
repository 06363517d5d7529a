/// Reads a part only to know that it is well formed.
final class WellFormedPart: PartReader {
  func start(_ element: String, _ attributes: XMLAttributes) {}
}

/// Reads the names of the parts that `[Content_Types].xml` promises.
final class ContentTypesPart: PartReader {
  private(set) var promised: [String] = []

  func start(_ element: String, _ attributes: XMLAttributes) {
    guard element == "Override", let name = attributes["PartName"] else { return }
    promised.append(String(name.drop { $0 == "/" }))
  }
}

/// Reads which parts a part refers to.
final class RelationshipsPart: PartReader {
  private let folder: [Substring]
  /// The names of the parts by the relationship's id.
  private(set) var targets: [String: String] = [:]

  /// - Parameter name: of the relationships' own part, such as `xl/_rels/workbook.xml.rels`.
  init(_ name: String) { folder = name.split(separator: "/").dropLast(2) }

  func start(_ element: String, _ attributes: XMLAttributes) {
    guard element == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      if step == ".." { path = path.dropLast() } else { path.append(step) }
    }
    targets[id] = path.joined(separator: "/")
  }
}

/// Reads the texts that the cells share.
final class SharedStringsPart: PartReader {
  private(set) var texts: [String] = []
  private var current: [UInt8] = []
  private var isText = false

  func start(_ element: String, _ attributes: XMLAttributes) {
    isText = element == "t"
    if element == "si" { current.removeAll(keepingCapacity: true) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText { current += bytes }
  }

  func end(_ element: String) {
    isText = false
    if element == "si" { texts.append(String(decoding: current, as: UTF8.self)) }
  }
}

/// Reads the sheets' names, with the relationships that lead to their parts.
final class WorkbookPart: PartReader {
  private(set) var sheets: [(name: String, relationship: String)] = []

  func start(_ element: String, _ attributes: XMLAttributes) {
    guard element == "sheet" else { return }
    sheets.append((attributes["name"] ?? "", attributes["r:id"] ?? ""))
  }
}

/// Reads a table's range, name and headings.
final class TablePart: PartReader {
  private(set) var range = ""
  private(set) var name = ""
  private(set) var headings: [String] = []

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "table":
      range = attributes["ref"] ?? ""
      name = attributes["displayName"] ?? ""
    case "tableColumn": headings.append(attributes["name"] ?? "")
    default: break
    }
  }
}
