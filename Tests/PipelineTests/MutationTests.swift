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

  private static let sound = Swift.Result { try results(of: SoundRequest.judged(after: [])) }

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

  /// More runs with HOCTAP_MUTATIONS=1000.
  private static let runs =
    ProcessInfo.processInfo.environment["HOCTAP_MUTATIONS"].flatMap { Int($0) } ?? 200

  @Test("are found where they stand, or change nothing") func found() throws {
    for run in 0..<Self.runs {
      var random = Mutation.SeededGenerator(seed: UInt64(run))
      let mutation = Self.mutations[run % Self.mutations.count]
      let sheet = try Sheet.make(random.one(mutation.kinds))
      let mutant = mutation.apply(sheet, &random)
      let what: Comment = "run \(run): \(mutation.name), \(sheet.kind.fileName)"
      try check(mutant, what)
    }
  }

  private func check(_ mutant: Mutant, _ what: Comment) throws {
    let judged = try SoundRequest.judged(after: mutant.edits)
    let (before, after) = (try Self.sound.get(), Self.results(of: judged))
    let changed = Set(before.keys.filter { before[$0] != after[$0] })
    // The province counts the outcomes of its districts.
    let allowed = Set(mutant.indicators.map { "748 \($0)" } + ["77 2.1.2"])
    #expect(changed.subtracting(allowed).isEmpty, what)
    let findings = judged.findings.map(\.finding)
    let told = findings.contains { isTold($0, of: mutant) }
    #expect(told || changed.isEmpty, "\(what): \(changed.sorted()), \(findings.map(\.code))")
    let strangers = findings.filter { finding in
      finding.unit != UnitCode("748")
        && !(finding.place.map { isPlace($0.file, of: mutant) } ?? false)
    }
    #expect(strangers.isEmpty, "\(what): \(strangers)")
  }

  private func isTold(_ finding: Finding, of mutant: Mutant) -> Bool {
    guard let family = finding.code.rawValue.first, mutant.families.contains(family),
      let place = finding.place, isPlace(place.file, of: mutant)
    else { return false }
    guard let lines = mutant.lines, let line = place.line, line > 1 else { return true }
    return lines.contains(line)
  }

  private func isPlace(_ file: String, of mutant: Mutant) -> Bool {
    mutant.places.contains { file == $0 || file.hasPrefix($0 + "/") }
  }
}
