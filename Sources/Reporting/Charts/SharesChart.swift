import Model

extension Composer {
  /// The unit's shares beside their limits; `nil` where no indicator is a share.
  func sharesChart(_ unit: UnitRecord) -> ReportChart? {
    let shares = unit.assessment.shares(byComponent: true)
    let criteria = criteria(of: unit.unit)
    guard !shares.isEmpty else { return nil }
    return ReportChart(
      id: "bieu-do-ty-le", title: words(.chartShares),
      description: sharesDescription(shares, in: criteria),
      drawing: .bars(
        ShareBars(
          scale: bandMarks(criteria),
          bars: shares.map { bar($0, named: barName($0), in: criteria) })),
      table: sharesTable(shares, in: criteria))
  }

  private func barName(_ shown: ShownShare) -> String {
    let basis = shown.indicator.role == .banded ? bandText(shown.assessment) : text(of: shown.limit)
    // Kept whole where the name needs a second line.
    return "\(name(of: shown)) (\(basis.replacing(" ", with: "\u{A0}")))"
  }

  private func name(of shown: ShownShare) -> String {
    "\(shown.indicator.id.rawValue) \(shown.component?.name ?? shown.indicator.shortName)"
  }

  private func sharesDescription(_ shares: [ShownShare], in criteria: CriteriaSet) -> String {
    var sentences = [
      words(.chartSharesText, ["count": "\(shares.count)", "bands": bandsText(criteria)])
    ]
    let own = shares.filter { $0.indicator.role != .banded }.map(\.indicator.id)
    if !own.isEmpty { sentences.append(words(.chartOwnLimits, ["names": once(own)])) }
    if let range = rangeSentence(shares, in: criteria) { sentences.append(range) }
    let open = shares.filter { $0.share == nil }.map(\.indicator.id)
    if !open.isEmpty { sentences.append(words(.chartNoFigure, ["names": once(open)])) }
    return sentences.joined(separator: " ")
  }

  private func rangeSentence(_ shares: [ShownShare], in criteria: CriteriaSet) -> String? {
    let known = shares.compactMap { shown in shown.share.map { (shown: shown, share: $0) } }
    guard let most = known.max(by: { $0.share < $1.share }),
      let least = known.min(by: { $0.share < $1.share })
    else { return nil }
    guard least.share < most.share else {
      return known.count > 1
        ? words(.chartSharesEqual, ["value": valueText(most.shown, in: criteria)]) : nil
    }
    func named(_ shown: ShownShare) -> String {
      words(.chartNames, ["name": name(of: shown), "value": valueText(shown, in: criteria)])
    }
    return words(
      .chartSharesRange, ["highest": named(most.shown), "lowest": named(least.shown)])
  }

  private func once(_ ids: [IndicatorID]) -> String {
    var seen: Set<IndicatorID> = []
    return joined(ids.filter { seen.insert($0).inserted })
  }

  private func sharesTable(_ shares: [ShownShare], in criteria: CriteriaSet) -> Table {
    Table(
      id: "bang-ty-le", caption: words(.chartShares),
      columns: [
        .init(words(.columnIndicator), .centred), .init(words(.columnWording)),
        .init(words(.columnPercent), .number), .init(words(.columnLimit)),
        .init(words(.columnBand)), .init(words(.columnResult)),
      ],
      rows: shares.map { shown in
        [
          Cell(shown.indicator.id.rawValue),
          Cell(shown.component?.name ?? shown.indicator.shortName),
          Cell(valueText(shown, in: criteria), number: shown.share.map(Cell.Number.percentage)),
          Cell(limitText(shown.indicator)), Cell(bandText(shown.assessment)),
          statusCell(shown.assessment),
        ]
      })
  }
}
