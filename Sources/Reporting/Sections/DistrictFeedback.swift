import Model

/// What the districts say of the criteria, in the report of the province.
extension Composer {
  func feedbackSection() -> SectionDraft {
    let title = words(.sectionFeedback)
    guard let table = feedbackTable() else {
      return SectionDraft(
        id: "y-kien", title: title, blocks: [.paragraph(words(.sectionFeedbackEmpty))])
    }
    let all = record.districts.flatMap(\.submission.feedback)
    let lead = words(
      .proseFeedbackLead,
      [
        "units": "\(record.districts.count { !$0.submission.feedback.isEmpty })",
        "count": "\(record.districts.count)",
        "indicators": "\(Set(all.map(\.indicator)).count)",
      ])
    return SectionDraft(id: "y-kien", title: title, blocks: [.paragraph(lead), .table(table)])
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
