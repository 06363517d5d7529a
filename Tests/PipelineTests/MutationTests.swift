import Foundation
import Model
import Pipeline
import SampleSupport
import Testing

/// One mutation of a sound workspace ends in a finding where it stands, or changes nothing; no other
/// indicator changes.
@Suite("Mutations") struct MutationTests {
  static let mutations = shapeMutations + byteMutations + valueMutations

  /// The result of an indicator, without the places that its words name.
  struct Result: Hashable {
    let status: IndicatorStatus
    let evidence: EvidenceStatus
    let band: Int?
    let value: Rational?
    let counts: [Int?]

    init(_ assessment: IndicatorAssessment) {
      status = assessment.status
      evidence = assessment.evidence
      band = assessment.band
      value = assessment.value
      counts = [assessment.numerator, assessment.denominator]
    }
  }

  /// A workspace before it is spoilt.
  struct Ground {
    let edits: [WorkspaceEdit]
    let results: [String: Result]
    let findings: [Finding]

    init(_ edits: [WorkspaceEdit] = []) throws {
      let judged = try SoundRequest.judged(after: edits)
      self.edits = edits
      results = MutationTests.results(of: judged)
      findings = judged.findings.map(\.finding)
    }

    /// How many bodies a list without a total is said to have.
    func count(ofListAt path: String) -> String? { bodies(ofListAt: path, in: findings) }
  }

  private static let sound = Swift.Result { try Ground() }

  /// Nothing typed says how many bodies the lists have.
  private static let uncontrolled = Swift.Result {
    try Ground([
      .replace(baRiaFigures, "2.1.1;;;33;36;;;;;;Số liệu minh họa\r\n", with: ""),
      .replace(baRiaFigures, "2.2.3;;;;1;;;;;;Số liệu minh họa\r\n", with: ""),
      .replace(
        "\(provinceFolder)/so-giao-duc-va-dao-tao/so-lieu.csv",
        "2.2.3;;;;3;;;;;;Số liệu minh họa\r\n", with: ""),
      .text(
        "\(provinceFolder)/so-noi-vu/so-lieu.csv", "Chỉ báo;Số đạt;Tổng số\n3.2.4;58;94\n"),
    ])
  }

  /// Results by unit and indicator.
  private static func results(of judged: Judged) -> [String: Result] {
    judged.record.units.reduce(into: [:]) { results, unit in
      for assessment in unit.assessment.indicators {
        results["\(unit.unit.code) \(assessment.indicator.id)"] = Result(assessment)
      }
    }
  }

  @Test("are of at least 40 kinds, each named once") func kinds() {
    #expect(Self.mutations.count >= 40)
    #expect(Set(Self.mutations.map(\.name)).count == Self.mutations.count)
  }

  /// More runs with HOCTAP_MUTATIONS=50.
  private static let runs =
    ProcessInfo.processInfo.environment["HOCTAP_MUTATIONS"].flatMap { Int($0) } ?? 5

  @Test("reach every table that is there to be spoilt") func tables() throws {
    let names = try Set(Self.mutations.flatMap { try $0.sheets().map(\.path) })
    #expect(names == Set(Sheet.paths))
    #expect(try Self.mutations.allSatisfy { try !$0.sheets().isEmpty })
  }

  @Test("are found where they stand, or change nothing", arguments: mutations.indices)
  func found(_ index: Int) throws {
    let mutation = Self.mutations[index]
    let sheets = try mutation.sheets()
    for run in 0..<Self.runs {
      var random = Mutation.SeededGenerator(seed: UInt64(index * 1000 + run))
      // One table after another, so that five runs reach five of them where there are as many.
      let sheet = sheets[(index + run * max(1, sheets.count / Self.runs)) % sheets.count]
      let mutant = mutation.apply(sheet, &random)
      try check(
        mutant, of: sheet, upon: Self.sound.get(), "\(mutation.name), run \(run) of \(sheet.path)")
    }
  }

  @Test(
    "of a list without a total are found, if only by the number of bodies read",
    arguments: mutations.indices.filter { mutations[$0].kinds.contains(.agencies) })
  func uncontrolled(_ index: Int) throws {
    let mutation = Self.mutations[index]
    let ground = try Self.uncontrolled.get()
    let sheets = try mutation.sheets().filter { ground.count(ofListAt: $0.path) != nil }
    for run in 0..<max(1, Self.runs / 2) {
      var random = Mutation.SeededGenerator(seed: UInt64(index * 1000 + run))
      let sheet = sheets[(index + run) % sheets.count]
      let mutant = mutation.apply(sheet, &random)
      try check(
        mutant, of: sheet, upon: ground, "\(mutation.name), run \(run) of \(sheet.path)")
    }
  }

  @Test("of a list without a total that lose a row are told by one body less")
  func oneLess() throws {
    let ground = try Self.uncontrolled.get()
    let lists = try Sheet.all.get().filter { ground.count(ofListAt: $0.path) != nil }
    #expect(lists.count == 4)
    for sheet in lists where sheet.rows.count > 2 {
      #expect(ground.count(ofListAt: sheet.path) == "\(sheet.rows.count - 1)")
      var shorter = sheet
      shorter.rows.remove(at: sheet.rows.count / 2)
      let found = try SoundRequest.judged(after: ground.edits + [shorter.write]).findings
      #expect(found.map(\.finding.code) == ground.findings.map(\.code))
      #expect(
        bodies(ofListAt: sheet.path, in: found.map(\.finding)) == "\(sheet.rows.count - 2)")
    }
  }

  private func check(
    _ mutant: Mutant, of sheet: Sheet, upon ground: Ground, _ what: Comment
  ) throws {
    let judged = try SoundRequest.judged(after: ground.edits + mutant.edits)
    let (before, after) = (ground.results, Self.results(of: judged))
    let changed = Set(before.keys.filter { before[$0] != after[$0] })
    // The province counts the outcomes of its districts.
    let allowed = mutant.indicators.union(
      mutant.indicators.contains { $0.hasPrefix("748") } ? ["77 2.1.2"] : [])
    #expect(changed.subtracting(allowed).isEmpty, what)
    let findings = judged.findings.map(\.finding)
    let isTold = findings.contains { finding in
      mutant.signs.contains { $0.fits(finding) } || mutant.isLoss && mutant.isLoss(finding)
    }
    let counts = [ground.findings, findings].map { bodies(ofListAt: sheet.path, in: $0) }
    #expect(
      isTold || !mutant.isAlwaysTold && (counts[0] != counts[1] || changed.isEmpty),
      "\(what): \(changed.sorted()), \(words(findings))")
    let strangers = findings.filter { finding in
      !mutant.signs.contains { $0.fits(finding) } && !mutant.isLoss(finding)
        && !ground.findings.contains(finding) && !isCount(finding, of: sheet, upon: ground)
    }
    #expect(strangers.isEmpty, "\(what): \(words(strangers))")
  }

  /// Whether `finding` says how many bodies the list has now, wherever it stands now.
  private func isCount(_ finding: Finding, of sheet: Sheet, upon ground: Ground) -> Bool {
    finding.code == .rosterUncontrolled && ground.count(ofListAt: sheet.path) != nil
      && finding.place?.file.hasPrefix(sheet.unitFolder) == true
      && finding.place?.file.lowercased().hasSuffix(sheet.kind.fileName) == true
  }

  private func words(_ findings: [Finding]) -> String {
    findings.map { finding in
      "\(finding.code.rawValue) \(finding.place?.file ?? ""):\(finding.place?.line ?? 0)"
    }.joined(separator: ", ")
  }
}

private func bodies(ofListAt path: String, in findings: [Finding]) -> String? {
  findings.first { $0.code == .rosterUncontrolled && $0.place?.file == path }?.details["count"]
}
