import Model

/// The states by which the board can be narrowed: those of an indicator of a unit (tình trạng).
enum BoardState: String, CaseIterable {
  case proven = "dat"
  case undocumented = "thieu-minh-chung"
  case notMet = "khong-dat"
  case noData = "chua-co-so-lieu"
  case invalid = "so-lieu-loi"
  case notApplicable = "khong-ap-dung"

  /// One state or, where documents are missing as well, two.
  static func states(of assessment: IndicatorAssessment) -> [BoardState] {
    if assessment.isProven { return [.proven] }
    let byFigures: [BoardState] =
      switch assessment.status {
      case .met: []
      case .notMet: [.notMet]
      case .noData: [.noData]
      case .invalid: [.invalid]
      case .notApplicable: [.notApplicable]
      }
    return byFigures + (assessment.evidence == .complete ? [] : [.undocumented])
  }

  fileprivate var phrase: Phrase {
    switch self {
    case .proven: .stateProven
    case .undocumented: .stateUndocumented
    case .notMet: .stateNotMet
    case .noData: .stateNoData
    case .invalid: .stateInvalid
    case .notApplicable: .stateNotApplicable
    }
  }
}

/// The ids of the board's filters.
private enum FilterID {
  static let unit = "don-vi"
  static let office = "co-quan"
  static let state = "tinh-trang"
}

extension Composer {
  /// The topics of everything that has one of the offices and one of the states; `nil` where it has
  /// none.
  func topics(unit: UnitCode?, offices: [OfficeID?], states: [BoardState?]) -> [Topic] {
    offices.flatMap { office in
      states.map { state in
        Topic([
          FilterID.unit: unit?.rawValue ?? "", FilterID.office: office?.rawValue ?? "",
          FilterID.state: state?.rawValue ?? "",
        ])
      }
    }
  }

  /// The topic of what concerns a unit whatever the office and the state.
  func topic(_ unit: UnitRecord) -> Topic { Topic([FilterID.unit: unit.unit.code.rawValue]) }

  /// The topics of one indicator of a unit: the office charged with it and those that must correct
  /// something.
  func topics(of assessment: IndicatorAssessment, in unit: UnitRecord) -> [Topic] {
    let charged = assessment.indicator.office
    let correcting =
      assessment.status == .invalid ? offices(toCorrect: assessment.indicator.id, of: unit) : []
    let others = correcting.filter { $0 != charged }
    return topics(
      unit: unit.unit.code, offices: [charged] + others,
      states: BoardState.states(of: assessment))
  }

  /// The topics of all indicators of a unit, each once.
  func topics(of unit: UnitRecord) -> [Topic] {
    var seen: Set<Topic> = []
    return unit.assessment.indicators.flatMap { topics(of: $0, in: unit) }
      .filter { seen.insert($0).inserted }
  }

  /// The filters with the choices that something on the board has, in the order of the programme.
  func boardFilters(of sections: [Section]) -> [Filter] {
    let topics = sections.flatMap(\.blocks).flatMap { block -> [Topic] in
      guard let table = block.table else { return [] }
      return table.rowLabels.flatMap(\.topics) + table.rows.flatMap { $0.flatMap(\.topics) }
    }
    func filter(_ id: String, _ label: Phrase, _ all: [(String, String)]) -> Filter {
      let used = Set(topics.compactMap { $0.choices[id] })
      let choices = all.filter { used.contains($0.0) }.map { Filter.Choice($0.0, $0.1) }
      return Filter(id: id, label: words(label), choices: choices)
    }
    return [
      filter(FilterID.unit, .columnUnit, unitChoices()),
      filter(FilterID.office, .columnOffice, officeChoices()),
      filter(FilterID.state, .columnState, stateChoices()),
    ].filter { !$0.choices.isEmpty }
  }

  private func unitChoices() -> [(String, String)] {
    record.units.map { unit in
      (unit.unit.code.rawValue, choice(unit.unit.name, owing: owed(by: unit).count))
    }
  }

  private func officeChoices() -> [(String, String)] {
    let debts = record.units.flatMap { owedByOffice($0) }
    return programme.offices.map { office in
      let count = debts.filter { $0.office.id == office.id }.map(\.owed.count).reduce(0, +)
      return (office.id.rawValue, choice(office.name, owing: count))
    }
  }

  private func stateChoices() -> [(String, String)] {
    let states = record.units.flatMap(\.assessment.indicators).flatMap(BoardState.states)
    return BoardState.allCases.map { state in
      let count = states.count { $0 == state }
      return (
        state.rawValue,
        words(.glanceChoice, ["name": words(state.phrase), "count": "\(count)"])
      )
    }
  }

  private func choice(_ name: String, owing count: Int) -> String {
    count == 0 ? name : words(.glanceChoiceOwed, ["name": name, "count": "\(count)"])
  }
}
