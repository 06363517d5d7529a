/// What a person sees in a document, whatever its format: texts and tables.
struct SeenDocument {
  private(set) var texts: [SeenText] = []
  private(set) var tables: [SeenTable] = []
  private(set) var charts: [SeenChart] = []
  /// The cells that names of a workbook stand for, as the workbook writes them.
  var names: [String: String] = [:]

  /// Takes a paragraph, an item, a heading, or a label with its value; blank ones are left out.
  mutating func add(_ text: String, at place: SeenPlace) {
    let text = plain(text)
    if !text.isEmpty { texts.append(SeenText(text: text, place: place)) }
  }

  /// Takes what stands in rows below each other, as one text.
  mutating func addRun(_ rows: [SeenText]) {
    guard rows.count > 1, let place = rows.first?.place else { return }
    let text = rows.map(\.text).joined(separator: " ")
    texts.append(SeenText(text: text, place: place, isRun: true))
  }

  mutating func addChart(_ chart: SeenChart) { charts.append(chart) }

  /// Takes a table; without a `caption` of its own, the text above it is taken for one.
  mutating func addTable(_ rows: [[SeenText]], caption: String? = nil) {
    guard let headings = rows.first else { return }
    let caption = caption ?? texts.last?.text ?? ""
    let body = rows.dropFirst().enumerated().map { index, row in
      row.map { cell in
        var cell = cell
        cell.place.table = caption
        if cell.place.cell == nil { cell.place.row = index + 1 }
        return cell
      }
    }
    tables.append(SeenTable(headings: headings.map(\.text), rows: body, caption: caption))
  }

  /// Everything in one list: the texts, then the cells.
  var everything: [SeenText] { texts + tables.flatMap { $0.rows.flatMap { $0 } } }
}

/// One text with its place; blanks and breaks in it are single blanks.
struct SeenText {
  var text: String
  var place: SeenPlace
  /// Whether it was put together from rows below each other, over which sentences may go on.
  let isRun: Bool
  /// Whether a workbook computes it from other cells.
  let isComputed: Bool

  init(text: String, place: SeenPlace, isRun: Bool = false, isComputed: Bool = false) {
    self.text = plain(text)
    self.place = place
    self.isRun = isRun
    self.isComputed = isComputed
  }
}

/// A drawing with the values that it writes beside its bars.
struct SeenChart {
  let title: String
  let values: [SeenText]
}

struct SeenTable {
  let headings: [String]
  let rows: [[SeenText]]
  let caption: String
}

/// A text as it reads: runs of blanks and breaks are one blank, and none stands at an end.
func plain(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isBlank = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      isBlank = !result.isEmpty
      continue
    }
    if isBlank { result.append(" ") }
    isBlank = false
    result.append(scalar.isControl ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether every format replaces it.
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
