import Model

/// The days to each milestone of each unit.
extension Composer {
  func boardDeadlinesTable() -> Table {
    Table(
      id: "moc-cua-don-vi", caption: words(.glanceDeadlineTable),
      columns: [
        .init(words(.columnMilestone)), .init(words(.columnLastDay), .centred),
        .init(words(.glanceByPlan)),
      ] + record.units.map { .init($0.unit.name) } + [.init(words(.columnRecipient))],
      rows: milestones.map { milestone in
        [
          Cell(milestone.title), Cell(milestone.lastDay.vietnamese),
          Cell("\(milestone.wording) (\(milestone.clause))"),
        ] + record.units.map { cell(milestone, of: $0) } + [Cell(milestone.recipient)]
      })
  }

  private func cell(_ milestone: Milestone, of unit: UnitRecord) -> Cell {
    guard milestone.tier == unit.unit.tier else { return Cell(words(.glanceNotItsMilestone)) }
    guard context.reportMilestones(of: milestone.tier).contains(milestone) else {
      // Whether it was met, or will be by another year's files, is not known here, so only the days
      // are told.
      return Cell(daysText(milestone), topics: [topic(unit)])
    }
    let cell = readinessCell(isLacking: !debts(of: unit).isEmpty, milestone)
    return Cell(cell.text, mark: cell.mark, topics: [topic(unit)])
  }

  /// How many days are left for a report, and whether something of it is missing.
  func readinessCell(isLacking: Bool, _ milestone: Milestone) -> Cell {
    let days = daysLeft(to: milestone)
    let details = ["days": "\(abs(days))"]
    if !isLacking {
      return Cell(words(days > 0 ? .glanceReadyFuture : .glanceReady, details), mark: .good)
    }
    if days < 0 { return Cell(words(.glanceOverdueLacking, details), mark: .bad) }
    return Cell(
      words(days == 0 ? .glanceTodayLacking : .glanceFutureLacking, details), mark: .warning)
  }

  func daysText(_ milestone: Milestone) -> String {
    let days = daysLeft(to: milestone)
    let phrase: Phrase =
      days > 0 ? .submissionFuture : days == 0 ? .submissionToday : .submissionPast
    return words(phrase, ["days": "\(abs(days))"])
  }

  func daysLeft(to milestone: Milestone) -> Int {
    milestone.lastDay.ordinal - context.asOf.ordinal
  }
}
