import Model
import Mustache

/// What a template of a block can name; exactly one kind of block has a value.
///
/// `level` is that of the part that the block stands in, `closes` says that it ends the text.
func frame(
  of block: Block, for format: PageFormat, inLevel level: Int = 1, closes: Bool = false
) -> Frame {
  var frame: Frame = [
    "paragraph": Absent(), "prose": Absent(), "list": Absent(), "outline": Absent(),
    "heading": Absent(), "table": Absent(), "chart": Absent(), "facts": Absent(),
    "notice": Absent(),
    "links": Absent(), "closes": closes && block.isParagraph,
  ]
  switch block {
  case .paragraph(let text): frame["paragraph"] = closes ? withoutEnd(text) : text
  case .prose(let runs):
    frame["prose"] = ["runs": frames(of: closes ? withoutEnd(runs) : runs), "indent": ""] as Frame
  case .list(let items): frame["list"] = Absent.ifEmpty(items)
  case .outline(let items): frame["outline"] = Absent.ifEmpty(frames(of: items))
  case .heading(let text, let depth):
    let isSecond = level + depth <= 2
    frame["heading"] =
      ["title": text, "isSecondLevel": isSecond, "isLowerLevel": !isSecond] as Frame
  case .table(let table): frame["table"] = Rendering.frame(of: table, for: format)
  case .chart(let chart): frame["chart"] = Rendering.frame(of: chart, for: format)
  case .facts(let facts): frame["facts"] = Absent.ifEmpty(facts.map(Rendering.frame(of:)))
  case .notice(let text, let mark):
    frame["notice"] = ["text": text, "mark": mark.rawValue] as Frame
  case .links(let links):
    frame["links"] = Absent.ifEmpty(
      links.map { ["text": $0.text, "target": address(of: $0.target)] as Frame })
  }
  return frame
}

extension Block {
  /// Whether the sign that closes a text can follow on its line.
  var isParagraph: Bool {
    switch self {
    case .paragraph, .prose: true
    case .list, .outline, .heading, .table, .chart, .facts, .notice, .links: false
    }
  }
}

private func frame(of fact: Fact) -> Frame {
  ["label": fact.label, "value": fact.value, "mark": Absent.ifBlank(fact.mark?.rawValue)]
}

func frame(of table: Table, for format: PageFormat) -> Frame {
  [
    "id": table.id,
    "caption": Absent.ifBlank(table.caption),
    "label": table.label,
    "isWide": table.columns.count > 6,
    "columns": table.columns.map { column in
      (["title": column.title] as Frame).adding(flags(of: column.alignment))
    },
    "rows": table.rows.enumerated().map { index, row in
      let cells = cells(of: row, in: table, for: format)
      let label = table.rowLabels.isEmpty ? nil : table.rowLabels[index]
      return [
        "id": Absent.ifBlank(label?.id), "topics": Absent.ifBlank(label.map { list($0.topics) }),
        "cells": cells, "headings": cells.filter(\.isHeading),
        "values": cells.filter { !$0.isHeading },
      ] as Frame
    },
  ]
}

private func cells(of row: [Cell], in table: Table, for format: PageFormat) -> [CellFrame] {
  zip(row, table.columns).enumerated().map { index, pair in
    let (cell, column) = pair
    let link = cell.link.flatMap { isFollowed($0, in: format) ? $0 : nil }
    return CellFrame(
      text: cell.text, mark: cell.mark?.rawValue, target: link.map(address(of:)),
      more: cell.more.map { frame(of: $0, for: format) }, topics: list(cell.topics),
      isHeading: index == 0 && table.rowsHaveHeadings, alignment: column.alignment)
  }
}

private func frame(of link: Link, for format: PageFormat) -> Frame {
  let isFollowed = isFollowed(link.target, in: format)
  return [
    "text": link.text,
    "target": Absent.ifBlank(isFollowed ? address(of: link.target) : nil),
  ]
}

/// Whether a format leads there: Markdown has no places inside a document.
private func isFollowed(_ link: String, in format: PageFormat) -> Bool {
  format != .markdown || !link.hasPrefix("#")
}

/// The names of a cell; a type of its own instead of a ``Frame``, because a report has thousands.
private struct CellFrame: MustacheParent {
  let text: String
  let mark: String?
  let target: String?
  let more: [Frame]
  let topics: String
  let isHeading: Bool
  let alignment: Table.Column.Alignment

  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "mark": Absent.ifBlank(mark)
    case "target": Absent.ifBlank(target)
    case "more": more
    case "topics": topics.isEmpty ? Absent() : topics
    case "isHeading": isHeading
    case "classes": mark.map { "\(className(of: alignment)) \($0)" } ?? className(of: alignment)
    case "alignment": className(of: alignment)
    case "isText": alignment == .text || alignment == .code
    case "isNumber": alignment == .number
    case "isCentred": alignment == .centred
    default: nil
    }
  }
}

private func className(of alignment: Table.Column.Alignment) -> String {
  switch alignment {
  case .text: "text"
  case .number: "number"
  case .centred: "centred"
  case .code: "code"
  }
}

private func flags(of alignment: Table.Column.Alignment) -> Frame {
  [
    "alignment": className(of: alignment),
    "isText": alignment == .text || alignment == .code, "isNumber": alignment == .number,
    "isCentred": alignment == .centred,
  ]
}

/// The last paragraph without the stop that the closing sign replaces.
func withoutEnd(_ text: String) -> String {
  for end in ["./.", "."] where text.hasSuffix(end) { return String(text.dropLast(end.count)) }
  return text
}
