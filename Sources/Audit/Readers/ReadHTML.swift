import CLibXML2

/// Reads what a page of HTML shows; `nil` when it cannot be read.
///
/// The parser of libxml2, because templates belong to their users and need not be well-formed XML.
/// What a page hides (`hidden`, `display: none`, scripts, styles) is not read; of a drawing, its title
/// and its values are.
func readHTML(_ bytes: [UInt8]) -> SeenDocument? {
  let options = [HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET]
    .reduce(0) { $0 | Int32($1.rawValue) }
  let document = bytes.withUnsafeBytes { buffer in
    htmlReadMemory(
      buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, "UTF-8",
      options)
  }
  guard let document else { return nil }
  defer { xmlFreeDoc(document) }
  guard let root = xmlDocGetRootElement(document) else { return nil }
  var walk = PageWalk()
  walk.visit(root)
  walk.endText()
  return walk.seen
}

/// A walk over a page in the order in which it is read.
private struct PageWalk {
  var seen = SeenDocument()
  private var text = ""
  private var place = SeenPlace()
  /// The term of a list of facts, which its description follows.
  private var label = ""

  mutating func visit(_ node: xmlNodePtr) {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: text += node.content
    case XML_ELEMENT_NODE where node.isVisible:
      switch node.name {
      case "table":
        endText()
        readTable(node)
      case "br": text += " "
      case "svg": seen.addChart(node.chart)
      case let name where inlineElements.contains(name): visitChildren(of: node)
      case let name: visitBlock(node, name)
      }
    default: break
    }
  }

  private mutating func visitChildren(of node: xmlNodePtr) {
    for child in node.children { visit(child) }
  }

  private mutating func visitBlock(_ node: xmlNodePtr, _ name: String) {
    endText()
    place = SeenPlace(line: node.line)
    visitChildren(of: node)
    if name == "dt" {
      label = plain(text)
      text = ""
    } else if name == "dd" {
      text = "\(label): \(plain(text))"
    }
    endText()
  }

  mutating func endText() {
    seen.add(text, at: place)
    text = ""
  }

  private mutating func readTable(_ table: xmlNodePtr) {
    var caption: String?
    var rows: [[SeenText]] = []
    func visit(_ node: xmlNodePtr) {
      guard node.pointee.type == XML_ELEMENT_NODE, node.isVisible else { return }
      switch node.name {
      case "caption": caption = plain(node.visibleText)
      case "tr":
        let cells = node.children.filter { ["td", "th"].contains($0.name) && $0.isVisible }
        rows.append(
          cells.map { SeenText(text: $0.visibleText, place: SeenPlace(line: $0.line)) })
      default: node.children.forEach(visit)
      }
    }
    visit(table)
    seen.addTable(rows, caption: caption)
  }
}

/// Elements that stand in a line of text.
private let inlineElements: Set<String> = [
  "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i",
  "ins", "kbd", "label", "mark", "output", "q", "s", "samp", "small", "span", "strong", "sub",
  "sup",
  "time", "u", "var", "wbr",
]

/// Elements whose text is not for reading.
private let silentElements: Set<String> = [
  "head", "noscript", "script", "style", "template", "title",
]

extension UnsafeMutablePointer<xmlNode> {
  fileprivate var name: String { pointee.name.map { String(cString: $0) } ?? "" }

  fileprivate var content: String { pointee.content.map { String(cString: $0) } ?? "" }

  fileprivate var line: Int { xmlGetLineNo(self) }

  fileprivate var children: [xmlNodePtr] {
    Array(sequence(first: pointee.children) { $0?.pointee.next }.prefix { $0 != nil }).compactMap(
      \.self)
  }

  fileprivate var isVisible: Bool {
    guard !silentElements.contains(name) else { return false }
    let style = (attribute("style") ?? "").filter { !$0.isWhitespace }.lowercased()
    return attribute("hidden") == nil && !style.contains("display:none")
      && !style.contains("visibility:hidden")
  }

  /// The text of everything below, with a blank for each end of a block or line.
  fileprivate var visibleText: String {
    children.map { child in
      switch child.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: child.content
      case XML_ELEMENT_NODE where child.isVisible && child.name != "svg":
        inlineElements.contains(child.name) ? child.visibleText : " \(child.visibleText) "
      default: ""
      }
    }.joined()
  }

  /// The title of a drawing and the texts that it marks as values.
  fileprivate var chart: SeenChart {
    var title = ""
    var values: [SeenText] = []
    func visit(_ node: xmlNodePtr) {
      guard node.pointee.type == XML_ELEMENT_NODE else { return }
      switch node.name {
      case "title": title = node.children.map(\.content).joined()
      case "text" where (node.attribute("class") ?? "").split(separator: " ").contains("value"):
        let text = node.children.map(\.content).joined()
        values.append(SeenText(text: text, place: SeenPlace(line: node.line)))
      default: node.children.forEach(visit)
      }
    }
    visit(self)
    let caption = plain(title)
    return SeenChart(
      title: caption,
      values: values.map { value in
        var value = value
        value.place.table = caption
        return value
      })
  }

  private func attribute(_ wanted: String) -> String? {
    var next = pointee.properties
    while let attribute = next {
      if let name = attribute.pointee.name, String(cString: name) == wanted {
        return attribute.pointee.children.map(\.content) ?? ""
      }
      next = attribute.pointee.next
    }
    return nil
  }
}
