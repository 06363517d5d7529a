public import Model

/// What one office of one unit owes.
public struct OfficeDebt: Hashable, Sendable {
  public let unit: AdministrativeUnit
  public let office: Office
  public let figures: [IndicatorID]
  public let evidence: [IndicatorID]
}

/// What the command line prints of a record.
extension Composer {
  /// What is owed, by unit and office.
  public func owedByOffice() -> [OfficeDebt] {
    record.units.flatMap { unit in
      owedByOffice(unit).map { office, owed in
        OfficeDebt(
          unit: unit.unit, office: office,
          figures: owed.filter(\.lacksFigures).map(\.indicator.id),
          evidence: owed.filter(\.lacksEvidence).map(\.indicator.id))
      }
    }
  }

  /// What each indicator needs for the next level, in words.
  public func needs(of unit: UnitRecord) -> [(indicator: IndicatorID, text: String)] {
    (unit.assessment.conclusion?.nextLevel?.needs ?? []).compactMap { need in
      unit.assessment.indicator(need.indicator).map {
        (need.indicator, text(of: need, for: $0.indicator))
      }
    }
  }

  /// An indicator's status and evidence in words.
  public func labels(of assessment: IndicatorAssessment) -> (status: String, evidence: String) {
    (statusText(assessment.status), evidenceCell(assessment.evidence).text)
  }

  /// Deadlines, what was sent and what is owed, for machines.
  public func status() -> JSONValue {
    .object([
      "asOf": .string(context.asOf.description),
      "milestones": .array(
        programme.milestones.map { milestone in
          .object([
            "id": .string(milestone.id), "title": .string(milestone.title),
            "lastDay": .string(milestone.lastDay.description),
            "daysLeft": .integer(milestone.lastDay.ordinal - context.asOf.ordinal),
          ])
        }),
      "units": .array(record.units.map(unitStatus)),
      "offices": .array(record.offices.map(unitStatus)),
      "owed": .array(
        owedByOffice().map { debt in
          .object([
            "unit": .string(debt.unit.code.rawValue), "office": .string(debt.office.id.rawValue),
            "figures": .array(debt.figures.map { .string($0.rawValue) }),
            "evidence": .array(debt.evidence.map { .string($0.rawValue) }),
          ])
        }),
    ])
  }

  private func unitStatus(_ unit: UnitRecord) -> JSONValue {
    let indicators = unit.assessment.indicators
    var members: [String: JSONValue] = [
      "code": .string(unit.unit.code.rawValue), "name": .string(unit.unit.name),
      "sent": .bool(unit.submission.hasFigures), "indicators": .integer(indicators.count),
      "figures": .integer(indicators.count(where: \.isSettled)),
      "evidence": .integer(indicators.count { $0.evidence == .complete }),
    ]
    members["outcome"] = unit.assessment.conclusion.map { .string($0.outcome.rawValue) }
    return .object(members)
  }
}
