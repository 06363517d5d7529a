import Model

/// A unit's findings, each beside the waiver that stands for it, and the waivers that stand for
/// none as findings of their own.
///
/// Nothing about the findings themselves changes.
struct WaivedFindings {
  /// In `Finding.precedes` order.
  let findings: [(finding: Finding, waiver: Waiver?)]

  init(_ found: [Finding], by waivers: [Waiver], of unit: UnitCode) {
    let idle = waivers.filter { waiver in !found.contains(where: waiver.covers) }
    let all = (found + idle.map { $0.idleFinding(of: unit) }).sorted(by: Finding.precedes)
    findings = all.map { finding in
      // A waiver of one indicator says more than one of all.
      let own = waivers.filter { $0.covers(finding) }
      return (finding, own.first { $0.indicator != nil } ?? own.first)
    }
  }
}

extension Waiver {
  fileprivate func idleFinding(of unit: UnitCode) -> Finding {
    Finding(
      .waiverWithoutFinding, unit: unit, indicator: indicator, place: place,
      value: code.rawValue, office: office, details: ["waived": code.rawValue])
  }
}
