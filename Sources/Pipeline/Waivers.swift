import Model

/// A unit's findings, each beside the waiver that stands for it, and the waivers that stand for
/// none as findings of their own.
///
/// Nothing about the findings themselves changes.
struct WaivedFindings {
  /// In `Finding.precedes` order.
  let findings: [(finding: Finding, waiver: Waiver?)]

  init(_ found: [Finding], by waivers: [Waiver], of unit: UnitCode) {
    // Neither list may be gone through for each of the other: a ledger of waivers can be long.
    let firsts = Dictionary(waivers.map { ($0.meant, $0) }, uniquingKeysWith: { first, _ in first })
    let covered = Set(found.flatMap(\.waivable))
    let idle = waivers.filter { !covered.contains($0.meant) }
    let all = (found + idle.map { $0.idleFinding(of: unit) }).sorted(by: Finding.precedes)
    findings = all.map { finding in
      (finding, finding.waivable.lazy.compactMap { firsts[$0] }.first)
    }
  }
}

/// What a waiver is for: a code, of one indicator or of all.
private struct Waivable: Hashable {
  let code: FindingCode
  let indicator: IndicatorID?
}

extension Finding {
  /// What a waiver that covers it is for; one of its indicator says more than one of all.
  fileprivate var waivable: [Waivable] {
    let general = Waivable(code: code, indicator: nil)
    return indicator.map { [Waivable(code: code, indicator: $0), general] } ?? [general]
  }
}

extension Waiver {
  fileprivate var meant: Waivable { Waivable(code: code, indicator: indicator) }
}

extension Waiver {
  fileprivate func idleFinding(of unit: UnitCode) -> Finding {
    Finding(
      .waiverWithoutFinding, unit: unit, indicator: indicator, place: place,
      value: code.rawValue, office: office, details: ["waived": code.rawValue])
  }
}
