import Model

/// Composes the forms of one folder.
struct FormComposer {
  let scope: UnitScope
  /// `nil` for the unit's own folder.
  let office: Office?
  let folder: String
  /// In the rulebook's order.
  let indicators: [Indicator]
  let words: FormWording

  /// The indicators whose figures and evidence somebody must send.
  var owed: [Indicator] { indicators.filter { $0.source != .childOutcomes } }

  /// Figures, evidence, the rosters that figures are counted from, and feedback.
  var indicatorForms: [BlankForm] {
    let rosters = RosterKind.allCases.compactMap { kind -> BlankForm? in
      let tests = tests(of: kind)
      return tests.isEmpty ? nil : roster(kind, asking: tests)
    }
    return [figures, evidence] + rosters + [feedback]
  }

  var figures: BlankForm {
    form(.figures, rows: figureRows, spare: 0)
  }

  var evidence: BlankForm {
    let rows = owed.map { indicator in
      row(.evidence) { key in
        switch key {
        case .indicator: .given(indicator.id.rawValue)
        case .wording: .given(indicator.wording)
        case .guidance: .given(indicator.guidance)
        case .acceptedIssuers: .given(scope.acceptedIssuers(of: indicator))
        default: .asked(check(key, in: .evidence))
        }
      }
    }
    return form(.evidence, rows: rows, spare: 200)
  }

  /// What is said of each indicator, those too whose figures others send.
  var feedback: BlankForm {
    let rows = indicators.map { indicator in
      row(.feedback) { key in
        switch key {
        case .indicator: .given(indicator.id.rawValue)
        case .wording: .given(indicator.wording)
        default: .asked(check(key, in: .feedback))
        }
      }
    }
    return form(.feedback, rows: rows, spare: 0)
  }

  /// A row for each source of money.
  var funding: BlankForm {
    let rows = Vocabulary.fundingSources.choices.map { source in
      row(.funding) { key in
        key == .source ? .given(source) : .asked(check(key, in: .funding))
      }
    }
    return form(.funding, rows: rows, spare: 100)
  }

  private func tests(of kind: RosterKind) -> [RosterTest] {
    RosterTest.allCases.filter { test in owed.contains { $0.source == .roster(kind, test) } }
  }

  /// A roster with the columns that the folder's own indicators are counted from; that of communes
  /// names them.
  private func roster(_ kind: RosterKind, asking tests: [RosterTest]) -> BlankForm {
    let file = kind.file
    let asked = Set(tests.map(\.column))
    let keys = FileSchema(of: file).columns.map(\.key).filter {
      $0 == .code || $0 == .name || asked.contains($0)
    }
    let communes = kind == .communes ? scope.communes : []
    let rows = communes.map { commune in
      keys.map { key -> FormCell in
        switch key {
        case .code: .given(commune.code.rawValue)
        case .name: .given(commune.name)
        default: .asked(check(key, in: file))
        }
      }
    }
    return form(file, columns: keys, rows: rows, spare: kind == .communes ? 0 : 300)
  }
}

extension FormComposer {
  func row(_ kind: WorkspaceFileKind, _ cell: (ColumnKey) -> FormCell) -> [FormCell] {
    FileSchema(of: kind).columns.map { cell($0.key) }
  }

  private func form(
    _ kind: WorkspaceFileKind, columns keys: [ColumnKey]? = nil, rows: [[FormCell]], spare: Int
  ) -> BlankForm {
    let schema = FileSchema(of: kind)
    let columns = schema.columns.filter { keys?.contains($0.key) ?? true }
    return BlankForm(
      kind: kind,
      columns: columns.map {
        .init($0.heading, format(of: $0.key), check: check($0.key, in: kind))
      },
      rows: rows, spareRows: spare, sheetName: words.sheet(kind),
      listsName: words(.sheetLists), guide: guide(kind, columns: columns))
  }
}

extension RosterKind {
  /// The file that the roster stands in.
  fileprivate var file: WorkspaceFileKind {
    switch self {
    case .agencies: .agencies
    case .communes: .communes
    case .centres: .centres
    }
  }
}
