import Model

/// The blocks of a Markdown text, each with its line.
func proseElements(of text: String) -> [SourceProse.Element] {
  let reader = ProseReader(readsIndentedText: true)
  reader.read(text)
  return reader.elements
}

/// Turns a syntax tree into blocks.
///
/// A class, because the tree calls it node by node.
private final class ProseReader {
  private(set) var elements: [SourceProse.Element] = []
  private let readsIndentedText: Bool
  private var lists = ListGathering()
  private var table: TableGathering?
  private var inline = InlineGathering()
  private var line = 0

  init(readsIndentedText: Bool) { self.readsIndentedText = readsIndentedText }

  func read(_ text: String) {
    MarkdownTree(text).walk { node, isEntered in
      if isEntered { enter(node) } else { leave(node) }
    }
    closeList()
  }

  private func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .list: lists.open(from: node.firstNumber)
    case .item: lists.beginItem(onLine: node.line)
    case .paragraph, .heading, .tableCell:
      inline = InlineGathering()
      line = node.line
    case .verbatim: addLines(of: node)
    case .table:
      closeList()
      table = TableGathering(signs: node.columnSigns, line: node.line)
    case .tableHead, .tableRow: table?.beginRow()
    case .text, .softBreak, .lineBreak, .emphasis, .strong, .link, .other: inline.enter(node)
    }
  }

  private func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .list: lists.close()
    case .paragraph: add(inline.runs, onLine: line)
    case .heading:
      let title = inline.runs.plainText
      // In a list or a quotation it begins no section.
      if node.isTopLevel {
        if !title.isEmpty { append(.heading(level: node.headingLevel, title), onLine: line) }
      } else {
        add(inline.runs, onLine: line)
      }
    case .tableCell: table?.add(inline.runs.plainText)
    case .table:
      if let table { append(.table(table.finished), onLine: table.line) }
      table = nil
    case .emphasis, .strong, .link: inline.leave(node)
    case .item, .verbatim, .tableHead, .tableRow, .text, .softBreak, .lineBreak, .other: break
    }
  }

  private func add(_ runs: [ProseRun], onLine line: Int) {
    guard !runs.isEmpty, !lists.addToItem(runs) else { return }
    append(.paragraph(runs), onLine: line)
  }

  private func append(_ block: ProseBlock, onLine line: Int) {
    closeList()
    emit(block, onLine: line)
  }

  /// Lists that follow each other are one.
  private func emit(_ block: ProseBlock, onLine line: Int) {
    if case .list(let items) = block, let last = elements.last, case .list(let above) = last.block {
      elements[elements.count - 1] = SourceProse.Element(line: last.line, .list(above + items))
    } else {
      elements.append(SourceProse.Element(line: line, block))
    }
  }

  private func closeList() {
    guard let list = lists.finished() else { return }
    emit(.list(list.items), onLine: list.line)
  }

  /// HTML and code as they were typed, a paragraph for each group of lines without a blank one.
  private func addLines(of node: MarkdownNode) {
    let text = node.literal
    if readsIndentedText, node.isIndentedText { return addIndented(text, onLine: node.line) }
    var gathering = InlineGathering()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        add(gathering.runs, onLine: node.line)
        gathering = InlineGathering()
      } else {
        gathering.add(String(line), .plain)
        gathering.breakLine()
      }
    }
    add(gathering.runs, onLine: node.line)
  }

  /// Offices indent the first lines of paragraphs, and mean no code by it.
  private func addIndented(_ text: String, onLine first: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let inner = ProseReader(readsIndentedText: false)
    inner.read(lines.map { String($0.drop(while: \.isWhitespace)) }.joined(separator: "\n"))
    for element in inner.elements { append(element.block, onLine: first + element.line - 1) }
  }
}

/// The cells of a table while it is read.
private struct TableGathering {
  let line: Int
  private let signs: [UInt8]
  private var rows: [[String]] = []

  init(signs: [UInt8], line: Int) {
    self.signs = signs
    self.line = line
  }

  mutating func beginRow() { rows.append([]) }

  mutating func add(_ cell: String) {
    guard let last = rows.indices.last else { return }
    rows[last].append(cell)
  }

  /// Every row as wide as the heading: one that was typed shorter has blanks.
  var finished: ProseTable {
    let heading = rows.first ?? []
    return ProseTable(
      columns: heading.enumerated().map { index, title in
        .init(title, signs.indices.contains(index) ? alignment(signs[index]) : .text)
      },
      rows: rows.dropFirst().map { row in
        heading.indices.map { row.indices.contains($0) ? row[$0] : "" }
      })
  }

  private func alignment(_ sign: UInt8) -> Table.Column.Alignment {
    switch sign {
    case UInt8(ascii: "c"): .centred
    case UInt8(ascii: "r"): .number
    default: .text
    }
  }
}
