import Model

/// The districts side by side, the province's offices, and what the districts say of the criteria.
extension Composer {
  func districtsSection() -> SectionDraft {
    SectionDraft(
      id: "cac-huyen", title: words(.sectionDistricts),
      blocks: [.table(levelsTable())] + districtsBlocks() + [matrixBlock()])
  }

  func districtsBlocks() -> [Block] { districtsChart().map { [.chart($0)] } ?? [] }

  private func matrixBlock() -> Block {
    matrixChart().map(Block.chart) ?? .table(matrixTable(linked: false))
  }

  func levelsTable() -> Table {
    let rows = record.districts.map { unit in
      let assessment = unit.assessment
      return [
        Cell(unit.unit.name), outcomeCell(assessment), Cell(count: assessment.level),
        Cell(count: assessment.possibleLevel), Cell(joined(assessment.binding)),
        Cell(
          "\(provenCount(assessment))/\(assessment.indicators.count)"),
        Cell("\(owed(by: unit).count)", number: .integer(owed(by: unit).count)),
      ]
    }
    return Table(
      id: "muc-do-cac-huyen", caption: words(.tableDistricts),
      columns: [
        .init(words(.columnUnit)), .init(words(.columnResult)),
        .init(words(.columnLevel), .number), .init(words(.columnPossible), .number),
        .init(words(.columnBinding)), .init(words(.openingMet), .centred),
        .init(words(.columnMissing), .number),
      ], rows: rows)
  }

  /// Every indicator of the districts, a column a district.
  func matrixTable(linked: Bool) -> Table {
    let districts = record.districts
    guard let first = districts.first else {
      return Table(
        id: "chi-bao-cac-huyen", caption: words(.tableMatrix),
        columns: [.init(words(.columnUnit))], rows: [[Cell(words(.workbookNone))]])
    }
    let criteria = criteria(of: first.unit)
    let rows = criteria.indicators.map { indicator in
      [Cell(indicator.id.rawValue), Cell(indicator.shortName)]
        + districts.map { district in
          district.assessment.indicator(indicator.id).map {
            matrixCell($0, criteria, of: linked ? district : nil)
          } ?? Cell("")
        }
    }
    return Table(
      id: "chi-bao-cac-huyen", caption: words(.tableMatrix),
      columns: [.init(words(.columnIndicator), .centred), .init(words(.columnWording))]
        + districts.map { .init($0.unit.name) }, rows: rows)
  }

  private func matrixCell(
    _ assessment: IndicatorAssessment, _ criteria: CriteriaSet, of linked: UnitRecord?
  ) -> Cell {
    let isProven = assessment.status == .met && assessment.evidence == .complete
    let result =
      assessment.status == .met && !isProven
      ? "\(statusText(.met)); \(words(.columnEvidence).lowercased()) "
        + evidenceCell(assessment.evidence).text.lowercased()
      : assessment.band.flatMap { $0 > 0 ? bandText(assessment) : nil }
        ?? statusText(assessment.status)
    let text = words(
      .tableMatrixCell, ["figure": figureText(assessment, in: criteria), "result": result])
    let hasFigure = assessment.status.isDecided && assessment.indicator.measure != .attestation
    return Cell(
      hasFigure ? text : result,
      mark: isProven ? .good : assessment.status == .met ? .warning : mark(of: assessment.status),
      link: linked.map { "\($0.folderName)/\(ReportFile.district.name).html#cach-tinh" })
  }

  func officesSection(_ unit: UnitRecord) -> SectionDraft {
    SectionDraft(
      id: "theo-co-quan", title: words(.tableOffices), blocks: [.table(officesTable(unit))])
  }

  /// The province's indicators by the office that answers for them.
  func officesTable(_ unit: UnitRecord) -> Table {
    let criteria = criteria(of: unit.unit)
    let rows = programme.offices.flatMap { office in
      unit.assessment.indicators.filter { $0.indicator.office == office.id }.map { assessment in
        [
          Cell(office.name), Cell(assessment.indicator.id.rawValue),
          Cell(assessment.indicator.shortName), Cell(figureText(assessment, in: criteria)),
          statusCell(assessment), evidenceCell(assessment.evidence),
        ]
      }
    }
    return Table(
      id: "chi-bao-theo-co-quan",
      caption: words(.tableProvince, ["count": "\(criteria.indicators.count)"]),
      columns: [
        .init(words(.columnOffice)), .init(words(.columnIndicator), .centred),
        .init(words(.columnWording)), .init(words(.columnFigure)), .init(words(.columnResult)),
        .init(words(.columnEvidence)),
      ], rows: rows)
  }

  func feedbackSection() -> SectionDraft {
    let title = words(.sectionFeedback)
    guard let table = feedbackTable() else {
      return SectionDraft(
        id: "y-kien", title: title, blocks: [.paragraph(words(.sectionFeedbackEmpty))])
    }
    return SectionDraft(id: "y-kien", title: title, blocks: [.table(table)])
  }

  /// What the districts say of the indicators, by indicator; `nil` when they say nothing.
  func feedbackTable() -> Table? {
    let all = record.districts.flatMap { unit in
      unit.submission.feedback.map { (unit: unit.unit, feedback: $0) }
    }
    let rows = all.enumerated().sorted {
      ($0.element.feedback.indicator, $0.offset) < ($1.element.feedback.indicator, $1.offset)
    }.map { _, item in
      [
        Cell(item.feedback.indicator.rawValue),
        Cell(shortName(item.feedback.indicator, of: item.unit)), Cell(item.unit.name),
        suitabilityCell(item.feedback.suitability), Cell(item.feedback.difficulty),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "y-kien-chi-bao", caption: words(.tableFeedback),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnUnit)), .init(words(.columnSuitability)),
        .init(words(.columnDifficulty)),
      ], rows: rows)
  }
}
