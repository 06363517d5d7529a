import Model

/// One `minh-chung.csv`, row by row.
struct LedgerFile: Sendable {
  let file: String
  let office: OfficeID?
  private(set) var documents: [EvidenceDocument] = []
  /// The files that its rows name, as paths from the workspace's folder.
  private(set) var namedFiles: Set<String> = []
  /// The documents that can be told apart.
  private(set) var listed = ListedDocuments()
  private(set) var refusedRows = 0
  private(set) var findings: [Finding] = []

  init(_ table: ReadTable, files: EvidenceFiles, in scope: UnitScope) {
    file = table.file
    office = table.office
    let folder = table.file.split(separator: "/").dropLast().map(String.init) + ["minh-chung"]
    for row in table.rows {
      let path = EvidencePath(row[.file].text, below: folder.joined(separator: "/"))
      if case .inside(let name) = path {
        namedFiles.insert(files.entry(at: name)?.file.path ?? name)
      }
      let (named, problems) = RowReader.indicator(of: row, in: scope)
      findings += problems
      guard let indicator = named else {
        refusedRows += 1
        continue
      }
      // That its indicator has no document is told once, for all such rows.
      guard !row.isUntouched(beyond: .indicator) else { continue }
      var reader = DocumentReader(row, about: indicator)
      reader.cells.checkWording(in: scope)
      let document = reader.document(in: scope, path: path, files: files)
      documents.append(document)
      if let entry = ListedDocument(document, in: row, scope) {
        if let first = listed.add(entry) { reader.reportRepetition(ofLine: first) }
      }
      findings += reader.cells.findings
    }
    if !documents.isEmpty { findings += table.findingsOfMissingLedgerColumns() }
  }
}

/// Reads one row of a ledger; everything that keeps the document from being whole is a defect.
struct DocumentReader {
  var cells: RowReader
  private let indicator: Indicator
  private var defects: [FindingCode] = []

  init(_ row: ReadRow, about indicator: Indicator) {
    cells = RowReader(row, about: indicator)
    self.indicator = indicator
  }

  mutating func document(
    in scope: UnitScope, path: EvidencePath, files: EvidenceFiles
  ) -> EvidenceDocument {
    if !cells.checkCellCount() { defects.append(.wrongCellCount) }
    checkNumber()
    let date = checkedDate(from: scope.context.programme.evidenceFrom, to: scope.context.asOf)
    checkIssuer(of: indicator, in: scope, on: date)
    let digest = checkedFile(at: path, among: files)
    cells.checkTexts(.title)
    let row = cells.row
    return EvidenceDocument(
      indicator: indicator.id, number: row[.number].text, date: date, issuer: row[.issuer].text,
      title: row[.title].text, file: row[.file].text, fileDigest: digest, office: row.office,
      place: row.place, defects: defects)
  }

  /// Adds a defect, and a finding about the cell that has it.
  mutating func fault(
    _ key: ColumnKey, _ code: FindingCode, expected: String = "", details: [String: String] = [:]
  ) {
    cells.report(code, at: key, expected: expected, details: details)
    note(code)
  }

  /// Adds a defect that another finding already tells.
  mutating func note(_ code: FindingCode) { defects.append(code) }
}
