import Model
import Pipeline
import Reporting

/// Every text that a reader of a document can see.
func texts(of document: ReportDocument) -> [String] {
  [document.title, document.type, document.subject, document.colophon] + document.notices
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
  case .table(let table): texts(of: table)
  case .chart(let chart): [chart.title, chart.description] + texts(of: chart.table)
  case .facts(let facts): facts.flatMap { [$0.label, $0.value] }
  case .links(let links): links.flatMap { [$0.text, $0.target] }
  }
}

private func texts(of table: Table) -> [String] {
  [table.caption] + table.columns.map(\.title)
    + table.rows.flatMap { $0.flatMap { [$0.text, $0.link ?? ""] } }
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
  blocks.flatMap { block -> [String] in
    switch block {
    case .table(let table): [table.id]
    case .chart(let chart): [chart.id, chart.table.id]
    default: []
    }
  }
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
