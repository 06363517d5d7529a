import Model

/// What a unit has written itself, as blocks of its report.
extension Composer {
  func proseBlocks(_ unit: UnitRecord, under title: String) -> [Block] {
    written(by: unit).filter { $0.passage.section == title }.flatMap(\.blocks)
  }

  /// The sections with the unit's own prose first in each, and at the end what it wrote under
  /// other headings, so that nothing it wrote is lost.
  func withProse(_ drafts: [SectionDraft], of unit: UnitRecord) -> [SectionDraft] {
    let written = written(by: unit)
    let told = drafts.map { draft in
      guard !draft.hasProse else { return draft }
      let own = written.filter { $0.passage.section == draft.title }.flatMap(\.blocks)
      return SectionDraft(
        id: draft.id, title: draft.title, blocks: own + draft.blocks,
        subsections: draft.subsections, hasProse: true)
    }
    let others = written.filter { $0.passage.section == nil && !$0.blocks.isEmpty }
    guard !others.isEmpty else { return told }
    let subsections = others.enumerated().map { index, other in
      Section(
        id: "noi-dung-khac-\(index + 1)", number: "\(index + 1)",
        title: other.passage.heading.isEmpty
          ? words(.sectionUntitled) : other.passage.heading, blocks: other.blocks)
    }
    return told + [
      SectionDraft(
        id: "noi-dung-khac", title: words(.sectionOther), blocks: [], subsections: subsections,
        hasProse: true)
    ]
  }

  private typealias Written = (passage: Narrative.Passage, blocks: [Block])

  /// Every passage with its blocks; tables are numbered throughout.
  private func written(by unit: UnitRecord) -> [Written] {
    var tables = 0
    return unit.submission.narrative.passages.map { passage in
      let blocks = documentBlocks(of: passage.blocks, after: tables) { number in
        words(.proseTable, ["number": "\(number)"])
      }
      tables += blocks.count { if case .table = $0 { true } else { false } }
      return (passage, blocks)
    }
  }
}

/// Prose as blocks of a document.
///
/// A paragraph that is strong as a whole and stands before a table is the table's caption. Tables
/// are numbered from the one after `tables`, and `label` names one that has no caption.
func documentBlocks(
  of prose: [ProseBlock], after tables: Int = 0, label: (Int) -> String
) -> [Block] {
  var blocks: [Block] = []
  var number = tables
  for (index, block) in prose.enumerated() {
    switch block {
    case .paragraph(let runs):
      let isCaption = prose.dropFirst(index + 1).first?.isTable ?? false
      if !isCaption || caption(in: runs) == nil { blocks.append(paragraph(runs)) }
    case .list(let items): blocks.append(list(items))
    case .heading(let level, let text): blocks.append(.heading(text, depth: level))
    case .table(let table):
      number += 1
      var title: String?
      if index > 0, case .paragraph(let runs) = prose[index - 1] { title = caption(in: runs) }
      blocks.append(.table(documentTable(table, number, title, label)))
    }
  }
  return blocks
}

extension ProseBlock {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}

private func caption(in runs: [ProseRun]) -> String? {
  guard runs.count == 1, let run = runs.first, run.style == .strong else { return nil }
  return run.text
}

/// Without emphasis and breaks it is a paragraph like those that the tool writes.
private func paragraph(_ runs: [ProseRun]) -> Block {
  if runs.count == 1, let run = runs.first, run.style == .plain { return .paragraph(run.text) }
  return .prose(runs)
}

private func list(_ items: [ProseItem]) -> Block {
  let isPlain = items.allSatisfy { item in
    item.level == 1 && item.marker == .dash && item.runs.count == 1
      && item.runs.first?.style == .plain
  }
  return isPlain ? .list(items.map(\.runs.plainText)) : .outline(items)
}

private func documentTable(
  _ table: ProseTable, _ number: Int, _ caption: String?, _ label: (Int) -> String
) -> Table {
  // A heading that was typed without rows keeps its place in the text.
  let rows = table.rows.isEmpty ? [table.columns.map { _ in "" }] : table.rows
  return Table(
    id: "thuyet-minh-bang-\(number)", caption: caption ?? "", label: caption ?? label(number),
    columns: table.columns, rows: rows.map { $0.map { Cell($0) } }, rowsHaveHeadings: false)
}
