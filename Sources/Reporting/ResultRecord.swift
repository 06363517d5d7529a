public import Model

extension Composer {
  /// The result of one unit for machines: `result.json`.
  ///
  /// With `only`, just those of its indicators.
  public func result(
    of unit: UnitRecord, only indicators: [IndicatorAssessment]? = nil
  ) -> JSONValue {
    let assessment = unit.assessment
    var members: [String: JSONValue] = [
      "schema": "hoctap/result/1", "programme": .string(programme.id), "period": .string(period),
      "rulebook": .string(rulebook.id), "rulebookDigest": .string(rulebook.digest),
      "asOf": .string(context.asOf.description), "tool": .string(record.tool),
      "illustrative": .bool(programme.illustrative != nil),
      "unit": json(unit.unit),
      "indicators": .array((indicators ?? assessment.indicators).map { indicator($0, unit) }),
      "findings": .array(unit.findings.map(finding)),
    ]
    let offices = unit.unit.code == programme.province ? record.offices : []
    if !offices.isEmpty { members["offices"] = .array(offices.map(officeState)) }
    if let conclusion = assessment.conclusion {
      members.merge(json(conclusion, unit)) { _, new in new }
    }
    return .object(members)
  }

  private func json(_ unit: AdministrativeUnit) -> JSONValue {
    var members: [String: JSONValue] = [
      "code": .string(unit.code.rawValue), "name": .string(unit.name),
      "tier": .string(unit.tier.rawValue),
    ]
    members["office"] = unit.office.map { .string($0.rawValue) }
    return .object(members)
  }

  /// What an office has sent of its own people; its own result, where it has one, says more.
  private func officeState(_ office: UnitRecord) -> JSONValue {
    .object([
      "id": .string(office.unit.office?.rawValue ?? ""), "name": .string(office.unit.name),
      "report": .bool(issuesReport(office)),
      "indicators": .array(
        office.assessment.indicators.map { assessment in
          .object([
            "id": .string(assessment.indicator.id.rawValue),
            "status": .string(assessment.status.rawValue),
            "evidence": .string(assessment.evidence.rawValue),
          ])
        }),
    ])
  }

  private func json(_ conclusion: LevelConclusion, _ unit: UnitRecord) -> [String: JSONValue] {
    [
      "outcome": .string(conclusion.outcome.rawValue), "level": .integer(conclusion.level),
      "possibleLevel": .integer(conclusion.possibleLevel),
      "binding": .array(conclusion.binding.map { .string($0.rawValue) }),
      "nextLevel": nextLevel(unit),
    ]
  }

  private func nextLevel(_ unit: UnitRecord) -> JSONValue {
    guard let next = unit.assessment.conclusion?.nextLevel else { return .null }
    let needs = next.needs.map { need -> JSONValue in
      var members: [String: JSONValue] = ["indicator": .string(need.indicator.rawValue)]
      for missing in need.missing {
        members.merge(json(missing)) { _, new in new }
      }
      if let assessment = unit.assessment.indicator(need.indicator) {
        members["text"] = .string(text(of: need, for: assessment.indicator))
      }
      return .object(members)
    }
    return .object(["level": .integer(next.level), "needs": .array(needs)])
  }

  private func json(_ missing: LevelNeed.Missing) -> [String: JSONValue] {
    switch missing {
    case .more(let count, let numerator, let denominator):
      [
        "more": .integer(count), "numerator": .integer(numerator),
        "denominator": .integer(denominator),
      ]
    case .fewer(let count, let numerator, let denominator):
      [
        "fewer": .integer(count), "numerator": .integer(numerator),
        "denominator": .integer(denominator),
      ]
    case .percentage(let threshold, _): ["percentage": .string(threshold.value.plain)]
    case .attestation: ["missing": "attestation"]
    case .fall(let points): ["missing": "fall", "points": .string(points.truncated(to: 12))]
    case .growth: ["missing": "growth"]
    case .change: ["missing": "change"]
    case .guidance: ["missing": "guidance"]
    case .components(let ids):
      ["missing": "components", "components": .array(ids.map { .string($0.rawValue) })]
    case .figures: ["missing": "figures"]
    case .correction: ["missing": "correction"]
    case .documents: ["documents": .bool(true)]
    case .outcomes: ["outcomes": .bool(true)]
    }
  }

  private func indicator(_ assessment: IndicatorAssessment, _ unit: UnitRecord) -> JSONValue {
    let indicator = assessment.indicator
    var members: [String: JSONValue] = [
      "id": .string(indicator.id.rawValue), "role": .string(indicator.role.rawValue),
      "status": .string(assessment.status.rawValue),
      "evidence": .string(assessment.evidence.rawValue), "clause": .string(indicator.clause),
      "office": .string(indicator.office.rawValue),
      "preliminary": .bool(assessment.isPreliminary),
      "interpretations": .array(
        assessment.readings.map { .string($0.interpretation.id.rawValue) }),
      "trace": .array(trace(of: assessment).map { .string($0) }),
      "findings": .array(
        unit.findings.filter { $0.finding.indicator == indicator.id }.map {
          .string($0.finding.code.rawValue)
        }),
      "figures": .array(assessment.figures.map(figure)),
      "documents": .array(assessment.documents.map(document)),
    ]
    members["text"] = criteriaSet(holding: indicator).map {
      .string(figureText(assessment, in: $0))
    }
    members["withheld"] = assessment.isWithheld ? .bool(true) : nil
    members["band"] = assessment.band.map { .integer($0) }
    members["numerator"] = assessment.numerator.map { .integer($0) }
    members["denominator"] = assessment.denominator.map { .integer($0) }
    members["threshold"] = indicator.measure.threshold.map { .string($0.value.plain) }
    members["source"] = assessment.basis.map { .string($0.rawValue) }
    members["value"] = assessment.value.map { .string($0.truncated(to: 3)) }
    members["exact"] = exact(assessment).map { .string($0) }
    if let progress = assessment.progress { members.merge(json(progress)) { _, new in new } }
    return .object(members)
  }

  private func json(_ progress: TargetProgress) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "targets": .array(progress.standings.map(json)),
      "trend": .array(
        progress.trend.points.map { point in
          .object([
            "year": .integer(point.year), "value": .string(point.percentage.truncated(to: 3)),
          ])
        }),
    ]
    members["pace"] = progress.trend.pace.map { .string($0.truncated(to: 6)) }
    if !progress.groups.isEmpty {
      members["groups"] = .array(progress.groups.map(json))
    }
    if !progress.absent.isEmpty {
      members["absent"] = .array(progress.absent.map { .string($0.rawValue) })
    }
    if !progress.absentOffices.isEmpty {
      members["absentOffices"] = .array(progress.absentOffices.map { .string($0.rawValue) })
    }
    return members
  }

  /// Few people are not told, nor what would tell them.
  private func json(_ group: GroupStanding) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(group.group.id.rawValue), "ownTargets": .bool(group.hasOwnTargets),
      "withheld": .bool(group.counts.isWithheld),
    ]
    if !group.counts.isWithheld {
      members["numerator"] = .integer(group.counts.numerator)
      members["denominator"] = .integer(group.counts.denominator)
      members["targets"] = .array(group.targets.map(json))
    }
    return .object(members)
  }

  private func json(_ standing: TargetStanding) -> JSONValue {
    var members: [String: JSONValue] = [
      "horizon": .string(standing.horizon.id.rawValue), "target": .string(standing.target.plain),
      "met": .bool(standing.isMet),
    ]
    members["more"] = standing.more.map { .integer($0) }
    members["neededPace"] = standing.neededPace.map { .string($0.truncated(to: 6)) }
    members["projection"] = standing.projection.map { .string($0.truncated(to: 3)) }
    return .object(members)
  }

  /// The deciding number without rounding: the counts, a decimal that ends, or a fraction.
  private func exact(_ assessment: IndicatorAssessment) -> String? {
    if let part = assessment.numerator, let whole = assessment.denominator {
      return "\(part)/\(whole)"
    }
    guard let value = assessment.value else { return nil }
    let decimal = value.truncated(to: 2 * ExactDecimal.maximumScale)
    return decimal.hasSuffix("…") ? "\(value.numerator)/\(value.denominator)" : decimal
  }

  /// One document of the ledger, with the digest of its file, so that a later swap shows.
  private func document(_ document: EvidenceDocument) -> JSONValue {
    var members: [String: JSONValue] = [
      "number": .string(document.number), "issuer": .string(document.issuer),
      "title": .string(document.title), "ledger": .string(document.place.file),
      "defects": .array(document.defects.map { .string($0.rawValue) }),
      "whole": .bool(document.isWhole),
    ]
    members["date"] = document.date.map { .string($0.description) }
    members["line"] = document.place.line.map { .integer($0) }
    members["file"] = document.file.isEmpty ? nil : .string(document.file)
    members["sha256"] = document.fileDigest.map { .string($0) }
    members["office"] = document.office.map { .string($0.rawValue) }
    return .object(members)
  }

  private func figure(_ figure: Figure) -> JSONValue {
    var members: [String: JSONValue] = [
      "file": .string(figure.place.file), "state": .string(figure.state.rawValue),
    ]
    members["line"] = figure.place.line.map { .integer($0) }
    members["component"] = figure.component.map { .string($0.rawValue) }
    members["office"] = figure.office.map { .string($0.rawValue) }
    members["referenceYear"] = figure.referenceYear.map { .integer($0) }
    members["met"] = figure.met.map { .bool($0.value) }
    members["numerator"] = figure.numerator.map { .integer($0.value) }
    members["denominator"] = figure.denominator.map { .integer($0.value) }
    members["percent"] = figure.percent.map { .string($0.value.plain) }
    members["previous"] = figure.previous.map { .string($0.value.plain) }
    members["current"] = figure.current.map { .string($0.value.plain) }
    return .object(members)
  }

  /// One finding for machines.
  public func finding(_ worded: WordedFinding) -> JSONValue {
    let finding = worded.finding
    var members: [String: JSONValue] = [
      "code": .string(finding.code.rawValue), "severity": .string(worded.severity.rawValue),
      "message": .string(worded.message), "hint": .string(worded.hint),
      "value": .string(finding.value), "expected": .string(worded.expected),
      "clause": .string(finding.clause), "office": .string(officeName(finding.office)),
    ]
    members["unit"] = finding.unit.map { .string($0.rawValue) }
    members["indicator"] = finding.indicator.map { .string($0.rawValue) }
    members["file"] = finding.place.map { .string($0.file) }
    members["sheet"] = finding.place?.sheet.map { .string($0) }
    members["line"] = finding.place?.line.map { .integer($0) }
    members["column"] = finding.place?.column.map { .string($0) }
    members["cell"] = finding.place?.address.map { .string($0) }
    members["waiver"] = worded.waiver.map(waiver)
    return .object(members)
  }

  private func waiver(_ waiver: Waiver) -> JSONValue {
    var members: [String: JSONValue] = [
      "reason": .string(waiver.reason), "approvedBy": .string(waiver.approvedBy),
      "until": .string(waiver.until.description), "file": .string(waiver.place.file),
    ]
    members["line"] = waiver.place.line.map { .integer($0) }
    return .object(members)
  }

  /// Findings one row each, with a heading row: `findings.csv`.
  public func findingRows(_ findings: [WordedFinding]) -> [[String]] {
    let heading = [
      words(.columnCode), words(.columnSeverity), words(.columnMessage), words(.columnHint),
      words(.columnUnit), words(.columnIndicator), words(.columnPlace), words(.columnValue),
      words(.tableExpected), words(.columnClause), words(.columnOffice), words(.columnWaiver),
      words(.columnApprover), words(.columnUntil),
    ]
    return [heading]
      + findings.map { worded in
        let finding = worded.finding
        return [
          finding.code.rawValue, severityCell(worded).text, worded.message, worded.hint,
          finding.unit.flatMap { context.units[$0]?.name } ?? "",
          finding.indicator?.rawValue ?? "", placeText(finding.place), finding.value,
          worded.expected, finding.clause, officeName(finding.office),
          worded.waiver?.reason ?? "", worded.waiver?.approvedBy ?? "",
          worded.waiver?.until.vietnamese ?? "",
        ]
      }
  }
}
