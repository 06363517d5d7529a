import Model
import Pipeline

/// Findings in the order in which they are handed out: by unit, then by the office that mends them.
struct FindingGroup {
  /// `nil` for findings of the whole programme.
  let unit: UnitCode?
  /// `nil` for findings that no office is charged with.
  let office: OfficeID?
  let findings: [WordedFinding]

  /// The groups of `judged`, units in its order and offices in the programme's.
  static func all(of judged: Judged) -> [FindingGroup] {
    let units: [UnitCode?] = [nil] + judged.chosen.map(\.unit.code)
    let byUnit = Dictionary(grouping: judged.messages, by: \.finding.unit)
    let known = judged.record.context.programme.offices.map(\.id)
    return units.flatMap { unit -> [FindingGroup] in
      let byOffice = Dictionary(grouping: byUnit[unit] ?? [], by: \.finding.office)
      let strangers = byOffice.keys.compactMap { $0 }.filter { !known.contains($0) }.sorted()
      let offices: [OfficeID?] = [nil] + known + strangers
      return offices.compactMap { office in
        byOffice[office].map { FindingGroup(unit: unit, office: office, findings: $0) }
      }
    }
  }

  /// The findings to print, and after the last of a flood how many of it are left out.
  ///
  /// A flood is more than `limit` findings of one code in one file.
  func folded(above limit: Int, showing shown: Int) -> [(finding: WordedFinding, omitted: Int)] {
    let floods = Dictionary(grouping: findings, by: Flood.init).mapValues(\.count)
    var printed: [Flood: Int] = [:]
    return findings.compactMap { worded in
      let flood = Flood(worded)
      guard flood.file != nil, let count = floods[flood], count > limit else { return (worded, 0) }
      printed[flood, default: 0] += 1
      guard let position = printed[flood], position <= shown else { return nil }
      return (worded, position == shown ? count - shown : 0)
    }
  }
}

private struct Flood: Hashable {
  let code: FindingCode
  let file: String?

  init(_ worded: WordedFinding) {
    code = worded.finding.code
    file = worded.finding.place?.file
  }
}
