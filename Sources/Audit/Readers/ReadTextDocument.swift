import OpenXML

/// Reads what a text document (.docx) shows: paragraphs and tables of its main part.
///
/// - Throws: the first thing for which the file cannot be read.
func readTextDocument(_ bytes: [UInt8]) throws(PackageProblem) -> SeenDocument {
  let archive = try ZipArchive(bytes, limits: .foreign)
  let part = TextDocumentPart()
  try readXML("word/document.xml", of: archive, to: part)
  return part.seen
}

/// Reads the main part of a text document; what is marked as hidden or deleted is not read.
private final class TextDocumentPart: PartReader {
  private(set) var seen = SeenDocument()
  private var paragraph = ""
  private var run = ""
  private var isText = false
  private var isHidden = false
  private var tableCount = 0
  /// The rows of the table that is being read; a table in a table is text of its cell.
  private var rows: [[SeenText]] = []
  private var cell = ""
  private var depth = 0

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "p": paragraph = ""
    case "r":
      run = ""
      isHidden = false
    case "vanish": isHidden = attributes.prefixed("val").map { $0 == "1" || $0 == "true" } ?? true
    case "t": isText = true
    case "tab", "br": run += " "
    case "tbl":
      depth += 1
      if depth == 1 { rows = [] }
    case "tr" where depth == 1: rows.append([])
    case "tc" where depth == 1: cell = ""
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText { run += String(decoding: bytes, as: UTF8.self) }
  }

  func end(_ element: XMLName) {
    switch element {
    case "t": isText = false
    case "r": if !isHidden { paragraph += run }
    case "p" where depth > 0: cell += " " + paragraph
    case "p": seen.add(paragraph, at: SeenPlace())
    case "tc" where depth == 1:
      rows[rows.count - 1].append(SeenText(text: cell, place: SeenPlace()))
    case "tbl":
      depth -= 1
      if depth == 0 { seen.addTable(rows) }
    default: break
    }
  }
}
