import Model

/// The persons that one folder lists, in one file or several parts, or counts of them.
struct PersonsList: Sendable {
  let office: OfficeID?
  /// As traces and messages name it.
  let file: String
  /// Of the unit's own communes.
  private(set) var counts: [CitizenCount] = []
  /// Whether a part of it could not be read.
  private(set) var isUnread = false
  private(set) var findings: [Finding] = []
  private var missing: [CitizenTest: [String]] = [:]
  private var isDoubtful = false
  private var impossible: Set<CitizenTest> = []

  /// The lists of a unit, in the order of their files; beside a roster its counts are compared with
  /// it.
  static func lists(
    of files: [SourceFile], or counts: [PersonCountsFile], in scope: UnitScope
  ) -> [PersonsList] {
    var parts: [(file: SourceFile, counted: CountedCitizens?)] = []
    for file in files {
      if case .persons(let counted) = file.content { parts.append((file, counted)) }
    }
    var offices: [OfficeID?] = []
    for (file, _) in parts where !offices.contains(file.office) { offices.append(file.office) }
    let rosters = offices.map { office in
      PersonsList(
        of: parts.filter { $0.file.office == office }, of: office,
        beside: counts.filter { $0.office == office }, in: scope)
    }
    let others = counts.filter { !offices.contains($0.office) }
    return rosters + others.map { PersonsList($0, in: scope) }
  }

  private init(
    of parts: [(file: SourceFile, counted: CountedCitizens?)], of office: OfficeID?,
    beside others: [PersonCountsFile], in scope: UnitScope
  ) {
    self.office = office
    file = Self.name(of: parts.map(\.file.path))
    let checks = PersonChecks(office: office, scope: scope)
    for (source, counted) in parts {
      guard let counted else {
        isUnread = true
        continue
      }
      counts += counted.counts
      // A part without a column has no answers for its persons, whatever the others have.
      missing.merge(counted.missingColumns) { $0.isEmpty ? $1 : $0 }
      findings += checks.findings(in: counted, at: SourcePlace(file: source.path))
    }
    for other in others where isUnread || other.isDoubtful || !other.agrees(with: counts) {
      findings += other.findings
      if !isUnread, !other.isDoubtful {
        findings.append(
          Finding(
            .tableTwice, about: nil, office: checks.office, at: SourcePlace(file: other.file),
            details: ["other": file, "at": ""]))
      }
    }
    keepOwn(checks)
  }

  private init(_ counted: PersonCountsFile, in scope: UnitScope) {
    office = counted.office
    file = counted.file
    counts = counted.counts
    isDoubtful = counted.isDoubtful
    impossible = counted.impossible
    findings = counted.findings
    keepOwn(PersonChecks(office: office, scope: scope))
  }

  private mutating func keepOwn(_ checks: PersonChecks) {
    let place = SourcePlace(file: file)
    findings += checks.findingsOfCommunes(in: counts, isWhole: !isUnread && !isDoubtful, at: place)
    counts = counts.filter { checks.isOwn($0.commune) }
    findings += checks.findingsOfGroups(in: counts, at: place)
    counts = counts.filter { checks.isCounted($0.group) }
  }

  /// `2024/519-nong-son/cong-dan.csv`, or what its parts are called by.
  private static func name(of paths: [String]) -> String {
    guard let first = paths.first, paths.count > 1 else { return paths.first ?? "" }
    let folder = first.split(separator: "/").dropLast().joined(separator: "/")
    return folder.lowercased().hasSuffix("/cong-dan") ? folder : "\(folder)/cong-dan*.csv"
  }

  /// What is counted of `test`: of each group that is counted apart, or of all persons; none where
  /// nothing says.
  func counts(of test: CitizenTest, by components: [MeasureComponent]) -> [RosterCount] {
    // A list of which nothing could be read leaves what is typed.
    guard !counts.isEmpty || isDoubtful,
      missingColumns(for: test, by: components).isEmpty
    else { return [] }
    let slots: [ComponentID?] = components.isEmpty ? [nil] : components.map(\.id)
    return slots.map { slot in
      let counted = counts.filter { slot == nil || $0.group?.component == slot }
      return RosterCount(
        part: counted.reduce(0) { $0 + $1.part(of: test) },
        whole: counted.reduce(0) { $0 + $1.whole(of: test) },
        isInvalid: isUnread || isDoubtful || impossible.contains(test), component: slot,
        origin: .citizens, file: file, office: office)
    }
  }

  /// The same of what an office reports of its own people.
  func counts(
    of indicator: Indicator, reportedBy office: Office, in scope: UnitScope
  ) -> [RosterCount] {
    guard let test = scope.test(ofSum: indicator.id) else { return [] }
    return counts(of: test, by: indicator.components(reportedBy: office))
  }

  /// The columns that it lacks for that.
  func missingColumns(
    for indicator: Indicator, reportedBy office: Office, in scope: UnitScope
  ) -> [String] {
    guard let test = scope.test(ofSum: indicator.id) else { return [] }
    return missingColumns(for: test, by: indicator.components(reportedBy: office))
  }

  /// The columns that are needed for it and not there.
  func missingColumns(for test: CitizenTest, by components: [MeasureComponent]) -> [String] {
    let isGrouped = components.isEmpty || counts.allSatisfy { $0.group != nil }
    return (missing[test] ?? []) + (isGrouped ? [] : ["Nhóm"])
  }
}

extension CitizenCount {
  fileprivate func part(of test: CitizenTest) -> Int {
    switch test {
    case .title: holders
    case .digitalSkill: skilledHolders
    case .proficient: proficientHolders
    }
  }

  fileprivate func whole(of test: CitizenTest) -> Int {
    switch test {
    case .title: persons
    case .digitalSkill: holders
    case .proficient: skilledHolders
    }
  }
}

extension Indicator {
  fileprivate func components(reportedBy office: Office) -> [MeasureComponent] {
    let ids = office.groups(of: self)
    return measure.components.filter { ids.contains($0.id) }
  }
}

extension PersonCountsFile {
  /// Whether it says of every group of every commune what a roster does.
  ///
  /// Skills and proficiency may be those of the holders, or, as `hoctap count` writes them, of all.
  fileprivate func agrees(with roster: [CitizenCount]) -> Bool {
    [false, true].contains { ofAll in
      tally(counts) { ($0.skilledHolders, $0.proficientHolders) }
        == tally(roster) {
          ofAll
            ? ($0.skilled, $0.proficient) : ($0.skilledHolders, $0.proficientHolders)
        }
    }
  }

  private func tally(
    _ counts: [CitizenCount], _ skills: (CitizenCount) -> (Int, Int)
  ) -> [String: [Int]] {
    counts.reduce(into: [:]) { sums, count in
      let key = "\(count.commune) \(count.group?.component.rawValue ?? "")"
      let (skilled, proficient) = skills(count)
      let own = [count.persons, count.holders, skilled, proficient]
      guard own != [0, 0, 0, 0] else { return }
      sums[key] = zip(sums[key] ?? [0, 0, 0, 0], own).map(+)
    }
  }
}
