import Foundation
import FoundationXML

/// What an independent reader finds in a page: its elements, and its text without markup.
final class MarkupReader: NSObject, XMLParserDelegate {
  /// One line for each start and end of an element, with the names of its attributes.
  private(set) var structure: [String] = []
  private(set) var text = ""
  private(set) var values: [String: [String]] = [:]
  private(set) var isWellFormed = false

  init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  /// The text with one blank for each run of blanks and breaks.
  var words: String { oneLine(text) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    structure.append("<\(name) \(attributes.keys.sorted().joined(separator: " "))")
    for (key, value) in attributes { values["\(name).\(key)", default: []].append(value) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    structure.append("</\(name)")
    text += " "
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

func oneLine(_ text: String) -> String {
  text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    .map { String($0) }.joined(separator: " ")
}
