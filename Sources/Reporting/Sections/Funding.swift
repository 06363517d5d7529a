import Model

/// The money of the programme (kinh phí), where the unit sent a table of it.
extension Composer {
  func fundingSection(_ unit: UnitRecord) -> SectionDraft {
    guard let table = fundingTable(unit) else {
      let title = words(.sectionFunding)
      return SectionDraft(
        id: "kinh-phi-thuc-hien", title: title,
        blocks: proseBlocks(unit, under: title).orElse(words(.proseFundingNone, ["asOf": asOf])),
        hasProse: true)
    }
    let sums = FundingSums(of: unit.submission.funding)
    let lead = words(
      .sectionFundingLead,
      [
        "planned": amountText(sums.planned), "allocated": amountText(sums.allocated),
        "spent": amountText(sums.spent),
      ])
    return SectionDraft(
      id: "kinh-phi-thuc-hien", title: words(.sectionFunding),
      blocks: [.paragraph(lead), .table(table)])
  }

  private func amountText(_ sum: Int?) -> String {
    sum.map { words(.sectionFundingAmount, ["amount": VietnameseNumber.count($0)]) }
      ?? words(.sectionFundingUnknown)
  }

  /// The lines with their sums; a column with a missing amount has no sum, never one that counts
  /// it as nothing.
  func fundingTable(_ unit: UnitRecord) -> Table? {
    let lines = unit.submission.funding
    guard !lines.isEmpty else { return nil }
    let sums = FundingSums(of: lines)
    let amounts = { (values: [Int?]) in values.map { $0.map { Cell(count: $0) } ?? Cell("") } }
    let rows = lines.map { line in
      [Cell(line.source), Cell(line.purpose)]
        + amounts([line.planned, line.allocated, line.spent]) + [Cell(line.note)]
    }
    let total =
      [Cell(words(.sectionFundingTotal)), Cell("")]
      + amounts([sums.planned, sums.allocated, sums.spent]) + [Cell("")]
    return Table(
      id: "kinh-phi", caption: words(.tableFunding),
      columns: [
        .init(words(.columnFundingSource)), .init(words(.columnPurpose)),
        .init(words(.columnPlanned), .number), .init(words(.columnAllocated), .number),
        .init(words(.columnSpent), .number), .init(words(.columnNote)),
      ], rows: rows + [total])
  }
}

/// The sums of a funding table.
///
/// - Unit: whole đồng; `nil` where an amount is missing, or the sum has no room.
private struct FundingSums {
  let planned: Int?
  let allocated: Int?
  let spent: Int?

  init(of lines: [FundingLine]) {
    planned = sum(lines.map(\.planned))
    allocated = sum(lines.map(\.allocated))
    spent = sum(lines.map(\.spent))
  }
}

private func sum(_ amounts: [Int?]) -> Int? {
  amounts.reduce(0 as Int?) { total, amount in
    guard let total, let amount else { return nil }
    let (result, overflow) = total.addingReportingOverflow(amount)
    return overflow ? nil : result
  }
}
