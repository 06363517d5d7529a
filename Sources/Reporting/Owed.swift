import Model

/// What one indicator of one unit still lacks, and who owes it.
struct Owed: Hashable {
  enum Item: Hashable {
    case figures
    case correction
    case documents
    case wholeDocuments
  }

  let unit: AdministrativeUnit
  let indicator: Indicator
  let items: [Item]

  var lacksFigures: Bool { items.contains(.figures) || items.contains(.correction) }
  var lacksEvidence: Bool { items.contains(.documents) || items.contains(.wholeDocuments) }

  /// The correction alone, for an office that is not charged with the indicator.
  var onlyCorrection: Owed? {
    items.contains(.correction)
      ? Owed(unit: unit, indicator: indicator, items: [.correction]) : nil
  }
}

extension Composer {
  /// What a unit's own offices owe, in the order of the indicators; what is computed from other
  /// units is owed by those.
  func owed(by unit: UnitRecord) -> [Owed] {
    unit.assessment.indicators.compactMap { assessment in
      guard !assessment.indicator.isComputed else { return nil }
      var items: [Owed.Item] = []
      switch assessment.status {
      case .noData: items.append(.figures)
      case .invalid: items.append(.correction)
      // A share of nothing is no office's debt: the authority says what counts then.
      case .met, .notMet, .notApplicable: break
      }
      switch assessment.evidence {
      case .missing: items.append(.documents)
      case .incomplete: items.append(.wholeDocuments)
      case .complete: break
      }
      return items.isEmpty
        ? nil : Owed(unit: unit.unit, indicator: assessment.indicator, items: items)
    }
  }

  /// The same with what the offices of the province owe of their own people.
  func debts(of unit: UnitRecord) -> [Owed] {
    let offices = unit.unit.code == programme.province ? record.offices : []
    return owed(by: unit) + offices.flatMap(owed)
  }

  func text(of items: [Owed.Item]) -> String {
    items.map { item in
      switch item {
      case .figures: words(.owedFigures)
      case .correction: words(.owedCorrection)
      case .documents: words(.owedDocuments)
      case .wholeDocuments: words(.owedDocumentsWhole)
      }
    }.joined(separator: "; ")
  }

  /// Owed things by office, offices in the programme's order.
  ///
  /// An indicator is owed by the office that is charged with it; a correction also by each office
  /// in whose folder something wrong stands, so that two that contradict each other are both asked.
  ///
  /// What an office owes of its own people stands beside it.
  func owedByOffice(_ unit: UnitRecord) -> [(office: Office, owed: [Owed])] {
    let own = unit.unit.code == programme.province ? record.offices : []
    let all = owed(by: unit).map { item in
      let needsNone = item.onlyCorrection == nil
      return (owed: item, offices: needsNone ? [] : offices(toCorrect: item.indicator.id, of: unit))
    }
    return programme.offices.compactMap { office in
      let owed = all.compactMap { item in
        item.owed.indicator.office == office.id
          ? item.owed
          : item.offices.contains(office.id) ? item.owed.onlyCorrection : nil
      }
      let ofItself = own.first { $0.unit.office == office.id }.map(self.owed) ?? []
      return (owed + ofItself).isEmpty ? nil : (office, owed + ofItself)
    }
  }

  /// The offices in whose folders the errors about an indicator stand.
  func offices(toCorrect indicator: IndicatorID, of unit: UnitRecord) -> [OfficeID] {
    let offices = unit.findings.compactMap { worded -> OfficeID? in
      guard worded.severity == .error, worded.finding.indicator == indicator else { return nil }
      return office(holding: worded.finding.place, of: unit)
    }
    return programme.offices.map(\.id).filter(offices.contains)
  }

  /// The office in whose folder something stands; `nil` in the unit's own folder.
  func office(holding place: SourcePlace?, of unit: UnitRecord) -> OfficeID? {
    if let office = unit.unit.office { return office }
    return unit.submission.folder.flatMap { place?.office(in: $0) }.flatMap(programme.office)?.id
  }

  /// The name of an office's request without its ending: offices of a district carry its code.
  func requestName(_ office: Office, of unit: AdministrativeUnit) -> String {
    unit.code == programme.province || unit.parent == programme.province && unit.office != nil
      ? office.id.rawValue : "\(unit.code)-\(office.id)"
  }

  /// The table of what is missing, by office.
  func owedTable(_ unit: UnitRecord, requestsAt folder: String) -> Block {
    let rows = owedByOffice(unit).flatMap { office, owed in
      owed.map { item in
        [
          Cell(office.name, link: "\(folder)\(requestName(office, of: unit.unit)).html"),
          Cell(item.indicator.id.rawValue), Cell(item.indicator.shortName),
          Cell(text(of: item.items)),
          Cell(item.unit.office == nil ? item.indicator.guidance : ownReport(item)),
        ]
      }
    }
    guard !rows.isEmpty else { return .paragraph(words(.sectionOwedNone)) }
    return .table(
      Table(
        id: "con-thieu", caption: words(.tableOwed),
        columns: [
          .init(words(.columnOffice)), .init(words(.columnIndicator), .centred),
          .init(words(.columnWording)), .init(words(.columnMissing)),
          .init(words(.columnAccepted)),
        ], rows: rows))
  }
}
