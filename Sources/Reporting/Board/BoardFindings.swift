import Model

/// The findings as the board lists them, the gravest first, and where those about something stand.
struct BoardFindings {
  /// What findings are about.
  enum Subject: Hashable {
    case unit(UnitCode)
    case indicator(UnitCode, IndicatorID)
    case office(UnitCode, OfficeID)
  }

  struct Row {
    let id: String
    let worded: WordedFinding
    /// The office that answers for it and, where it is another, the one whose file it is about.
    let offices: [OfficeID]
  }

  let rows: [Row]
  /// Of all findings, those without a row too.
  let count: Int
  private var firsts: [Subject: String] = [:]
  private var counts: [Subject: Int] = [:]

  /// How many findings have a row; a flood of them stands in `findings.csv` alone.
  static let limit = 200

  /// - Parameter findings: the gravest first, each with its offices.
  init(_ findings: [(worded: WordedFinding, offices: [OfficeID])]) {
    count = findings.count
    rows = findings.prefix(Self.limit).enumerated().map { index, finding in
      Row(id: "phat-hien-\(index + 1)", worded: finding.worded, offices: finding.offices)
    }
    for (index, item) in findings.enumerated() {
      for subject in Self.subjects(of: item.worded.finding, item.offices) {
        counts[subject, default: 0] += 1
        if firsts[subject] == nil, rows.indices.contains(index) {
          firsts[subject] = rows[index].id
        }
      }
    }
  }

  private static func subjects(of finding: Finding, _ offices: [OfficeID]) -> [Subject] {
    guard let unit = finding.unit else { return [] }
    let indicator = [finding.indicator].compactMap(\.self).map { Subject.indicator(unit, $0) }
    return [.unit(unit)] + indicator + offices.map { .office(unit, $0) }
  }

  /// How many findings are about something, and the address of the gravest; `nil` when none is.
  func about(_ subject: Subject) -> (count: Int, target: String)? {
    counts[subject].map { ($0, firsts[subject].map { "#\($0)" } ?? "findings.csv") }
  }
}

extension Composer {
  func boardFindings() -> BoardFindings {
    let units = Dictionary(record.units.map { ($0.unit.code, $0) }) { first, _ in first }
    let ordered = record.findings.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }
    return BoardFindings(
      ordered.map { _, worded in
        let holder = worded.finding.unit.flatMap { units[$0] }.flatMap {
          office(holding: worded.finding.place, of: $0)
        }
        let charged = worded.finding.office
        return (worded, [charged, holder == charged ? nil : holder].compactMap(\.self))
      })
  }

  /// A link to the findings about something, for a cell to end with.
  func foundLinks(_ subject: BoardFindings.Subject, _ findings: BoardFindings) -> [Link] {
    findings.about(subject).map { count, target in
      [Link(words(.glanceFound, ["count": "\(count)"]), to: target)]
    } ?? []
  }

  /// A cell of its own for that link.
  func foundCell(_ subject: BoardFindings.Subject, _ findings: BoardFindings) -> Cell {
    foundLinks(subject, findings).first.map { Cell($0.text, link: $0.target) }
      ?? Cell(words(.glanceNotFound))
  }

  func boardFindingBlocks(_ findings: BoardFindings) -> [Block] {
    let files = Block.links([
      Link(words(.boardAllFindings), to: "findings.csv"),
      Link(words(.boardManifest), to: "manifest.json"),
    ])
    guard findings.count > 0 else { return [.paragraph(words(.sectionFindingsNone)), files] }
    let lead = words(
      findings.count > findings.rows.count ? .glanceGravest : .glanceAllFindings,
      [
        "counts": findingCounts(record.findings), "shown": "\(findings.rows.count)",
        "count": "\(findings.count)",
      ])
    return [.paragraph(lead), .table(boardFindingsTable(findings)), files]
  }

  private func boardFindingsTable(_ findings: BoardFindings) -> Table {
    let units = Dictionary(record.units.map { ($0.unit.code, $0) }) { first, _ in first }
    return Table(
      id: "cac-phat-hien", caption: words(.tableFindings),
      columns: [
        .init(words(.columnCode)), .init(words(.columnSeverity)), .init(words(.columnUnit)),
        .init(words(.columnIndicator), .centred), .init(words(.columnMessage)),
        .init(words(.columnHint)), .init(words(.columnPlace)), .init(words(.columnOffice)),
      ],
      rows: findings.rows.map { row in
        let finding = row.worded.finding
        let unit = finding.unit.flatMap { units[$0] }
        return [
          Cell(finding.code.rawValue), severityCell(row.worded),
          Cell(unit?.unit.name ?? "", link: unit.map(reportPage)),
          Cell(
            finding.indicator?.rawValue ?? "",
            link: unit.flatMap { unit in finding.indicator.map { tracePage($0, of: unit) } }),
          Cell(messageText(row.worded)), Cell(row.worded.hint), Cell(placeText(finding.place)),
          Cell(row.offices.map(officeName).joined(separator: "; ")),
        ]
      },
      rowLabels: findings.rows.map { row in
        let unit = row.worded.finding.unit.flatMap { units[$0] }
        return RowLabel(id: row.id, topics: topics(of: row, unit))
      })
  }

  private func topics(of row: BoardFindings.Row, _ unit: UnitRecord?) -> [Topic] {
    let finding = row.worded.finding
    let assessment = finding.indicator.flatMap { unit?.assessment.indicator($0) }
    let states = assessment.map(BoardState.states) ?? []
    return topics(
      unit: finding.unit, offices: row.offices.isEmpty ? [nil] : row.offices,
      states: states.isEmpty ? [nil] : states)
  }
}
