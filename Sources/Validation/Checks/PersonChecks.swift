import Model

/// Checks what was counted in rosters of persons; names lines, headings and codes of communes only,
/// never what stands of a person.
struct PersonChecks {
  let office: OfficeID?
  let scope: UnitScope
  /// The codes of the unit's communes; empty where the register has none, so that none is checked.
  private let communes: [String: AdministrativeUnit]
  /// Those that something is counted of; empty where groups are not told apart.
  private let groups: Set<ComponentID>
  /// Whether the persons are those of an office, who need not be of every commune.
  private let countsOwnPeople: Bool

  init(office: OfficeID?, scope: UnitScope) {
    self.office = office ?? scope.personIndicator?.office
    self.scope = scope
    groups = scope.groups(countedFor: office)
    countsOwnPeople = scope.reportingOffice(office) != nil
    communes = Dictionary(scope.communes.map { ($0.code.rawValue, $0) }) { first, _ in first }
  }

  func isOwn(_ commune: String) -> Bool { communes.isEmpty || communes[commune] != nil }

  /// What is to be said of one file.
  func findings(in counted: CountedCitizens, at place: SourcePlace) -> [Finding] {
    var findings: [Finding] = []
    if counted.refused > 0 {
      findings.append(
        finding(
          .personRowsRefused, at: place, count: counted.refused,
          lines: lines(counted.rejects, of: counted.refused)))
    } else if counted.counts.isEmpty {
      findings.append(Finding(.noRows, about: nil, office: office, at: place))
    }
    findings += lines(.personsRepeated, counted.repeated, at: place)
    for fact in RecognitionFact.allCases {
      findings += lines(fact.code, counted.recognition[fact] ?? .none, at: place)
    }
    if !counted.droppedColumns.isEmpty {
      let headings = counted.droppedColumns.map { "“\($0.prefix(80))”" }
      findings.append(
        Finding(
          .personColumnsUnused, about: nil, office: office, at: place,
          details: ["columns": headings.joined(separator: ", ")]))
    }
    return findings
  }

  /// Communes that are not the unit's, and, in a list that is whole, those of the unit without
  /// anybody.
  func findingsOfCommunes(
    in counts: [CitizenCount], isWhole: Bool, at place: SourcePlace
  ) -> [Finding] {
    guard !communes.isEmpty, !counts.isEmpty else { return [] }
    var strangers: [String: Int] = [:]
    for count in counts where !isOwn(count.commune) {
      strangers[count.commune, default: 0] += count.persons
    }
    var findings: [Finding] = []
    if !strangers.isEmpty {
      findings.append(
        Finding(
          .personsOfOtherUnit, about: nil, office: office, at: place,
          details: [
            "count": VietnameseNumber.count(strangers.values.reduce(0, +)),
            "codes": codes(strangers.keys.sorted()), "unit": scope.unit.nameInSentence,
            "day": scope.countingDay.vietnamese,
          ]))
    }
    let listed = Set(counts.map(\.commune))
    guard !countsOwnPeople else { return findings }
    let absent = scope.communes.filter { !listed.contains($0.code.rawValue) }
    if isWhole, !absent.isEmpty {
      let names = absent.map { "\($0.code) (\($0.name))" }.joined(separator: ", ")
      findings.append(
        Finding(
          .communeWithoutPersons, about: nil, office: office, at: place,
          details: ["communes": names, "unit": scope.unit.nameInSentence]))
    }
    return findings
  }

  /// Whether people of that group are counted in anything; they are where a list has no groups.
  func isCounted(_ group: CitizenGroup?) -> Bool {
    groups.isEmpty || group.map { groups.contains($0.component) } ?? true
  }

  /// Persons of groups that stand in no indicator's counts, so that none of the others may have them.
  func findingsOfGroups(in counts: [CitizenCount], at place: SourcePlace) -> [Finding] {
    let others = counts.filter { !isCounted($0.group) && $0.persons > 0 }
    guard !others.isEmpty else { return [] }
    func names(_ groups: some Sequence<ComponentID>) -> String {
      let wanted = Set(groups)
      return CitizenGroup.allCases.map(\.component).filter(wanted.contains).map(\.rawValue)
        .joined(separator: ", ")
    }
    return [
      Finding(
        .personsOfOtherGroups, about: nil, office: office, at: place, expected: names(groups),
        details: [
          "count": VietnameseNumber.count(others.reduce(0) { $0 + $1.persons }),
          "groups": names(others.compactMap { $0.group?.component }),
        ])
    ]
  }

  /// What holds of some rows, if there are any.
  private func lines(
    _ code: FindingCode, _ rows: CountedCitizens.Lines, at place: SourcePlace
  ) -> [Finding] {
    guard rows.count > 0 else { return [] }
    let lines = rows.first.map(String.init).joined(separator: ", ")
    let more = rows.count > rows.first.count ? ", …" : ""
    return [finding(code, at: place, count: rows.count, lines: lines + more)]
  }

  private func finding(
    _ code: FindingCode, at place: SourcePlace, count: Int, lines: String
  ) -> Finding {
    Finding(
      code, about: nil, office: office, at: place,
      details: [
        "count": VietnameseNumber.count(count), "lines": lines,
        "begins": scope.context.programme.evidenceFrom.vietnamese,
        "asOf": scope.context.asOf.vietnamese,
      ])
  }

  /// `702 (V110, Ngày công nhận), 2212 (V113, Năm sinh)`.
  private func lines(_ rejects: [CountedCitizens.Reject], of refused: Int) -> String {
    let named = rejects.map { reject in
      let column = reject.column.isEmpty ? "" : ", \(reject.column.prefix(80))"
      return "\(reject.line) (\(reject.code.rawValue)\(column))"
    }
    let isWhole = refused <= Set(rejects.map(\.line)).count
    return named.joined(separator: ", ") + (isWhole ? "" : ", …")
  }

  /// Codes that may be those of communes; another text in their place could be anything.
  private func codes(_ codes: [String]) -> String {
    let shown = codes.filter { code in
      (1...5).contains(code.utf8.count) && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }.prefix(Self.mostCodes)
    return (shown + (shown.count < codes.count ? ["…"] : [])).joined(separator: ", ")
  }

  private static let mostCodes = 20
}

extension RecognitionFact {
  fileprivate var code: FindingCode {
    switch self {
    case .titleUnrecognised: .titleUnrecognised
    case .recognisedUndated: .recognisedUndated
    case .recognisedTooEarly: .recognisedTooEarly
    case .recognisedTooLate: .recognisedTooLate
    }
  }
}
