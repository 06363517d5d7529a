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
      try check(mutant, "\(mutation.name), run \(run) of \(sheet.path)")
    }
  }

  private func check(_ mutant: Mutant, _ what: Comment) throws {
    let judged = try SoundRequest.judged(after: mutant.edits)
    let (before, after) = (try Self.sound.get(), Self.results(of: judged))
    let changed = Set(before.keys.filter { before[$0] != after[$0] })
    // The province counts the outcomes of its districts.
    let allowed = mutant.indicators.union(
      mutant.indicators.contains { $0.hasPrefix("748") } ? ["77 2.1.2"] : [])
    #expect(changed.subtracting(allowed).isEmpty, what)
    let findings = judged.findings.map(\.finding)
    let isTold = findings.contains { finding in
      mutant.signs.contains { $0.fits(finding) } || mutant.isLoss && mutant.isLoss(finding)
    }
    #expect(
      isTold || mutant.isUntold || changed.isEmpty,
      "\(what): \(changed.sorted()), \(words(findings))")
    let strangers = findings.filter { finding in
      !mutant.signs.contains { $0.fits(finding) } && !mutant.isLoss(finding)
    }
    #expect(strangers.isEmpty, "\(what): \(words(strangers))")
  }

  private func words(_ findings: [Finding]) -> String {
    findings.map { finding in
      "\(finding.code.rawValue) \(finding.place?.file ?? ""):\(finding.place?.line ?? 0)"
    }.joined(separator: ", ")
  }
}
