import Model

/// Days before a report's last day from which what is still missing is a finding.
private let warningDays = 14

/// The finding about a unit's own report, while something of it is missing: due soon, or overdue.
func deadlineFindings(of assessment: UnitAssessment, in context: RunContext) -> [Finding] {
  // What is computed from other units is theirs to complete.
  let isComplete = assessment.indicators.allSatisfy {
    $0.indicator.isComputed || ($0.isSettled && $0.evidence == .complete)
  }
  guard !isComplete else { return [] }
  return context.reportMilestones(of: assessment.unit.tier).compactMap { milestone in
    let days = milestone.lastDay.ordinal - context.asOf.ordinal
    guard days <= warningDays else { return nil }
    return Finding(
      days < 0 ? .reportOverdue : .reportDueSoon, unit: assessment.unit.code,
      clause: milestone.clause, office: context.programme.leadOffices[assessment.unit.tier],
      details: [
        "milestone": milestone.title, "lastDay": milestone.lastDay.vietnamese,
        "days": "\(abs(days))",
      ])
  }
}

/// The same about the reports of offices of their own people, each charged with its own.
func deadlineFindings(
  ofOffices assessments: [UnitAssessment], of unit: UnitCode, in context: RunContext
) -> [Finding] {
  assessments.flatMap { assessment in
    deadlineFindings(of: assessment, in: context).map { finding in
      var details = finding.details
      details["milestone"] = "\(assessment.unit.name): \(details["milestone"] ?? "")"
      return Finding(
        finding.code, unit: unit, clause: finding.clause, office: assessment.unit.office,
        details: details)
    }
  }
}

/// That the rulebook was not in force on any day of the period.
func rulebookFindings(in context: RunContext) -> [Finding] {
  let rulebook = context.rulebook
  let startsLater = rulebook.inForceFrom.year > context.period
  let endedEarlier = rulebook.inForceTo.map { $0.year < context.period } ?? false
  guard startsLater || endedEarlier else { return [] }
  return [
    Finding(
      .rulebookNotInForce, value: "\(context.period)",
      details: [
        "from": rulebook.inForceFrom.vietnamese, "to": rulebook.inForceTo?.vietnamese ?? "",
        "period": "\(context.period)",
      ])
  ]
}
