import Model
import Pipeline
import Reporting

/// Every text that a reader of a document can see.
func texts(of document: ReportDocument) -> [String] {
  [document.title, document.type, document.subject, document.colophon].filter { !$0.isEmpty }
    + document.filters.flatMap { [$0.label] + $0.choices.map(\.label) } + document.notices
    + document.bases + document.letterhead.map(texts).orEmpty
    + document.opening.flatMap(texts) + (document.sections + document.annexes).flatMap(texts)
}

private func texts(of letterhead: Letterhead) -> [String] {
  [letterhead.parentBody, letterhead.issuingBody, letterhead.numberSuffix, letterhead.place]
    + letterhead.addressees + letterhead.signatory + letterhead.recipients
}

private func texts(of section: Section) -> [String] {
  [section.number, section.title] + section.blocks.flatMap(texts)
    + section.subsections.flatMap(texts)
}

private func texts(of block: Block) -> [String] {
  switch block {
  case .paragraph(let text), .notice(let text, _): [text]
  case .list(let items): items
  case .prose(let runs): [runs.plainText]
  case .outline(let items): items.map(\.runs.plainText)
  case .heading(let text, _): [text]
  case .table(let table): texts(of: table)
  case .chart(let chart): [chart.title, chart.description] + texts(of: chart.table)
  case .facts(let facts): facts.flatMap { [$0.label, $0.value] }
  case .links(let links): links.flatMap { [$0.text, $0.target] }
  }
}

private func texts(of table: Table) -> [String] {
  [table.caption] + table.columns.map(\.title)
    + table.rows.flatMap { $0.flatMap { [$0.text, $0.link ?? ""] + $0.more.map(\.text) } }
}

/// Every text of a workbook.
func texts(of workbook: WorkbookDocument) -> [String] {
  [workbook.title, workbook.subject, workbook.author]
    + workbook.sheets.flatMap { sheet in
      [sheet.name, sheet.title] + sheet.lines + (sheet.table.map(texts)).orEmpty
    }
}

extension Optional where Wrapped == [String] {
  fileprivate var orEmpty: [String] { self ?? [] }
}

/// The ids of a document's sections and tables.
func ids(of document: ReportDocument) -> [String] {
  ids(of: document.opening) + (document.sections + document.annexes).flatMap(ids)
}

private func ids(of section: Section) -> [String] {
  [section.id] + ids(of: section.blocks) + section.subsections.flatMap(ids)
}

private func ids(of blocks: [Block]) -> [String] {
  let charts = blocks.compactMap { if case .chart(let chart) = $0 { chart.id } else { nil } }
  return charts + tables(in: blocks).flatMap { [$0.id] + $0.rowLabels.compactMap(\.id) }
}

/// The tables of a document, in their order.
func tables(of document: ReportDocument) -> [Table] {
  tables(in: document.opening) + (document.sections + document.annexes).flatMap(tables)
}

private func tables(of section: Section) -> [Table] {
  tables(in: section.blocks) + section.subsections.flatMap(tables)
}

private func tables(in blocks: [Block]) -> [Table] {
  blocks.compactMap(\.table)
}

/// Everything that a record is told in.
struct Documents {
  let reports: [ReportDocument]
  let workbooks: [WorkbookDocument]

  init(_ judged: Judged) {
    let (record, composer) = (judged.record, judged.composer)
    let province = composer.provinceReport()
    let districts = record.districts.map { composer.districtReport($0) }
    reports =
      [composer.board(), province] + districts + composer.requests().map(\.document)
    workbooks =
      zip(record.districts, districts).map { composer.workbook(of: $0, as: $1) }
      + [composer.workbook(of: record.province, as: province)]
  }
}
