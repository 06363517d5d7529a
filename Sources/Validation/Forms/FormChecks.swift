import Model

extension FormComposer {
  /// What the cells of a column take; `nil` where any text will do.
  func check(_ key: ColumnKey, in kind: WorkspaceFileKind) -> FormCheck? {
    switch key {
    case .indicator:
      word(
        key, from: (kind == .evidence || kind == .figures ? owed : indicators).map(\.id.rawValue))
    case .component: word(key, from: owed.flatMap { $0.measure.components.map(\.id.rawValue) })
    case .met, .trainingPlan, .digitalTools, .freeWifi, .openResources:
      word(key, from: Vocabulary.yesNo.choices)
    case .grade: word(key, from: Vocabulary.grades.choices)
    case .state: word(key, from: Vocabulary.states.choices)
    case .suitability: word(key, from: Vocabulary.suitabilities.choices)
    case .source: word(key, from: Vocabulary.fundingSources.choices)
    case .numerator: part(of: .denominator)
    case .denominator: whole(of: .numerator)
    case .percent: percentage
    case .previous, .current: amount
    case .planned, .allocated, .spent:
      check(.count(upTo: FundingFile.largestSum), .checkCount)
    case .referenceYear: check(.year(1900...2999), .checkYear)
    case .date:
      check(
        .day(from: scope.context.programme.evidenceFrom), .checkDay,
        ["from": scope.context.programme.evidenceFrom.vietnamese])
    default: nil
    }
  }

  /// What a cell of a row of figures takes, by the indicator's measure.
  func check(_ key: ColumnKey, for indicator: Indicator) -> FormCheck? {
    let isRate = !indicator.measure.isIncrease && (key == .previous || key == .current)
    return isRate ? percentage : check(key, in: .figures)
  }

  func format(of key: ColumnKey) -> FormFormat {
    switch key {
    case .numerator, .denominator, .planned, .allocated, .spent: .count
    case .percent, .previous, .current: .decimal
    case .referenceYear: .year
    case .date: .day
    case .wording, .requirement, .fill, .guidance, .acceptedIssuers, .note, .title, .difficulty,
      .proposal, .purpose:
      .prose
    default: .text
    }
  }

  private var percentage: FormCheck { check(.decimal(upTo: 100), .checkPercentage) }

  private var amount: FormCheck { check(.decimal(upTo: Figure.maximumCount), .checkAmount) }

  private func part(of whole: ColumnKey) -> FormCheck? {
    column(whole).map { check(.part(of: $0, upTo: Figure.maximumCount), .checkPart) }
  }

  private func whole(of part: ColumnKey) -> FormCheck? {
    column(part).map { check(.whole(of: $0, upTo: Figure.maximumCount), .checkWhole) }
  }

  private func column(_ key: ColumnKey) -> Int? {
    FileSchema.figures.columns.firstIndex { $0.key == key }
  }

  /// - Returns: `nil` where there is no word to choose.
  private func word(_ key: ColumnKey, from words: [String]) -> FormCheck? {
    guard !words.isEmpty else { return nil }
    let heading = formKinds.lazy.compactMap { FileSchema(of: $0).column(key)?.heading }.first
    return check(.word(list: heading ?? key.rawValue, words: words), .checkWord)
  }

  private func check(
    _ rule: FormCheck.Rule, _ phrase: FormPhrase, _ details: [String: String] = [:]
  ) -> FormCheck {
    FormCheck(rule, title: words(.checkTitle), message: words(phrase, details))
  }
}

extension Vocabulary where Value: Hashable {
  /// The first spelling of each value, in their order.
  var choices: [String] {
    var seen: Set<Value> = []
    return words.filter { seen.insert($0.value).inserted }.map(\.spelling)
  }
}
