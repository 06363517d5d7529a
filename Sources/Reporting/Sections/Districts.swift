import Model

/// The districts side by side, and the province's offices.
extension Composer {
  func districtsSection() -> SectionDraft {
    SectionDraft(
      id: "cac-huyen", title: words(.sectionDistricts),
      blocks: [
        .paragraph(outcomesSentence()), .table(levelsTable()),
      ] + districtsBlocks() + [matrixBlock()])
  }

  func districtsBlocks() -> [Block] { districtsChart().map { [.chart($0)] } ?? [] }

  private func matrixBlock() -> Block {
    matrixChart().map(Block.chart) ?? .table(matrixTable())
  }

  /// Which districts are recognised, which are not, and of which that is not known.
  private func outcomesSentence() -> String {
    let groups: [(Outcome, Phrase)] = [
      (.recognised, .proseDistrictsRecognised), (.pending, .proseDistrictsPending),
      (.notRecognised, .proseDistrictsFailed),
    ]
    let sentences = groups.compactMap { outcome, phrase -> String? in
      let names = record.districts.filter { $0.assessment.outcome == outcome }.map { district in
        let name = district.unit.nameInSentence
        guard outcome == .recognised else { return name }
        return words(
          .proseDistrictsLevel, ["unit": name, "level": "\(district.assessment.level)"])
      }
      return names.isEmpty ? nil : words(phrase, ["units": names.joined(separator: ", ")])
    }
    return sentences.isEmpty ? words(.proseDistrictsNone) : sentences.joined(separator: " ")
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
  func matrixTable() -> Table {
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
            matrixCell($0, criteria)
          } ?? Cell("")
        }
    }
    return Table(
      id: "chi-bao-cac-huyen", caption: words(.tableMatrix),
      columns: [.init(words(.columnIndicator), .centred), .init(words(.columnWording))]
        + districts.map { .init($0.unit.name) }, rows: rows)
  }

  private func matrixCell(_ assessment: IndicatorAssessment, _ criteria: CriteriaSet) -> Cell {
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
      mark: isProven ? .good : assessment.status == .met ? .warning : mark(of: assessment.status))
  }

  func officesSection(_ unit: UnitRecord) -> SectionDraft {
    let offices = figureOffices()
    let silent = offices.filter { !unit.submission.reportingOffices.contains($0.id) }
    let counts = words(
      .proseOfficesLead,
      [
        "asOf": asOf, "count": "\(offices.count)", "sent": "\(offices.count - silent.count)",
      ])
    let names = silent.map(\.name).joined(separator: ", ")
    let lead =
      silent.isEmpty ? counts : counts + " " + words(.proseOfficesSilent, ["offices": names])
    return SectionDraft(
      id: "theo-co-quan", title: words(.tableOffices),
      blocks: [.paragraph(lead), .table(officesTable(unit))])
  }

  /// The province's indicators by the office that answers for them.
  func officesTable(_ unit: UnitRecord) -> Table {
    let criteria = criteria(of: unit.unit)
    let rows = assessmentsByOffice(unit).map { assessment in
      [
        Cell(officeName(assessment.indicator.office)), Cell(assessment.indicator.id.rawValue),
        Cell(assessment.indicator.shortName), Cell(figureText(assessment, in: criteria)),
        statusCell(assessment), evidenceCell(assessment.evidence),
      ]
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

  /// A unit's indicators in the order of the offices that answer for them.
  func assessmentsByOffice(_ unit: UnitRecord) -> [IndicatorAssessment] {
    programme.offices.flatMap { office in
      unit.assessment.indicators.filter { $0.indicator.office == office.id }
    }
  }
}
