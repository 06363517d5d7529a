import Model

/// The annexes of a report: evidence, calculation, readings, findings.
extension Composer {
  func annexes(_ unit: UnitRecord) -> [SectionDraft] {
    [
      SectionDraft(
        id: "minh-chung", title: words(.sectionEvidenceList),
        blocks: [
          evidenceTable(unit).map(Block.table) ?? .paragraph(words(.sectionEvidenceNone))
        ]),
      SectionDraft(
        id: "cach-tinh", title: words(.sectionFigures), blocks: [.table(traceTable(unit))]),
      SectionDraft(
        id: "cach-hieu", title: words(.sectionReadings), blocks: [.table(readingsTable(unit))]),
      findingsSection(unit),
    ] + (commendationsAnnex(unit).map { [$0] } ?? [])
  }

  /// The documents with each file's whole digest: beside its name, or with `digests` in a column of
  /// its own and its beginning beside the name.
  func evidenceTable(_ unit: UnitRecord, digests: Bool = false) -> Table? {
    let documents = unit.assessment.indicators.flatMap(\.documents)
    guard !documents.isEmpty else { return nil }
    let rows = documents.map { document in
      [
        Cell(document.indicator.rawValue), Cell(document.number),
        Cell(
          document.date?.vietnamese ?? "", number: document.date.map(Cell.Number.day)),
        Cell(document.issuer), Cell(document.title), fileCell(document, whole: !digests),
        defectsCell(document),
      ] + (digests ? [Cell(document.fileDigest ?? "")] : [])
    }
    return Table(
      id: CalculationTable.evidence, caption: words(.tableEvidence),
      columns: evidenceColumns(digests: digests), rows: rows)
  }

  func evidenceColumns(digests: Bool) -> [Table.Column] {
    [
      .init(words(.columnIndicator), .centred), .init(words(.columnNumber)),
      .init(words(.columnDate), .centred), .init(words(.columnIssuer)),
      .init(words(.columnTitle)), .init(words(.columnFile), .code), .init(words(.columnCheck)),
    ] + (digests ? [.init(words(.columnDigest), .code)] : [])
  }

  private func defectsCell(_ document: EvidenceDocument) -> Cell {
    guard !document.isWhole else { return Cell(words(.tableWhole), mark: .good) }
    let defects = document.defects.map(text(of:)).joined(separator: "; ").capitalisedFirst
    return Cell(defects, mark: .warning)
  }

  /// The file with its digest or the beginning of that, so that a later swap shows.
  private func fileCell(_ document: EvidenceDocument, whole: Bool) -> Cell {
    guard let digest = document.fileDigest else { return Cell(document.file) }
    let shown = whole ? digest : String(digest.prefix(16))
    return Cell(words(.tableFile, ["file": document.file, "digest": shown]))
  }

  /// What is wrong with a document, in a few words; the findings say more.
  private func text(of defect: FindingCode) -> String {
    switch defect {
    case .documentNumberMissing: words(.defectNumber)
    case .documentDateMissing: words(.defectDate)
    case .documentTooOld: words(.defectTooOld)
    case .documentInFuture: words(.defectInFuture)
    case .issuerMissing: words(.defectIssuer)
    case .issuerNotAccepted: words(.defectIssuerNotAccepted)
    case .documentFileAbsent: words(.defectFileAbsent)
    case .documentFileEmpty: words(.defectFileEmpty)
    case .documentFileOutside: words(.defectFileOutside)
    default: defect.rawValue
    }
  }

  func traceTable(_ unit: UnitRecord) -> Table {
    let criteria = criteria(of: unit.unit)
    let rows = unit.assessment.indicators.map { assessment in
      [
        Cell(assessment.indicator.id.rawValue),
        Cell(figureText(assessment, in: criteria)),
        Cell(trace(of: assessment).joined(separator: " ")),
        statusCell(assessment),
      ]
    }
    return Table(
      id: "cach-tinh-chi-bao", caption: words(.tableTrace),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnFigure)),
        .init(words(.tableTraceColumn)), .init(words(.columnResult)),
      ], rows: rows,
      rowLabels: unit.assessment.indicators.map { RowLabel(id: traceRow($0.indicator.id)) })
  }

  /// The row that says how an indicator's result came about.
  func traceRow(_ indicator: IndicatorID) -> String {
    "cach-tinh-"
      + indicator.rawValue.map {
        $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
      }
  }

  /// The readings that can affect the unit's indicators, and the readings not taken; with `keys`,
  /// also the ids by which `programme.yaml` chooses them, which say nothing to most readers.
  func readingsTable(_ unit: UnitRecord, keys: Bool = false) -> Table {
    let indicators = criteria(of: unit.unit).indicators
    let rows = context.readings.choices.compactMap { choice -> [Cell]? in
      let interpretation = choice.interpretation
      let affected = indicators.filter { $0.interpretations.contains(interpretation.id) }
      guard !affected.isEmpty else { return nil }
      let others = interpretation.readings.filter { $0.id != choice.reading.id }
      return (keys ? [Cell(interpretation.id.rawValue)] : []) + [
        Cell(interpretation.question), Cell(choice.reading.text),
        Cell(others.map(\.text).joined(separator: " ")),
        Cell(joined(affected.map(\.id))), Cell(interpretation.clause),
      ]
    }
    let nothing =
      [Cell(words(.workbookNone))] + Array(repeating: Cell(""), count: keys ? 5 : 4)
    return Table(
      id: "cach-hieu-ap-dung", caption: words(.tableReadings),
      columns: (keys ? [.init(words(.columnInterpretation))] : []) + [
        .init(words(.columnQuestion)), .init(words(.columnReading)),
        .init(words(.columnOtherReading)),
        .init(words(.columnAffects)), .init(words(.columnClause)),
      ], rows: rows.isEmpty ? [nothing] : rows)
  }

  private func findingsSection(_ unit: UnitRecord) -> SectionDraft {
    guard let table = findingsTable(unit.findings, id: "phat-hien-kiem-tra") else {
      return SectionDraft(
        id: "phat-hien", title: words(.sectionFindings),
        blocks: [.paragraph(words(.sectionFindingsNone))])
    }
    return SectionDraft(
      id: "phat-hien", title: words(.sectionFindings),
      blocks: [.paragraph(findingsLead(unit.findings)), .table(table)])
  }

  func findingsLead(_ findings: [WordedFinding]) -> String {
    let counts = findingCounts(findings)
    guard findings.count > Self.findingsShown else { return counts }
    return counts + " " + words(.sectionFindingsMore, ["count": "\(Self.findingsShown)"])
  }

  func findingCounts(_ findings: [WordedFinding]) -> String {
    let counts = words(
      .sectionFindingsLead,
      [
        "errors": "\(findings.count { $0.severity == .error })",
        "warnings": "\(findings.count { $0.severity == .warning })",
        "notes": "\(findings.count { $0.severity == .note })",
      ])
    let waived = findings.count { $0.waiver != nil }
    guard waived > 0 else { return counts }
    return counts + " " + words(.sectionFindingsWaived, ["count": "\(waived)"])
  }

  /// How many findings a document shows; a flood of them stands in `findings.csv` alone.
  private static let findingsShown = 200

  /// Findings, the gravest first; `nil` when there are none.
  func findingsTable(_ findings: [WordedFinding], id: String) -> Table? {
    guard !findings.isEmpty else { return nil }
    let ordered = findings.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }
    let rows = ordered.prefix(Self.findingsShown).map { _, worded in
      let finding = worded.finding
      return [
        Cell(finding.code.rawValue), severityCell(worded), Cell(messageText(worded)),
        Cell(worded.hint), Cell(finding.indicator?.rawValue ?? ""),
        Cell(placeText(finding.place)), Cell(officeName(finding.office)),
      ]
    }
    return Table(
      id: id, caption: words(.tableFindings),
      columns: [
        .init(words(.columnCode)), .init(words(.columnSeverity)), .init(words(.columnMessage)),
        .init(words(.columnHint)), .init(words(.columnIndicator), .centred),
        .init(words(.columnPlace), .code), .init(words(.columnOffice)),
      ], rows: rows)
  }
}
